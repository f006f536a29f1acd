// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Storage.h"
#include "tests/support/FullDisk.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace storageTest {

using Trouble = StorageTrouble;

namespace {

/// An account's storage, and what it has said.
struct Desk {
    explicit Desk(SyncFixture& around)
        : f(around)
        , storage(around.store(), around.feed(), around.clock)
        , said(&storage, &Storage::troubleChanged)
        , mended(&storage, &Storage::mended)
        , aside(&storage, &Storage::setAside)
    {
        f.settle();
    }
    void writeSomething()
    {
        const auto write = f.store().write([](Stores& stores, Changes& changes) {
            stores.drafts.save(chatWith(somebody), draftOf(u"text"_s), changes);
            return true;
        });
        Q_UNUSED(write)
        f.settle();
    }

    SyncFixture& f;
    Storage storage;
    QSignalSpy said;
    QSignalSpy mended;
    QSignalSpy aside;
};

} // namespace

class tst_Storage : public QObject {
    Q_OBJECT

private slots:
    void aSoundFileHasNoTrouble()
    {
        SyncFixture f;
        Desk desk(f);
        desk.writeSomething();
        QCOMPARE(desk.storage.trouble(), Trouble::None);
        QVERIFY(!desk.storage.wasSetAside());
        QCOMPARE(desk.said.size(), 0);
    }

    void aFullDiskIsSaidOnceAndTriedUntilItTakesSomething()
    {
        SyncFixture f;
        Desk desk(f);
        {
            const FullDisk full;
            desk.writeSomething();
            desk.writeSomething();
            f.pass(3min, 1s);
            QCOMPARE(desk.storage.trouble(), Trouble::Unwritable);
            QCOMPARE(desk.said.size(), 1);
            QCOMPARE(desk.mended.size(), 0);
        }
        f.pass(Storage::retryPause + 1s, 1s);
        QCOMPARE(desk.storage.trouble(), Trouble::None);
        QCOMPARE(desk.said.size(), 2);
        QCOMPARE(desk.mended.size(), 1);
        desk.writeSomething();
        QCOMPARE(desk.storage.trouble(), Trouble::None);
    }

    void whoHasMadeRoomNeedNotWait()
    {
        SyncFixture f;
        Desk desk(f);
        {
            const FullDisk full;
            desk.writeSomething();
            desk.storage.tryAgain();
            f.settle();
            QCOMPARE(desk.storage.trouble(), Trouble::Unwritable);
        }
        desk.storage.tryAgain();
        desk.storage.tryAgain();
        f.settle();
        QCOMPARE(desk.storage.trouble(), Trouble::None);
        QCOMPARE(desk.mended.size(), 1);
    }

    void aFileThatCanOnlyBeReadIsFoundOutAtTheStart()
    {
        SyncFixture f;
        {
            Desk(f).writeSomething();
        }
        std::unique_ptr<FullDisk> full;
        f.restart([&] { full = std::make_unique<FullDisk>(); });
        Desk desk(f);
        QCOMPARE(desk.storage.trouble(), Trouble::Unwritable);
        QCOMPARE(f.look([](Stores& stores) {
            return stores.drafts.load(chatWith(somebody)).content.text;
        }),
            u"text"_s);
        full.reset();
        f.pass(Storage::retryPause + 1s, 1s);
        QCOMPARE(desk.storage.trouble(), Trouble::None);
        desk.writeSomething();
        QCOMPARE(desk.storage.trouble(), Trouble::None);
    }

    void damageIsNotTriedAway()
    {
        SyncFixture f;
        Desk desk(f);
        const FullDisk full;
        desk.writeSomething();
        emit f.feed().troubled(Trouble::Damaged);
        QCOMPARE(desk.storage.trouble(), Trouble::Damaged);
        desk.writeSomething(); // also unwritable: damage is the worse news
        QCOMPARE(desk.storage.trouble(), Trouble::Damaged);
        desk.storage.tryAgain();
        f.pass(1min, 1s);
        QCOMPARE(desk.storage.trouble(), Trouble::Damaged);
        QCOMPARE(desk.mended.size(), 0);
    }

    void aRuinedFileWasSetAside()
    {
        SyncFixture f;
        f.restart([&] {
            QFile file(f.file());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray("noise ").repeated(2000));
        });
        Desk desk(f);
        QVERIFY(desk.storage.wasSetAside());
        QCOMPARE(desk.aside.size(), 1);
        QCOMPARE(desk.storage.trouble(), Trouble::None);
    }
};

SKEIN_TEST(tst_Storage)

} // namespace storageTest

#include "tst_Storage.moc"

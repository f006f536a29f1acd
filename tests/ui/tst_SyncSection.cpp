// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"
#include "ui/settings/SyncSection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncSectionTest {

class tst_SyncSection : public QObject {
    Q_OBJECT

    ManualClock clock;
    SyncReport report;
    int asked = 0;
    bool isReadable = true;
    std::unique_ptr<SyncSection> section;

    void settle()
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    QString value(const QString& name)
    {
        for (const auto* label : section->findChildren<QLabel*>()) {
            if (label->accessibleName() == name)
                return label->text();
        }
        return u"no such value"_s;
    }

private slots:
    void init()
    {
        report = {};
        report.conversations
            = {{.id = {ConversationId::Kind::Group, u"1"_s}, .title = u"Rowing"_s, .group = {}}};
        report.waiting = 2;
        report.requestsLastMinute = 12;
        report.requestsPerMinute = 240;
        report.bytesOnDisk = 2048;
        report.nextLook = clock.now() + 12s;
        asked = 0;
        isReadable = true;
        section = std::make_unique<SyncSection>(
            [this]() -> Async<SyncReport> {
                ++asked;
                if (!isReadable)
                    return later<SyncReport>(
                        this, std::unexpected(Error{ErrorKind::Storage, 0, {}, {}}));
                return later<SyncReport>(this, report);
            },
            clock);
        section->show();
        settle();
    }

    void tellsHowItGoesInWords()
    {
        QCOMPARE(value(u"Waiting to be sent"_s), u"2"_s);
        QCOMPARE(value(u"Next look"_s), u"in 12 s"_s);
        QCOMPARE(value(u"Last trouble"_s), u"none since Skein was started"_s);
        QCOMPARE(value(u"Requests in the last minute"_s), u"12 of at most 240"_s);
        QCOMPARE(section->findChild<QTreeView*>()->model()->rowCount(), 1);
    }

    void followsWhileItIsSeenAndAsksNothingWhenHidden()
    {
        report.failed = 1;
        report.nextLook = 0ms;
        report.lastTrouble = ErrorKind::RateLimited;
        clock.advance(2s);
        settle();
        QVERIFY(value(u"Waiting to be sent"_s).endsWith(u"failed: 1"));
        QCOMPARE(value(u"Next look"_s), u"none planned"_s);
        QVERIFY(value(u"Last trouble"_s).contains(u"slow down"));
        section->hide();
        const int before = asked;
        clock.advance(1min);
        settle();
        QCOMPARE(asked, before);
    }

    void whatCannotBeReadIsSaidAndAskedAgain()
    {
        isReadable = false;
        clock.advance(2s);
        settle();
        QVERIFY(value(u"Waiting to be sent"_s).startsWith(u"cannot be read"));
        isReadable = true;
        clock.advance(2s);
        settle();
        QCOMPARE(value(u"Waiting to be sent"_s), u"2"_s);
    }

    void diagnosticsAreCopiedWithoutNames()
    {
        auto* copy = section->findChild<QPushButton*>();
        QCOMPARE(copy->text(), u"Copy diagnostics"_s);
        copy->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(u"Waiting to be sent: 2"));
        QVERIFY(!copied.contains(u"Rowing"));
        QCOMPARE(copy->text(), u"Copied"_s);
    }
};

SKEIN_TEST(tst_SyncSection)

} // namespace syncSectionTest

#include "tst_SyncSection.moc"

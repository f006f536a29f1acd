// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/StagedFiles.h"

#include "core/types/ImageUrl.h"
#include "tests/support/NoFile.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QDir>
#include <QFile>

using namespace skein;
using namespace Qt::StringLiterals;

namespace stagedFilesTest {

namespace {

const QByteArray bytes("\x89PNG\r\n\0\xff", 8);

OutgoingFile picture(const QSize& pixels = {640, 480})
{
    return {.kind = OutgoingFile::Kind::Image,
        .staged = {},
        .name = u"lake.png"_s,
        .mimeType = "image/png",
        .size = 0,
        .pixels = pixels};
}

OutgoingFile paper()
{
    return {.kind = OutgoingFile::Kind::File,
        .staged = {},
        .name = u"../../tides.pdf"_s,
        .mimeType = "application/pdf",
        .size = 0,
        .pixels = {}};
}

QStringList onDisk(SyncFixture& f)
{
    f.settle();
    return QDir(f.store().outgoingFolder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

template <class T>
Result<T> settled(SyncFixture& f, const Async<T>& step)
{
    f.settle();
    return step.result();
}

OutgoingFile kept(SyncFixture& f) { return settled(f, f.staged().keep(picture(), bytes)).value(); }

void draft(SyncFixture& f, const QList<OutgoingFile>& files)
{
    MessageDraft made;
    made.content.files = files;
    f.now([made](Stores& stores, Changes& changes) {
        stores.drafts.save(chatWith(somebody), made, changes);
        return true;
    });
}

} // namespace

class tst_StagedFiles : public QObject {
    Q_OBJECT

private slots:
    void bytesAreKeptAsTheyAre()
    {
        SyncFixture f;
        const auto file = settled(f, f.staged().keep(picture(), bytes));
        OutgoingFile expected = picture();
        expected.staged = file->staged;
        expected.size = bytes.size();
        QCOMPARE(file, expected);
        QCOMPARE(settled(f, f.staged().read(file->staged)), bytes);
        QCOMPARE(onDisk(f), QStringList{file->staged});
    }

    void aFileIsCopied()
    {
        SyncFixture f;
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"tides.pdf"_s);
        QFile source(path);
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(QByteArray(600'000, 'x'));
        source.close();
        const auto file = settled(f, f.staged().copy(paper(), path));
        QCOMPARE(file->size, 600'000);
        QVERIFY(source.remove()); // the copy is ours
        QCOMPARE(settled(f, f.staged().read(file->staged)), QByteArray(600'000, 'x'));
    }

    void theNameOfAPicturesCopyTellsItsSize()
    {
        SyncFixture f;
        const auto file = settled(f, f.staged().keep(picture({64, 48}), bytes));
        QCOMPARE(imageSizeOf(f.staged().urlOf(file->staged)), QSize(64, 48));
        QCOMPARE(f.staged().nameOf(f.staged().urlOf(file->staged)), file->staged);
        const auto unknown = settled(f, f.staged().keep(picture({}), bytes));
        QCOMPARE(imageSizeOf(f.staged().urlOf(unknown->staged)), QSize());
    }

    void twoCopiesOfOneFileAreTwo()
    {
        SyncFixture f;
        const OutgoingFile one = kept(f);
        const OutgoingFile two = kept(f);
        QVERIFY(one.staged != two.staged);
        f.staged().discard(one.staged);
        QCOMPARE(onDisk(f), QStringList{two.staged});
    }

    void whatIsTooLargeIsNotKept()
    {
        SyncFixture f;
        const QByteArray much(StagedFiles::maxSize + 1, 'x');
        const auto file = settled(f, f.staged().keep(paper(), much));
        QCOMPARE(file.error().kind, ErrorKind::TooLarge);
        QVERIFY(!file.error().detail.isEmpty());
        QVERIFY(onDisk(f).isEmpty());
    }

    void whatIsNoFileIsNotCopied()
    {
        SyncFixture f;
        const QTemporaryDir dir;
        const QString pipe = makeNoFile(dir.path());
        QVERIFY(!pipe.isEmpty());
        for (const QString& path : {dir.filePath(u"nowhere"_s), dir.path(), pipe, QString()}) {
            const auto file = settled(f, f.staged().copy(paper(), path));
            QVERIFY(!file);
            QVERIFY(!file.error().detail.isEmpty());
        }
        QVERIFY(onDisk(f).isEmpty());
    }

    void namesLeadNowhereElse()
    {
        SyncFixture f;
        const QString outside = QFileInfo(f.file()).path() + u"/outside"_s;
        QFile file(outside);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const QString& name :
            {u"../outside"_s, outside, u".."_s, u""_s, u"a/../../outside"_s, u"..\\outside"_s}) {
            QVERIFY2(f.staged().urlOf(name).isEmpty(), qPrintable(name));
            const QUrl elsewhere = QUrl::fromLocalFile(u"/etc/"_s + name);
            QVERIFY2(f.staged().nameOf(elsewhere).isEmpty(), qPrintable(name));
            QVERIFY(!settled(f, f.staged().read(name)));
            f.staged().discard(name);
        }
        f.settle();
        QVERIFY(QFile::exists(outside));
    }

    void whatNothingRefersToAnyMoreGoes()
    {
        SyncFixture f;
        const OutgoingFile one = kept(f);
        const OutgoingFile two = kept(f);
        draft(f, {one, two});
        draft(f, {two});
        QCOMPARE(onDisk(f), QStringList{two.staged});
        f.staged().discard(two.staged); // the draft has it
        QCOMPARE(onDisk(f), QStringList{two.staged});
        draft(f, {});
        QCOMPARE(onDisk(f), QStringList());
    }

    void orphansOfAnEarlierRunAreSweptAndNothingElse()
    {
        SyncFixture f;
        const OutgoingFile orphan = kept(f);
        const OutgoingFile drafted = kept(f);
        const OutgoingFile waiting = kept(f);
        draft(f, {drafted});
        f.now([waiting](Stores& stores, Changes& changes) {
            OutboxRow row{.guid = {u"a"_s}, .conversation = chatWith(somebody)};
            row.files = {{waiting, {}, {}}};
            stores.outbox.add(row, changes);
            return true;
        });
        f.staged().sweep(); // made in this run: somebody may be about to attach it
        QCOMPARE(onDisk(f).size(), 3);
        f.restart();
        const OutgoingFile fresh = kept(f);
        f.staged().sweep();
        QStringList left{drafted.staged, waiting.staged, fresh.staged};
        left.sort();
        QCOMPARE(onDisk(f), left);
    }

    void nothingIsSweptWhenTheStoreDoesNotAnswer()
    {
        SyncFixture f;
        const OutgoingFile orphan = kept(f);
        f.restart([&] {
            QVERIFY(QFile::rename(f.file(), f.file() + u".aside"_s));
            QVERIFY(QDir().mkdir(f.file()));
        });
        f.staged().sweep();
        QCOMPARE(onDisk(f), QStringList{orphan.staged});
    }
};

SKEIN_TEST(tst_StagedFiles)

} // namespace stagedFilesTest

#include "tst_StagedFiles.moc"

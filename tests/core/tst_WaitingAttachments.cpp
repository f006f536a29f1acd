// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/WaitingAttachments.h"

#include "core/types/ImageUrl.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace waitingAttachmentsTest {

namespace {

const QString copy = u"64x48.image.0123456789abcdef0123456789abcdef"_s;
const QJsonObject reply{{u"type"_s, u"reply"_s}, {u"reply_id"_s, u"7"_s}};

OutboxRow waitingWithFiles()
{
    OutboxRow row = waitingRow(90, u"waits"_s);
    row.attachments = {reply};
    row.files.resize(2);
    row.files[0].file.staged = copy;
    row.files[0].file.pixels = QSize(64, 48);
    row.files[1].file.kind = OutgoingFile::Kind::File;
    row.files[1].file.staged = u"file.0123"_s;
    row.files[1].file.name = u"tides.pdf"_s;
    row.files[1].file.size = 12'345;
    return row;
}

} // namespace

class tst_WaitingAttachments : public QObject {
    Q_OBJECT

private slots:
    void filesStandWhereTheyWillBe()
    {
        const auto shown = shownAttachments(waitingWithFiles(), u"/some where/outgoing"_s);
        QCOMPARE(shown.size(), 3);
        const auto image = std::get<ImageAttachment>(readAttachment(shown[0].toObject()).content);
        QCOMPARE(image.url.toLocalFile(), u"/some where/outgoing/"_s + copy);
        QCOMPARE(imageSizeOf(image.url), QSize(64, 48));
        const auto file = std::get<FileAttachment>(readAttachment(shown[1].toObject()).content);
        QCOMPARE(file, (FileAttachment{{}, u"tides.pdf"_s, 12'345}));
        QCOMPARE(shown[2].toObject(), reply);
    }

    void aCopyThatIsLostHasNoAddress()
    {
        OutboxRow row = waitingWithFiles();
        row.files[0].file.staged = u"../../x"_s;
        const auto shown = shownAttachments(row, u"/outgoing"_s);
        QVERIFY(
            std::get<ImageAttachment>(readAttachment(shown[0].toObject()).content).url.isEmpty());
    }

    void aRowShowsItsPictureFromTheFirstMomentAndKeepsItsKey()
    {
        ThreadFixture f;
        f.take(pageOf(receivedMessages(1, 5)));
        f.open(fixtureChat());
        f.change([](Stores& stores, Changes& changes) {
            stores.outbox.add(waitingWithFiles(), changes);
        });
        const auto last = [&] { return f.model.row(f.model.count() - 1); };
        const ThreadRow waiting = last();
        QCOMPARE(waiting.key, u"g:waits"_s);
        QCOMPARE(waiting.message.attachments.size(), 3);
        const auto local = std::get<ImageAttachment>(waiting.message.attachments[0].content).url;
        QCOMPARE(local, stagedUrl(f.store.outgoingFolder(), copy));
        Message sent = ownMessage(91, u"message 90"_s, u"waits"_s);
        const QString url = u"https://i.groupme.com/64x48.png.0123456789abcdef"_s;
        sent.attachments
            = {readAttachment({{u"type"_s, u"image"_s}, {u"url"_s, url}}), readAttachment(reply)};
        f.take({.messages = {sent}, .complete = {}, .partial = true});
        QCOMPARE(last().key, u"g:waits"_s);
        QCOMPARE(std::get<ImageAttachment>(last().message.attachments[0].content).url, QUrl(url));
    }
};

SKEIN_TEST(tst_WaitingAttachments)

} // namespace waitingAttachmentsTest

#include "tst_WaitingAttachments.moc"

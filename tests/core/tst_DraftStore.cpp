// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "tests/support/StoreFixture.h"

#include <QJsonObject>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace draftStoreTest {

namespace {

OutgoingFile attached(const QString& staged)
{
    return {.kind = OutgoingFile::Kind::Image,
        .staged = staged,
        .name = u"lake.png"_s,
        .mimeType = "image/png",
        .size = 77,
        .pixels = QSize(8, 9)};
}

MessageDraft draftWith(const QList<OutgoingFile>& files)
{
    MessageDraft draft;
    draft.content.files = files;
    return draft;
}

} // namespace

class tst_DraftStore : public QObject {
    Q_OBJECT

private slots:
    void aDraftStaysInItsConversationOverARestart();
    void everythingThatStandsInTheComposerComesBack();
    void whatIsAttachedIsADraftWithoutText();
    void whatIsNoLongerAttachedIsReleased();
    void whatWaitsToBeSentIsNotReleasedWithTheDraft();
    void anEmptyDraftIsNone();
    void anEmptyDraftKeepsNobodysAddress();
    void theListShowsIt();
    void theListSaysWhatIsAttached_data();
    void theListSaysWhatIsAttached();
    void theListSaysWhatADraftWithoutWordsWasBegunFor();
};

void tst_DraftStore::aDraftStaysInItsConversationOverARestart()
{
    StoreFolder folder;
    auto open = folder.open();
    const QString text = u"  half a\nthought \U0001F9F6 "_s;
    open->stores.drafts.save(fixtureChat(1), draftOf(text), open->changes);
    open->stores.drafts.save(fixtureChat(2), draftOf(u"another"_s), open->changes);
    open->stores.drafts.save(fixtureChat(2), draftOf(u"another one"_s), open->changes);
    open.reset();
    open = folder.open();
    QCOMPARE(open->stores.drafts.load(fixtureChat(1)).content.text, text);
    QCOMPARE(open->stores.drafts.load(fixtureChat(2)).content.text, u"another one"_s);
    QCOMPARE(open->stores.drafts.load(fixtureChat(3)).content.text, QString());
}

void tst_DraftStore::everythingThatStandsInTheComposerComesBack()
{
    StoreFolder folder;
    auto open = folder.open();
    MessageDraft draft = draftWith({attached(u"one"_s), attached(u"two"_s)});
    draft.content.text = u"half a thought"_s;
    draft.content.attachments = {QJsonObject{{u"type"_s, u"location"_s}, {u"lat"_s, u"1"_s}}};
    draft.caret = 4;
    draft.replyTo = fixtureId(3);
    draft.edit = {.message = fixtureId(4),
        .text = u"other words"_s,
        .emoji = {QJsonObject{{u"type"_s, u"emoji"_s}}}};
    open->stores.drafts.save(fixtureChat(1), draft, open->changes);
    open->stores.drafts.save(fixtureChat(2), draftOf(u"x"_s), open->changes);
    open = folder.open();
    QCOMPARE(open->stores.drafts.load(fixtureChat(1)), draft);
    QCOMPARE(open->stores.drafts.load(fixtureChat(2)), draftOf(u"x"_s));
}

void tst_DraftStore::whatIsAttachedIsADraftWithoutText()
{
    StoreFolder folder;
    const auto open = folder.open();
    const MessageDraft draft = draftWith({attached(u"one"_s)});
    open->stores.drafts.save(fixtureChat(), draft, open->changes);
    QCOMPARE(open->stores.drafts.load(fixtureChat()), draft);
    open->stores.drafts.save(fixtureChat(), {}, open->changes);
    QCOMPARE(open->stores.drafts.load(fixtureChat()), MessageDraft());
}

void tst_DraftStore::whatIsNoLongerAttachedIsReleased()
{
    StoreFolder folder;
    const auto open = folder.open();
    const auto save = [&](const QList<OutgoingFile>& files) {
        open->changes = {};
        open->stores.drafts.save(fixtureChat(), draftWith(files), open->changes);
        return open->changes.released;
    };
    QCOMPARE(save({attached(u"one"_s), attached(u"two"_s)}), QSet<QString>());
    QCOMPARE(save({attached(u"two"_s), attached(u"three"_s)}), QSet{u"one"_s});
    QCOMPARE(open->stores.files.staged(), (QSet<QString>{u"two"_s, u"three"_s}));
    QCOMPARE(save({}), (QSet<QString>{u"two"_s, u"three"_s}));
}

void tst_DraftStore::whatWaitsToBeSentIsNotReleasedWithTheDraft()
{
    StoreFolder folder;
    const auto open = folder.open();
    open->stores.drafts.save(fixtureChat(), draftWith({attached(u"one"_s)}), open->changes);
    OutboxRow row = waitingRow(1, u"a"_s);
    row.files = {{attached(u"one"_s), {}, {}}};
    open->stores.outbox.add(row, open->changes);
    open->stores.drafts.save(fixtureChat(), {}, open->changes);
    QCOMPARE(open->changes.released, QSet<QString>());
    open->stores.outbox.remove(row.guid, open->changes);
    QCOMPARE(open->changes.released, QSet{u"one"_s});
}

void tst_DraftStore::anEmptyDraftIsNone()
{
    StoreFolder folder;
    const auto open = folder.open();
    open->stores.drafts.save(fixtureChat(), draftOf(u"x"_s), open->changes);
    open->stores.drafts.save(fixtureChat(), {}, open->changes);
    QCOMPARE(open->stores.drafts.load(fixtureChat()).content.text, QString());
}

void tst_DraftStore::anEmptyDraftKeepsNobodysAddress()
{
    StoreFolder folder;
    const auto open = folder.open();
    const auto addresses = [&open] {
        auto& query = open->database.run("SELECT COUNT(*) FROM addressee");
        return query.next() ? query.value(0).toInt() : -1;
    };
    open->stores.drafts.save(fixtureChat(1), {}, open->changes);
    QCOMPARE(addresses(), 0);
    open->stores.drafts.save(fixtureChat(1), draftOf(u"text"_s), open->changes);
    QCOMPARE(addresses(), 1);
}

void tst_DraftStore::theListShowsIt()
{
    StoreFolder folder;
    const auto open = folder.open();
    open->stores.drafts.save(fixtureChat(), draftOf(u"half"_s), open->changes);
    QVERIFY(open->changes.conversations.contains(fixtureChat()));
    QCOMPARE(open->stores.conversations.one(fixtureChat())->draft, u"half"_s);
}

void tst_DraftStore::theListSaysWhatIsAttached_data()
{
    QTest::addColumn<MessageDraft>("draft");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, const QString& text, const QList<OutgoingFile>& files,
                         int places, const QString& shown) {
        MessageDraft draft = draftWith(files);
        draft.content.text = text;
        const QJsonObject place{{u"type"_s, u"location"_s}, {u"lat"_s, u"1"_s}, {u"lng"_s, u"2"_s}};
        for (int n = 0; n < places; ++n)
            draft.content.attachments.append(place);
        QTest::addRow("%s", name) << draft << shown;
    };
    const OutgoingFile photo = attached(u"one"_s);
    OutgoingFile paper = attached(u"two"_s);
    paper.kind = OutgoingFile::Kind::File;
    paper.name = u"report.pdf"_s;
    OutgoingFile other = paper;
    other.name = u"tides.txt"_s;
    row("words first", u"half"_s, {photo}, 1, u"half"_s);
    row("a photo", {}, {photo}, 0, u"Photo"_s);
    row("blank words", u" \n"_s, {photo}, 0, u"Photo"_s);
    row("photos", {}, {photo, photo}, 0, u"2 photos"_s);
    row("a file", {}, {paper}, 0, u"report.pdf"_s);
    row("files", {}, {other, paper, paper}, 0, u"3 files"_s);
    row("a place", {}, {}, 1, u"Location"_s);
    row("places", {}, {}, 2, u"2 locations"_s);
    row("of each", {}, {photo, other, photo}, 1, u"2 photos, tides.txt, Location"_s);
    row("a hostile name", {}, {OutgoingFile{OutgoingFile::Kind::File, {}, u"a\u202Efdp.exe"_s}}, 0,
        u"afdp.exe"_s);
}

void tst_DraftStore::theListSaysWhatIsAttached()
{
    QFETCH(const MessageDraft, draft);
    QFETCH(const QString, shown);
    StoreFolder folder;
    const auto open = folder.open();
    open->stores.drafts.save(fixtureChat(1), draft, open->changes);
    open->stores.drafts.save(fixtureChat(2), draftWith({attached(u"x"_s)}), open->changes);
    QCOMPARE(open->stores.conversations.one(fixtureChat(1))->draft, shown);
}

void tst_DraftStore::theListSaysWhatADraftWithoutWordsWasBegunFor()
{
    StoreFolder folder;
    const auto open = folder.open();
    Message question = receivedMessage(3, u"who?"_s);
    question.senderName = u"Ava"_s;
    open->takeOne(question);
    const auto shown = [&](const MessageDraft& draft) {
        open->stores.drafts.save(fixtureChat(), draft, open->changes);
        return open->stores.conversations.one(fixtureChat())->draft;
    };
    MessageDraft draft;
    draft.replyTo = question.id;
    QCOMPARE(shown(draft), u"Reply to Ava"_s);
    draft.content.files = {attached(u"one"_s)};
    QCOMPARE(shown(draft), u"Photo"_s);
    draft.content = {};
    draft.edit = {.message = fixtureId(4), .text = u"better\nwords"_s, .emoji = {}};
    QCOMPARE(shown(draft), u"Edit \u201cbetter words\u201d"_s);
    draft.edit.text.clear();
    QCOMPARE(shown(draft), u"Edit of a message"_s);
    draft.content.text = u"half"_s;
    QCOMPARE(shown(draft), u"half"_s);
    draft = {};
    draft.replyTo = fixtureId(9); // nobody knows it
    QCOMPARE(shown(draft), QString());
    draft.replyTo = question.id;
    open->stores.messages.markDeleted(fixtureChat(), question.id, 9, u"sender"_s, open->changes);
    QCOMPARE(shown(draft), QString());
}

SKEIN_TEST(tst_DraftStore)

} // namespace draftStoreTest

#include "tst_DraftStore.moc"

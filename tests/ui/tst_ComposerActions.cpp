// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ComposerActions.h"

#include "tests/fakes/FakeUploads.h"
#include "tests/support/AccountFixture.h"
#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/ThreadPane.h"
#include "ui/composer/Composer.h"
#include "ui/composer/Enclosures.h"
#include "ui/composer/MessageField.h"
#include "ui/composer/PurposeBar.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/thread/ThreadView.h"

#include <QDir>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace composerActionsTest {

namespace {

const ConversationId ben = chatWith(somebody);
const ConversationId iris = chatWith(u"20002"_s);

/// Refuses to keep one message; everything else is written.
void refuse(SyncFixture& world, const QString& text)
{
    Database database(world.file());
    database.run("CREATE TABLE unsent.refused (text TEXT)");
    database.run("INSERT INTO unsent.refused VALUES (?)", {text});
    database.run("CREATE TRIGGER unsent.refuse BEFORE INSERT ON outbox"
                 " WHEN NEW.text IN (SELECT text FROM refused)"
                 " BEGIN SELECT RAISE(ABORT, 'no space'); END");
}

} // namespace

// What is composed, between composer, outbox and disk, over crashes of the program.
class tst_ComposerActions : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aMessageArrivesAndLeavesFieldAndDraft();
    void aMessageWithFilesGoesBeforeTheOneWrittenAfterIt();
    void filesAreCopiedWhenTheyAreAttached();
    void aDraftComesBackWholeAfterACrash();
    void whatIsTakenOutIsRemoved();
    void aCopyThatNoDraftHoldsIsSweptAtTheNextStart();
    void anAnswerToWhatNobodyKnowsLeavesItsWords();
    void anEditOfWhatNobodyKnowsLeavesItsWords();
    void aCrashBeforeTheOutboxHasItLeavesTheDraft();
    void aCrashAfterTheOutboxHasItLeavesOneMessage();
    void whatIsRefusedComesBackWhereItWasWritten();
    void whatIsStillReadWhenOneLeavesIsThereOnReturning();
    void draftsOfTwoConversationsNeverMix();
    void aCancelledMessageComesBackToTheField();
    void aCancelledMessageComesBackToItsOwnDraft();
    void whatHasLeftCannotBeCancelled();
    void upEditsTheLastOwnMessage();
    void aRefusedEditComesBackWhereItWasWritten();

private:
    void start();
    /// The program dies and starts again.
    void crash();
    void go(const ConversationId& id);
    void attach();
    void type(const QString& text) { QTest::keyClicks(&field(), text); }
    void press(Qt::Key key) { QTest::keyClick(&field(), key); }
    void composeAll();
    void cancelSending();
    void verifyAll();

    Composer& composer() { return m_pane->composer(); }
    MessageField& field() { return *composer().findChild<MessageField*>(); }
    Enclosures& enclosures() { return composer().enclosures(); }
    [[nodiscard]] QStringList bar();
    [[nodiscard]] QStringList copies();
    [[nodiscard]] MessageDraft onDisk(const ConversationId& id);
    [[nodiscard]] MessageId newest();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SyncFixture> m_world;
    std::unique_ptr<FakeUploads> m_uploads;
    std::unique_ptr<AccountFixture> m_account;
    std::unique_ptr<ThreadPane> m_pane;
    std::unique_ptr<ComposerActions> m_actions;
    QStringList m_sentences;
};

void tst_ComposerActions::init()
{
    cleanup();
    m_sentences.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<SyncFixture>();
    m_uploads = std::make_unique<FakeUploads>(m_world->service, QList{ben, iris});
    m_world->service.serve(m_world->network());
    m_world->service.receive(somebody, u"who brings the oars?"_s);
    m_world->service.receive(u"20002"_s, u"hello"_s);
    start();
    go(ben);
}

void tst_ComposerActions::cleanup()
{
    m_actions.reset();
    m_pane.reset();
    m_account.reset();
    m_uploads.reset();
    m_world.reset();
}

void tst_ComposerActions::start()
{
    m_account = std::make_unique<AccountFixture>(*m_world, m_folder->path());
    m_pane = std::make_unique<ThreadPane>(m_account->thread, m_world->clock);
    m_actions = std::make_unique<ComposerActions>(m_account->session(), *m_pane);
    connect(m_actions.get(), &ComposerActions::refused, this,
        [this](const QString& sentence) { m_sentences.append(sentence); });
    m_pane->resize(700, 600);
    m_pane->show();
    m_world->staged().sweep();
    m_account->start();
    m_world->pass(2s);
}

void tst_ComposerActions::crash()
{
    m_actions.reset();
    m_pane.reset();
    m_account.reset();
    m_world->restart();
    start();
}

void tst_ComposerActions::go(const ConversationId& id)
{
    m_account->thread.open(id);
    m_pane->setConversation(id, {.title = u"Somebody"_s});
    m_world->settle();
}

/// A photo and a file.
void tst_ComposerActions::attach()
{
    QFile paper(m_folder->filePath(u"tides.txt"_s));
    QVERIFY(paper.open(QIODevice::WriteOnly));
    paper.write("low at nine");
    paper.close();
    enclosures().addImage(pictures::plain({64, 48}));
    enclosures().addPaths({paper.fileName()});
    QTRY_VERIFY(!enclosures().isBusy());
    m_world->settle();
}

/// Words, files and an answer, in the conversation in front.
void tst_ComposerActions::composeAll()
{
    emit m_pane->view().replyRequested(newest());
    attach();
    type(u"me, look"_s);
}

void tst_ComposerActions::cancelSending()
{
    m_world->network().hold(); // what goes up goes up for ever
    press(Qt::Key_Return);
    type(u"and then"_s);
    m_world->pass(1s);
    emit m_pane->view().cancelSendingRequested(m_world->waiting(ben).value(0).guid);
}

void tst_ComposerActions::verifyAll()
{
    QCOMPARE(composer().text(), u"me, look"_s);
    QCOMPARE(bar().value(0), u"Reply to "_s + m_account->thread.row(0).message.senderName);
    QCOMPARE(bar().value(1), u"who brings the oars?"_s);
    const QList<OutgoingFile> files = enclosures().files();
    QCOMPARE(files.size(), 2);
    QCOMPARE(files.at(0).pixels, QSize(64, 48));
    QCOMPARE(files.at(1).name, u"tides.txt"_s);
    QTRY_VERIFY(!enclosures().all().first().thumbnail.isNull());
    QCOMPARE(copies().size(), 2);
}

QStringList tst_ComposerActions::bar()
{
    QStringList lines;
    const auto* bar = composer().findChild<PurposeBar*>();
    for (const ElidedLabel* label : bar->findChildren<ElidedLabel*>()) {
        if (!bar->isHidden())
            lines.append(label->text());
    }
    return lines;
}

QStringList tst_ComposerActions::copies()
{
    m_world->settle();
    return QDir(m_world->store().outgoingFolder()).entryList(QDir::Files | QDir::Hidden);
}

MessageDraft tst_ComposerActions::onDisk(const ConversationId& id)
{
    return m_world->look([id](Stores& stores) { return stores.drafts.load(id); });
}

MessageId tst_ComposerActions::newest()
{
    const auto& thread = m_account->thread;
    return thread.count() > 0 ? thread.row(thread.count() - 1).message.id : MessageId{};
}

void tst_ComposerActions::aMessageArrivesAndLeavesFieldAndDraft()
{
    type(u"me"_s);
    m_world->pass(1s);
    QCOMPARE(onDisk(ben).content.text, u"me"_s);
    press(Qt::Key_Return);
    QCOMPARE(composer().text(), QString());
    m_world->pass(2s);
    QCOMPARE(m_world->service.texts(somebody).last(), u"me"_s);
    QVERIFY(onDisk(ben).isEmpty());
    crash();
    go(ben);
    QCOMPARE(composer().text(), QString());
}

void tst_ComposerActions::aMessageWithFilesGoesBeforeTheOneWrittenAfterIt()
{
    enclosures().addImage(pictures::plain({1200, 900}));
    type(u"look"_s);
    press(Qt::Key_Return); // and waits until the picture is copied
    QTRY_COMPARE(composer().text(), QString());
    type(u"well?"_s);
    press(Qt::Key_Return);
    m_world->pass(10s);
    QCOMPARE(m_world->service.texts(somebody).mid(1), (QStringList{u"look"_s, u"well?"_s}));
    QCOMPARE(m_uploads->images.size(), 1);
    QVERIFY(copies().isEmpty());
}

void tst_ComposerActions::filesAreCopiedWhenTheyAreAttached()
{
    m_account->outbox.stop();
    attach();
    const QStringList made = copies();
    QCOMPARE(made.size(), 2);
    QVERIFY(QFile::remove(m_folder->filePath(u"tides.txt"_s)));
    press(Qt::Key_Return);
    m_world->pass(1s);
    QCOMPARE(copies(), made); // none was copied twice
    const auto rows = m_world->waiting(ben);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().files.size(), 2);
}

void tst_ComposerActions::aDraftComesBackWholeAfterACrash()
{
    composeAll();
    m_world->pass(1s);
    crash();
    go(ben);
    verifyAll();
    press(Qt::Key_Return);
    m_world->pass(10s);
    QCOMPARE(m_world->service.texts(somebody).last(), u"me, look"_s);
    QVERIFY(copies().isEmpty());
}

void tst_ComposerActions::whatIsTakenOutIsRemoved()
{
    attach();
    enclosures().remove(enclosures().all().first().id); // before the draft is on disk
    QCOMPARE(copies().size(), 1);
    m_world->pass(1s);
    QCOMPARE(onDisk(ben).content.files.size(), 1);
    enclosures().remove(enclosures().all().first().id);
    m_world->pass(1s);
    QVERIFY(onDisk(ben).isEmpty());
    QVERIFY(copies().isEmpty());
}

void tst_ComposerActions::aCopyThatNoDraftHoldsIsSweptAtTheNextStart()
{
    attach();
    QCOMPARE(copies().size(), 2);
    crash(); // sooner than the draft is written
    QVERIFY(copies().isEmpty());
    go(ben);
    QVERIFY(enclosures().isEmpty());
}

void tst_ComposerActions::anAnswerToWhatNobodyKnowsLeavesItsWords()
{
    MessageDraft draft = draftOf(u"me"_s);
    draft.replyTo = MessageId{u"4711"_s};
    m_account->drafts.save(iris, draft);
    go(iris);
    QCOMPARE(composer().text(), u"me"_s);
    QVERIFY(bar().isEmpty());
}

void tst_ComposerActions::anEditOfWhatNobodyKnowsLeavesItsWords()
{
    MessageDraft draft = draftOf(u"half"_s);
    draft.edit = {.message = MessageId{u"4711"_s}, .text = u"better words"_s, .emoji = {}};
    m_account->drafts.save(iris, draft);
    go(iris);
    QVERIFY(!composer().isEditing());
    QCOMPARE(composer().text(), u"better words\nhalf"_s);
}

void tst_ComposerActions::aCrashBeforeTheOutboxHasItLeavesTheDraft()
{
    composeAll();
    m_world->pass(1s);
    refuse(*m_world, u"me, look"_s); // as if the crash came before the row
    press(Qt::Key_Return);
    QCOMPARE(composer().text(), QString());
    crash();
    QVERIFY(m_world->waiting(ben).isEmpty());
    go(ben);
    verifyAll();
}

void tst_ComposerActions::aCrashAfterTheOutboxHasItLeavesOneMessage()
{
    m_account->outbox.stop();
    composeAll();
    m_world->pass(1s);
    press(Qt::Key_Return);
    crash(); // no event came between
    go(ben);
    QCOMPARE(composer().text(), QString());
    QVERIFY(enclosures().isEmpty());
    QVERIFY(bar().isEmpty());
    m_world->pass(10s);
    QCOMPARE(m_world->service.texts(somebody).count(u"me, look"_s), 1);
    QCOMPARE(m_uploads->images.size(), 1);
    QCOMPARE(m_uploads->files.size(), 1);
    QVERIFY(copies().isEmpty());
}

void tst_ComposerActions::whatIsRefusedComesBackWhereItWasWritten()
{
    refuse(*m_world, u"me, look"_s);
    composeAll();
    press(Qt::Key_Return);
    m_account->thread.open(iris);
    m_pane->setConversation(iris, {.title = u"Iris"_s});
    m_world->pass(1s);
    QCOMPARE(m_sentences.size(), 1);
    QVERIFY(m_sentences.first().endsWith(u"It is back where you wrote it."_s));
    QCOMPARE(composer().text(), QString());
    QVERIFY(enclosures().isEmpty());
    go(ben);
    verifyAll();
}

void tst_ComposerActions::whatIsStillReadWhenOneLeavesIsThereOnReturning()
{
    type(u"look"_s);
    enclosures().addImage(pictures::plain({1200, 900}));
    go(iris);
    QTRY_COMPARE(copies().size(), 1);
    m_world->pass(1s);
    QCOMPARE(onDisk(ben).content.files.size(), 1);
    QVERIFY(enclosures().isEmpty());
    go(ben);
    QCOMPARE(composer().text(), u"look"_s);
    QCOMPARE(enclosures().files().size(), 1);
}

void tst_ComposerActions::draftsOfTwoConversationsNeverMix()
{
    composeAll();
    go(iris);
    QCOMPARE(composer().text(), QString());
    QVERIFY(bar().isEmpty());
    QVERIFY(enclosures().isEmpty());
    type(u"only for Iris"_s);
    go(ben);
    verifyAll();
    press(Qt::Key_Return);
    m_world->pass(10s);
    go(iris);
    QCOMPARE(composer().text(), u"only for Iris"_s);
    QVERIFY(bar().isEmpty());
    QVERIFY(enclosures().isEmpty());
    QVERIFY(!m_world->service.texts(u"20002"_s).contains(u"only for Iris"_s));
}

void tst_ComposerActions::aCancelledMessageComesBackToTheField()
{
    composeAll();
    cancelSending();
    m_world->settle();
    QVERIFY(m_world->waiting(ben).isEmpty());
    QCOMPARE(composer().text(), u"me, look\nand then"_s);
    crash(); // it was on disk as soon as it was back
    go(ben);
    QCOMPARE(composer().text(), u"me, look\nand then"_s);
    field().setPlainText(u"me, look"_s);
    verifyAll();
}

void tst_ComposerActions::aCancelledMessageComesBackToItsOwnDraft()
{
    composeAll();
    cancelSending();
    m_account->thread.open(iris);
    m_pane->setConversation(iris, {.title = u"Iris"_s}); // sooner than anybody looked
    m_world->settle();
    QCOMPARE(composer().text(), QString());
    QVERIFY(m_world->waiting(ben).isEmpty());
    QCOMPARE(onDisk(ben).content.text, u"me, look\nand then"_s);
    QCOMPARE(onDisk(ben).content.files.size(), 2);
    QCOMPARE(copies().size(), 2);
}

void tst_ComposerActions::whatHasLeftCannotBeCancelled()
{
    type(u"me"_s);
    cancelSending();
    m_world->settle();
    QCOMPARE(composer().text(), u"and then"_s);
    QCOMPARE(m_sentences, QStringList{u"The message is already on its way."_s});
}

void tst_ComposerActions::upEditsTheLastOwnMessage()
{
    for (const QString& text : {u"first"_s, u"second"_s}) {
        type(text);
        press(Qt::Key_Return);
        m_world->pass(2s);
    }
    m_world->service.receive(somebody, u"and?"_s);
    m_world->pass(30s);
    press(Qt::Key_Up);
    QVERIFY(composer().isEditing());
    QCOMPARE(composer().text(), u"second"_s);
    press(Qt::Key_Escape);
    type(u"half"_s);
    emit m_pane->view().editRequested(m_account->thread.row(1).message.id);
    QCOMPARE(composer().text(), u"first"_s);
    type(u"!"_s);
    m_world->pass(1s);

    crash(); // the edit and the new message are both there
    go(ben);
    QVERIFY(composer().isEditing());
    QCOMPARE(composer().text(), u"first!"_s);
    QCOMPARE(bar(), (QStringList{u"Edit message"_s, u"first"_s}));
    go(iris);
    QVERIFY(!composer().isEditing());
    go(ben);
    QCOMPARE(composer().text(), u"first!"_s);
    press(Qt::Key_Escape);
    QCOMPARE(composer().text(), u"half"_s);
}

void tst_ComposerActions::aRefusedEditComesBackWhereItWasWritten()
{
    type(u"mine"_s);
    press(Qt::Key_Return);
    m_world->pass(2s);
    const MessageId mine = newest();
    emit m_pane->view().editRequested(mine);
    type(u"!"_s);
    m_world->network().expect(HttpRequest::Method::Put,
        u"/v4/direct_messages/%1/messages/%2"_s.arg(somebody, mine.value),
        FakeTransport::failure(400));
    press(Qt::Key_Return);
    QVERIFY(!composer().isEditing());
    m_account->thread.open(iris);
    m_pane->setConversation(iris, {.title = u"Iris"_s});
    m_world->pass(5s);
    QCOMPARE(m_sentences.size(), 1);
    QVERIFY(!composer().isEditing());
    QCOMPARE(onDisk(ben).edit.message, mine);
    go(ben);
    QVERIFY(composer().isEditing());
    QCOMPARE(composer().text(), u"mine!"_s);
    QCOMPARE(bar().value(1), u"mine"_s);
}

SKEIN_TEST(tst_ComposerActions)

} // namespace composerActionsTest

#include "tst_ComposerActions.moc"

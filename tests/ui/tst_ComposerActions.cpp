// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/ComposerDesk.h"
#include "tests/support/SkeinTest.h"

#include <QLabel>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace composerActionsTest {

namespace {

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
class tst_ComposerActions : public ComposerDesk {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void aMessageArrivesAndLeavesFieldAndDraft();
    void aMessageWithFilesGoesBeforeTheOneWrittenAfterIt();
    void filesAreCopiedWhenTheyAreAttached();
    void aDraftComesBackWholeAfterACrash();
    void whatIsTakenOutIsRemoved();
    void aCopyThatNoDraftHoldsIsSweptAtTheNextStart();
    void whatIsNamedWithoutACopyIsSaidAtTheNextStart();
    void anAnswerToWhatNobodyKnowsLeavesItsWords();
    void aCrashBeforeTheOutboxHasItLeavesTheDraft();
    void aCrashAfterTheOutboxHasItLeavesOneMessage();
    void whatIsRefusedComesBackWhereItWasWritten();
    void whatIsStillReadWhenOneLeavesIsThereOnReturning();
    void draftsOfTwoConversationsNeverMix();
};

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

void tst_ComposerActions::whatIsNamedWithoutACopyIsSaidAtTheNextStart()
{
    MessageDraft draft = draftOf(u"look"_s);
    draft.content.files = {{.kind = OutgoingFile::Kind::File, .name = u"tides.txt"_s}};
    m_account->drafts.save(iris, draft); // as the crash left it
    m_account->drafts.flush();
    crash();
    go(iris);
    const auto says = [this](const QString& sentence) {
        const auto labels = composer().findChildren<QLabel*>();
        return std::ranges::any_of(labels,
            [&](const QLabel* label) { return label->isVisible() && label->text() == sentence; });
    };
    QTRY_VERIFY(says(u"tides.txt could not be copied in time. Attach it again."_s));
    QCOMPARE(composer().text(), u"look"_s);
    QVERIFY(enclosures().isEmpty());
    m_world->pass(1s);
    QVERIFY(onDisk(iris).content.files.isEmpty()); // said once
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
    leave();
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

SKEIN_TEST(tst_ComposerActions)

} // namespace composerActionsTest

#include "tst_ComposerActions.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/composer/Composer.h"
#include "ui/composer/MentionPopup.h"
#include "ui/composer/MessageField.h"

#include <QJsonObject>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace skein;
using namespace Qt::StringLiterals;

namespace composerMentionsTest {

namespace {

QJsonArray mentioning(const QList<QString>& users, const QList<std::pair<int, int>>& places)
{
    QJsonArray loci;
    for (const auto& [start, length] : places)
        loci.append(QJsonArray{start, length});
    return {QJsonObject{{u"type"_s, u"mentions"_s},
        {u"user_ids"_s, QJsonArray::fromStringList(users)}, {u"loci"_s, loci}}};
}

} // namespace

// Who is mentioned by what is sent, however it was written; and Enter with and without the list.
class tst_ComposerMentions : public QObject {
    Q_OBJECT
private slots:
    void init();
    void textThatMentionsNobodyHasNoAttachment();
    void placesCountFromWhatIsSent();
    void aNameTypedByHandIsAMention();
    void everyoneIsAMention();
    void aNameThatStartsAnotherIsNotTakenForIt();
    void anEmojiBeforeItCountsAsTwo();
    void theOneChosenOfTwoPeopleOfOneNameIsMeant();
    void aChoiceIsForgottenInAnotherConversation();
    void aNameThatWasEditedIsNoMentionAnyMore();
    void textBeforeAMentionMayChange();
    void aDraftFindsItsMentionsAgain();
    void aDraftThatComesBackOpensNoList();
    void enterChoosesWhileTheListIsOpenAndSendsAfter();
    void theListIsGoneWithTheComposer();
    void barringClosesTheList();

private:
    MessageField& field() { return *m_composer->findChild<MessageField*>(); }
    MentionPopup& popup() { return *m_window->findChild<MentionPopup*>(); }
    void type(const QString& text) { QTest::keyClicks(&field(), text); }
    void press(Qt::Key key) { QTest::keyClick(&field(), key); }
    QJsonArray sent(const QString& text);

    std::unique_ptr<QWidget> m_window;
    Composer* m_composer = nullptr;
    std::unique_ptr<QSignalSpy> m_sent;
};

void tst_ComposerMentions::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(500, 600);
    m_composer = new Composer(m_window.get());
    auto* column = new QVBoxLayout(m_window.get());
    column->addStretch();
    column->addWidget(m_composer);
    m_composer->setConversation(ConversationId::group(u"77"_s), u"Rowing"_s);
    m_composer->setPeople(
        {{{u"-1"_s}, u"everyone"_s, {}}, {{u"11"_s}, u"Ann"_s, {}}, {{u"12"_s}, u"Ann Berg"_s, {}},
            {{u"21"_s}, u"Sam Lee"_s, {}}, {{u"22"_s}, u"Sam Lee"_s, {}}});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_composer->focusField();
    m_sent = std::make_unique<QSignalSpy>(m_composer, &Composer::sendRequested);
}

/// The attachments of the one message that went out; `text` is what it must say.
QJsonArray tst_ComposerMentions::sent(const QString& text)
{
    QTest::mouseClick(m_composer->findChild<QPushButton*>(), Qt::LeftButton);
    const auto message = m_sent->value(0).value(0).value<ComposedMessage>();
    if (m_sent->size() != 1 || message.text != text)
        return {u"another message"_s};
    return message.attachments;
}

void tst_ComposerMentions::textThatMentionsNobodyHasNoAttachment()
{
    type(u"mail ann@example.org or @nobody"_s);
    QCOMPARE(sent(u"mail ann@example.org or @nobody"_s), QJsonArray());
}

void tst_ComposerMentions::placesCountFromWhatIsSent()
{
    type(u"   hi @berg"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_composer->text(), u"   hi @Ann Berg "_s);
    QCOMPARE(sent(u"hi @Ann Berg"_s), mentioning({u"12"_s}, {{3, 9}}));
}

void tst_ComposerMentions::aNameTypedByHandIsAMention()
{
    m_composer->setText(u"@Ann, @Ann Berg!"_s);
    QCOMPARE(sent(u"@Ann, @Ann Berg!"_s), mentioning({u"11"_s, u"12"_s}, {{0, 4}, {6, 9}}));
}

void tst_ComposerMentions::everyoneIsAMention()
{
    type(u"@every"_s);
    press(Qt::Key_Tab);
    type(u"look"_s);
    QCOMPARE(sent(u"@everyone look"_s), mentioning({u"-1"_s}, {{0, 9}}));
}

void tst_ComposerMentions::aNameThatStartsAnotherIsNotTakenForIt()
{
    m_composer->setText(u"@Annabel @Ann Bergen"_s);
    QCOMPARE(sent(u"@Annabel @Ann Bergen"_s), mentioning({u"11"_s}, {{9, 4}}));
}

void tst_ComposerMentions::anEmojiBeforeItCountsAsTwo()
{
    m_composer->setText(u"\U0001F389"_s);
    type(u"@berg"_s);
    press(Qt::Key_Return);
    QCOMPARE(sent(u"\U0001F389@Ann Berg"_s), mentioning({u"12"_s}, {{2, 9}}));
}

void tst_ComposerMentions::theOneChosenOfTwoPeopleOfOneNameIsMeant()
{
    type(u"@sam"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(sent(u"@Sam Lee"_s), mentioning({u"22"_s}, {{0, 8}}));
}

void tst_ComposerMentions::aChoiceIsForgottenInAnotherConversation()
{
    type(u"@sam"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    m_composer->setConversation(ConversationId::group(u"78"_s), u"Chess"_s);
    m_composer->setText(u"@Sam Lee"_s);
    QCOMPARE(sent(u"@Sam Lee"_s), mentioning({u"21"_s}, {{0, 8}}));
}

void tst_ComposerMentions::aNameThatWasEditedIsNoMentionAnyMore()
{
    type(u"@sam"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Backspace);
    press(Qt::Key_Backspace);
    QCOMPARE(sent(u"@Sam Le"_s), QJsonArray());
}

void tst_ComposerMentions::textBeforeAMentionMayChange()
{
    type(u"@sam"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Home);
    type(u"oh "_s);
    QCOMPARE(sent(u"oh @Sam Lee"_s), mentioning({u"21"_s}, {{3, 8}}));
}

void tst_ComposerMentions::aDraftFindsItsMentionsAgain()
{
    m_composer->giveBack(u"ask @Ann"_s);
    QCOMPARE(sent(u"ask @Ann"_s), mentioning({u"11"_s}, {{4, 4}}));
}

void tst_ComposerMentions::aDraftThatComesBackOpensNoList()
{
    m_composer->setText(u"ask @an"_s);
    QVERIFY(!popup().isVisible());
    type(u"n"_s);
    QVERIFY(popup().isVisible());
}

void tst_ComposerMentions::enterChoosesWhileTheListIsOpenAndSendsAfter()
{
    type(u"@berg"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
    m_composer->clear();
    type(u"@ann"_s);
    press(Qt::Key_Escape);
    QCOMPARE(m_composer->text(), u"@ann"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 2);
    QCOMPARE(m_sent->last().at(0).value<ComposedMessage>().attachments, QJsonArray());
}

void tst_ComposerMentions::theListIsGoneWithTheComposer()
{
    type(u"@a"_s);
    QVERIFY(popup().isVisible());
    delete m_composer;
    QVERIFY(!m_window->findChild<MentionPopup*>());
}

void tst_ComposerMentions::barringClosesTheList()
{
    type(u"@a"_s);
    m_composer->setBarred(u"Only admins can write in this topic."_s);
    QVERIFY(!popup().isVisible());
}

SKEIN_TEST(tst_ComposerMentions)

} // namespace composerMentionsTest

#include "tst_ComposerMentions.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/composer/Composer.h"
#include "ui/composer/Enclosures.h"
#include "ui/composer/MessageField.h"
#include "ui/composer/PurposeBar.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/IconButton.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace skein;
using namespace Qt::StringLiterals;

namespace composerPurposeTest {

namespace {

const MessageId ava{u"176000000000000001"_s};
const MessageId mine{u"176000000000000002"_s};

/// Braces around one array alone would copy it.
QJsonArray charmap(const QList<std::pair<int, int>>& cells)
{
    QJsonArray map;
    for (const auto& [pack, index] : cells)
        map.append(QJsonArray{pack, index});
    return map;
}

QJsonObject typed(const QString& type) { return {{u"type"_s, type}}; }

QJsonObject mentioning(const QString& user, int start, int length)
{
    return {{u"type"_s, u"mentions"_s}, {u"user_ids"_s, QJsonArray{user}},
        {u"loci"_s, QJsonArray{QJsonValue(QJsonArray{start, length})}}};
}

} // namespace

// Answering and editing: what the bar says, what Esc does, and what is sent.
class tst_ComposerPurpose : public QObject {
    Q_OBJECT
private slots:
    void init();
    void theBarSaysWhoIsAnswered();
    void anAnswerCarriesBothIds();
    void anAnswerAloneIsNoMessage();
    void escapeGivesTheAnswerUpAndKeepsTheWords();
    void escapeIsTheWindowsWhenThereIsNothingToGiveUp();
    void theCrossGivesTheAnswerUp();
    void anAnswerMentions();
    void anAnswerIsOverOnceSent();
    void anAnswerStaysWithItsConversation();
    void theFieldHoldsTheWordsOfTheEditedMessage();
    void anEditSaysWhichMessageAndKeepsItsAttachments();
    void escapeBringsBackWhatWasThere();
    void anEditThatWasSentBringsBackWhatWasThere();
    void anEditAnswersAndAttachesNothing();
    void anEditOfAPhotoMayBeBlank();
    void anEditMentions();
    void anEditKeepsGroupMesEmoji();
    void anEditDoesNotTouchTheDraft();
    void anEditStaysWithItsConversation();
    void anotherEditTakesItsPlace();
    void upInTheEmptyFieldEditsTheLastMessage();

private:
    MessageField& field() { return *m_composer->findChild<MessageField*>(); }
    PurposeBar& bar() { return *m_composer->findChild<PurposeBar*>(); }
    QStringList lines();
    void press(Qt::Key key) { QTest::keyClick(&field(), key); }
    void type(const QString& text) { QTest::keyClicks(&field(), text); }
    ComposedMessage sent();

    std::unique_ptr<QWidget> m_window;
    Composer* m_composer = nullptr;
    std::unique_ptr<QSignalSpy> m_sent;
    QHash<ConversationId, MessageDraft> m_kept;
};

void tst_ComposerPurpose::init()
{
    m_window = std::make_unique<QWidget>();
    m_kept.clear();
    m_window->resize(600, 500);
    m_composer = new Composer(m_window.get());
    auto* column = new QVBoxLayout(m_window.get());
    column->addStretch();
    column->addWidget(m_composer);
    m_composer->setDrafts({.load =
                               [this](const ConversationId& id) {
                                   return later(m_composer,
                                       Result<ComposerDraft>({m_kept.value(id),
                                           {u"Ava"_s, u"who?"_s, {}}, {u"old words"_s, {}}}));
                               },
        .save
        = [this](const ConversationId& id, const MessageDraft& draft) { m_kept.insert(id, draft); },
        .add = {}});
    m_composer->setConversation(ConversationId::group(u"77"_s), u"Rowing"_s);
    m_composer->setPeople({{{u"11"_s}, u"Ann"_s, {}}});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_composer->focusField();
    QCoreApplication::processEvents();
    m_sent = std::make_unique<QSignalSpy>(m_composer, &Composer::sendRequested);
}

QStringList tst_ComposerPurpose::lines()
{
    QStringList lines;
    for (const ElidedLabel* label : bar().findChildren<ElidedLabel*>()) {
        if (label->isVisible())
            lines.append(label->text());
    }
    return lines;
}

ComposedMessage tst_ComposerPurpose::sent()
{
    press(Qt::Key_Return);
    ComposedMessage none;
    none.text = u"nothing was sent"_s;
    return m_sent->isEmpty() ? none : m_sent->last().value(0).value<ComposedMessage>();
}

void tst_ComposerPurpose::theBarSaysWhoIsAnswered()
{
    QVERIFY(!bar().isVisible());
    m_composer->setReply(ava, u"Ava"_s, u"who brings\nthe oars?"_s);
    QVERIFY(bar().isVisible());
    QCOMPARE(lines(), (QStringList{u"Reply to Ava"_s, u"who brings the oars?"_s}));
    QCOMPARE(bar().accessibleName(), u"Reply to Ava"_s);
    QCOMPARE(bar().findChild<IconButton*>()->accessibleName(), u"Cancel the reply"_s);
    QVERIFY(field().hasFocus());
}

void tst_ComposerPurpose::anAnswerCarriesBothIds()
{
    m_composer->setReply(ava, u"Ava"_s, u"who?"_s);
    type(u"me"_s);
    const ComposedMessage message = sent();
    QCOMPARE(message.text, u"me"_s);
    QCOMPARE(message.replyTo, ava);
    QCOMPARE(message.attachments,
        (QJsonArray{QJsonObject{{u"type"_s, u"reply"_s}, {u"reply_id"_s, ava.value},
            {u"base_reply_id"_s, ava.value}}}));
    QVERIFY(message.editing.isEmpty());
}

void tst_ComposerPurpose::anAnswerAloneIsNoMessage()
{
    m_composer->setReply(ava, u"Ava"_s, u"who?"_s);
    QVERIFY(!m_composer->findChild<QPushButton*>()->isEnabled());
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
}

void tst_ComposerPurpose::escapeGivesTheAnswerUpAndKeepsTheWords()
{
    m_composer->setReply(ava, u"Ava"_s, u"who?"_s);
    type(u"me"_s);
    QKeyEvent asks(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
    asks.ignore();
    QCoreApplication::sendEvent(&field(), &asks);
    QVERIFY(asks.isAccepted());
    press(Qt::Key_Escape);
    QVERIFY(!bar().isVisible());
    const ComposedMessage message = sent();
    QCOMPARE(message.text, u"me"_s);
    QVERIFY(message.attachments.isEmpty());
    QVERIFY(message.replyTo.isEmpty());
}

void tst_ComposerPurpose::escapeIsTheWindowsWhenThereIsNothingToGiveUp()
{
    QKeyEvent asks(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
    asks.ignore();
    QCoreApplication::sendEvent(&field(), &asks);
    QVERIFY(!asks.isAccepted());
}

void tst_ComposerPurpose::theCrossGivesTheAnswerUp()
{
    m_composer->setReply(ava, u"Ava"_s, u"who?"_s);
    QTest::mouseClick(bar().findChild<IconButton*>(), Qt::LeftButton);
    QVERIFY(!bar().isVisible());
    QVERIFY(field().hasFocus());
}

void tst_ComposerPurpose::anAnswerMentions()
{
    m_composer->setReply(ava, u"Ava"_s, u"who?"_s);
    type(u"ask @an"_s);
    press(Qt::Key_Tab);
    const ComposedMessage message = sent();
    QCOMPARE(message.attachments.size(), 2);
    QCOMPARE(message.attachments.at(1).toObject(), mentioning(u"11"_s, 4, 4));
}

void tst_ComposerPurpose::anAnswerIsOverOnceSent()
{
    m_composer->setReply(ava, u"Ava"_s, u"who?"_s);
    type(u"me"_s);
    press(Qt::Key_Return);
    QVERIFY(bar().isVisible()); // until somebody has it
    m_composer->clear();
    QVERIFY(!bar().isVisible());
    type(u"and"_s);
    QVERIFY(sent().replyTo.isEmpty());
}

void tst_ComposerPurpose::anAnswerStaysWithItsConversation()
{
    m_composer->setReply(ava, u"Ava"_s, u"who?"_s);
    type(u"me"_s);
    m_composer->setConversation(ConversationId::group(u"78"_s), u"Chess"_s);
    QVERIFY(!bar().isVisible());
    m_composer->setConversation(ConversationId::group(u"77"_s), u"Rowing"_s);
    QTRY_VERIFY(bar().isVisible());
    QCOMPARE(lines(), (QStringList{u"Reply to Ava"_s, u"who?"_s}));
    QCOMPARE(m_composer->text(), u"me"_s);
}

void tst_ComposerPurpose::theFieldHoldsTheWordsOfTheEditedMessage()
{
    type(u"half a sentence"_s);
    m_composer->setEditing(mine, u"old words"_s);
    QVERIFY(m_composer->isEditing());
    QCOMPARE(m_composer->text(), u"old words"_s);
    QCOMPARE(lines(), (QStringList{u"Edit message"_s, u"old words"_s}));
    QCOMPARE(bar().findChild<IconButton*>()->accessibleName(), u"Cancel the edit"_s);
    QVERIFY(field().hasFocus());
    field().undo(); // not to what was there before
    QCOMPARE(m_composer->text(), u"old words"_s);
}

void tst_ComposerPurpose::anEditSaysWhichMessageAndKeepsItsAttachments()
{
    const QJsonArray before{typed(u"image"_s), mentioning(u"99"_s, 0, 3), typed(u"reply"_s)};
    m_composer->setEditing(mine, u"old"_s, before);
    type(u" and new"_s);
    const ComposedMessage message = sent();
    QCOMPARE(message.editing, mine);
    QCOMPARE(message.text, u"old and new"_s);
    QCOMPARE(message.attachments, (QJsonArray{typed(u"image"_s), typed(u"reply"_s)}));
}

void tst_ComposerPurpose::escapeBringsBackWhatWasThere()
{
    m_composer->setReply(ava, u"Ava"_s, u"who?"_s);
    m_composer->enclosures().addPlace(typed(u"location"_s));
    type(u"half a sentence"_s);
    press(Qt::Key_Home);
    m_composer->setEditing(mine, u"old words"_s);
    type(u" changed"_s);
    press(Qt::Key_Escape);
    QVERIFY(!m_composer->isEditing());
    QCOMPARE(m_composer->text(), u"half a sentence"_s);
    QCOMPARE(field().textCursor().position(), 0);
    QCOMPARE(lines(), (QStringList{u"Reply to Ava"_s, u"who?"_s}));
    QCOMPARE(m_composer->enclosures().places().size(), 1);
    press(Qt::Key_Escape);
    QVERIFY(!bar().isVisible());
    QCOMPARE(m_composer->text(), u"half a sentence"_s);
}

void tst_ComposerPurpose::anEditThatWasSentBringsBackWhatWasThere()
{
    type(u"half a sentence"_s);
    m_composer->setEditing(mine, u"old words"_s);
    type(u"!"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_composer->text(), u"old words!"_s); // until somebody has it
    m_composer->clear();
    QVERIFY(!m_composer->isEditing());
    QCOMPARE(m_composer->text(), u"half a sentence"_s);
    QVERIFY(sent().editing.isEmpty());
}

void tst_ComposerPurpose::anEditAnswersAndAttachesNothing()
{
    m_composer->setReply(ava, u"Ava"_s, u"who?"_s);
    m_composer->enclosures().addPlace(typed(u"location"_s));
    m_composer->setEditing(mine, u"old words"_s);
    const ComposedMessage message = sent();
    QVERIFY(message.replyTo.isEmpty());
    QVERIFY(message.attachments.isEmpty());
    QVERIFY(message.files.isEmpty());
}

void tst_ComposerPurpose::anEditOfAPhotoMayBeBlank()
{
    m_composer->setEditing(mine, u"caption"_s, {typed(u"image"_s)});
    field().clear();
    QCOMPARE(sent().text, QString());
    m_composer->clear();
    m_composer->setEditing(mine, u"words"_s, {typed(u"reply"_s)});
    field().clear();
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
}

void tst_ComposerPurpose::anEditMentions()
{
    m_composer->setEditing(mine, u"ask"_s);
    type(u" @an"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QCOMPARE(sent().attachments, (QJsonArray{mentioning(u"11"_s, 4, 4)}));
}

void tst_ComposerPurpose::anEditKeepsGroupMesEmoji()
{
    const auto emoji = [](const QString& placeholder, const QJsonArray& charmap) {
        return QJsonObject{
            {u"type"_s, u"emoji"_s}, {u"placeholder"_s, placeholder}, {u"charmap"_s, charmap}};
    };
    m_composer->setEditing(
        mine, u"a \u2603 b \u2603"_s, {emoji(u"\u2603"_s, charmap({{1, 5}, {2, 7}}))});
    QCOMPARE(m_composer->text(), u"a \ufffd b \ufffd"_s);
    press(Qt::Key_Home);
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Delete);
    const ComposedMessage message = sent();
    QCOMPARE(message.text, u"b \ufffd"_s);
    QCOMPARE(message.attachments, (QJsonArray{emoji(u"\ufffd"_s, charmap({{2, 7}}))}));
}

void tst_ComposerPurpose::anEditDoesNotTouchTheDraft()
{
    type(u"half"_s);
    m_composer->setEditing(mine, u"old words"_s);
    type(u"!"_s);
    const MessageDraft kept = m_kept.value(m_composer->conversation());
    QCOMPARE(kept.content.text, u"half"_s);
    QCOMPARE(kept.edit.message, mine);
    QCOMPARE(kept.edit.text, u"old words!"_s);
}

void tst_ComposerPurpose::anEditStaysWithItsConversation()
{
    type(u"half"_s);
    m_composer->setEditing(mine, u"old words"_s);
    type(u"!"_s);
    m_composer->setConversation(ConversationId::group(u"78"_s), u"Chess"_s);
    QVERIFY(!m_composer->isEditing());
    QCOMPARE(m_composer->text(), QString());
    m_composer->setConversation(ConversationId::group(u"77"_s), u"Rowing"_s);
    QTRY_VERIFY(m_composer->isEditing());
    QCOMPARE(m_composer->text(), u"old words!"_s);
    QCOMPARE(lines(), (QStringList{u"Edit message"_s, u"old words"_s}));
    press(Qt::Key_Escape);
    QCOMPARE(m_composer->text(), u"half"_s);
}

void tst_ComposerPurpose::anotherEditTakesItsPlace()
{
    type(u"half"_s);
    m_composer->setEditing(mine, u"first"_s);
    m_composer->setEditing({u"3"_s}, u"second"_s);
    QCOMPARE(m_composer->text(), u"second"_s);
    press(Qt::Key_Escape);
    QCOMPARE(m_composer->text(), u"half"_s);
}

void tst_ComposerPurpose::upInTheEmptyFieldEditsTheLastMessage()
{
    const QSignalSpy asked(m_composer, &Composer::editLastRequested);
    press(Qt::Key_Up);
    QCOMPARE(asked.size(), 1);
    QTest::keyClick(&field(), Qt::Key_Up, Qt::ControlModifier); // the topics' key
    type(u"a"_s);
    press(Qt::Key_Up);
    QCOMPARE(asked.size(), 1);
    press(Qt::Key_Backspace);
    m_composer->setReply(ava, u"Ava"_s, u"who?"_s);
    press(Qt::Key_Up);
    QCOMPARE(asked.size(), 1);
}

SKEIN_TEST(tst_ComposerPurpose)

} // namespace composerPurposeTest

#include "tst_ComposerPurpose.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/Outbox.h"
#include "tests/support/SkeinTest.h"
#include "ui/composer/Composer.h"
#include "ui/composer/MessageField.h"

#include <QInputMethodEvent>
#include <QLabel>
#include <QMimeData>
#include <QPromise>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace composerTest {

namespace {

ConversationId chat(const QString& other)
{
    return {ConversationId::Kind::Direct, u"1001+"_s + other, other};
}

const QString barred = u"Only admins can write in this topic."_s;

/// Drafts whose answers come when the test says so.
class LateDrafts {
public:
    DraftBox box()
    {
        return {.load =
                    [this](const ConversationId& id) {
                        QPromise<Result<ComposerDraft>> promise;
                        promise.start();
                        auto future = promise.future();
                        m_asked.emplace_back(id, std::move(promise));
                        return future;
                    },
            .save
            = [this](const ConversationId& id,
                  const MessageDraft& draft) { saved.append({id.key(), draft.content.text}); },
            .add = {}};
    }
    void answer(size_t question, const QString& draft)
    {
        auto& promise = m_asked.at(question).second;
        promise.addResult(Result<ComposerDraft>(ComposerDraft{draftOf(draft), {}, {}}));
        promise.finish();
        QCoreApplication::processEvents();
    }

    QList<std::pair<QString, QString>> saved;

private:
    std::vector<std::pair<ConversationId, QPromise<Result<ComposerDraft>>>> m_asked;
};

class FieldProbe : public MessageField {
public:
    using MessageField::insertFromMimeData;
};

} // namespace

class tst_Composer : public QObject {
    Q_OBJECT
private slots:
    void init();
    void namesAreThoseThatTestsAndScreenReadersKnow();
    void enterSendsAndShiftEnterBreaksTheLine();
    void enterThatEndsACompositionSendsNothing();
    void theSendButtonSends();
    void blankTextCannotBeSent();
    void tooLongTextIsRefusedWithASentence();
    void theCounterAppearsNearTheLimit();
    void pastingIsPlain();
    void growsToEightLinesThenScrolls();
    void growsWithWrappedLinesAtAnyWidth();
    void pageKeysGoOnWhenTheFieldNeedsThemNot();
    void aDraftComesBackInItsConversation();
    void everyChangeIsKeptInTheConversationItWasTypedIn();
    void aLateDraftStandsBeforeWhatWasTypedMeanwhile();
    void aLateDraftDoesNotLandInAnotherConversation();
    void aLateDraftDoesNotComeBackAfterLeavingAndReturning();
    void theSameConversationAgainLeavesTheText();
    void switchingKeepsNothingOfTheOtherConversationInUndo();
    void refusedTextComesBackBeforeWhatWasTypedSince();
    void aBarredComposerSaysWhyInPlaceOfTheField();
    void barringKeepsTheDraft();
    void barringSendsNothing();
    void barringTakesTheFocusOutOfTheFieldAndGivesItBack();
    void barringTakesNoFocusThatItHadNot();
    void barringHoldsInEitherOrderWithTheConversation();

private:
    MessageField& field() { return *m_composer->findChild<MessageField*>(); }
    QPushButton& send() { return *m_composer->findChild<QPushButton*>(); }
    QString sentText() { return m_sent->at(0).at(0).value<ComposedMessage>().text; }
    QStringList visibleLabels();
    QLabel* sentence();

    std::unique_ptr<LateDrafts> m_drafts;
    std::unique_ptr<Composer> m_composer;
    std::unique_ptr<QSignalSpy> m_sent;
};

void tst_Composer::init()
{
    m_composer.reset();
    m_drafts = std::make_unique<LateDrafts>();
    m_composer = std::make_unique<Composer>();
    m_composer->setDrafts(m_drafts->box());
    m_composer->setConversation(chat(u"20450"_s), u"Ben Nash"_s);
    m_composer->resize(500, 100);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
    m_sent = std::make_unique<QSignalSpy>(m_composer.get(), &Composer::sendRequested);
}

QStringList tst_Composer::visibleLabels()
{
    QStringList result;
    for (const QLabel* label : m_composer->findChildren<QLabel*>()) {
        if (label->isVisible())
            result.append(label->text());
    }
    return result;
}

void tst_Composer::namesAreThoseThatTestsAndScreenReadersKnow()
{
    QCOMPARE(field().accessibleName(), u"Message"_s);
    QCOMPARE(send().accessibleName(), u"Send"_s);
    QCOMPARE(send().text(), u"Send"_s);
    QCOMPARE(field().placeholderText(), u"Message Ben Nash"_s);
}

void tst_Composer::enterSendsAndShiftEnterBreaksTheLine()
{
    QTest::keyClicks(&field(), u"one"_s);
    QTest::keyClick(&field(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&field(), u"two"_s);
    QCOMPARE(m_sent->size(), 0);
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
    QCOMPARE(sentText(), u"one\ntwo"_s);
    QCOMPARE(m_composer->text(), u"one\ntwo"_s); // until somebody has it
    m_composer->clear();
    QCOMPARE(m_composer->text(), QString());
    QCOMPARE(m_drafts->saved.last().second, QString());
}

void tst_Composer::enterThatEndsACompositionSendsNothing()
{
    QInputMethodEvent composing(u"\u304b\u306a"_s, {});
    QCoreApplication::sendEvent(&field(), &composing);
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QInputMethodEvent committed;
    committed.setCommitString(u"\u4eee\u540d"_s);
    QCoreApplication::sendEvent(&field(), &committed);
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
    QCOMPARE(sentText(), u"\u4eee\u540d"_s);
}

void tst_Composer::theSendButtonSends()
{
    QTest::keyClicks(&field(), u" hello "_s);
    QTest::mouseClick(&send(), Qt::LeftButton);
    QCOMPARE(m_sent->size(), 1);
    QCOMPARE(sentText(), u"hello"_s);
}

void tst_Composer::blankTextCannotBeSent()
{
    QVERIFY(!send().isEnabled());
    QTest::keyClicks(&field(), u"   "_s);
    QTest::keyClick(&field(), Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(!send().isEnabled());
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
}

void tst_Composer::tooLongTextIsRefusedWithASentence()
{
    m_composer->setText(QString(Outbox::maxLength, u'a'));
    QVERIFY(send().isEnabled());
    // UTF-16 units are what the service counts: one emoji is two.
    m_composer->setText(QString(Outbox::maxLength - 1, u'a') + u"\U0001F389"_s);
    QVERIFY(!send().isEnabled());
    QVERIFY(visibleLabels().join(u'|').contains(u"Too long by 1"_s));
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    m_composer->setText(u"short"_s);
    QCOMPARE(visibleLabels(), QStringList());
}

void tst_Composer::theCounterAppearsNearTheLimit()
{
    m_composer->setText(QString(Composer::counterFrom - 1, u'a'));
    QCOMPARE(visibleLabels(), QStringList());
    m_composer->setText(QString(Composer::counterFrom, u'a'));
    QCOMPARE(visibleLabels().size(), 1);
    QVERIFY(visibleLabels().first().startsWith(u"900"_s));
}

void tst_Composer::pastingIsPlain()
{
    FieldProbe probe;
    QMimeData rich;
    rich.setHtml(u"<b>bold</b>"_s);
    rich.setText(u"<b>bold</b>"_s);
    probe.insertFromMimeData(&rich);
    QCOMPARE(probe.toPlainText(), u"<b>bold</b>"_s);
    QMimeData picture;
    picture.setImageData(QImage(4, 4, QImage::Format_RGB32));
    probe.insertFromMimeData(&picture);
    QCOMPARE(probe.toPlainText(), u"<b>bold</b>"_s);
}

void tst_Composer::growsToEightLinesThenScrolls()
{
    const int one = field().height();
    m_composer->setText(u"1\n2\n3"_s);
    const int three = field().height();
    QCOMPARE(three, 3 * one);
    m_composer->setText(u"1\n2\n3\n4\n5\n6\n7\n8\n9\n10"_s);
    QCOMPARE(field().height(), 8 * one);
    QVERIFY(field().verticalScrollBar()->maximum() > 0);
    m_composer->clear();
    QCOMPARE(field().height(), one);
}

void tst_Composer::growsWithWrappedLinesAtAnyWidth()
{
    const int one = field().height();
    m_composer->setText(u"word "_s.repeated(25).trimmed());
    const int wide = field().height();
    QVERIFY(wide > one);
    m_composer->resize(380, 200);
    QTRY_VERIFY(field().height() > wide);
    QVERIFY(!field().verticalScrollBar()->isVisible());
    m_composer->setText(u"b word "_s.repeated(12));
    QCOMPARE(field().horizontalScrollBar()->maximum(), 0);
}

void tst_Composer::pageKeysGoOnWhenTheFieldNeedsThemNot()
{
    QKeyEvent empty(QEvent::KeyPress, Qt::Key_PageUp, Qt::NoModifier);
    QCoreApplication::sendEvent(&field(), &empty);
    QVERIFY(!empty.isAccepted());
    m_composer->setText(u"1\n2\n3\n4\n5\n6\n7\n8\n9\n10"_s);
    QCoreApplication::processEvents();
    QKeyEvent full(QEvent::KeyPress, Qt::Key_PageUp, Qt::NoModifier);
    QCoreApplication::sendEvent(&field(), &full);
    QVERIFY(full.isAccepted());
}

void tst_Composer::aDraftComesBackInItsConversation()
{
    m_drafts->answer(0, u"could you send me"_s);
    QCOMPARE(m_composer->text(), u"could you send me"_s);
    QCOMPARE(m_drafts->saved.size(), 0);
    QTest::keyClicks(&field(), u" it"_s);
    QCOMPARE(m_composer->text(), u"could you send me it"_s);
}

void tst_Composer::everyChangeIsKeptInTheConversationItWasTypedIn()
{
    QTest::keyClicks(&field(), u"a"_s);
    m_composer->setConversation(chat(u"20999"_s), u"Iris Adams"_s);
    QCOMPARE(m_composer->text(), QString());
    QTest::keyClicks(&field(), u"b"_s);
    QCOMPARE(m_drafts->saved.size(), 2);
    QCOMPARE(m_drafts->saved.at(0), std::pair(chat(u"20450"_s).key(), u"a"_s));
    QCOMPARE(m_drafts->saved.at(1), std::pair(chat(u"20999"_s).key(), u"b"_s));
}

void tst_Composer::aLateDraftStandsBeforeWhatWasTypedMeanwhile()
{
    QTest::keyClicks(&field(), u"typed meanwhile"_s);
    m_drafts->answer(0, u"old draft"_s);
    QCOMPARE(m_composer->text(), u"old draft\ntyped meanwhile"_s);
    QCOMPARE(m_drafts->saved.last().second, u"old draft\ntyped meanwhile"_s);
}

void tst_Composer::aLateDraftDoesNotLandInAnotherConversation()
{
    m_composer->setConversation(chat(u"20999"_s), u"Iris Adams"_s);
    m_drafts->answer(0, u"for Ben"_s);
    QCOMPARE(m_composer->text(), QString());
    m_drafts->answer(1, u"for Iris"_s);
    QCOMPARE(m_composer->text(), u"for Iris"_s);
}

void tst_Composer::aLateDraftDoesNotComeBackAfterLeavingAndReturning()
{
    m_composer->setConversation(chat(u"20999"_s), u"Iris Adams"_s);
    m_composer->setConversation(chat(u"20450"_s), u"Ben Nash"_s);
    m_drafts->answer(2, u"newest"_s);
    m_drafts->answer(0, u"oldest"_s);
    QCOMPARE(m_composer->text(), u"newest"_s);
}

void tst_Composer::theSameConversationAgainLeavesTheText()
{
    QTest::keyClicks(&field(), u"half a sentence"_s);
    m_composer->setConversation(chat(u"20450"_s), u"Ben N."_s);
    QCOMPARE(m_composer->text(), u"half a sentence"_s);
    QCOMPARE(field().placeholderText(), u"Message Ben N."_s);
}

void tst_Composer::switchingKeepsNothingOfTheOtherConversationInUndo()
{
    QTest::keyClicks(&field(), u"only for Ben"_s);
    m_composer->setConversation(chat(u"20999"_s), u"Iris Adams"_s);
    field().undo();
    QCOMPARE(m_composer->text(), QString());
}

void tst_Composer::refusedTextComesBackBeforeWhatWasTypedSince()
{
    m_composer->giveBack(u"first"_s);
    QCOMPARE(m_composer->text(), u"first"_s);
    m_composer->giveBack(u"before"_s);
    QCOMPARE(m_composer->text(), u"before\nfirst"_s);
    QCOMPARE(m_drafts->saved.last().second, u"before\nfirst"_s);
}

QLabel* tst_Composer::sentence()
{
    for (QLabel* label : m_composer->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text() == barred)
            return label;
    }
    return nullptr;
}

void tst_Composer::aBarredComposerSaysWhyInPlaceOfTheField()
{
    const int height = m_composer->minimumSizeHint().height();
    m_composer->setBarred(barred);
    QVERIFY(!field().isVisible());
    QVERIFY(!send().isVisible());
    QCOMPARE(visibleLabels(), QStringList{barred});
    QCOMPARE(sentence()->accessibleName(), barred);
    QCOMPARE(sentence()->alignment(), Qt::AlignCenter);
    QCOMPARE(m_composer->minimumSizeHint().height(), height);
    m_composer->setBarred({});
    QVERIFY(field().isVisible());
    QVERIFY(send().isVisible());
    QCOMPARE(visibleLabels(), QStringList());
}

void tst_Composer::barringKeepsTheDraft()
{
    QTest::keyClicks(&field(), u"half a sentence"_s);
    const auto saved = m_drafts->saved;
    m_composer->setBarred(barred);
    QCOMPARE(m_composer->text(), u"half a sentence"_s);
    m_composer->setBarred({});
    QCOMPARE(m_composer->text(), u"half a sentence"_s);
    QCOMPARE(m_drafts->saved, saved);
}

void tst_Composer::barringSendsNothing()
{
    m_composer->setText(u"a word"_s);
    m_composer->setBarred(barred);
    QTest::keyClick(&field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    // Nor is it the moment to say that the text is too long.
    m_composer->setText(QString(Outbox::maxLength + 1, u'a'));
    QCOMPARE(visibleLabels(), QStringList{barred});
}

void tst_Composer::barringTakesTheFocusOutOfTheFieldAndGivesItBack()
{
    m_composer->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
    m_composer->focusField();
    QVERIFY(field().hasFocus());
    m_composer->setBarred(barred);
    QVERIFY(!field().hasFocus());
    QVERIFY(sentence()->hasFocus());
    m_composer->focusField();
    QVERIFY(sentence()->hasFocus());
    m_composer->setBarred({});
    QVERIFY(field().hasFocus());
}

void tst_Composer::barringTakesNoFocusThatItHadNot()
{
    QWidget window;
    auto* elsewhere = new QPushButton(u"Elsewhere"_s, &window);
    auto* composer = new Composer(&window);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    elsewhere->setFocus();
    composer->setBarred(barred);
    QVERIFY(elsewhere->hasFocus());
    composer->setBarred({});
    QVERIFY(elsewhere->hasFocus());
}

void tst_Composer::barringHoldsInEitherOrderWithTheConversation()
{
    m_composer->setBarred(barred);
    m_composer->setConversation(chat(u"20999"_s), u"Iris Adams"_s);
    QVERIFY(sentence());
    m_drafts->answer(1, u"for Iris"_s);
    QVERIFY(!field().isVisible());
    m_composer->setBarred({});
    QCOMPARE(m_composer->text(), u"for Iris"_s);
    m_composer->setConversation(chat(u"20450"_s), u"Ben Nash"_s);
    m_composer->setBarred(barred);
    QVERIFY(sentence());
    QCOMPARE(m_composer->text(), QString());
}

SKEIN_TEST(tst_Composer)

} // namespace composerTest

#include "tst_Composer.moc"

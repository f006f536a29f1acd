// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/ComposerDesk.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace composerEditsTest {

// Own messages that are edited, over refusals and crashes.
class tst_ComposerEdits : public ComposerDesk {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void anEditOfWhatNobodyKnowsLeavesItsWords();
    void upEditsTheLastOwnMessage();
    void aRefusedEditComesBackWhereItWasWritten();
    void anEditOnItsWayOutlivesACrash();
    void anEditOnItsWayOutlivesAMessageSentMeanwhile();
    void severalEditsOnTheirWayOutliveACrash();
    void anEditRefusedWhileAnotherIsWrittenIsNotLost();
    void anEditThatWasPutOffComesBackAfterTheOther_data();
    void anEditThatWasPutOffComesBackAfterTheOther();
    void aConfirmedEditLeavesTheDisk();
    void anEditThatArrivedBeforeACrashIsDone();

private:
    static QString placeOf(const MessageId& message)
    {
        return u"/v4/direct_messages/%1/messages/%2"_s.arg(somebody, message.value);
    }
    /// The service will take "mine!".
    void expectEdit()
    {
        const QJsonObject edited{{u"id"_s, newest().value}, {u"text"_s, u"mine!"_s},
            {u"updated_at"_s, 1'760'000'900}, {u"attachments"_s, QJsonArray()}};
        m_world->network().expect(HttpRequest::Method::Put, placeOf(newest()),
            FakeTransport::json(QJsonObject{{u"message"_s, edited}}));
    }
    [[nodiscard]] QString newestText()
    {
        return m_account->thread.row(m_account->thread.count() - 1).message.text;
    }
    [[nodiscard]] QStringList sentOnDisk()
    {
        return m_world->look([](Stores& stores) {
            QStringList texts;
            for (const BegunEdit& each : stores.drafts.sentEdits(ben))
                texts.append(each.text);
            return texts;
        });
    }
    /// "mine" arrives, and "mine!" is in the field.
    MessageId sendAndEdit()
    {
        type(u"mine"_s);
        press(Qt::Key_Return);
        m_world->pass(2s);
        const MessageId mine = newest();
        emit m_pane->view().editRequested(mine);
        type(u"!"_s);
        return mine;
    }
};

void tst_ComposerEdits::anEditOfWhatNobodyKnowsLeavesItsWords()
{
    MessageDraft draft = draftOf(u"half"_s);
    draft.edit = {.message = MessageId{u"4711"_s}, .text = u"better words"_s, .emoji = {}};
    m_account->drafts.save(iris, draft);
    go(iris);
    QVERIFY(!composer().isEditing());
    QCOMPARE(composer().text(), u"better words\nhalf"_s);
}

void tst_ComposerEdits::upEditsTheLastOwnMessage()
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

void tst_ComposerEdits::aRefusedEditComesBackWhereItWasWritten()
{
    const MessageId mine = sendAndEdit();
    m_world->network().expect(HttpRequest::Method::Put, placeOf(mine), FakeTransport::failure(400));
    press(Qt::Key_Return);
    QVERIFY(!composer().isEditing());
    leave();
    m_world->pass(5s);
    QCOMPARE(m_sentences.size(), 1);
    QVERIFY(!composer().isEditing());
    QCOMPARE(onDisk(ben).edit.message, mine);
    go(ben);
    QVERIFY(composer().isEditing());
    QCOMPARE(composer().text(), u"mine!"_s);
    QCOMPARE(bar().value(1), u"mine"_s);
}

void tst_ComposerEdits::anEditOnItsWayOutlivesACrash()
{
    sendAndEdit();
    expectEdit();
    m_world->network().hold(); // no answer comes
    press(Qt::Key_Return);
    m_world->pass(2s);
    QVERIFY(!composer().isEditing());
    go(iris);
    go(ben);
    QVERIFY(!composer().isEditing()); // it is only on its way
    QCOMPARE(sentOnDisk(), QStringList{u"mine!"_s});

    crash();
    go(ben);
    QVERIFY(composer().isEditing());
    QCOMPARE(composer().text(), u"mine!"_s);
    expectEdit();
    press(Qt::Key_Return);
    m_world->pass(5s);
    QCOMPARE(newestText(), u"mine!"_s);
    QVERIFY(onDisk(ben).isEmpty());
}

void tst_ComposerEdits::anEditOnItsWayOutlivesAMessageSentMeanwhile()
{
    sendAndEdit();
    expectEdit();
    m_world->network().hold();
    press(Qt::Key_Return);
    m_world->pass(1s);
    type(u"more"_s);
    press(Qt::Key_Return); // which takes the draft along
    m_world->pass(2s);
    crash();
    go(ben);
    QCOMPARE(composer().text(), u"mine!"_s);
    QVERIFY(composer().isEditing());
}

void tst_ComposerEdits::severalEditsOnTheirWayOutliveACrash()
{
    for (const QString& text : {u"first"_s, u"second"_s}) {
        type(text);
        press(Qt::Key_Return);
        m_world->pass(2s);
    }
    m_world->network().hold(); // no answer comes
    for (const int row : {m_account->thread.count() - 2, m_account->thread.count() - 1}) {
        const MessageId own = m_account->thread.row(row).message.id;
        m_world->network().expect(
            HttpRequest::Method::Put, placeOf(own), FakeTransport::failure(400));
        emit m_pane->view().editRequested(own);
        type(u"!"_s);
        press(Qt::Key_Return);
        m_world->pass(1s);
        QVERIFY(!composer().isEditing());
    }
    crash();
    QStringList back;
    for (int n = 0; n < 2; ++n) {
        go(ben);
        QVERIFY(composer().isEditing());
        back.append(composer().text());
        press(Qt::Key_Escape);
        go(iris);
    }
    QCOMPARE(back, (QStringList{u"first!"_s, u"second!"_s}));
    go(ben);
    QVERIFY(!composer().isEditing());
}

void tst_ComposerEdits::anEditRefusedWhileAnotherIsWrittenIsNotLost()
{
    type(u"other"_s);
    press(Qt::Key_Return);
    m_world->pass(2s);
    const MessageId other = newest();
    const MessageId mine = sendAndEdit();
    m_world->network().expect(HttpRequest::Method::Put, placeOf(mine), FakeTransport::failure(400));
    m_world->network().hold();
    press(Qt::Key_Return);
    emit m_pane->view().editRequested(other);
    type(u"?"_s);
    m_world->network().release();
    m_world->pass(5s);
    QCOMPARE(m_sentences.size(), 1);
    QCOMPARE(composer().text(), u"other?"_s);
    press(Qt::Key_Escape);
    go(iris);
    go(ben);
    QVERIFY(composer().isEditing());
    QCOMPARE(composer().text(), u"mine!"_s);
}

void tst_ComposerEdits::anEditThatWasPutOffComesBackAfterTheOther_data()
{
    QTest::addColumn<QString>("end");
    for (const QString& end : {u"given up"_s, u"sent"_s, u"for an answer"_s})
        QTest::newRow(qPrintable(end)) << end;
}

void tst_ComposerEdits::anEditThatWasPutOffComesBackAfterTheOther()
{
    QFETCH(const QString, end);
    type(u"other"_s);
    press(Qt::Key_Return);
    m_world->pass(2s);
    const MessageId other = newest();
    const MessageId mine = sendAndEdit();
    m_world->network().expect(HttpRequest::Method::Put, placeOf(mine), FakeTransport::failure(400));
    m_world->network().hold();
    press(Qt::Key_Return);
    type(u"half"_s);
    emit m_pane->view().editRequested(other);
    type(u"?"_s);
    m_world->network().release();
    m_world->pass(5s);
    if (end == "sent"_L1) {
        m_world->network().expect(HttpRequest::Method::Put, placeOf(other),
            FakeTransport::json(QJsonObject{{u"message"_s,
                QJsonObject{{u"id"_s, other.value}, {u"text"_s, u"other?"_s},
                    {u"updated_at"_s, 1'760'000'900}, {u"attachments"_s, QJsonArray()}}}}));
        press(Qt::Key_Return);
    } else if (end == "given up"_L1) {
        press(Qt::Key_Escape);
    } else {
        emit m_pane->view().replyRequested(other);
        m_world->pass(1s);
        QVERIFY(!composer().isEditing()); // the answer has its turn
        press(Qt::Key_Return);
    }
    m_world->pass(5s);
    QVERIFY(composer().isEditing());
    QCOMPARE(composer().text(), u"mine!"_s);
    QVERIFY(sentOnDisk().isEmpty());
    QCOMPARE(onDisk(ben).edit.message, mine);
    press(Qt::Key_Escape);
    m_world->pass(1s);
    QVERIFY(!composer().isEditing());
    QCOMPARE(composer().text(), end == "for an answer"_L1 ? QString() : u"half"_s);
}

void tst_ComposerEdits::aConfirmedEditLeavesTheDisk()
{
    sendAndEdit();
    expectEdit();
    press(Qt::Key_Return);
    type(u"half"_s);
    m_world->pass(5s);
    QCOMPARE(newestText(), u"mine!"_s);
    QCOMPARE(onDisk(ben).edit, BegunEdit());
    QCOMPARE(onDisk(ben).content.text, u"half"_s);
    crash();
    go(ben);
    QVERIFY(!composer().isEditing());
    QCOMPARE(composer().text(), u"half"_s);
}

void tst_ComposerEdits::anEditThatArrivedBeforeACrashIsDone()
{
    sendAndEdit();
    MessageDraft draft; // as it is on disk when the crash comes between the store and the draft
    draft.edit = {.message = newest(), .text = u"mine"_s, .emoji = {}};
    m_account->drafts.save(ben, draft);
    m_account->drafts.flush();
    m_world->settle();
    crash();
    go(ben);
    QVERIFY(!composer().isEditing());
    QCOMPARE(composer().text(), QString());
}

SKEIN_TEST(tst_ComposerEdits)

} // namespace composerEditsTest

#include "tst_ComposerEdits.moc"

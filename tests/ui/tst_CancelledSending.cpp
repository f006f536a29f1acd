// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/ComposerDesk.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cancelledSendingTest {

// What comes back when a sending is cancelled, and where.
class tst_CancelledSending : public ComposerDesk {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void aCancelledMessageComesBackToTheField();
    void aCancelledMessageComesBackToItsOwnDraft();
    void whatHasLeftCannotBeCancelled();
    void wordsBehindFilesComeBackAlone();
    void filesComeBackWithoutWords();
    void whatWasUpDoesNotGoUpAgain();
    void anAnswerComesBackWithWhatItAnswers();
    void anAnswerBegunSinceStays();
    void aPlaceComesBack();
    void cancellingTwiceGivesItBackOnce();

private:
    /// Nothing that goes up arrives until the network is released.
    void send()
    {
        m_world->network().hold();
        press(Qt::Key_Return);
        m_world->pass(1s);
    }
    void cancel(qsizetype row = 0)
    {
        emit m_pane->view().cancelSendingRequested(m_world->waiting(ben).value(row).guid);
        m_world->settle();
    }
};

void tst_CancelledSending::aCancelledMessageComesBackToTheField()
{
    composeAll();
    send();
    type(u"and then"_s);
    m_world->pass(1s);
    cancel();
    QVERIFY(m_world->waiting(ben).isEmpty());
    QCOMPARE(composer().text(), u"me, look\nand then"_s);
    crash(); // it was on disk as soon as it was back
    go(ben);
    QCOMPARE(composer().text(), u"me, look\nand then"_s);
    field().setPlainText(u"me, look"_s);
    verifyAll();
}

void tst_CancelledSending::aCancelledMessageComesBackToItsOwnDraft()
{
    composeAll();
    send();
    type(u"and then"_s);
    m_world->pass(1s);
    emit m_pane->view().cancelSendingRequested(m_world->waiting(ben).value(0).guid);
    leave(); // sooner than anybody looked
    m_world->settle();
    QCOMPARE(composer().text(), QString());
    QVERIFY(m_world->waiting(ben).isEmpty());
    QCOMPARE(onDisk(ben).content.text, u"me, look\nand then"_s);
    QCOMPARE(onDisk(ben).content.files.size(), 2);
    QCOMPARE(copies().size(), 2);
}

void tst_CancelledSending::whatHasLeftCannotBeCancelled()
{
    type(u"me"_s);
    send();
    type(u"and then"_s);
    m_world->pass(1s);
    cancel();
    QCOMPARE(composer().text(), u"and then"_s);
    QCOMPARE(m_sentences, QStringList{u"The message is already on its way."_s});
}

void tst_CancelledSending::wordsBehindFilesComeBackAlone()
{
    attach();
    send();
    type(u"and then"_s);
    press(Qt::Key_Return);
    m_world->pass(1s);
    cancel(1);
    QCOMPARE(composer().text(), u"and then"_s);
    QVERIFY(enclosures().isEmpty());
    QVERIFY(bar().isEmpty());
    QCOMPARE(m_world->waiting(ben).size(), 1);
    m_world->network().release();
    m_world->pass(10s);
    QCOMPARE(m_uploads->images.size(), 1); // what was before it arrived
    QVERIFY(!m_world->service.texts(somebody).contains(u"and then"_s));
}

void tst_CancelledSending::filesComeBackWithoutWords()
{
    attach();
    send();
    cancel();
    QCOMPARE(composer().text(), QString());
    QCOMPARE(enclosures().files().size(), 2);
    QCOMPARE(copies().size(), 2);
    m_world->network().release();
    press(Qt::Key_Return); // after all
    m_world->pass(10s);
    QVERIFY(m_world->waiting(ben).isEmpty());
    QVERIFY(copies().isEmpty());
}

void tst_CancelledSending::whatWasUpDoesNotGoUpAgain()
{
    attach();
    send();
    m_world->network().releaseOne();
    m_world->settle();
    QCOMPARE(m_uploads->images.size(), 1);
    cancel();
    type(u"after all"_s);
    m_world->network().release();
    press(Qt::Key_Return);
    m_world->pass(10s);
    QCOMPARE(m_world->service.texts(somebody).last(), u"after all"_s);
    QCOMPARE(m_uploads->images.size(), 1);
    QCOMPARE(m_uploads->bytesOf(m_world->service.history(somebody).last().attachments).size(), 2);
}

void tst_CancelledSending::anAnswerComesBackWithWhatItAnswers()
{
    emit m_pane->view().replyRequested(newest());
    enclosures().addImage(pictures::plain({64, 48}));
    QTRY_VERIFY(!enclosures().isBusy());
    send();
    QVERIFY(bar().isEmpty());
    cancel();
    QCOMPARE(bar().value(1), u"who brings the oars?"_s);
    QCOMPARE(enclosures().files().size(), 1);
}

void tst_CancelledSending::anAnswerBegunSinceStays()
{
    m_world->service.receive(somebody, u"and the boat?"_s);
    m_world->pass(30s);
    composeAll(); // answers the boat
    send();
    emit m_pane->view().replyRequested(m_account->thread.row(0).message.id);
    cancel();
    QCOMPARE(bar().value(1), u"who brings the oars?"_s);
    QCOMPARE(composer().text(), u"me, look"_s);
}

void tst_CancelledSending::aPlaceComesBack()
{
    const QJsonObject place{{u"type"_s, u"location"_s}, {u"lat"_s, u"47.5"_s}, {u"lng"_s, u"9.5"_s},
        {u"name"_s, u"Boathouse"_s}};
    enclosures().addPlace(place);
    attach();
    send();
    cancel();
    QCOMPARE(enclosures().places(), QJsonArray{place});
    QCOMPARE(enclosures().files().size(), 2);
}

void tst_CancelledSending::cancellingTwiceGivesItBackOnce()
{
    attach();
    type(u"look"_s);
    send();
    const SourceGuid guid = m_world->waiting(ben).value(0).guid;
    emit m_pane->view().cancelSendingRequested(guid);
    emit m_pane->view().cancelSendingRequested(guid);
    m_world->pass(2s);
    QCOMPARE(composer().text(), u"look"_s);
    QCOMPARE(enclosures().files().size(), 2);
}

SKEIN_TEST(tst_CancelledSending)

} // namespace cancelledSendingTest

#include "tst_CancelledSending.moc"

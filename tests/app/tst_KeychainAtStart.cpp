// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/SigningDesk.h"

using namespace Qt::StringLiterals;
using namespace skein;

namespace keychainAtStartTest {

// A keychain that is empty, locked, slow, or has lost what it held, and a person who starts Skein.
class tst_KeychainAtStart : public SigningDesk {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void anEmptyKeychainAsksForAToken();
    void aKeychainThatLostTheTokenIsSaid();
    void aKeychainThatRefusesIsSaid_data();
    void aKeychainThatRefusesIsSaid();
    void aTokenThatWasNotKeptCanBeTriedAgain();
    void aSlowKeychainSignsInWhenItAnswers();
    void aSlowKeychainOverturnsNothing();
    void whatTheKeychainHoldsIsNeverTakenForAnotherPersons();
};

void tst_KeychainAtStart::anEmptyKeychainAsksForAToken()
{
    start();
    QTRY_VERIFY(button(u"Sign in"_s) && button(u"Sign in with the browser"_s));
    QVERIFY(!says(u"keychain"_s));
}

void tst_KeychainAtStart::aKeychainThatLostTheTokenIsSaid()
{
    start();
    paste(m_service->token());
    QTRY_COMPARE(kept(), m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    m_secrets->secrets.clear();
    start();
    QTRY_VERIFY(says(u"did not give the token"_s));
    QCOMPARE(chats(), -1);
}

void tst_KeychainAtStart::aKeychainThatRefusesIsSaid_data()
{
    QTest::addColumn<QString>("reason");
    QTest::newRow("none") << u"This computer offers no keychain."_s;
    QTest::newRow("locked") << u"The keychain is locked."_s;
    QTest::newRow("refused") << u"Access to the keychain was refused."_s;
}

void tst_KeychainAtStart::aKeychainThatRefusesIsSaid()
{
    QFETCH(const QString, reason);
    m_secrets->refusal = Error{ErrorKind::Storage, 0, reason, {}};
    start();
    QTRY_VERIFY(says(reason));
    paste(m_service->token()); // for this run
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    QTRY_VERIFY(says(reason + u" You are signed in until Skein ends."_s));
    QCOMPARE(kept(), QString());

    start();
    QTRY_VERIFY(says(reason) && button(u"Sign in"_s));
    QCOMPARE(chats(), -1);
}

void tst_KeychainAtStart::aTokenThatWasNotKeptCanBeTriedAgain()
{
    m_secrets->refusal = Error{ErrorKind::Storage, 0, u"The keychain is locked."_s, {}};
    start();
    paste(m_service->token());
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Try again"_s), patience);
    m_secrets->refusal.reset();
    button(u"Try again"_s)->click();
    QTRY_COMPARE(kept(), m_service->token());
    QTRY_VERIFY(!says(u"until Skein ends"_s));

    start();
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
}

void tst_KeychainAtStart::aSlowKeychainSignsInWhenItAnswers()
{
    start();
    paste(m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    m_secrets->hold();
    start();
    QTRY_COMPARE(chats(), 1); // what is on disk, at once
    view().sync.lookNow();
    QTRY_VERIFY(says(u"keychain has not answered yet"_s));
    const int looks = m_service->log().count(u"GET"_s, u"/v3/chats"_s);
    m_secrets->release();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->log().count(u"GET"_s, u"/v3/chats"_s) > looks, patience);
    QVERIFY(!says(u"keychain"_s));
    QCOMPARE(m_service->log().violations(), QStringList()); // none without a token
}

void tst_KeychainAtStart::aSlowKeychainOverturnsNothing()
{
    start();
    paste(m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    const QString other = m_service->world().others().at(1).id;
    m_secrets->hold();
    start();
    QTRY_VERIFY(button(u"Sign in"_s)); // of the bar
    button(u"Sign in"_s)->click();
    paste(m_service->tokenFor(other));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_context->session() && m_context->session()->me().id.value == other, patience);
    const auto* session = m_context->session();
    const int asked = m_service->log().count(u"GET"_s, u"/users/me"_s);
    m_secrets->release();
    QTRY_COMPARE(kept(), m_service->tokenFor(other));
    const int looks = m_service->log().count(u"GET"_s, u"/v3/chats"_s);
    view().sync.lookNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_service->log().count(u"GET"_s, u"/v3/chats"_s) > looks, patience);
    QVERIFY(m_context->session() == session);
    QCOMPARE(session->me().id.value, other);
    QCOMPARE(m_service->log().count(u"GET"_s, u"/users/me"_s), asked);
    QVERIFY(!says(u"keychain"_s));
}

void tst_KeychainAtStart::whatTheKeychainHoldsIsNeverTakenForAnotherPersons()
{
    start();
    paste(m_service->token());
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    QTRY_COMPARE(kept(), m_service->token());
    const QString other = m_service->world().others().at(1).id;
    start();
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    // Another person signs in while the keychain takes nothing: it still holds the first token.
    m_secrets->refusal = FakeSecretStore::noKeychain();
    emit m_context->window().signInAgainRequested();
    paste(m_service->tokenFor(other));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_context->session() && m_context->session()->me().id.value == other, patience);
    QTRY_VERIFY(says(u"until Skein ends"_s));
    m_secrets->refusal.reset();

    start();
    QTRY_VERIFY_WITH_TIMEOUT(m_context->session(), patience);
    QCOMPARE(m_context->session()->me().id.value, me());
}

SKEIN_TEST(tst_KeychainAtStart)

} // namespace keychainAtStartTest

#include "tst_KeychainAtStart.moc"

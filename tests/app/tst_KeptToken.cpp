// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signin/KeptToken.h"
#include "tests/fakes/FakeSecretStore.h"
#include "tests/support/SkeinTest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace keptTokenTest {

namespace {
const UserId ana{u"1001"_s};
const UserId rin{u"20450"_s};
} // namespace

class tst_KeptToken : public QObject {
    Q_OBJECT
private slots:
    void init();
    void whatWasKeptIsReadWithItsOwnerAndOrigin();
    void theOwnerIsNotKnownUntilTheKeychainTookTheToken();
    void theOwnerIsNotKnownWhenTheKeychainRefuses();
    void aLateAnswerSaysNothingOfANewerToken();
    void aLateAnswerSaysNothingOnceItIsForgotten();
    void withoutSettingsNothingIsSaidBeside();
    void theSettingsNeverHoldTheToken();

private:
    [[nodiscard]] KeptToken::Kept read();
    [[nodiscard]] QString owner() const { return m_settings->value(setting::tokenOwner); }

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::shared_ptr<FakeSecretStore> m_secrets;
    std::unique_ptr<KeptToken> m_kept;
};

void tst_KeptToken::init()
{
    m_kept.reset();
    QFile::remove(m_folder.filePath(u"skein.ini"_s));
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"skein.ini"_s));
    m_secrets = std::make_shared<FakeSecretStore>();
    m_kept = std::make_unique<KeptToken>(m_secrets, u"key"_s, m_settings.get());
}

KeptToken::Kept tst_KeptToken::read()
{
    const auto kept = m_kept->read();
    if (!QTest::qWaitFor([&kept] { return kept.isFinished(); }) || !kept.result())
        return {.token = u"nothing was read"_s, .owner = {}};
    return *kept.result();
}

void tst_KeptToken::whatWasKeptIsReadWithItsOwnerAndOrigin()
{
    QCOMPARE(read().token, QString());
    for (const auto origin : {TokenOrigin::Browser, TokenOrigin::Pasted}) {
        const auto done = m_kept->keep(u"secret"_s, ana, origin);
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result());
        const KeptToken::Kept kept = read();
        QCOMPARE(kept.token, u"secret"_s);
        QVERIFY(kept.owner == ana);
        QVERIFY(kept.origin == origin);
    }
}

void tst_KeptToken::theOwnerIsNotKnownUntilTheKeychainTookTheToken()
{
    const auto first = m_kept->keep(u"first"_s, ana, TokenOrigin::Browser);
    QTRY_VERIFY(first.isFinished());
    m_secrets->hold();
    const auto second = m_kept->keep(u"second"_s, rin, TokenOrigin::Browser);
    QCOMPARE(owner(), QString()); // should the program end now, either may be there
    m_secrets->release();
    QTRY_COMPARE(owner(), rin.value);
}

void tst_KeptToken::theOwnerIsNotKnownWhenTheKeychainRefuses()
{
    const auto first = m_kept->keep(u"first"_s, ana, TokenOrigin::Browser);
    QTRY_VERIFY(first.isFinished());
    m_secrets->refusal = FakeSecretStore::noKeychain();
    const auto second = m_kept->keep(u"second"_s, rin, TokenOrigin::Pasted);
    QTRY_VERIFY(second.isFinished());
    QVERIFY(!second.result());
    m_secrets->refusal.reset();
    QCOMPARE(read().token, u"first"_s);
    QVERIFY(read().owner.isEmpty());
}

void tst_KeptToken::aLateAnswerSaysNothingOfANewerToken()
{
    m_secrets->hold();
    const auto first = m_kept->keep(u"first"_s, ana, TokenOrigin::Browser);
    m_secrets->release();
    m_secrets->hold();
    const auto second = m_kept->keep(u"second"_s, rin, TokenOrigin::Pasted);
    QTRY_VERIFY(first.isFinished());
    QCOMPARE(owner(), QString());
    m_secrets->release();
    QTRY_COMPARE(owner(), rin.value);
}

void tst_KeptToken::aLateAnswerSaysNothingOnceItIsForgotten()
{
    m_secrets->hold();
    const auto kept = m_kept->keep(u"first"_s, ana, TokenOrigin::Browser);
    const auto forgotten = m_kept->forget();
    m_secrets->release();
    QTRY_VERIFY(kept.isFinished() && forgotten.isFinished());
    QCOMPARE(owner(), QString());
    QVERIFY(m_secrets->secrets.isEmpty());
}

void tst_KeptToken::withoutSettingsNothingIsSaidBeside()
{
    const auto done = m_kept->keep(u"secret"_s, ana, TokenOrigin::Browser);
    QTRY_VERIFY(done.isFinished());
    KeptToken brief(std::make_shared<FakeSecretStore>(), u"key"_s, nullptr);
    const auto other = brief.keep(u"for this run"_s, rin, TokenOrigin::Pasted);
    QTRY_VERIFY(other.isFinished());
    const auto gone = brief.forget();
    QTRY_VERIFY(gone.isFinished());
    QCOMPARE(owner(), ana.value); // as the keychain has it
}

void tst_KeptToken::theSettingsNeverHoldTheToken()
{
    const auto done = m_kept->keep(u"verySecret"_s, ana, TokenOrigin::Browser);
    QTRY_VERIFY(done.isFinished());
    m_kept.reset();
    m_settings.reset();
    QFile file(m_folder.filePath(u"skein.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("1001") && !bytes.contains("verySecret"));
}

SKEIN_TEST(tst_KeptToken)

} // namespace keptTokenTest

#include "tst_KeptToken.moc"

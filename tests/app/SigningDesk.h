// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Signing in and out as a person does it: the whole program, GroupMe and the browser's way over
// real HTTP, a keychain that does as the test says. Main thread.

#include "app/AppContext.h"
#include "app/demo/DemoService.h"
#include "tests/fakes/FakeSecretStore.h"
#include "tests/support/SkeinTest.h"
#include "ui/ChatsPage.h"
#include "ui/signin/SignInPage.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

class SigningDesk : public QObject {
protected:
    static constexpr int patience = 20'000; ///< ms, for what crosses real sockets

    void begin();
    void end() { m_context.reset(); }
    void start();
    void sayWhoOneIs(const QString& user);
    void follow(const QUrl& url, const QByteArray& form = {});
    void signInByBrowser(const QString& user);
    void paste(const QString& token);
    [[nodiscard]] QPushButton* button(const QString& name) const;
    [[nodiscard]] bool says(const QString& words) const;
    [[nodiscard]] int chats() const;
    [[nodiscard]] QString me() const { return m_service->world().me().id; }
    [[nodiscard]] std::optional<ErrorKind> refusalOf(const QString& token) const;
    [[nodiscard]] int revocations() const
    {
        return m_service->log().count(u"POST"_s, u"/access_tokens/current/destroy"_s);
    }
    [[nodiscard]] Session view() const { return m_context->session()->view(); }
    [[nodiscard]] QString kept() const
    {
        return m_secrets->secrets.value(u"token "_s + m_profile->folder());
    }
    [[nodiscard]] bool draftIs(const QString& text) const;

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<DemoService> m_service;
    std::unique_ptr<Profile> m_profile;
    std::shared_ptr<FakeSecretStore> m_secrets;
    std::unique_ptr<AppContext> m_context;
    QNetworkAccessManager m_web; ///< the browser
    QList<QUrl> m_opened;
    QUrl m_url;
    ConversationId m_chat;
};

inline void SigningDesk::begin()
{
    m_opened.clear();
    m_place = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<DemoService>(DemoOptions{.histories = false});
    DemoWorld& world = m_service->world();
    const QString other = world.others().at(0).id;
    QVERIFY(!world.say(other, me(), u"hello"_s).isEmpty());
    QVERIFY(m_service->start());
    m_url = QUrl(m_service->url());
    m_chat = ConversationId::direct({me()}, {other});
    m_profile = std::make_unique<Profile>(m_place->path(), false);
    m_secrets = std::make_shared<FakeSecretStore>();
}

inline void SigningDesk::start()
{
    m_context.reset();
    const Outside outside{.secrets = m_secrets,
        .openUrl =
            [this](const QUrl& url) {
                m_opened.append(url);
                return true;
            },
        .callbackPort = 0};
    m_context = std::make_unique<AppContext>(
        Options{.server = m_url, .clientId = DemoService::clientId()}, *m_profile, QString(),
        outside);
    m_context->start();
}

inline QPushButton* SigningDesk::button(const QString& name) const
{
    for (auto* each : m_context->window().findChildren<QPushButton*>()) {
        if (each->accessibleName() == name && each->isVisible())
            return each;
    }
    return nullptr;
}

inline bool SigningDesk::says(const QString& words) const
{
    for (const auto* each : m_context->window().findChildren<QLabel*>()) {
        if (each->isVisible() && each->text().contains(words))
            return true;
    }
    return false;
}

inline int SigningDesk::chats() const
{
    return m_context->session() ? m_context->session()->view().chats.rowCount() : -1;
}

/// As a browser goes: from page to page as it is led, with the form filled in on the way.
inline void SigningDesk::follow(const QUrl& url, const QByteArray& form)
{
    QNetworkRequest request(url);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setRawHeader("Sec-Fetch-Dest", "document");
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    const std::unique_ptr<QNetworkReply> reply(
        form.isEmpty() ? m_web.get(request) : m_web.post(request, form));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience);
    QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
    const bool isForm = reply->readAll().contains("<form method=\"post\">");
    QCOMPARE(isForm, form.isEmpty());
    m_opened.append(reply->url());
}

inline void SigningDesk::sayWhoOneIs(const QString& user)
{
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Sign in with the browser"_s), patience);
    m_opened.clear();
    button(u"Sign in with the browser"_s)->click();
    QCOMPARE(m_opened.size(), 1);
    QVERIFY(m_opened.first().path().endsWith(u"/oauth.groupme.com/oauth/authorize"_s));
    m_service->api().oauth().setCallback(
        u"http://localhost:%1/signed-in"_s.arg(m_context->browser()->port()));
    follow(m_opened.first());
    follow(m_opened.last(), user.isEmpty() ? QByteArray("deny=1") : "user=" + user.toUtf8());
}

inline void SigningDesk::signInByBrowser(const QString& user)
{
    sayWhoOneIs(user);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Continue"_s), patience);
    button(u"Continue"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_context->session() && m_context->session()->me().id.value == user, patience);
}

inline void SigningDesk::paste(const QString& token)
{
    auto* field = m_context->window().signInPage().findChild<QLineEdit*>();
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), patience);
    field->setText(token);
    button(u"Sign in"_s)->click();
}

/// Asks as any other program would; nothing: it is good.
inline std::optional<ErrorKind> SigningDesk::refusalOf(const QString& token) const
{
    TokenCalls calls(m_url);
    const auto owner = calls.owner(token);
    if (!QTest::qWaitFor([&owner] { return owner.isFinished(); }, patience))
        return ErrorKind::TimedOut;
    return owner.result() ? std::nullopt : std::optional(owner.result().error().kind);
}

inline bool SigningDesk::draftIs(const QString& text) const
{
    const auto draft = view().drafts.load(m_chat);
    return QTest::qWaitFor([&draft] { return draft.isFinished(); }, patience) && draft.result()
        && draft.result()->content.text == text;
}

} // namespace skein

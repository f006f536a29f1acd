// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/signin/SignInPage.h"

#include "core/base/WhenDone.h"
#include "ui/signin/SignIn.h"
#include "ui/theme/Avatar.h"
#include "ui/theme/IconButton.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 400;
constexpr int iconSize = 64;

} // namespace

QString SignInPage::refusalFor(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Unauthorized:
        return tr("GroupMe does not know this token. Copy it again, from its first character to "
                  "its last.");
    case ErrorKind::Unreachable:
    case ErrorKind::Interrupted:
    case ErrorKind::TimedOut:
    case ErrorKind::Expired:
        return tr("GroupMe cannot be reached. Check the connection, then try again.");
    case ErrorKind::NotGroupMe:
        return tr("Something else answered instead of GroupMe. Sign in to the network first, then "
                  "try again.");
    case ErrorKind::RateLimited:
        if (error.retryAfter)
            return tr("GroupMe asks us to slow down. Try again in %1 s.")
                .arg(std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count());
        return tr("GroupMe asks us to slow down. Try again in a minute.");
    case ErrorKind::Forbidden:
        return tr("GroupMe does not let this account in at the moment.");
    case ErrorKind::Server:
        return tr("GroupMe has trouble at the moment. Try again in a while.");
    default:
        return tr("GroupMe's answer could not be understood. Try again in a while.");
    }
}

SignInPage::SignInPage(QWidget* parent)
    : QWidget(parent)
    , m_column(new QWidget(this))
    , m_icon(new QLabel(m_column))
    , m_title(plainLabel(m_column))
    , m_help(new QLabel(m_column))
    , m_notice(plainLabel(m_column))
    , m_token(new QLineEdit(m_column))
    , m_echo(new IconButton(Icon::Eye, tr("Show the token"), m_token))
    , m_refusal(plainLabel(m_column))
    , m_submit(new QPushButton(tr("Sign in"), m_column))
    , m_avatar(new Avatar({}, metrics::threadAvatar, m_column))
    , m_progress(plainLabel(m_column))
{
    m_title->setText(tr("Sign in to GroupMe"));
    m_help->setTextFormat(Qt::RichText);
    m_help->setWordWrap(true);
    m_help->setOpenExternalLinks(true);
    m_help->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_help->setAccessibleName(tr("Where to find a token: dev.groupme.com"));

    m_token->setAccessibleName(tr("Access token"));
    m_token->setPlaceholderText(tr("Access token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setTextMargins(10, 0, 40, 0);
    m_token->setFixedHeight(40);
    m_submit->setAccessibleName(tr("Sign in"));
    m_submit->setDefault(true);
    m_submit->setFixedHeight(40);

    buildColumn();
    connect(m_echo, &QAbstractButton::clicked, this, &SignInPage::toggleEcho);
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_token, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_token, &QLineEdit::textEdited, this, [this] { refuse({}); });
    applyTheme();
    setBusy(false);
    refuse({});
}

void SignInPage::buildColumn()
{
    auto* inField = new QHBoxLayout(m_token);
    inField->setContentsMargins(0, 0, 4, 0);
    inField->addStretch();
    inField->addWidget(m_echo);

    auto* progress = new QHBoxLayout;
    progress->setSpacing(metrics::unit);
    progress->addWidget(m_avatar);
    progress->addWidget(m_progress, 1);

    auto* column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::unit);
    column->addWidget(m_icon);
    column->addSpacing(metrics::unit);
    column->addWidget(m_title);
    column->addWidget(m_help);
    column->addSpacing(metrics::unit);
    column->addWidget(m_notice);
    column->addWidget(m_token);
    column->addWidget(m_refusal);
    column->addWidget(m_submit);
    column->addLayout(progress);
    m_column->setMaximumWidth(columnWidth);

    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(24, 24, 24, 24);
    page->addStretch(2);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_column, 1000);
    middle->addStretch(1);
    page->addLayout(middle);
    page->addStretch(3);
}

void SignInPage::start(SignIn& signIn, const QString& notice)
{
    ++m_attempt;
    m_signIn = &signIn;
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    setBusy(false);
    m_token->setFocus();
}

void SignInPage::clear()
{
    ++m_attempt;
    m_token->setText({}); // forgets what could be undone, too
    if (m_token->echoMode() == QLineEdit::Normal)
        toggleEcho();
    refuse({});
    setBusy(false);
}

void SignInPage::submit()
{
    const QString token = m_token->text().trimmed();
    if (token.isEmpty())
        return refuse(tr("Paste your access token first."));
    if (std::ranges::any_of(token, [](QChar unit) { return unit.isSpace(); }))
        return refuse(tr("A token has no spaces in it. Copy only the token itself."));
    if (!m_signIn || !m_token->isEnabled())
        return;

    const int attempt = ++m_attempt;
    setBusy(true, tr("Asking GroupMe whose token this is\u2026"));
    whenDone(this, m_signIn->check(token), [this, attempt, token](const Result<Person>& person) {
        if (attempt != m_attempt)
            return;
        if (person)
            return accept(token, *person);
        setBusy(false);
        refuse(refusalFor(person.error()));
        m_token->setFocus();
    });
}

void SignInPage::accept(const QString& token, const Person& person)
{
    setBusy(true,
        person.name.isEmpty() ? tr("Signing in\u2026")
                              : tr("Signing in as %1\u2026").arg(person.name));
    m_avatar->setPerson(person);
    m_avatar->show();
    if (m_signIn)
        m_signIn->accept(token, person);
}

void SignInPage::setBusy(bool busy, const QString& words)
{
    m_token->setEnabled(!busy);
    m_submit->setEnabled(!busy);
    m_progress->setText(words);
    m_progress->setVisible(busy);
    m_avatar->hide();
    if (busy)
        refuse({});
}

void SignInPage::refuse(const QString& sentence)
{
    m_refusal->setText(sentence);
    m_refusal->setVisible(!sentence.isEmpty());
    m_token->setAccessibleDescription(sentence);
}

void SignInPage::toggleEcho()
{
    const bool hidden = m_token->echoMode() == QLineEdit::Password;
    m_token->setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
    m_echo->setDrawing(
        hidden ? Icon::EyeOff : Icon::Eye, hidden ? tr("Hide the token") : tr("Show the token"));
}

void SignInPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void SignInPage::showEvent(QShowEvent* event)
{
    applyTheme(); // the screen's scale is known only now
    QWidget::showEvent(event);
}

void SignInPage::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_icon->setPixmap(appIcon().pixmap(QSize(iconSize, iconSize), devicePixelRatio()));
    m_title->setFont(scaledFont(font(), 1.6, QFont::DemiBold));
    m_help->setPalette(inked(palette(), theme.meta));
    m_notice->setPalette(inked(palette(), theme.text));
    m_refusal->setPalette(inked(palette(), theme.warning));
    m_progress->setPalette(inked(palette(), theme.meta));
    // Our own words only: nothing from outside is ever markup.
    m_help->setText(tr("Skein needs an access token of your account. Find it at %1: sign in there, "
                       "then choose \u201cAccess Token\u201d at the top.")
            .arg(u"<a href=\"https://dev.groupme.com\" style=\"color:%1\">"
                 "dev.groupme.com</a>"_s.arg(theme.link.name())));
}

} // namespace skein

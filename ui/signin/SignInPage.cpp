// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/signin/SignInPage.h"

#include "core/base/WhenDone.h"
#include "ui/signin/BrowserPanel.h"
#include "ui/signin/SignIn.h"
#include "ui/signin/WhoPanel.h"
#include "ui/theme/Avatar.h"
#include "ui/theme/IconButton.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

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
    , m_notice(plainLabel(m_column))
    , m_browser(new BrowserPanel(m_column))
    , m_who(new WhoPanel(m_column))
    , m_paste(new QWidget(m_column))
    , m_help(new QLabel(m_paste))
    , m_token(new QLineEdit(m_paste))
    , m_echo(new IconButton(Icon::Eye, tr("Show the token"), m_token))
    , m_refusal(plainLabel(m_paste))
    , m_submit(new QPushButton(tr("Sign in"), m_paste))
    , m_avatar(new Avatar({}, metrics::threadAvatar, m_column))
    , m_progress(plainLabel(m_column))
    , m_back(new QPushButton(tr("Back to the chats"), m_column))
{
    m_title->setText(tr("Sign in to GroupMe"));
    m_back->setAccessibleName(m_back->text());
    m_back->hide();
    m_notice->hide();
    buildPaste();
    buildColumn();
    connect(m_echo, &QAbstractButton::clicked, this, &SignInPage::toggleEcho);
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_token, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_token, &QLineEdit::textEdited, this, [this] { refuse({}); });
    connect(m_browser, &BrowserPanel::waitingChanged, this,
        [this] { setStep(m_browser->isWaiting() ? Step::Waiting : Step::Choosing); });
    connect(m_browser, &BrowserPanel::tokenCame, this,
        [this](const QString& token) { check(token, TokenOrigin::Browser); });
    connect(m_who, &WhoPanel::agreed, this, [this] { accept(std::exchange(m_found, {})); });
    connect(m_who, &WhoPanel::declined, this, &SignInPage::decline);
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_signIn)
            m_signIn->goBack();
    });
    applyTheme();
    setStep(Step::Choosing);
    refuse({});
}

void SignInPage::buildPaste()
{
    m_help->setTextFormat(Qt::RichText);
    m_help->setWordWrap(true);
    m_help->setOpenExternalLinks(true);
    m_help->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_help->setAccessibleName(tr("Where to find a token: dev.groupme.com"));

    m_token->setAccessibleName(tr("Access token"));
    m_token->setPlaceholderText(tr("Access token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setLayoutDirection(Qt::LeftToRight); // as tokens are, in every language
    m_token->setTextMargins(10, 0, 40, 0);
    m_token->setFixedHeight(40);
    m_submit->setAccessibleName(tr("Sign in"));
    m_submit->setFixedHeight(40);

    auto* inField = new QHBoxLayout(m_token);
    inField->setContentsMargins(0, 0, 4, 0);
    inField->addStretch();
    inField->addWidget(m_echo);

    auto* paste = new QVBoxLayout(m_paste);
    paste->setContentsMargins(0, 0, 0, 0);
    paste->setSpacing(metrics::unit);
    paste->addWidget(m_help);
    paste->addWidget(m_token);
    paste->addWidget(m_refusal);
    paste->addWidget(m_submit);
}

void SignInPage::buildColumn()
{
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
    column->addWidget(m_notice);
    column->addSpacing(metrics::unit);
    column->addWidget(m_browser);
    column->addWidget(m_who);
    column->addWidget(m_paste);
    column->addLayout(progress);
    column->addWidget(m_back, 0, Qt::AlignLeft);
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
    m_found = {};
    m_browser->offer(signIn.browser());
    m_submit->setDefault(!m_browser->isOffered());
    m_back->setVisible(signIn.canGoBack());
    applyTheme();
    setNotice(notice);
    setStep(Step::Choosing);
    takeKeyboard();
}

void SignInPage::setNotice(const QString& notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void SignInPage::takeKeyboard()
{
    if (m_browser->isOffered())
        m_browser->takeKeyboard();
    else
        m_token->setFocus();
}

void SignInPage::clear()
{
    ++m_attempt;
    m_found = {};
    m_browser->cancel();
    m_token->setText({}); // forgets what could be undone, too
    if (m_token->echoMode() == QLineEdit::Normal)
        toggleEcho();
    refuse({});
    setStep(Step::Choosing);
}

void SignInPage::submit()
{
    const QString token = m_token->text().trimmed();
    if (token.isEmpty())
        return refuse(tr("Paste your access token first."));
    if (std::ranges::any_of(token, [](QChar unit) { return unit.isSpace(); }))
        return refuse(tr("A token has no spaces in it. Copy only the token itself."));
    if (m_signIn && m_token->isEnabled())
        check(token, TokenOrigin::Pasted);
}

void SignInPage::check(const QString& token, TokenOrigin origin)
{
    if (!m_signIn)
        return;
    const int attempt = ++m_attempt;
    setStep(Step::Checking,
        origin == TokenOrigin::Browser ? tr("Asking GroupMe who signed in\u2026")
                                       : tr("Asking GroupMe whose token this is\u2026"));
    whenDone(
        this, m_signIn->check(token), [this, attempt, token, origin](const Result<Person>& person) {
            if (attempt != m_attempt)
                return;
            if (!person)
                return refuseToken(person.error(), origin);
            const Found found{token, *person, origin};
            if (origin == TokenOrigin::Browser)
                ask(found);
            else
                accept(found);
        });
}

void SignInPage::refuseToken(const Error& error, TokenOrigin origin)
{
    setStep(Step::Choosing);
    if (origin == TokenOrigin::Pasted) {
        refuse(refusalFor(error));
        return m_token->setFocus();
    }
    m_browser->refuse(error.kind == ErrorKind::Unauthorized
            ? tr("GroupMe does not know the token that came from the browser. Try again.")
            : refusalFor(error));
    m_browser->takeKeyboard();
}

void SignInPage::ask(const Found& found)
{
    m_found = found;
    setStep(Step::Asking);
    m_who->ask(found.person);
}

void SignInPage::decline()
{
    m_found = {};
    setStep(Step::Choosing);
    setNotice(tr("To sign in as someone else, sign out of GroupMe in the browser first."));
    m_browser->takeKeyboard();
}

void SignInPage::accept(const Found& found)
{
    setStep(Step::SigningIn,
        found.person.name.isEmpty() ? tr("Signing in\u2026")
                                    : tr("Signing in as %1\u2026").arg(found.person.name));
    m_avatar->setPerson(found.person);
    m_avatar->show();
    if (m_signIn)
        m_signIn->accept(found.token, found.person, found.origin);
}

void SignInPage::setStep(Step step, const QString& words)
{
    m_step = step;
    const bool isBusy = step == Step::Checking || step == Step::SigningIn;
    m_browser->setVisible(
        m_browser->isOffered() && (step == Step::Choosing || step == Step::Waiting));
    m_who->setVisible(step == Step::Asking);
    m_paste->setVisible(step == Step::Choosing || (isBusy && !m_browser->isOffered()));
    m_token->setEnabled(!isBusy);
    m_submit->setEnabled(!isBusy);
    m_progress->setText(words);
    m_progress->setVisible(isBusy);
    m_avatar->hide();
    if (step != Step::Choosing)
        refuse({});
    if (step == Step::Waiting)
        setNotice({});
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

void SignInPage::keyPressEvent(QKeyEvent* event)
{
    auto* button = qobject_cast<QPushButton*>(focusWidget());
    if (button && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return button->click();
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_step == Step::Waiting)
        m_browser->cancel();
    else if (m_step == Step::Asking)
        decline();
    else if (m_step == Step::Choosing && m_signIn && m_signIn->canGoBack())
        m_signIn->goBack();
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
    const QString link
        = u"<a href=\"https://dev.groupme.com\" style=\"color:%1\">dev.groupme.com</a>"_s.arg(
            theme.link.name());
    m_help->setText(m_browser->isOffered()
            ? tr("Or paste an access token of your account. Find it at %1: sign in there, then "
                 "choose “Access Token” at the top.")
                  .arg(link)
            : tr("Skein needs an access token of your account. Find it at %1: sign in there, then "
                 "choose “Access Token” at the top.")
                  .arg(link));
}

} // namespace skein

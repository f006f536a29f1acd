// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/signin/BrowserPanel.h"

#include "ui/signin/BrowserSignIn.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace skein {

BrowserPanel::BrowserPanel(QWidget* parent)
    : QWidget(parent)
    , m_begin(new QPushButton(tr("Sign in with the browser"), this))
    , m_words(plainLabel(this))
    , m_refusal(plainLabel(this))
    , m_copy(new QPushButton(tr("Copy the address"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::unit);
    buttons->addWidget(m_copy, 1);
    buttons->addWidget(m_cancel, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, metrics::unit);
    column->setSpacing(metrics::unit);
    column->addWidget(m_begin);
    column->addWidget(m_words);
    column->addLayout(buttons);
    column->addWidget(m_refusal);
    for (QPushButton* button : {m_begin, m_copy, m_cancel}) {
        button->setAccessibleName(button->text());
        button->setFixedHeight(40);
    }
    m_begin->setDefault(true);
    m_copy->setAccessibleDescription(tr("Of the page to sign in at, for any browser"));
    connect(m_begin, &QPushButton::clicked, this, &BrowserPanel::begin);
    connect(m_cancel, &QPushButton::clicked, this, &BrowserPanel::cancel);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_address.toString(QUrl::FullyEncoded)); });
    offer(nullptr);
    applyTheme();
}

void BrowserPanel::offer(BrowserSignIn* browser)
{
    if (m_isWaiting && m_browser)
        m_browser->cancel();
    if (m_browser != browser) {
        if (m_browser)
            m_browser->disconnect(this);
        m_browser = browser;
        connectBrowser();
    }
    refuse({});
    setWaiting(false);
}

void BrowserPanel::connectBrowser()
{
    if (!m_browser)
        return;
    connect(m_browser, &BrowserSignIn::tokenCame, this, [this](const QString& token) {
        if (!m_isWaiting)
            return;
        setWaiting(false);
        emit tokenCame(token);
    });
    connect(m_browser, &BrowserSignIn::cameWithoutToken, this, [this] {
        refuse(tr("GroupMe gave Skein no access. Try again in the browser, or cancel."));
    });
    connect(m_browser, &BrowserSignIn::timedOut, this, [this] {
        setWaiting(false);
        refuse(tr("No answer came from the browser within five minutes. Try again, or paste a "
                  "token."));
        takeKeyboard();
    });
}

void BrowserPanel::begin()
{
    if (!m_browser || m_isWaiting)
        return;
    refuse({});
    const auto wait = m_browser->start();
    if (!wait)
        return refuse(wait.error().detail);
    m_address = wait->address;
    m_words->setText(wait->isOpened
            ? tr("Sign in to GroupMe in your browser. Skein then goes on by itself. If no browser "
                 "came up, copy the address into one on this computer.")
            : tr("Skein could not open a browser. Copy the address into one on this computer and "
                 "sign in there. Skein then goes on by itself."));
    setWaiting(true);
    m_cancel->setFocus();
}

void BrowserPanel::cancel()
{
    if (!m_isWaiting)
        return;
    if (m_browser)
        m_browser->cancel();
    refuse({});
    setWaiting(false);
    takeKeyboard();
}

bool BrowserPanel::isOffered() const { return m_browser != nullptr; }

void BrowserPanel::takeKeyboard() { m_begin->setFocus(); }

void BrowserPanel::setWaiting(bool waiting)
{
    const bool changed = waiting != m_isWaiting;
    m_isWaiting = waiting;
    m_begin->setVisible(!waiting);
    for (QWidget* widget : {static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_copy),
             static_cast<QWidget*>(m_cancel)})
        widget->setVisible(waiting);
    if (changed)
        emit waitingChanged();
}

void BrowserPanel::refuse(const QString& sentence)
{
    m_refusal->setText(sentence);
    m_refusal->setVisible(!sentence.isEmpty());
    m_begin->setAccessibleDescription(sentence);
    m_cancel->setAccessibleDescription(sentence);
}

void BrowserPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void BrowserPanel::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_words->setPalette(inked(palette(), theme.text));
    m_refusal->setPalette(inked(palette(), theme.warning));
}

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/SettingsDialog.h"

#include "core/platform/Settings.h"
#include "ui/theme/Avatar.h"
#include "ui/theme/Question.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace skein {

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(Settings& settings, const Person& me, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_WindowPropagation);
    const auto addLabel = [this](const QString& text, QList<QLabel*>& kind) {
        auto* label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        kind.append(label);
        return label;
    };

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(metrics::unit);
    column->addWidget(addLabel(tr("Account"), m_headings));
    column->addLayout(buildAccount(me));
    column->addSpacing(2 * metrics::unit);
    column->addWidget(addLabel(tr("Privacy"), m_headings));
    column->addLayout(buildReceipts(settings));
    column->addSpacing(2 * metrics::unit);
    column->addWidget(addLabel(tr("Motion"), m_headings));
    column->addLayout(buildMotion(settings));
    column->addSpacing(2 * metrics::unit);
    column->addWidget(addLabel(tr("About"), m_headings));
    column->addWidget(
        addLabel(tr("Skein %1, a desktop client for GroupMe. Free software under the GNU "
                    "General Public License, version 3 or later.")
                     .arg(QLatin1StringView(SKEIN_VERSION)),
            m_captions));
    column->addStretch();
    column->addSpacing(metrics::unit);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    setMinimumWidth(440);
    applyTheme();
}

QLayout* SettingsDialog::buildAccount(const Person& me)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new Avatar(me, metrics::chatAvatar, this));
    auto* name = new QLabel(me.name.isEmpty() ? tr("Unknown") : me.name, this);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    row->addWidget(name, 1);
    auto* signOut = new QPushButton(tr("Sign out\u2026"), this);
    signOut->setAccessibleName(tr("Sign out"));
    signOut->setAutoDefault(false);
    connect(signOut, &QPushButton::clicked, this, &SettingsDialog::askToSignOut);
    row->addWidget(signOut);
    return row;
}

QLayout* SettingsDialog::buildReceipts(Settings& settings)
{
    auto* box = new QCheckBox(tr("Send read receipts"), this);
    box->setAccessibleName(tr("Send read receipts"));
    box->setChecked(settings.sendReceipts());
    connect(box, &QCheckBox::toggled, &settings, &Settings::setSendReceipts);
    return withCaption(box,
        tr("Others see which of their messages you have read. Without receipts, unread counts on "
           "your other devices stay."));
}

QLayout* SettingsDialog::buildMotion(Settings& settings)
{
    auto* box = new QCheckBox(tr("Play animations"), this);
    box->setAccessibleName(tr("Play animations"));
    box->setChecked(settings.playAnimations());
    connect(box, &QCheckBox::toggled, &settings, &Settings::setPlayAnimations);
    return withCaption(box, tr("Otherwise pictures that move stand still until you click them."));
}

QLayout* SettingsDialog::withCaption(QCheckBox* box, const QString& words)
{
    auto* caption = new QLabel(words, this);
    caption->setWordWrap(true);
    caption->setIndent(18 + metrics::unit);
    box->setAccessibleDescription(words);
    m_captions.append(caption);

    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(box);
    column->addWidget(caption);
    return column;
}

void SettingsDialog::askToSignOut()
{
    auto* question = new Question(
        {.question = tr("Sign out of Skein?"),
            .meaning = tr("Your token and all that Skein keeps on this computer are removed: "
                          "messages, drafts and what still waits to be sent. Nothing is removed "
                          "from GroupMe."),
            .agree = tr("Sign out"),
            .decline = tr("Stay signed in")},
        this);
    connect(question, &Question::agreed, this, &SettingsDialog::signOutRequested);
    question->open();
}

void SettingsDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    QDialog::changeEvent(event);
}

void SettingsDialog::applyTheme()
{
    const Theme theme = Theme::from(palette());
    for (QLabel* heading : std::as_const(m_headings))
        heading->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    for (QLabel* caption : std::as_const(m_captions))
        caption->setPalette(inked(palette(), theme.meta));
}

} // namespace skein

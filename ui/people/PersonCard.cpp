// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/PersonCard.h"

#include "ui/theme/Avatar.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace skein {

namespace {

constexpr int leastWidth = 320;
constexpr int mostWidth = 560;
constexpr int cardMargin = 24;
constexpr int cardAvatar = 80;

/// As wide as the longest word, which no line break helps.
int widthFor(const QString& name, const QFont& font)
{
    const QFontMetrics metrics(font);
    int widest = 0;
    for (const QString& word : name.simplified().split(u' '))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return std::clamp(widest + 2 * cardMargin, leastWidth, mostWidth);
}

} // namespace

PersonCard::PersonCard(const Person& person, const QString& role, bool isMe, QWidget* parent)
    : QDialog(parent)
    , m_role(new QLabel(role, this))
    , m_blocked(new QLabel(tr("You have blocked this person"), this))
    , m_heard(new QCheckBox(tr("Hear of them in quiet hours"), this))
{
    setAttribute(Qt::WA_WindowPropagation);
    setAttribute(Qt::WA_DeleteOnClose);
    const QString words = person.name.isEmpty() ? tr("Unknown") : person.name;
    setWindowTitle(words);
    auto* name = new QLabel(words, this);
    name->setFont(scaledFont(font(), 1.3, QFont::DemiBold));
    m_role->setVisible(!role.isEmpty());
    m_blocked->hide();
    m_heard->setAccessibleName(m_heard->text());
    m_heard->setVisible(!isMe);
    connect(m_heard, &QCheckBox::clicked, this, &PersonCard::heardRequested);
    for (QLabel* label : {name, m_role, m_blocked}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(cardMargin, cardMargin, cardMargin, cardMargin);
    column->setSpacing(metrics::unit);
    column->addWidget(new Avatar(person, cardAvatar, this), 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(name);
    column->addWidget(m_role);
    column->addWidget(m_blocked);
    column->addWidget(m_heard, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::unit);
    column->addLayout(buildButtons(person, isMe));
    m_width = widthFor(words, name->font());
    fit();
    applyTheme();
}

QLayout* PersonCard::buildButtons(const Person& person, bool isMe)
{
    auto* close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(close->text());
    close->setAutoDefault(isMe);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::unit);
    row->addStretch();
    row->addWidget(close);
    if (!isMe) {
        m_block = new QPushButton(this);
        m_block->setAutoDefault(false);
        connect(m_block, &QPushButton::clicked, this, [this, person] {
            if (m_isBlocked)
                emit unblockRequested(person);
            else
                emit blockRequested(person);
        });
        row->addWidget(m_block);
        auto* message = new QPushButton(tr("Message"), this);
        message->setAccessibleName(message->text());
        message->setDefault(true);
        message->setFocus();
        connect(message, &QPushButton::clicked, this, [this, person] {
            accept();
            emit messageRequested(person);
        });
        row->addWidget(message);
    }
    row->addStretch();
    setBlocked(false);
    return row;
}

void PersonCard::setBlocked(bool isBlocked)
{
    m_isBlocked = isBlocked;
    if (!m_block)
        return;
    m_blocked->setVisible(isBlocked);
    m_heard->setVisible(!isBlocked);
    m_block->setText(isBlocked ? tr("Unblock") : tr("Block\u2026"));
    m_block->setAccessibleName(isBlocked ? tr("Unblock this person") : tr("Block this person"));
    fit();
}

void PersonCard::setHeard(bool isHeard) { m_heard->setChecked(isHeard); }

void PersonCard::fit()
{
    if (!layout())
        return; // still being built
    const int width = std::max(m_width, layout()->minimumSize().width());
    setFixedSize(width, layout()->totalHeightForWidth(width));
}

void PersonCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QDialog::changeEvent(event);
}

void PersonCard::applyTheme()
{
    m_role->setPalette(inked(palette(), Theme::from(palette()).meta));
    m_blocked->setPalette(inked(palette(), Theme::from(palette()).warning));
}

} // namespace skein

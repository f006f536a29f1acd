// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/notify/ReplyWindow.h"

#include "core/sync/Outbox.h"
#include "ui/composer/MessageField.h"
#include "ui/theme/Icons.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace skein {

ReplyWindow::ReplyWindow(const QString& title, const QString& words, const QString& text)
    : m_words(plainLabel(this))
    , m_frame(new QWidget(this))
    , m_field(new MessageField(m_frame))
    , m_flaw(plainLabel(this))
    , m_send(new QPushButton(tr("Send"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowIcon(appIcon());
    setWindowTitle(title.isEmpty() ? tr("Reply") : tr("Reply \u2013 %1").arg(title));
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_field->setAccessibleName(tr("Your reply"));
    m_field->setPlaceholderText(tr("Your reply"));
    m_field->setPlainText(text);
    m_field->moveCursor(QTextCursor::End);

    auto* inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(12, 6, 12, 6);
    inside->addWidget(m_field);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(metrics::unit);
    column->addWidget(m_words);
    column->addWidget(m_frame);
    column->addWidget(m_flaw);
    column->addStretch();
    column->addLayout(buildButtons());
    setMinimumWidth(400);

    connect(m_field, &MessageField::submitted, this, &ReplyWindow::submit);
    connect(m_field, &QPlainTextEdit::textChanged, this, &ReplyWindow::look);
    applyTheme();
    look();
    m_field->setFocus();
}

QLayout* ReplyWindow::buildButtons()
{
    auto* cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton* button : {cancel, m_send}) {
        button->setAutoDefault(false); // Enter is the field's
        button->setAccessibleName(button->text());
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::unit);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &ReplyWindow::submit);
    return buttons;
}

void ReplyWindow::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyTheme();
}

void ReplyWindow::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_field->hasFocus() ? theme.accent : theme.hairline, 1.5));
    painter.setBrush(theme.window);
    painter.drawRoundedRect(QRectF(m_frame->geometry()).adjusted(1, 1, -1, -1),
        metrics::bubbleRadius, metrics::bubbleRadius);
}

void ReplyWindow::applyTheme()
{
    const QPalette system = QApplication::palette();
    const Theme theme = Theme::from(system);
    setPalette(theme.applied(system));
    m_words->setPalette(inked(palette(), theme.meta));
    m_flaw->setPalette(inked(palette(), theme.warning));
}

void ReplyWindow::look()
{
    const qsizetype length = m_field->toPlainText().trimmed().size();
    const qsizetype over = length - Outbox::maxLength;
    m_flaw->setVisible(over > 0);
    m_flaw->setText(tr("Too long by %1: GroupMe takes %2 characters in one message.")
            .arg(locale().toString(over), locale().toString(Outbox::maxLength)));
    m_send->setEnabled(over <= 0 && length > 0);
}

void ReplyWindow::submit()
{
    if (!m_send->isEnabled())
        return;
    emit sent(m_field->toPlainText());
    accept();
}

} // namespace skein

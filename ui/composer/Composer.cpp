// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/Composer.h"

#include "core/base/WhenDone.h"
#include "core/sync/Outbox.h"
#include "ui/composer/MentionPopup.h"
#include "ui/composer/MessageField.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTextCursor>

namespace skein {

using namespace Qt::StringLiterals;

Composer::Composer(QWidget* parent)
    : QWidget(parent)
    , m_frame(new QWidget(this))
    , m_field(new MessageField(m_frame))
    , m_counter(new QLabel(m_frame))
    , m_send(new QPushButton(tr("Send"), m_frame))
    , m_refusal(new QLabel(this))
    , m_barred(new QLabel(this))
    , m_mentions(new MentionPopup(*m_field))
{
    buildFrame();
    m_refusal->setWordWrap(true);
    m_refusal->setTextFormat(Qt::PlainText);
    m_barred->setWordWrap(true);
    m_barred->setTextFormat(Qt::PlainText);
    m_barred->setAlignment(Qt::AlignCenter);
    m_barred->setFocusPolicy(Qt::TabFocus);
    m_barred->installEventFilter(this);
    m_barred->setAccessibleName(tr("Who may write here"));
    m_barred->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 4, 20, 16);
    column->setSpacing(4);
    column->addWidget(m_frame);
    column->addWidget(m_barred);
    column->addWidget(m_refusal);

    connect(m_field, &MessageField::submitted, this, &Composer::submit);
    connect(m_send, &QPushButton::clicked, this, &Composer::submit);
    connect(m_field, &QPlainTextEdit::textChanged, this, &Composer::noteEdit);
    setFocusProxy(m_field);
    applyTheme();
    showLength();
}

Composer::~Composer() { delete m_mentions; }

void Composer::buildFrame()
{
    m_field->setAccessibleName(tr("Message"));
    m_field->installEventFilter(this);
    m_field->viewport()->installEventFilter(this);
    m_counter->setContentsMargins(0, 5, 12, 0);
    m_send->setAccessibleName(tr("Send"));
    m_send->setFlat(true);

    auto* side = new QVBoxLayout;
    side->setSpacing(0);
    side->addWidget(m_counter, 0, Qt::AlignRight);
    side->addStretch();
    side->addWidget(m_send, 0, Qt::AlignRight);
    auto* writing = new QVBoxLayout;
    writing->setContentsMargins(0, metrics::unit, 0, metrics::unit);
    writing->addWidget(m_field, 0, Qt::AlignVCenter);
    auto* inside = new QHBoxLayout(m_frame);
    inside->setContentsMargins(16, 3, 4, 3);
    inside->setSpacing(metrics::unit);
    inside->addLayout(writing, 1);
    inside->addLayout(side);
}

void Composer::setDrafts(DraftBox drafts) { m_drafts = std::move(drafts); }

void Composer::setConversation(const ConversationId& id, const QString& title)
{
    m_title = title;
    showPlaceholder();
    if (id == m_conversation)
        return;
    m_conversation = id;
    m_mentions->forgetPicked();
    const int visit = ++m_visit;
    m_draft = {};
    showText({});
    if (id.isEmpty() || !m_drafts.load)
        return;
    whenDone(this, m_drafts.load(id), [this, visit](const Result<MessageDraft>& draft) {
        if (visit != m_visit || !draft)
            return;
        m_draft = *draft;
        showText(draft->content.text);
    });
}

void Composer::setBarred(const QString& reason)
{
    // Also the focus that an inactive window remembers.
    const QWidget* focus = window()->focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    const bool changes = isBarred() == reason.isEmpty();
    m_barred->setText(reason);
    m_barred->setAccessibleName(reason.isEmpty() ? tr("Who may write here") : reason);
    if (!changes)
        return;
    auto* shown = isBarred() ? static_cast<QWidget*>(m_barred) : m_frame;
    auto* gone = isBarred() ? m_frame : static_cast<QWidget*>(m_barred);
    m_barred->setMinimumHeight(m_frame->minimumSizeHint().height());
    shown->show();
    setFocusProxy(isBarred() ? static_cast<QWidget*>(m_barred) : m_field);
    if (hadFocus)
        focusField();
    gone->hide();
    showLength();
    update();
}

bool Composer::isBarred() const { return !m_barred->text().isEmpty(); }

void Composer::setPeople(const QList<Mentionable>& people) { m_mentions->setPeople(people); }

QString Composer::text() const { return m_field->toPlainText(); }

void Composer::setText(const QString& text)
{
    m_field->setPlainText(text);
    m_field->moveCursor(QTextCursor::End);
    m_mentions->dismiss(); // nobody typed
}

void Composer::clear()
{
    m_draft = {};
    setText({});
}

void Composer::giveBack(const QString& text)
{
    const QString since = this->text();
    setText(since.isEmpty() ? text : text + u'\n' + since);
}

void Composer::focusField() { focusProxy()->setFocus(Qt::OtherFocusReason); }

void Composer::submit()
{
    const QString words = text().trimmed();
    if (isBarred() || words.isEmpty() || words.size() > Outbox::maxLength)
        return;
    const QJsonObject mentions
        = mentionsJson(findMentions(words, m_mentions->people(), m_mentions->picked()));
    emit sendRequested(words, mentions.isEmpty() ? QJsonArray() : QJsonArray{mentions});
}

void Composer::noteEdit()
{
    showLength();
    if (m_showing)
        return;
    ++m_visit;
    m_draft.content.text = text();
    if (m_drafts.save && !m_conversation.isEmpty())
        m_drafts.save(m_conversation, m_draft);
    emit textEdited(text());
}

void Composer::showText(const QString& text)
{
    const QScopedValueRollback showing(m_showing, true);
    setText(text);
}

void Composer::showLength()
{
    const qsizetype length = text().trimmed().size();
    const qsizetype over = length - Outbox::maxLength;
    m_counter->setVisible(length >= counterFrom);
    m_counter->setText(
        tr("%1 of %2").arg(locale().toString(length), locale().toString(Outbox::maxLength)));
    m_refusal->setVisible(over > 0 && !isBarred());
    m_refusal->setText(tr("Too long by %1: GroupMe takes %2 characters in one message.")
            .arg(locale().toString(over), locale().toString(Outbox::maxLength)));
    m_send->setEnabled(length > 0 && over <= 0);

    const Theme theme = Theme::from(palette());
    m_counter->setPalette(inked(palette(), over > 0 ? theme.warning : theme.meta));
}

void Composer::showPlaceholder()
{
    const int width = m_field->viewport()->width() - 4;
    m_field->setPlaceholderText(m_field->fontMetrics().elidedText(
        tr("Message %1").arg(m_title), Qt::ElideRight, std::max(width, 80)));
}

bool Composer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (watched == m_field->viewport() && event->type() == QEvent::Resize)
        showPlaceholder();
    return QWidget::eventFilter(watched, event);
}

void Composer::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void Composer::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_counter->setFont(scaledFont(font(), 0.85));
    m_refusal->setFont(scaledFont(font(), 0.85));
    m_send->setFont(scaledFont(font(), 1.0, QFont::DemiBold));

    m_refusal->setPalette(inked(palette(), theme.warning));
    m_barred->setPalette(inked(palette(), theme.meta));
    QPalette accent = palette();
    accent.setColor(QPalette::Active, QPalette::ButtonText, theme.accent);
    accent.setColor(QPalette::Inactive, QPalette::ButtonText, theme.accent);
    m_send->setPalette(accent);
    showLength();
    update();
}

void Composer::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.setRenderHint(QPainter::Antialiasing);
    const QWidget& place = isBarred() ? *m_barred : *m_frame;
    const bool focused = isBarred() ? m_barred->hasFocus() : m_field->hasFocus();
    if (isBarred() && !focused)
        return;
    painter.setPen(QPen(focused ? theme.accent : theme.hairline, focused ? 1.5 : 1));
    painter.setBrush(theme.window);
    painter.drawRoundedRect(QRectF(place.geometry()).adjusted(1, 1, -1, -1), metrics::bubbleRadius,
        metrics::bubbleRadius);
}

} // namespace skein

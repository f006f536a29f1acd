// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/Composer.h"

#include "core/sync/Outbox.h"
#include "ui/composer/AttachButton.h"
#include "ui/composer/AttachmentStrip.h"
#include "ui/composer/DropArea.h"
#include "ui/composer/EmojiPopup.h"
#include "ui/composer/Enclosures.h"
#include "ui/composer/MentionPopup.h"
#include "ui/composer/MessageField.h"
#include "ui/composer/PurposeBar.h"
#include "ui/theme/Announce.h"
#include "ui/theme/IconButton.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace skein {

Composer::Composer(QWidget* parent)
    : QWidget(parent)
    , m_frame(new QWidget(this))
    , m_purpose(new PurposeBar(m_frame))
    , m_enclosures(new Enclosures(this))
    , m_strip(new AttachmentStrip(*m_enclosures, m_frame))
    , m_attach(new AttachButton(m_frame))
    , m_field(new MessageField(m_frame))
    , m_counter(new QLabel(m_frame))
    , m_smiley(new IconButton(Icon::Smile, tr("Emoji"), m_frame))
    , m_send(new QPushButton(tr("Send"), m_frame))
    , m_refusal(new QLabel(this))
    , m_barred(new QLabel(this))
    , m_barDeed(new QPushButton(new QWidget(this)))
    , m_picker(new EmojiPicker(m_emoji, this))
    , m_mentions(new MentionPopup(*m_field))
    , m_names(new EmojiPopup(*m_field, m_emoji))
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
    auto* deed = new QVBoxLayout(m_barDeed->parentWidget());
    deed->setContentsMargins(0, 0, 0, 0);
    deed->addWidget(m_barDeed);
    m_barDeed->parentWidget()->hide();
    m_barDeed->setAutoDefault(false);
    m_barDeed->setAccessibleName(tr("What can be done about it"));
    connect(m_barDeed, &QPushButton::clicked, this, &Composer::barDeedRequested);
    m_purpose->hide();

    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // the thread has the rest
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 4, 20, 16);
    column->setSpacing(4);
    column->addWidget(m_frame);
    auto* barred = new QHBoxLayout;
    barred->setSpacing(metrics::unit);
    barred->addWidget(m_barred, 1);
    barred->addWidget(m_barDeed->parentWidget());
    column->addLayout(barred);
    column->addWidget(m_refusal);

    connectParts();
    acceptDropsOn(*this);
    setFocusProxy(m_field);
    applyTheme();
}

Composer::~Composer()
{
    delete m_drops;
    delete m_names;
    delete m_mentions;
}

void Composer::buildFrame()
{
    m_field->setAccessibleName(tr("Message"));
    m_field->installEventFilter(this);
    m_field->viewport()->installEventFilter(this);
    m_send->setAccessibleName(tr("Send"));
    m_send->setFlat(true);

    auto* above = new QVBoxLayout;
    above->setContentsMargins(metrics::unit, 0, metrics::unit, 0);
    above->setSpacing(0);
    above->addWidget(m_purpose);
    above->addWidget(m_strip);
    auto* inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(4, 3, 4, 3);
    inside->setSpacing(0);
    inside->addLayout(above);
    inside->addLayout(buildWritingRow());
    m_strip->comeAfter(m_purpose->cross());
    setTabOrder(m_field, m_attach);
    setTabOrder(m_attach, m_smiley);
    setTabOrder(m_smiley, m_send);
}

void Composer::openEmoji()
{
    if (m_smiley->isVisible())
        m_smiley->click();
}

void Composer::openAttach()
{
    if (m_attach->isVisible() && m_attach->isEnabled())
        m_attach->open();
}

void Composer::setButtonTips(const QString& attach, const QString& emoji)
{
    m_attach->setToolTip(attach);
    m_smiley->setToolTip(emoji);
}

QLayout* Composer::buildWritingRow()
{
    auto* writing = new QVBoxLayout;
    writing->setContentsMargins(0, metrics::unit, 0, metrics::unit);
    writing->addWidget(m_field, 0, Qt::AlignVCenter);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_smiley);
    buttons->addWidget(m_send);
    m_counter->setContentsMargins(0, 5, 12, 0);
    auto* side = new QVBoxLayout;
    side->setSpacing(0);
    side->addWidget(m_counter, 0, Qt::AlignRight);
    side->addStretch();
    side->addLayout(buttons);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::unit);
    // In one line with "Send", at the foot of several lines of text.
    auto* start = new QVBoxLayout;
    start->setContentsMargins(0, 0, 0, 2);
    start->addStretch();
    start->addWidget(m_attach);
    row->addLayout(start);
    row->addLayout(writing, 1);
    row->addLayout(side);
    return row;
}

void Composer::connectParts()
{
    connect(m_field, &MessageField::submitted, this, &Composer::submit);
    connect(m_field, &MessageField::pasted, this, &Composer::attach);
    connect(m_send, &QPushButton::clicked, this, &Composer::submit);
    connect(m_field, &QPlainTextEdit::textChanged, this, &Composer::noteEdit);
    connect(m_purpose, &PurposeBar::cancelled, this, &Composer::cancelPurpose);
    connect(m_enclosures, &Enclosures::changed, this, &Composer::noteEnclosures);
    connect(m_enclosures, &Enclosures::refused, this, &Composer::say);
    connect(m_strip, &AttachmentStrip::fieldRequested, this, &Composer::focusField);
    connect(m_attach, &AttachButton::pathsChosen, this, [this](const QStringList& paths) {
        say({});
        m_enclosures->addPaths(paths);
        focusField();
    });
    connect(m_attach, &AttachButton::placeChosen, this, [this](const QJsonObject& place) {
        say({});
        m_enclosures->addPlace(place);
        focusField();
    });
    connect(m_smiley, &QAbstractButton::clicked, this, [this] { m_picker->openAt(*m_smiley); });
    connect(m_picker, &EmojiPicker::closed, this, &Composer::focusField);
    connect(m_picker, &EmojiPicker::picked, this,
        [this](const QString& emoji) { m_field->insertPlainText(emoji); });
    connect(m_picker, &EmojiPicker::packEmojiPicked, this,
        [this](int pack, int index) { m_field->insertPackEmoji({pack, index}); });
    connect(m_names, &EmojiPopup::chosen, m_picker, &EmojiPicker::noteUsed);
}

void Composer::acceptDropsOn(QWidget& area)
{
    delete m_drops;
    setAcceptDrops(false);
    m_drops = new DropArea(
        area, [this](const QMimeData& mime) { return mayAttach() && Enclosures::canAdd(mime); });
    connect(m_drops, &DropArea::dropped, this, &Composer::attach);
}

void Composer::setBarred(const QString& reason, const QString& deed)
{
    // Also the focus that an inactive window remembers.
    const QWidget* focus = window()->focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    const bool changes = isBarred() == reason.isEmpty();
    m_barred->setText(reason);
    m_barred->setAccessibleName(reason.isEmpty() ? tr("Who may write here") : reason);
    m_barDeed->setText(deed);
    m_barDeed->setAccessibleName(deed.isEmpty() ? tr("What can be done about it") : deed);
    m_barDeed->parentWidget()->setVisible(!deed.isEmpty());
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

bool Composer::mayAttach() const { return !isBarred() && !isEditing(); }

void Composer::setPeople(const QList<Mentionable>& people) { m_mentions->setPeople(people); }

void Composer::setPacks(const QList<PickerPack>& packs)
{
    QHash<std::pair<int, int>, QPixmap> pictures;
    for (const PickerPack& pack : packs) {
        for (const PackEmoji& emoji : pack.emoji)
            pictures.insert({emoji.pack, emoji.index}, emoji.picture);
    }
    m_field->setPackPictures(pictures);
    m_picker->setPacks(packs);
}

void Composer::focusField() { focusProxy()->setFocus(Qt::OtherFocusReason); }

void Composer::say(const QString& sentence)
{
    m_sentence = sentence;
    if (!sentence.isEmpty())
        m_sendsWhenReady = false; // the person decides what to do without it
    showLength();
    if (sentence.isEmpty())
        return;
    announce(*m_refusal, m_refusal->text());
}

void Composer::showLength()
{
    const qsizetype length = text().trimmed().size();
    const qsizetype over = length - Outbox::maxLength;
    m_counter->setVisible(length >= counterFrom);
    m_counter->setText(
        tr("%1 of %2").arg(locale().toString(length), locale().toString(Outbox::maxLength)));
    QStringList sentences;
    if (over > 0)
        sentences.append(tr("Too long by %1: GroupMe takes %2 characters in one message.")
                .arg(locale().toString(over), locale().toString(Outbox::maxLength)));
    if (!m_sentence.isEmpty())
        sentences.append(m_sentence);
    m_refusal->setVisible(!sentences.isEmpty() && !isBarred());
    m_refusal->setText(sentences.join(u'\n'));
    m_send->setEnabled(over <= 0 && (length > 0 || holdsMore()));

    const Theme theme = Theme::from(palette());
    m_counter->setPalette(inked(palette(), over > 0 ? theme.warning : theme.meta));
}

void Composer::showPurpose()
{
    m_purpose->setVisible(isEditing() || !m_replyTo.isEmpty());
    if (isEditing())
        m_purpose->present(
            Icon::Pencil, tr("Edit message"), m_edited.words, {}, tr("Cancel the edit"));
    else if (!m_replyTo.isEmpty())
        m_purpose->present(Icon::Reply, tr("Reply to %1").arg(m_answered.name), m_answered.words,
            m_answered.thumbnail, tr("Cancel the reply"));
    m_strip->setVisible(!isEditing() && !m_enclosures->isEmpty());
    m_attach->setEnabled(mayAttach());
    showPlaceholder();
    showLength();
}

void Composer::showPlaceholder()
{
    const int width = m_field->viewport()->width() - 4;
    const bool isCaption = !isEditing() && !m_enclosures->isEmpty();
    m_field->setPlaceholderText(m_field->fontMetrics().elidedText(
        isCaption ? tr("Add a caption") : tr("Message %1").arg(m_title), Qt::ElideRight,
        std::max(width, 80)));
}

bool Composer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (watched == m_field->viewport() && event->type() == QEvent::Resize)
        showPlaceholder();
    const bool isKey
        = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_field || !isKey || m_mentions->isVisible() || m_names->isVisible())
        return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::KeyPress)
        return takeKey(key.key(), key.modifiers());
    if (key.key() == Qt::Key_Escape && !m_purpose->isHidden())
        event->accept(); // the window's own Escape must not come before this one
    return false;
}

bool Composer::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    if ((modifiers & ~Qt::KeypadModifier) != Qt::NoModifier || m_field->isComposing())
        return false;
    if (key == Qt::Key_Escape && !m_purpose->isHidden()) {
        cancelPurpose();
        return true;
    }
    const bool isEmpty = m_field->document()->isEmpty() && m_enclosures->isEmpty();
    if (key == Qt::Key_Up && isEmpty && m_purpose->isHidden()) {
        emit editLastRequested();
        return true;
    }
    return false;
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
    showPurpose();
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

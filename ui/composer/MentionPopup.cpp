// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/MentionPopup.h"

#include "ui/composer/MessageField.h"
#include "ui/theme/FoldedText.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTextBlock>

#include <algorithm>

namespace skein {

namespace {

constexpr int memberAvatar = 24;
constexpr int rowHeight = 36;
constexpr int widest = 300;
constexpr int gap = 8;
constexpr int border = 1;
constexpr auto userRole = Qt::UserRole;

bool belongsToWord(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isMark() || unit == u'_' || unit.isLowSurrogate();
}

/// Whether a word of `name` (folded), and what follows it, starts with `typed` (folded).
bool fits(const QString& name, const QString& typed)
{
    for (qsizetype at = name.indexOf(typed); at >= 0; at = name.indexOf(typed, at + 1)) {
        if (at == 0 || !name.at(at - 1).isLetterOrNumber())
            return true;
        if (typed.isEmpty())
            break;
    }
    return false;
}

class PersonDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {memberAvatar + 3 * gap, std::max(rowHeight, option.fontMetrics.height() + gap)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Theme theme = Theme::from(option.palette);
        const QString name = index.data().toString();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.selection);
        const QRect row = option.rect.adjusted(gap, 0, -gap, 0);
        const QRect avatar(
            row.left(), row.center().y() + 1 - memberAvatar / 2, memberAvatar, memberAvatar);
        const QRect words = row.adjusted(memberAvatar + gap, 0, 0, 0);
        paintAvatar(*painter, QStyle::visualRect(option.direction, row, avatar),
            index.data(userRole).toString(), name, AvatarShape::Round, theme);
        painter->setFont(option.font);
        painter->setPen(theme.text);
        const auto along
            = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        painter->drawText(QStyle::visualRect(option.direction, row, words),
            int(along) | Qt::TextSingleLine,
            option.fontMetrics.elidedText(name, Qt::ElideRight, words.width()));
        painter->restore();
    }
};

} // namespace

MentionPopup::MentionPopup(MessageField& field)
    : QListView(&field)
    , m_field(field)
    , m_offered(new QStandardItemModel(this))
{
    hide();
    setAccessibleName(tr("People to mention"));
    setModel(m_offered);
    setItemDelegate(new PersonDelegate(this));
    setFocusPolicy(Qt::NoFocus);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameStyle(QFrame::Box | QFrame::Plain);
    setLineWidth(border);
    setMouseTracking(true);
    m_field.installEventFilter(this);
    connect(this, &QListView::clicked, this, &MentionPopup::choose);
    connect(&m_field, &QPlainTextEdit::textChanged, this, &MentionPopup::followText);
    connect(&m_field, &QPlainTextEdit::cursorPositionChanged, this, &MentionPopup::followCaret);
}

void MentionPopup::setPeople(const QList<Mentionable>& people)
{
    m_people.clear();
    for (Mentionable person : people) {
        person.name = person.name.simplified();
        if (!person.name.isEmpty() && !person.user.isEmpty())
            m_people.append(person);
    }
    followCaret();
}

void MentionPopup::forgetPicked() { m_picked.clear(); }

void MentionPopup::dismiss()
{
    hide();
    m_field.setAccessibleDescription({});
}

std::optional<MentionPopup::Word> MentionPopup::wordAtCaret() const
{
    const QTextCursor caret = m_field.textCursor();
    if (caret.hasSelection() || m_field.isComposing())
        return std::nullopt;
    const QString before = caret.block().text().left(caret.positionInBlock());
    const qsizetype at = before.lastIndexOf(u'@');
    if (at < 0)
        return std::nullopt;
    // An emoji before it is no letter: only a low surrogate of a letter would be.
    const bool startsWord = at == 0 || !belongsToWord(before.at(at - 1))
        || (at > 1 && before.at(at - 1).isLowSurrogate()
            && !QChar::isLetterOrNumber(
                QChar::surrogateToUcs4(before.at(at - 2), before.at(at - 1))));
    const QString typed = before.mid(at + 1);
    if (!startsWord || std::ranges::any_of(typed, [](QChar unit) { return unit.isSpace(); }))
        return std::nullopt;
    return Word{caret.block().position() + int(at), typed};
}

void MentionPopup::followText()
{
    if (m_choosing)
        return;
    const auto word = wordAtCaret();
    if (!word || m_refusedAt != word->at)
        m_refusedAt.reset();
    if (word && !m_refusedAt)
        offer(*word);
    else
        dismiss();
}

void MentionPopup::followCaret()
{
    if (!isVisible() || m_choosing)
        return;
    const auto word = wordAtCaret();
    if (word)
        offer(*word);
    else
        dismiss();
}

void MentionPopup::offer(const Word& word)
{
    const QString typed = folded(word.typed);
    QList<const Mentionable*> fitting;
    for (const Mentionable& person : std::as_const(m_people)) {
        if (fits(folded(person.name), typed))
            fitting.append(&person);
    }
    if (fitting.isEmpty())
        return dismiss();
    std::ranges::stable_partition(
        fitting, [&](const Mentionable* person) { return folded(person->name).startsWith(typed); });
    m_offered->clear();
    for (const Mentionable* person : std::as_const(fitting)) {
        auto* row = new QStandardItem(person->name);
        row->setData(person->user.value, userRole);
        m_offered->appendRow(row);
    }
    place(word);
    step(0);
}

void MentionPopup::place(const Word& word)
{
    QWidget* window = m_field.window();
    if (parentWidget() != window) {
        if (m_window)
            m_window->removeEventFilter(this);
        setParent(window);
        m_window = window;
        m_window->installEventFilter(this);
    }
    const Theme theme = Theme::from(m_field.palette());
    setPalette(inked(m_field.palette(), theme.hairline)); // a plain frame is in the text's colour
    QTextCursor at(m_field.document());
    at.setPosition(word.at);
    const QPoint caret
        = m_field.viewport()->mapTo(window, m_field.cursorRect(at).topLeft()) - QPoint(0, gap / 2);
    const int row = sizeHintForRow(0);
    const int rows = std::min(m_offered->rowCount(), mostRows);
    const int height = std::min(rows * row, std::max(caret.y() - gap - 2 * border, row));
    const int width = std::min(widest, window->width() - 2 * gap);
    const int left = std::min(caret.x() - gap, window->width() - gap - width);
    resize(width, height + 2 * border);
    move(std::max(left, gap), std::max(caret.y() - this->height(), 0));
    show();
    raise();
}

bool MentionPopup::eventFilter(QObject* watched, QEvent* event)
{
    const bool ofField = watched == &m_field;
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == m_window) // the scroll bars come here, too
            dismiss(); // its place is another one now
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (ofField)
            dismiss();
        break;
    case QEvent::InputMethod:
        if (ofField && !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty())
            dismiss(); // the keys are the composition's
        break;
    case QEvent::ShortcutOverride: // the window's own Escape must not come before this one
        if (ofField && isVisible() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
            event->accept();
        break;
    case QEvent::KeyPress:
        if (ofField && isVisible() && take(*static_cast<QKeyEvent*>(event)))
            return true;
        break;
    default:
        break;
    }
    return QListView::eventFilter(watched, event);
}

void MentionPopup::mouseMoveEvent(QMouseEvent* event)
{
    // Not entered(): rows that scroll under a mouse at rest would take the keyboard's choice away.
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && index != currentIndex())
        step(index.row() - currentIndex().row());
    QListView::mouseMoveEvent(event);
}

bool MentionPopup::take(const QKeyEvent& key)
{
    if ((key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (key.key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose(currentIndex());
        return true;
    case Qt::Key_Escape:
        if (const auto word = wordAtCaret())
            m_refusedAt = word->at;
        dismiss();
        return true;
    default:
        return false;
    }
}

void MentionPopup::step(int rows)
{
    const int count = m_offered->rowCount();
    const int row = std::max(currentIndex().row(), 0) + rows;
    const QModelIndex index = m_offered->index((row + count) % count, 0);
    setCurrentIndex(index);
    scrollTo(index);
    // The keyboard is in the field: there a screen reader hears who would be chosen.
    m_field.setAccessibleDescription(tr("Enter mentions %1").arg(index.data().toString()));
}

void MentionPopup::choose(const QModelIndex& index)
{
    const auto word = wordAtCaret();
    if (!word || !index.isValid())
        return dismiss();
    const QScopedValueRollback choosing(m_choosing, true);
    const QString name = index.data().toString();
    m_picked.insert(name, {index.data(userRole).toString()});
    QTextCursor writing = m_field.textCursor();
    const bool spaced = m_field.document()->characterAt(writing.position()) == u' ';
    writing.setPosition(word->at, QTextCursor::KeepAnchor);
    writing.insertText(spaced ? u'@' + name : u'@' + name + u' ');
    if (spaced)
        writing.movePosition(QTextCursor::NextCharacter);
    m_field.setTextCursor(writing);
    dismiss();
}

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/topics/TopicDialog.h"

#include "ui/theme/Announce.h"
#include "ui/theme/Question.h"
#include "ui/theme/RowPainting.h"
#include "ui/topics/LikeIconField.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int everyone = 0;
constexpr int onlyAdmins = 1;

} // namespace

TopicDialog::TopicDialog(Purpose purpose, const TopicDraft& draft, Kind kind, QWidget* parent)
    : QDialog(parent)
    , m_fields(new QWidget(this))
    , m_column(new QVBoxLayout(m_fields))
    , m_title(new QLineEdit(m_fields))
    , m_description(new QPlainTextEdit(m_fields))
    , m_kind(new QButtonGroup(this))
    , m_picture(new QLineEdit(m_fields))
    , m_likeIcon(new LikeIconField)
    , m_likeRow(new QWidget(m_fields))
    , m_answer(new QLabel(this))
    , m_submit(new QPushButton(purpose == Purpose::Create ? tr("Create") : tr("Save"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_WindowPropagation);
    setWindowTitle(purpose == Purpose::Create ? tr("New topic") : tr("Edit topic"));
    buildFields();
    // What making a topic answers knows no icon: it can be given afterwards (protocol.md E3, E4).
    m_likeRow->setVisible(purpose == Purpose::Edit);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(metrics::unit);
    column->addWidget(m_fields);
    column->addWidget(m_answer);
    column->addStretch();
    column->addSpacing(metrics::unit);
    column->addLayout(buildButtons(purpose));
    setMinimumWidth(440);
    orderTabs();

    fill(draft, kind);
    applyTheme();
    forgive();
    m_title->setFocus();
}

void TopicDialog::buildFields()
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    for (QLineEdit* field : {m_title, m_picture})
        field->setTextMargins(rows::gap, 0, rows::gap, 0);
    m_titleField = addField(tr("Title"), m_title);
    m_descriptionField = addField(tr("Description (optional)"), m_description);
    m_description->setTabChangesFocus(true);
    m_description->document()->setDocumentMargin(2);
    m_description->setFixedHeight(3 * fontMetrics().lineSpacing() + 2 * metrics::unit + 4);
    buildKind();
    m_pictureField = addField(tr("Picture (optional)"), m_picture);
    m_picture->setPlaceholderText(u"https://i.groupme.com/\u2026"_s);
    buildLikeIcon();
}

void TopicDialog::orderTabs()
{
    const QList<QWidget*> order = QList<QWidget*>{m_title, m_description, m_kind->button(everyone),
                                      m_kind->button(onlyAdmins), m_picture}
        + m_likeIcon->controls() + QList<QWidget*>{m_cancel, m_submit};
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(order.at(at - 1), order.at(at));
}

TopicDialog::Field TopicDialog::addField(const QString& caption, QWidget* input)
{
    Field field{.input = input, .counter = new QLabel(m_fields), .refusal = addNote({})};
    auto* label = new QLabel(caption, m_fields);
    label->setBuddy(input);
    m_captions.append(label);
    input->setAccessibleName(caption);
    field.refusal->setWordWrap(true);

    auto* above = new QHBoxLayout;
    above->addWidget(label, 1);
    above->addWidget(field.counter);
    if (m_column->count() > 0)
        m_column->addSpacing(metrics::unit);
    m_column->addLayout(above);
    m_column->addWidget(input);
    m_column->addWidget(field.refusal);
    return field;
}

QLabel* TopicDialog::addNote(const QString& words)
{
    auto* note = new QLabel(words, m_fields);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    m_notes.append(note);
    return note;
}

void TopicDialog::buildKind()
{
    auto* choices = new QWidget(m_fields);
    auto* column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const auto add = [&](int id, const QString& words) {
        auto* choice = new QRadioButton(words, choices);
        choice->setAccessibleName(words);
        m_kind->addButton(choice, id);
        column->addWidget(choice);
    };
    add(everyone, tr("Everyone writes"));
    add(onlyAdmins, tr("Only admins write"));
    choices->setFocusProxy(m_kind->button(everyone));
    m_kindField = addField(tr("Who may write"), choices);
    connect(m_kind, &QButtonGroup::idToggled, this, &TopicDialog::forgive);
}

void TopicDialog::buildLikeIcon()
{
    auto* caption = new QLabel(tr("Like icon (optional)"), m_likeRow);
    caption->setBuddy(m_likeIcon);
    m_captions.append(caption);
    auto* column = new QVBoxLayout(m_likeRow);
    column->setContentsMargins(0, metrics::unit, 0, 0);
    column->setSpacing(4);
    column->addWidget(caption);
    column->addWidget(m_likeIcon);
    m_column->addWidget(m_likeRow);
    connect(m_likeIcon, &LikeIconField::changed, this, &TopicDialog::forgive);
}

QLayout* TopicDialog::buildButtons(Purpose purpose)
{
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::PlainText);
    m_submit->setAccessibleName(m_submit->text());
    m_cancel->setAccessibleName(m_cancel->text());
    m_submit->setDefault(true);
    connect(m_submit, &QPushButton::clicked, this, &TopicDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &TopicDialog::reject);
    for (QLineEdit* field : {m_title, m_picture})
        connect(field, &QLineEdit::textChanged, this, &TopicDialog::forgive);
    connect(m_description, &QPlainTextEdit::textChanged, this, &TopicDialog::forgive);
    setAccessibleDescription(
        purpose == Purpose::Create ? tr("A topic for this group") : tr("What this topic is"));
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::unit);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_submit);
    return row;
}

void TopicDialog::fill(const TopicDraft& draft, Kind kind)
{
    m_kindBefore = draft.kind;
    m_title->setText(draft.title);
    m_description->setPlainText(draft.description);
    m_picture->setText(draft.avatarUrl);
    m_likeIcon->setIcon(draft.likeIcon);
    const bool isForAdmins = draft.kind == GroupKind::Announcement;
    if (kind == Kind::Known)
        m_kind->button(isForAdmins ? onlyAdmins : everyone)->setChecked(true);
    m_before = this->draft();
}

TopicDraft TopicDialog::draft() const
{
    TopicDraft draft;
    draft.title = m_title->text().trimmed();
    draft.description = m_description->toPlainText().trimmed();
    draft.avatarUrl = m_picture->text().trimmed();
    if (m_kind->checkedId() == onlyAdmins)
        draft.kind = GroupKind::Announcement;
    else if (m_kindBefore != GroupKind::Announcement)
        draft.kind = m_kindBefore; // where everybody writes, admins may manage (protocol.md E6)
    draft.likeIcon = m_likeIcon->icon();
    return draft;
}

void TopicDialog::submit()
{
    if (m_isBusy || findFlaw())
        return;
    setBusy(true);
    emit submitted(draft());
}

bool TopicDialog::findFlaw()
{
    using Flaw = TopicDraft::Flaw;
    const TopicDraft draft = this->draft();
    switch (draft.flaw()) {
    case Flaw::None:
        break;
    case Flaw::TitleMissing:
        return blame(m_titleField, tr("A topic needs a title."));
    case Flaw::TitleTooLong:
        return blame(
            m_titleField, tr("A title has at most %1 characters.").arg(TopicDraft::longestTitle));
    case Flaw::DescriptionTooLong:
        return blame(m_descriptionField,
            tr("A description has at most %1 characters.").arg(TopicDraft::longestDescription));
    case Flaw::PictureNotGroupMe:
        return blame(m_pictureField,
            tr("GroupMe only takes its own pictures: an address that begins with "
               "https://i.groupme.com/"));
    }
    if (m_kind->checkedId() < 0)
        return blame(m_kindField, tr("GroupMe does not tell who writes here now. Please choose."));
    return false;
}

bool TopicDialog::blame(const Field& field, const QString& sentence)
{
    field.refusal->setText(sentence);
    field.refusal->show();
    field.input->setFocus();
    announce(*field.refusal, field.refusal->text());
    return true;
}

void TopicDialog::forgive()
{
    for (const Field& field : {m_titleField, m_descriptionField, m_kindField, m_pictureField}) {
        if (field.refusal)
            field.refusal->hide();
    }
    m_answer->hide();
    showCounts();
}

void TopicDialog::showCounts()
{
    const Theme theme = Theme::from(palette());
    const auto show = [&](const Field& field, qsizetype length, int longest) {
        if (!field.counter)
            return;
        field.counter->setText(
            tr("%1 of %2").arg(locale().toString(length), locale().toString(longest)));
        field.counter->setPalette(inked(palette(), length > longest ? theme.warning : theme.meta));
    };
    show(m_titleField, m_title->text().trimmed().size(), TopicDraft::longestTitle);
    show(m_descriptionField, m_description->toPlainText().trimmed().size(),
        TopicDraft::longestDescription);
}

void TopicDialog::refuse(const QString& sentence)
{
    setBusy(false);
    m_answer->setPalette(inked(palette(), Theme::from(palette()).warning));
    m_answer->setText(sentence);
    m_answer->show();
    m_title->setFocus();
    announce(*m_answer, m_answer->text());
}

void TopicDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_fields->setEnabled(!busy);
    m_submit->setEnabled(!busy);
    m_cancel->setText(busy ? tr("Close") : tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_answer->setPalette(inked(palette(), Theme::from(palette()).meta));
    m_answer->setText(tr("Telling GroupMe\u2026"));
    m_answer->setVisible(busy);
}

void TopicDialog::reject()
{
    if (m_isBusy || draft() == m_before)
        return QDialog::reject();
    auto* question = new Question({.question = tr("Discard what you typed?"),
                                      .meaning = tr("It is kept nowhere else."),
                                      .agree = tr("Discard"),
                                      .decline = tr("Keep writing")},
        this);
    connect(question, &Question::agreed, this, [this] { QDialog::reject(); });
    question->open();
}

void TopicDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    QDialog::changeEvent(event);
}

void TopicDialog::applyTheme()
{
    const Theme theme = Theme::from(palette());
    for (QLabel* caption : std::as_const(m_captions))
        caption->setFont(scaledFont(font(), 0.92, QFont::DemiBold));
    for (QLabel* note : std::as_const(m_notes)) {
        note->setFont(scaledFont(font(), 0.85));
        note->setPalette(inked(palette(), theme.meta));
    }
    for (const Field& field : {m_titleField, m_descriptionField, m_kindField, m_pictureField}) {
        if (field.counter)
            field.counter->setFont(scaledFont(font(), 0.85));
        if (field.refusal)
            field.refusal->setPalette(inked(palette(), theme.warning));
    }
    showCounts();
}

} // namespace skein

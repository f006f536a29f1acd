// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/MembersDialog.h"

#include "ui/people/MemberListModel.h"
#include "ui/people/PeopleList.h"
#include "ui/theme/Announce.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/FoldedText.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/RowPainting.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>

#include <algorithm>

namespace skein {

namespace {

constexpr int dialogWidth = 420;
constexpr int dialogHeight = 600;

} // namespace

MembersDialog::MembersDialog(const QString& group, const UserId& me, QWidget* parent)
    : QDialog(parent)
    , m_me(me)
    , m_members(new MemberListModel(me, this))
    , m_found(new QSortFilterProxyModel(this))
    , m_group(new ElidedLabel(this))
    , m_count(plainLabel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_state(plainLabel(this))
    , m_middle(new QStackedLayout)
    , m_troubleBar(new TroubleBar(this))
    , m_own(new QWidget(this))
    , m_nickname(new QLineEdit(m_own))
    , m_save(new QPushButton(tr("Save"), m_own))
    , m_nicknameWords(plainLabel(m_own))
    , m_leave(new QPushButton(tr("Leave group\u2026"), this))
{
    setAttribute(Qt::WA_WindowPropagation);
    setWindowTitle(tr("Members"));
    m_group->setText(group);
    buildList();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, peopleMargin, 0, 16);
    column->setSpacing(metrics::unit);
    column->addLayout(buildTop());
    column->addWidget(m_troubleBar);
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(rows::margin, 0, rows::margin, 0); // its rows have the same again
    middle->addLayout(m_middle);
    column->addLayout(middle, 1);
    column->addWidget(m_own);
    column->addLayout(buildButtons());
    buildNickname();
    setTabOrder(m_search, m_troubleBar->findChild<QPushButton*>());
    setTabOrder(m_troubleBar->findChild<QPushButton*>(), m_list);
    resize(dialogWidth, dialogHeight);
    setTrouble({});
    applyTheme();
    m_search->setFocus();
}

MembersDialog::~MembersDialog() = default;

QLayout* MembersDialog::buildTop()
{
    auto* top = new QVBoxLayout;
    top->setContentsMargins(peopleMargin, 0, peopleMargin, 0);
    top->setSpacing(2);
    top->addWidget(m_group);
    top->addWidget(m_count);
    top->addSpacing(metrics::unit);
    top->addWidget(m_search);
    return top;
}

void MembersDialog::buildList()
{
    m_search->setAccessibleName(tr("Find a member"));
    m_search->setPlaceholderText(tr("Find a member"));
    for (QLineEdit* field : {m_search, m_nickname})
        field->setTextMargins(rows::gap, 0, rows::gap, 0);
    m_search->installEventFilter(this);
    m_found->setSourceModel(m_members);
    m_found->setFilterRole(MemberListModel::FoldedNameRole);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_found->setFilterFixedString(folded(typed).simplified());
        showState();
    });

    m_list->setAccessibleName(tr("Members"));
    m_list->setModel(m_found);
    dressPeopleList(*m_list);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, &MembersDialog::choose);
    connect(m_troubleBar, &TroubleBar::retryRequested, this, &MembersDialog::retryRequested);

    m_state->setAlignment(Qt::AlignCenter);
    m_state->setMargin(peopleMargin);
    m_middle->addWidget(m_list);
    m_middle->addWidget(m_state);
}

void MembersDialog::buildNickname()
{
    auto* caption = plainLabel(m_own);
    caption->setText(tr("Your name in this group"));
    caption->setFont(scaledFont(font(), 0.92, QFont::DemiBold));
    caption->setBuddy(m_nickname);
    m_nickname->setAccessibleName(caption->text());
    m_nickname->installEventFilter(this);
    m_save->setAccessibleName(m_save->text());
    m_save->setAutoDefault(false);
    connect(m_nickname, &QLineEdit::textEdited, this, &MembersDialog::noteEdit);
    m_nicknameWords->hide();
    connect(m_save, &QPushButton::clicked, this, &MembersDialog::submitNickname);

    auto* field = new QHBoxLayout;
    field->setSpacing(metrics::unit);
    field->addWidget(m_nickname, 1);
    field->addWidget(m_save);
    auto* inside = new QVBoxLayout(m_own);
    inside->setContentsMargins(peopleMargin, metrics::unit, peopleMargin, 0);
    inside->setSpacing(4);
    inside->addWidget(caption);
    inside->addLayout(field);
    inside->addWidget(m_nicknameWords);
}

QLayout* MembersDialog::buildButtons()
{
    m_leave->setAccessibleName(tr("Leave group"));
    m_leave->setAutoDefault(false);
    m_leave->hide();
    connect(m_leave, &QPushButton::clicked, this, &MembersDialog::leaveRequested);
    auto* close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(close->text());
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(peopleMargin, metrics::unit, peopleMargin, 0);
    row->addWidget(m_leave);
    row->addStretch();
    row->addWidget(close);
    return row;
}

void MembersDialog::setMembers(const QList<Member>& members)
{
    m_isLoaded = m_isLoaded || !members.isEmpty();
    m_members->setMembers(members);
    const auto me = std::ranges::find(members, m_me, &Member::user);
    const bool isTyping = m_isSaving || m_nickname->text().trimmed() != m_nicknameBefore;
    if (me != members.end()) {
        m_nicknameBefore = me->nickname;
        if (!isTyping)
            m_nickname->setText(me->nickname);
    }
    enableSave();
    showState();
}

void MembersDialog::setMayLeave(bool mayLeave) { m_leave->setVisible(mayLeave); }

void MembersDialog::setTrouble(const QString& sentence)
{
    m_troubleBar->say(sentence);
    showState();
}

void MembersDialog::showState()
{
    const bool isEmpty = m_found->rowCount() == 0;
    if (m_isLoaded)
        m_state->setText(tr("Nobody of that name is in this group"));
    else if (!m_troubleBar->isSaying())
        m_state->setText(tr("Loading the members\u2026"));
    else
        m_state->clear();
    m_middle->setCurrentIndex(isEmpty ? 1 : 0);
    m_count->setText(m_isLoaded ? memberCountWords(m_members->rowCount()) : QString());
    m_own->setVisible(!m_nicknameBefore.isEmpty());
}

void MembersDialog::choose(const QModelIndex& index)
{
    if (index.isValid())
        emit chosen(m_members->member(m_found->mapToSource(index).row()));
}

void MembersDialog::enableSave()
{
    const QString typed = m_nickname->text().trimmed();
    const bool isGood = !typed.isEmpty() && typed.size() <= longestNickname;
    m_nickname->setEnabled(!m_isSaving);
    m_save->setEnabled(!m_isSaving && isGood && typed != m_nicknameBefore);
}

void MembersDialog::noteEdit()
{
    enableSave();
    const bool isTooLong = m_nickname->text().trimmed().size() > longestNickname;
    sayOfNickname(
        isTooLong ? tr("A name has at most %1 characters.").arg(longestNickname) : QString(),
        isTooLong);
}

void MembersDialog::submitNickname()
{
    if (!m_save->isEnabled())
        return;
    m_isSaving = true;
    enableSave();
    sayOfNickname(tr("Telling GroupMe\u2026"), false);
    emit nicknameChosen(m_nickname->text().trimmed());
}

void MembersDialog::acceptNickname()
{
    m_isSaving = false;
    m_nicknameBefore = m_nickname->text().trimmed();
    enableSave();
    sayOfNickname(tr("Saved."), false);
}

void MembersDialog::refuseNickname(const QString& sentence)
{
    m_isSaving = false;
    enableSave();
    sayOfNickname(sentence, true);
    m_nickname->setFocus();
}

void MembersDialog::sayOfNickname(const QString& sentence, bool isRefusal)
{
    const Theme theme = Theme::from(palette());
    m_nicknameWords->setPalette(inked(palette(), isRefusal ? theme.warning : theme.meta));
    m_nicknameWords->setText(sentence);
    m_nicknameWords->setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    announce(*m_nicknameWords, m_nicknameWords->text());
}

bool MembersDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isEnter && watched == m_nickname) {
        submitNickname();
        return true;
    }
    if (isEnter && watched == m_list) {
        choose(m_list->currentIndex());
        return true;
    }
    if (isEnter && watched == m_search) {
        choose(m_found->index(0, 0));
        return true;
    }
    if (key == Qt::Key_Down && watched == m_search && m_found->rowCount() > 0) {
        m_list->setFocus(Qt::ShortcutFocusReason);
        m_list->setCurrentIndex(m_found->index(0, 0));
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void MembersDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
    QDialog::changeEvent(event);
}

void MembersDialog::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_group->setFont(scaledFont(font(), 1.15, QFont::DemiBold));
    for (QLabel* label : {m_count, m_state})
        label->setPalette(inked(palette(), theme.meta));
    m_nicknameWords->setFont(scaledFont(font(), 0.85));
}

} // namespace skein

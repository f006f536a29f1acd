// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/NewMessageDialog.h"

#include "core/models/PeopleListModel.h"
#include "ui/people/MemberListModel.h"
#include "ui/people/PeopleFilter.h"
#include "ui/people/PeopleList.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/RowPainting.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>

namespace skein {

namespace {

constexpr int peopleWidth = 420;
constexpr int peopleHeight = 560;

// One delegate paints both lists.
static_assert(int(PeopleListModel::UserRole) == int(MemberListModel::UserRole));
static_assert(int(PeopleListModel::AvatarRole) == int(MemberListModel::AvatarRole));
static_assert(int(PeopleListModel::RemarkRole) == int(MemberListModel::RoleWordsRole));

} // namespace

NewMessageDialog::NewMessageDialog(QAbstractItemModel& people, QWidget* parent)
    : QDialog(parent)
    , m_found(new PeopleFilter(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_state(plainLabel(this))
    , m_middle(new QStackedLayout)
    , m_troubleBar(new TroubleBar(this))
{
    setAttribute(Qt::WA_WindowPropagation);
    setWindowTitle(tr("New message"));
    buildList(people);
    auto* close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(close->text());
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(peopleMargin, 0, peopleMargin, 0);
    top->addWidget(m_search);
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(rows::margin, 0, rows::margin, 0); // its rows have the same again
    middle->addLayout(m_middle);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(peopleMargin, 0, peopleMargin, 0);
    bottom->addStretch();
    bottom->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, peopleMargin, 0, 16);
    column->setSpacing(metrics::unit);
    column->addLayout(top);
    column->addWidget(m_troubleBar);
    column->addLayout(middle, 1);
    column->addLayout(bottom);
    resize(peopleWidth, peopleHeight);
    setTrouble({});
    applyTheme();
    m_search->setFocus();
}

NewMessageDialog::~NewMessageDialog() = default;

void NewMessageDialog::buildList(QAbstractItemModel& people)
{
    m_search->setAccessibleName(tr("Write to"));
    m_search->setPlaceholderText(tr("Write to"));
    m_search->setTextMargins(rows::gap, 0, rows::gap, 0);
    m_search->installEventFilter(this);
    m_found->setSourceModel(&people);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_found->setTyped(typed);
        showState();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_found, signal, this, &NewMessageDialog::showState);

    m_list->setAccessibleName(tr("People"));
    m_list->setModel(m_found);
    dressPeopleList(*m_list);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, &NewMessageDialog::choose);
    connect(m_troubleBar, &TroubleBar::retryRequested, this, &NewMessageDialog::retryRequested);

    m_state->setAlignment(Qt::AlignCenter);
    m_state->setMargin(peopleMargin);
    m_middle->addWidget(m_list);
    m_middle->addWidget(m_state);
}

void NewMessageDialog::setLoading(bool loading)
{
    m_isLoading = loading;
    showState();
}

void NewMessageDialog::setTrouble(const QString& sentence)
{
    m_troubleBar->say(sentence);
    showState();
}

void NewMessageDialog::showState()
{
    const bool isEmpty = m_found->rowCount() == 0;
    const bool isSearching = !m_search->text().trimmed().isEmpty();
    m_state->setText(isSearching ? tr("Nobody has that name.")
            : m_isLoading        ? tr("Loading\u2026")
                                 : tr("You have no contacts yet, and no groups."));
    m_middle->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_state) : m_list);
    if (!isEmpty && isSearching)
        m_list->setCurrentIndex(m_found->index(0, 0));
}

void NewMessageDialog::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const Person person{{index.data(PeopleListModel::UserRole).toString()}, index.data().toString(),
        index.data(PeopleListModel::AvatarRole).toString()};
    accept();
    emit chosen(person);
}

bool NewMessageDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_search && (key == Qt::Key_Down || isEnter)) {
        const QModelIndex current
            = m_list->currentIndex().isValid() ? m_list->currentIndex() : m_found->index(0, 0);
        if (isEnter) {
            choose(current);
        } else {
            m_list->setFocus(Qt::TabFocusReason);
            m_list->setCurrentIndex(current);
        }
        return true;
    }
    if (watched == m_list && isEnter) {
        choose(m_list->currentIndex());
        return true;
    }
    if (watched == m_list && key == Qt::Key_Up && m_list->currentIndex().row() <= 0) {
        m_search->setFocus(Qt::BacktabFocusReason);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void NewMessageDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QDialog::changeEvent(event);
}

void NewMessageDialog::applyTheme()
{
    const Theme theme = Theme::from(palette());
    m_state->setPalette(inked(palette(), theme.meta));
}

} // namespace skein

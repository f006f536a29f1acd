// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/SettingsDialog.h"

#include "core/platform/Settings.h"
#include "ui/settings/QuietHoursField.h"
#include "ui/settings/SettingEditor.h"
#include "ui/theme/Avatar.h"
#include "ui/theme/FoldedText.h"
#include "ui/theme/LineDelegate.h"
#include "ui/theme/PlainLabel.h"
#include "ui/theme/Question.h"
#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int settingsMargin = 24;
constexpr int pagesWidth = 208;

} // namespace

SettingsDialog::SettingsDialog(
    Settings& settings, const Person& me, TokenOrigin tokenOrigin, QWidget* parent)
    : QDialog(parent)
    , m_tokenOrigin(tokenOrigin)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_shown(new QStackedWidget(this))
{
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_WindowPropagation);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addLayout(buildSide());
    columns->addWidget(m_shown, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(metrics::unit);
    column->addLayout(columns, 1);
    column->addWidget(buttons);

    addPage(SettingsPage::Account, tr("Account"));
    addPage(SettingsPage::General, tr("General"));
    addPage(SettingsPage::Notifications, tr("Notifications"));
    addPage(SettingsPage::Privacy, tr("Privacy"));
    addPage(SettingsPage::Keyboard, tr("Keyboard"));
    addPage(SettingsPage::Sync, tr("Synchronization"));
    addPage(SettingsPage::About, tr("About"));
    addSection(SettingsPage::Account, tr("Account"), buildAccount(me));
    addRows(settings);
    addSection(SettingsPage::Notifications, tr("Quiet hours"), new QuietHoursField(settings, this));
    addSection(SettingsPage::About, tr("About"), buildAbout());
    list({});
    m_list->setCurrentRow(0);
    resize(720, 520);
    applyTheme();
    m_search->setFocus();
}

QLayout* SettingsDialog::buildSide()
{
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setTextMargins(metrics::unit, 0, metrics::unit, 0);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::list);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new LineDelegate(m_list));
    m_list->setMouseTracking(true);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsDialog::openEntry);

    auto* side = new QVBoxLayout;
    side->setSpacing(metrics::unit);
    for (QWidget* each : {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_list)}) {
        each->setFixedWidth(pagesWidth);
        side->addWidget(each);
    }
    return side;
}

void SettingsDialog::addPage(SettingsPage id, const QString& title)
{
    auto* area = new QScrollArea(m_shown);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(area);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(settingsMargin, 0, metrics::unit, metrics::unit);
    column->setSpacing(2 * metrics::unit);
    column->addWidget(heading(title));
    column->addStretch();
    area->setWidget(page);
    m_shown->addWidget(area);
    m_pages.append({id, title, column});
    addEntry(title, {}, static_cast<int>(m_pages.size()) - 1, nullptr);
}

void SettingsDialog::addEntry(const QString& title, const QString& words, int page, QWidget* target)
{
    m_entries.append({title, folded(title + u' ' + words), page, target});
}

void SettingsDialog::addSection(SettingsPage page, const QString& title, QWidget* section)
{
    const auto at = std::ranges::find(m_pages, page, &Page::id);
    Q_ASSERT(at != m_pages.end());
    const auto add
        = [&](QWidget* widget) { at->column->insertWidget(at->column->count() - 1, widget); };
    if (title != at->title) {
        add(heading(title));
        addEntry(title, {}, static_cast<int>(at - m_pages.begin()), section);
    }
    add(section);
}

void SettingsDialog::addRows(Settings& settings)
{
    for (const SettingRow& row : settingsTable()) {
        const auto at = std::ranges::find(m_pages, row.page, &Page::id);
        if (at == m_pages.end())
            continue;
        auto* editor = new SettingEditor(settings, row, this);
        at->column->insertWidget(at->column->count() - 1, editor);
        addEntry(SettingEditor::title(row), SettingEditor::description(row),
            static_cast<int>(at - m_pages.begin()), editor);
    }
}

void SettingsDialog::showPage(SettingsPage page)
{
    m_search->clear();
    const auto at = std::ranges::find(m_pages, page, &Page::id);
    m_list->setCurrentRow(static_cast<int>(at - m_pages.begin()));
    m_list->setFocus();
}

/// The pages, or what was found of all there is.
void SettingsDialog::list(const QString& typed)
{
    const QString needle = folded(typed).simplified();
    const QSignalBlocker quietly(m_list);
    m_list->clear();
    m_listed.clear();
    for (int i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        if (needle.isEmpty() ? entry.target != nullptr : !entry.foldedWords.contains(needle))
            continue;
        m_listed.append(i);
        m_list->addItem(entry.title);
        if (needle.isEmpty() && entry.page == m_shown->currentIndex())
            m_list->setCurrentRow(m_list->count() - 1);
    }
    if (m_listed.isEmpty()) {
        m_list->addItem(tr("Nothing found"));
        m_list->item(0)->setFlags(Qt::NoItemFlags);
    }
}

void SettingsDialog::openEntry(int row)
{
    if (row < 0 || row >= m_listed.size())
        return;
    const Entry& entry = m_entries[m_listed[row]];
    m_shown->setCurrentIndex(entry.page);
    if (entry.target)
        static_cast<QScrollArea*>(m_shown->currentWidget())->ensureWidgetVisible(entry.target);
}

bool SettingsDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Down) {
        m_list->setFocus();
        m_list->setCurrentRow(std::max(0, m_list->currentRow()));
        return true;
    }
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if ((key != Qt::Key_Return && key != Qt::Key_Enter) || m_listed.isEmpty())
        return QDialog::eventFilter(watched, event);
    openEntry(0);
    if (QWidget* found = m_entries[m_listed.first()].target)
        found->setFocus(Qt::TabFocusReason);
    return true;
}

QWidget* SettingsDialog::buildAccount(const Person& me)
{
    auto* section = new QWidget(this);
    auto* row = new QHBoxLayout(section);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(new Avatar(me, metrics::chatAvatar, section));
    auto* name = plainLabel(section);
    name->setText(me.name.isEmpty() ? tr("Unknown") : me.name);
    row->addWidget(name, 1);
    auto* signOut = new QPushButton(tr("Sign out\u2026"), section);
    signOut->setAccessibleName(tr("Sign out"));
    signOut->setAutoDefault(false);
    connect(signOut, &QPushButton::clicked, this, &SettingsDialog::askToSignOut);
    row->addWidget(signOut);
    return section;
}

QWidget* SettingsDialog::buildAbout()
{
    auto* words = plainLabel(this);
    words->setText(tr("Skein %1, a desktop client for GroupMe. Free software under the GNU General "
                      "Public License, version 3 or later.")
            .arg(QLatin1StringView(SKEIN_VERSION)));
    m_captions.append(words);
    return words;
}

QLabel* SettingsDialog::heading(const QString& words)
{
    auto* label = plainLabel(this);
    label->setText(words);
    m_headings.append(label);
    applyTheme();
    return label;
}

void SettingsDialog::askToSignOut()
{
    const QString meaning = tr("Your token and all that Skein keeps on this computer are removed: "
                               "messages, drafts and what still waits to be sent. No message is "
                               "removed from GroupMe.");
    const bool isPasted = m_tokenOrigin == TokenOrigin::Pasted;
    auto* question = new Question(
        {.question = tr("Sign out of Skein?"),
            .meaning
            = (isPasted ? tr("%1 The token stays good for other programs, unless you revoke it.")
                        : tr("%1 GroupMe is told that the token is no longer good."))
                .arg(meaning),
            .agree = tr("Sign out"),
            .decline = tr("Stay signed in"),
            .option = isPasted ? tr("Also revoke this token at GroupMe") : QString()},
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
    for (QLabel* each : std::as_const(m_headings))
        each->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    for (QLabel* caption : std::as_const(m_captions))
        caption->setPalette(inked(palette(), theme.meta));
}

} // namespace skein

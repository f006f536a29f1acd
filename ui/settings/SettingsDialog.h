// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The person's choices, page by page, from the settings' table; each takes effect at once. While
// one searches, the list of pages holds what was found, wherever it stands. Signing out is asked
// about, then left to whoever listens. Main thread.

#include "core/platform/SettingsTable.h"
#include "core/types/Conversation.h"
#include "core/types/TokenOrigin.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QVBoxLayout;

namespace skein {

class Settings;

class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(
        Settings& settings, const Person& me, TokenOrigin tokenOrigin, QWidget* parent = nullptr);

    /// A part of a page that is more than a row of the table; found by `title`, which stands above
    /// it unless it is the page's own.
    void addSection(SettingsPage page, const QString& title, QWidget* section);
    void showPage(SettingsPage page);

signals:
    /// The person has agreed; a pasted token is revoked at GroupMe only if they want it.
    void signOutRequested(bool alsoRevoke);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Page {
        SettingsPage id;
        QString title;
        QVBoxLayout* column; ///< a stretch is its last
    };
    struct Entry {
        QString title;
        QString foldedWords;
        int page;
        QWidget* target; ///< gets the focus; null: the page itself
    };

    QLayout* buildSide();
    void addPage(SettingsPage id, const QString& title);
    void addEntry(const QString& title, const QString& words, int page, QWidget* target);
    void addRows(Settings& settings);
    QWidget* buildAccount(const Person& me);
    QWidget* buildAbout();
    QLabel* heading(const QString& words);
    void list(const QString& typed);
    void openEntry(int row);
    void askToSignOut();
    void applyTheme();

    const TokenOrigin m_tokenOrigin;
    QLineEdit* m_search;
    QListWidget* m_list;
    QStackedWidget* m_shown;
    QList<Page> m_pages;
    QList<Entry> m_entries;
    QList<int> m_listed; ///< of m_entries
    QList<QLabel*> m_headings;
    QList<QLabel*> m_captions;
};

} // namespace skein

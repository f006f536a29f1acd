// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The person's choices: whose account this is, read receipts, motion, and what this program is.
// Each choice takes effect at once; signing out is asked about, then left to whoever listens. Main
// thread.

#include "core/types/Conversation.h"

#include <QDialog>

class QCheckBox;
class QLabel;

namespace skein {

class Settings;

class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(Settings& settings, const Person& me, QWidget* parent = nullptr);

signals:
    /// The person has agreed.
    void signOutRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* buildAccount(const Person& me);
    QLayout* buildReceipts(Settings& settings);
    QLayout* buildMotion(Settings& settings);
    QLayout* withCaption(QCheckBox* box, const QString& words);
    void askToSignOut();
    void applyTheme();

    QList<QLabel*> m_headings;
    QList<QLabel*> m_captions;
};

} // namespace skein

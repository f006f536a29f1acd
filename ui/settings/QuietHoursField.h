// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When Skein is quiet, as a person writes it: "Mon-Fri 22:00-07:00", with the days named in the
// person's language. What can be read takes effect at once; what cannot is said, and nothing
// changes. Main thread.

#include <QWidget>

class QLabel;
class QLineEdit;

namespace skein {

class Settings;

class QuietHoursField : public QWidget {
    Q_OBJECT
public:
    explicit QuietHoursField(Settings& settings, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void take();
    void say(bool isRead);

    Settings& m_settings;
    const QStringList m_days; ///< as this person names them, from Monday on
    QLineEdit* m_field;
    QLabel* m_words;
    bool m_isRead = true;
};

} // namespace skein

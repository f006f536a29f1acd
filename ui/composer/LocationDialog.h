// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks for a place to send: its name and where it is. Both coordinates may be pasted into either
// field at once. Closes and deletes itself. Main thread.

#include <QDialog>
#include <QJsonObject>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace skein {

class LocationDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr int longestName = 200; ///< UTF-16 units

    explicit LocationDialog(QWidget* parent = nullptr);
    ~LocationDialog() override;

signals:
    /// A location attachment (protocol.md F4).
    void placeChosen(const QJsonObject& place);

private:
    [[nodiscard]] QLineEdit* addField(
        QVBoxLayout& column, const QString& caption, const QString& example);
    [[nodiscard]] QLayout* buildButtons();
    void takePair(const QString& text);
    void submit();
    void blame(QLineEdit* field, const QString& sentence);

    QLineEdit* m_name;
    QLineEdit* m_latitude;
    QLineEdit* m_longitude;
    QLabel* m_flaw;
};

} // namespace skein

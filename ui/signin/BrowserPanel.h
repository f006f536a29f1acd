// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The way in by the browser: offers it and waits with the person, who may cancel, or copy the
// address where no browser came. Looks into no token. Main thread.

#include <QPointer>
#include <QUrl>
#include <QWidget>

class QLabel;
class QPushButton;

namespace skein {

class BrowserSignIn;

class BrowserPanel : public QWidget {
    Q_OBJECT
public:
    explicit BrowserPanel(QWidget* parent = nullptr);

    /// Ready to begin; null: there is no such way. Ends a wait.
    void offer(BrowserSignIn* browser);
    void cancel();
    [[nodiscard]] bool isOffered() const;
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }
    /// Why it did not work, in a sentence; empty: nothing to say.
    void refuse(const QString& sentence);
    void takeKeyboard();

signals:
    void waitingChanged();
    void tokenCame(const QString& token);

protected:
    void changeEvent(QEvent* event) override;

private:
    void begin();
    void connectBrowser();
    void setWaiting(bool waiting);
    void applyTheme();

    QPointer<BrowserSignIn> m_browser;
    QUrl m_address;
    bool m_isWaiting = false;
    QPushButton* m_begin;
    QLabel* m_words;
    QLabel* m_refusal;
    QPushButton* m_copy;
    QPushButton* m_cancel;
};

} // namespace skein

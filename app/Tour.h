// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Walks the demo through the main states and writes a picture of each, light and dark, at scale 1
// and 2. Waits for what a state shows, never for a time; a state that does not come and a picture
// that cannot be written end the tour with its name. Main thread.

#include "app/AppContext.h"
#include "app/demo/DemoService.h"

#include <QDir>
#include <QTimer>

#include <functional>

namespace skein {

class Composer;
class MessageList;

class Tour : public QObject {
    Q_OBJECT
public:
    Tour(AppContext& context, DemoService& demo, const QString& folder);

    void start();

signals:
    void finished(int status);

private:
    /// One picture: what leads there, and how to see that it is there.
    struct State {
        QString name;
        std::function<void()> enter;
        std::function<bool()> isThere;
        std::function<QWidget*()> shows; ///< empty: the window
    };
    void addThreadStates();
    void addGapState();
    void addGroupStates();
    void press(const QString& button);
    void editTopic();
    [[nodiscard]] bool isLikeIconChosen();
    void addPeopleStates();
    void blockWriterOf(const ConversationId& group);
    void raiseBars();
    void lowerBars();
    [[nodiscard]] bool areBarsLowered() const;
    void addContentStates();
    void addWritingStates();
    [[nodiscard]] Message newestWithWords() const;
    void openMuteMenu();
    void addTroubleStates();
    void addOtherStates();
    void addSettingsStates();
    void addSignInStates();
    /// Scrolls to a gap of the thread in front; true when it stands in the middle.
    bool bringGapIntoView();
    void openChat(const ConversationId& id);
    [[nodiscard]] MessageList& list() const;
    [[nodiscard]] Composer& composer() const;
    [[nodiscard]] bool contentsAreThere() const;
    void openPicture();
    void next();
    void look();
    [[nodiscard]] bool facesAreThere();
    [[nodiscard]] QWidget& shown();
    void takePictures();
    void end(int status);
    void sweep(QWidget& widget, const QImage& picture, const QString& name);
    [[nodiscard]] bool write(QWidget& widget, const QString& name, int scale);
    [[nodiscard]] ConversationId chatWhere(
        const std::function<bool(const Conversation&)>& suits) const;
    [[nodiscard]] Session view() const { return m_context.session()->view(); }

    AppContext& m_context;
    DemoService& m_demo;
    QDir m_folder;
    QList<State> m_states;
    bool m_isFaultless = true;
    qsizetype m_at = -1;
    ConversationId m_request; ///< the chat that was one
    int m_looks = 0;
    bool m_isRehearsed = false; ///< it was painted once
    QTimer m_timer;
    QPalette m_light;
};

} // namespace skein

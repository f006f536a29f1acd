// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ThreadModel of the program: a sliding window over one conversation in the store, its waiting
// outbox rows last. Every change becomes the fewest row operations; reset only when the
// conversation changes or the window jumps. Reads run on the store's thread. Main thread.

#include "core/base/Clock.h"
#include "core/models/ThreadModel.h"
#include "core/models/ThreadWindow.h"
#include "core/sync/HistoryLoader.h"
#include "core/sync/MessageActions.h"
#include "core/sync/MessageUpload.h"
#include "core/sync/QuoteLoader.h"
#include "core/sync/VisiblePage.h"

namespace skein {

class MessageThreadModel : public ThreadModel {
    Q_OBJECT
public:
    static constexpr int firstRows = 80; ///< loaded around the place where a thread opens
    static constexpr int moreRows = 120; ///< loaded when an edge comes near
    static constexpr int nearEdge = 40;
    static constexpr int maxRows = 600; ///< then rows far from the eye are let go

    MessageThreadModel(AccountStore& store, ChangeFeed& feed, HistoryLoader& history,
        QuoteLoader& quotes, const MessageActions& actions, Clock& clock,
        QObject* parent = nullptr);

    [[nodiscard]] ConversationId conversation() const override { return m_conversation; }
    /// Shows another conversation; `opened` follows.
    void open(const ConversationId& id);
    void close() { open({}); }
    /// The service was asked for this conversation: an empty thread is truly empty.
    void noteLooked(const ConversationId& id);
    /// The store can be read (again): reads what could not be read before.
    void reload()
    {
        m_window.forget();
        refresh();
    }
    /// How far the files of a waiting message are, here or elsewhere; nothing: none is on its way.
    void noteUpload(const SourceGuid& guid, const std::optional<UploadProgress>& progress);
    /// Whether somebody is looking. What arrives unseen gets the unread line.
    void setAttentive(bool attentive);

    [[nodiscard]] const ThreadRow& row(int row) const override { return m_rows.at(row); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] bool isLoaded() const override { return m_loaded; }
    [[nodiscard]] bool isAtEnd() const override { return !m_window.hasNewer(); }
    [[nodiscard]] int unread() const override { return m_unread; }
    [[nodiscard]] bool hasFailed() const override { return m_hasFailed; }
    [[nodiscard]] int firstUnreadRow() const override;
    void setVisibleRows(int first, int last) override;
    void rememberPlace(const ThreadPlace& place) override;
    void openAtEnd() override;
    void openPlace(const ThreadPlace& place, const MessageId& message) override;
    void openAt(const MessageId& target) override;
    void cancelJump() override;
    void showHidden(const MessageId& message) override
    {
        m_shown.insert(message);
        refresh();
    }

private:
    /// Where a window is to be opened.
    struct Aim {
        enum class At { WhereLeft, End, Message, Place };
        At at = At::WhereLeft;
        MessageId message;
        ThreadPlace place;
    };
    struct Opening {
        ThreadSnapshot snapshot;
        KeptPlace place;
        MessageId target; ///< of a jump; then the place is its row
        QString firstUnread;
    };
    void load(const Aim& aim);
    [[nodiscard]] static Opening readOpening(
        Stores& stores, const ConversationId& id, const Aim& aim);
    void land(const MessageId& target);
    void endJump(JumpEnd::Outcome outcome, const QString& reason = {});
    void show(const Opening& opening);
    [[nodiscard]] ThreadPlace nearest(const KeptPlace& kept) const;
    void refresh(int before = 0, int after = 0);
    void take(const ThreadSnapshot& snapshot);
    void applyRows(const QList<ThreadRow>& fresh);
    [[nodiscard]] int placeFirstRows(const QList<ThreadRow>& fresh);
    [[nodiscard]] int placeLastRows(const QList<ThreadRow>& fresh, int first);
    void removeRowsNotIn(const QSet<QString>& keys, int from, int end);
    void placeRow(int to, const ThreadRow& row);
    void noteUnread(const ThreadSnapshot& snapshot);
    void trim(int first, int last);
    void wantHistory(int first, int last);
    void keepFresh(int first, int last);
    void fillGap(int row);
    void wantQuotes(int first, int last);
    [[nodiscard]] ThreadContext context() const;

    AccountStore& m_store;
    HistoryLoader& m_history;
    QuoteLoader& m_quotes;
    const MessageActions& m_actions;
    Clock& m_clock;
    VisiblePage m_visiblePage;
    ConversationId m_conversation;
    QList<ThreadRow> m_rows;
    ThreadWindow m_window;
    QHash<SourceGuid, int> m_uploaded; ///< per cent
    QSet<MessageId> m_shown; ///< of blocked people, shown on demand
    std::unique_ptr<Timer> m_graceEnd;
    QString m_firstUnreadKey;
    QString m_firstSeenKey; ///< the rows that the view last said are visible
    QString m_lastSeenKey;
    MessageId m_jumpTarget; ///< empty: nobody jumps
    int m_generation = 0; ///< answers to an older one are dropped
    int m_jump = 0; ///< likewise
    int m_unread = 0;
    bool m_hasFailed = false;
    bool m_loaded = false;
    bool m_looked = false;
    bool m_attentive = false;
    bool m_reading = false;
    bool m_dirty = false;
    bool m_graceOver = true;
    bool m_readsDown = false; ///< the reader last went towards the newest
};

} // namespace skein

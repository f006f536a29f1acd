// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells the person of news: asks the policy, words it, shows it through a Notifier, takes it away
// when it was read, and carries what the person does with a notification to that conversation,
// whichever is in front. Quiet hours end with one digest. Main thread.

#include "core/platform/Notifier.h"
#include "core/sync/MessageActions.h"
#include "core/sync/News.h"
#include "core/sync/NoticeWords.h"
#include "core/sync/Outbox.h"
#include "core/sync/ReadReceipts.h"

namespace skein {

class Notifications : public QObject {
    Q_OBJECT
public:
    /// News of more conversations than this at once becomes one summary.
    static constexpr int atOnce = 3;

    /// All outlive it.
    struct Around {
        AccountStore& store;
        ChangeFeed& feed;
        News& news;
        Clock& clock;
        Notifier& notifier;
        Outbox& outbox;
        ReadReceipts& receipts;
        MessageActions& actions;
        std::function<NotificationChoices()> choices;
        std::function<bool(const UserId&)> isBlocked;
    };

    explicit Notifications(const Around& around, QObject* parent = nullptr);
    /// Takes away all that is shown.
    ~Notifications() override;

    /// Where new messages appear before the person's eyes; empty: nowhere. Asked when needed.
    void setInSight(std::function<ConversationId()> inSight) { m_inSight = std::move(inSight); }
    /// The person looks at it (again): nothing need be shown of it.
    void noteLook(const ConversationId& conversation);
    /// choices() may answer something else.
    void noteChoices();
    /// isBlocked() may.
    void noteBlocks();
    /// The person's words, from a notification or in its place.
    void reply(const ConversationId& conversation, const QString& text);

signals:
    /// The person wants to see it, and the window; empty: the window.
    void openRequested(const skein::ConversationId& conversation);
    /// The person wants to write there without going there; `text` is what stands in the field.
    void replyWindowRequested(const skein::ConversationId& conversation, const QString& title,
        const QString& words, const QString& text);

private:
    /// What is shown of a conversation.
    struct Shown {
        Notice notice;
        int count = 0;
        MessageId message; ///< the newest that it speaks of
        UserId sender; ///< whose words stand there
        bool tellsMessages = false; ///< not only reactions, which nobody can read
        QString position; ///< of the newest message; "" of a digest
    };
    void connectNotifier();
    void tell(const QList<Arrivals>& all, bool isMore);
    [[nodiscard]] Verdict judge(
        const Arrival& item, const ConversationId& place, const NotificationChoices& choices) const;
    void show(const Arrivals& place);
    void summarise(const QList<Arrivals>& places);
    void putOff(const QList<NewsCount>& news);
    void checkRead(const Changes& changes);
    void withdraw(const ConversationId& conversation);
    void withdrawAll();
    [[nodiscard]] qint64 quietUntil(const NotificationChoices& choices) const;
    void waitForQuietEnd();
    void showDigest();
    void askForReply(const ConversationId& conversation, const QString& text);

    const Around m_around;
    std::function<ConversationId()> m_inSight;
    QHash<ConversationId, Shown> m_shown;
    QHash<ConversationId, NewsCount> m_summary; ///< what the summary that is shown counts
    NoticePrivacy m_privacy = NoticePrivacy::All; ///< of what is shown
    bool m_isStorm = false; ///< the summary's reading still goes on
    std::unique_ptr<Timer> m_quietEnd;
};

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The demo service's truth: who exists, which direct chats, groups and topics there are and what
// was said and read in them, with GroupMe's rules for paging, sending, deleting, reading and for
// managing groups (protocol.md B, D, E, J). Knows no HTTP and no JSON envelope. Any thread: every
// public function locks.

#include "app/demo/DemoTypes.h"

#include <QHash>
#include <QMutex>
#include <QSet>

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace skein {

class DemoCards;
class DemoMedia;

class DemoWorld {
public:
    using Now = std::function<qint64()>; ///< milliseconds since the epoch
    enum class Cursor { Newest, Before, Since, After };
    struct Page {
        QList<DemoMessage> messages; ///< newest first, except After: oldest first
        qint64 count = 0; ///< lifetime total
        std::optional<DemoReceipt> theirs;
        std::optional<DemoReceipt> mine;
    };

    static constexpr int longestText = 1000; ///< UTF-16 units (protocol.md B6)
    static constexpr qint64 guidMemoryMs = 60'000; ///< protocol.md J7

    DemoWorld(DemoPerson me, const QList<DemoPerson>& others, Now now);
    ~DemoWorld();
    Q_DISABLE_COPY_MOVE(DemoWorld)

    /// The conversation of two people: the smaller number first (protocol.md B0).
    [[nodiscard]] static QString conversationOf(const QString& a, const QString& b);
    /// Numeric order of ids of any length.
    [[nodiscard]] static bool idLess(const QString& a, const QString& b);
    /// The service's time, in milliseconds since the epoch.
    [[nodiscard]] qint64 now() const { return m_now(); }

    [[nodiscard]] DemoPerson me() const;
    [[nodiscard]] QList<DemoPerson> others() const;
    [[nodiscard]] std::optional<DemoPerson> person(const QString& id) const;
    void addPerson(const DemoPerson& person);
    /// Pictures and files; polls and events. They lock for themselves.
    [[nodiscard]] DemoMedia& media() const { return *m_media; }
    [[nodiscard]] DemoCards& cards() const { return *m_cards; }

    // For tests, people and the generator: these always succeed or do nothing.
    /// Says something at once, past all limits; returns the message's id.
    QString say(const QString& from, const QString& to, const QString& text,
        const QJsonArray& attachments = {});
    /// Opens a conversation without a message.
    void openChat(const QString& a, const QString& b, qint64 createdAt);
    /// Adds many messages. Missing ids are made from createdAt, a missing createdAt is now,
    /// recipient and name follow from the sender. Returns the ids in the order given.
    QStringList insert(const QString& conversation, QList<DemoMessage> messages);
    /// As if its sender had; the attachments stay unless there are others.
    bool edit(const QString& conversation, const QString& id, const QString& text,
        const std::optional<QJsonArray>& attachments = std::nullopt);
    /// Tombstone and system row, as if its sender had deleted it.
    bool erase(const QString& conversation, const QString& id);
    /// Gone without a trace, as an admin's deletion leaves it. The lifetime count stays.
    bool vanish(const QString& conversation, const QString& id);
    /// A system row; returns its id, empty when there is no such conversation.
    QString systemRow(const QString& conversation, const QString& text, const QJsonObject& event);
    /// Without the system row that tells it.
    void setPin(const QString& conversation, const QString& id, const QString& by, qint64 at);
    void setReceipt(const QString& conversation, const QString& user, const QString& id);
    /// 403 for everything that the user sends from now on, or no longer.
    void setBanned(const QString& user, bool banned);
    /// Sends per minute after which a user is banned; 0: never.
    void setBanAfter(int sendsPerMinute);
    /// How many minutes messages may be edited: of a group with its topics, of a direct chat, or
    /// (empty) of all; 0: never.
    void setEditPeriod(const QString& conversation, int minutes);

    /// `user` knows `other`, who is shown among the contacts unless `isHidden`.
    void setContact(const QString& user, const QString& other, bool isHidden = false);
    /// The chat is a message request that waits, or no longer; sending answers it.
    void setRequest(const QString& conversation, bool waits);

    // Groups and topics, for the same. What everybody may see becomes a system row (I6).
    /// Members are completed: missing membership ids and nicknames are made up.
    QString addGroup(DemoGroup group);
    QString addTopic(const QString& group, DemoTopic topic, bool announced = true);
    bool dropTopic(const QString& group, const QString& topic);
    bool renameTopic(const QString& group, const QString& topic, const QString& title);
    bool renameGroup(const QString& group, const QString& name);
    bool addMember(const QString& group, const QString& user);
    bool dropMember(const QString& group, const QString& user);
    bool setAdmin(const QString& group, const QString& user, bool isAdmin);
    /// Says something in a group or topic, past all limits; empty when it is none.
    QString sayIn(const QString& conversation, const QString& from, const QString& text,
        const QJsonArray& attachments = {});
    [[nodiscard]] QStringList groupIds() const;
    [[nodiscard]] std::optional<DemoGroup> group(const QString& id) const;

    // What the service holds, to compare with.
    [[nodiscard]] QStringList conversations() const;
    /// Whether `user` takes part in it; also in a direct chat in which nothing was said yet.
    [[nodiscard]] bool isIn(const QString& user, const QString& conversation) const;
    [[nodiscard]] QList<DemoMessage> messages(const QString& conversation) const; ///< oldest first
    [[nodiscard]] QString newestId(const QString& conversation) const;
    [[nodiscard]] std::optional<DemoReceipt> receipt(
        const QString& conversation, const QString& user) const;
    /// Every read() in the order of arrival, with the id as it was asked for.
    [[nodiscard]] QList<DemoReceipt> receiptsReceived() const;

    // The service's rules, each for the user who asks.
    [[nodiscard]] QList<DemoChatRow> chats(const QString& user, int page, int perPage) const;
    [[nodiscard]] std::optional<DemoChatRow> chat(
        const QString& user, const QString& conversation) const;
    [[nodiscard]] Page page(const QString& user, const QString& other, Cursor cursor,
        const QString& id, int limit) const;
    [[nodiscard]] std::expected<DemoMessage, DemoRefusal> send(
        const QString& user, const DemoDraft& draft);
    [[nodiscard]] std::expected<void, DemoRefusal> remove(
        const QString& user, const QString& conversation, const QString& id);
    /// Moves the user's head forward, never back; answers where the head is.
    [[nodiscard]] std::expected<DemoReceipt, DemoRefusal> read(
        const QString& user, const QString& conversation, const QString& id);
    [[nodiscard]] QList<DemoReceipt> readPositions(const QString& user) const;

    // The rules for groups and topics (DemoGroupRules.cpp). `user` asks; 404 for who is no member.
    template <class T>
    using Answer = std::expected<T, DemoRefusal>;
    [[nodiscard]] QList<DemoPlaceRow> groups(const QString& user, int page, int perPage) const;
    [[nodiscard]] Answer<DemoPlaceRow> showGroup(const QString& user, const QString& id) const;
    [[nodiscard]] Answer<QList<DemoPlaceRow>> topics(
        const QString& user, const QString& group, int page, int perPage) const;
    [[nodiscard]] Answer<DemoPlaceRow> showTopic(
        const QString& user, const QString& group, const QString& topic) const;
    [[nodiscard]] Answer<Page> pageIn(const QString& user, const QString& conversation,
        Cursor cursor, const QString& id, int limit) const;
    [[nodiscard]] Answer<DemoMessage> sendIn(
        const QString& user, const QString& conversation, const DemoDraft& draft);
    [[nodiscard]] Answer<DemoTopic> createTopic(
        const QString& user, const QString& group, DemoTopic wanted);
    /// Takes title, kind, description, picture and like icon of `wanted`.
    [[nodiscard]] Answer<DemoTopic> updateTopic(const QString& user, const DemoTopic& wanted);
    [[nodiscard]] Answer<void> deleteTopic(
        const QString& user, const QString& group, const QString& topic);
    /// `conversation`: a group's main channel or a topic; `until` 0: no longer.
    [[nodiscard]] Answer<DemoGroup> mute(
        const QString& user, const QString& conversation, qint64 until);
    [[nodiscard]] Answer<DemoMember> rename(
        const QString& user, const QString& group, const QString& nickname);
    [[nodiscard]] Answer<void> removeMember(
        const QString& user, const QString& group, const QString& membershipId);

    // Contacts and blocks (DemoPeopleRules.cpp).
    [[nodiscard]] QList<DemoContact> contacts(const QString& user) const; ///< oldest first
    [[nodiscard]] QStringList blockedBy(const QString& user) const;
    [[nodiscard]] bool isBlockBetween(const QString& a, const QString& b) const;
    /// False when it was so already.
    bool setBlocked(const QString& user, const QString& other, bool blocked);

    // The rules for single messages of any conversation (DemoMessageRules.cpp).
    [[nodiscard]] Answer<DemoMessage> message(
        const QString& user, const QString& conversation, const QString& id) const;
    /// `kind` as demo::reactionKind() has it; nothing: takes the reaction away.
    [[nodiscard]] Answer<DemoMessage> react(const QString& user, const QString& conversation,
        const QString& id, const std::optional<QJsonObject>& kind);
    [[nodiscard]] Answer<DemoMessage> amend(const QString& user, const QString& conversation,
        const QString& id, const DemoDraft& wanted);
    /// 400 when it is so already.
    [[nodiscard]] Answer<void> pin(
        const QString& user, const QString& conversation, const QString& id, bool pinned);
    /// The latest pin first; 404 when there is none.
    [[nodiscard]] Answer<QList<DemoMessage>> pinned(
        const QString& user, const QString& conversation) const;

private:
    struct Chat {
        QString id;
        QString first; ///< empty in groups and topics
        QString second;
        const DemoGroup* group = nullptr; ///< of a group or topic
        qint64 createdAt = 0;
        qint64 removed = 0; ///< vanished rows, still counted
        bool waitsForApproval = false; ///< for whom it was written to first
        int directEditPeriod = 15; ///< minutes; groups have their own
        std::vector<DemoMessage> messages; ///< by id
        QHash<QString, DemoReceipt> receipts; ///< by user

        [[nodiscard]] bool has(const QString& user) const;
        [[nodiscard]] QString other(const QString& user) const;
        [[nodiscard]] qsizetype firstAfter(const QString& messageId) const;
        [[nodiscard]] qsizetype firstNotBefore(const QString& messageId) const;
        [[nodiscard]] DemoMessage* find(const QString& messageId);
        void add(DemoMessage message);
    };

    [[nodiscard]] static Page pageOf(const Chat& chat, Cursor cursor, const QString& id, int limit);
    [[nodiscard]] DemoGroup* findGroup(const QString& id) const;
    [[nodiscard]] DemoTopic* findTopic(const QString& group, const QString& id) const;
    [[nodiscard]] Answer<DemoGroup*> managed(const QString& user, const QString& group) const;
    [[nodiscard]] DemoPlaceRow placeRow(const Chat& chat, const QString& user) const;
    Chat& openPlace(const QString& id, const DemoGroup& group, qint64 createdAt);
    void announce(
        const DemoGroup& group, const QString& text, const QString& type, const QJsonObject& data);
    [[nodiscard]] QString placeId();
    [[nodiscard]] QString nameIn(const Chat& chat, const QString& user) const;
    [[nodiscard]] const Chat* find(const QString& conversation) const;
    [[nodiscard]] Chat* find(const QString& conversation);
    Chat& open(const QString& a, const QString& b, qint64 createdAt);
    void complete(const Chat& chat, DemoMessage& message);
    [[nodiscard]] DemoChatRow rowFor(const Chat& chat, const QString& user) const;
    [[nodiscard]] QString freshId();
    [[nodiscard]] QString idAt(qint64 seconds);
    QString append(Chat& chat, DemoMessage message);
    void bury(Chat& chat, DemoMessage& message);
    void change(Chat& chat, DemoMessage& message, const QString& text, const QJsonArray& attached);
    /// The message that `user` may act upon; 404 or 400 otherwise.
    [[nodiscard]] Answer<DemoMessage*> living(
        const QString& user, const QString& conversation, const QString& id) const;
    QString addSystemRow(Chat& chat, const QString& text, const QJsonObject& event);
    [[nodiscard]] bool remembers(const QString& user, const QString& guid);
    [[nodiscard]] bool bannedNow(const QString& user);

    const Now m_now;
    const std::unique_ptr<DemoMedia> m_media;
    const std::unique_ptr<DemoCards> m_cards;
    mutable QMutex m_mutex;
    DemoPerson m_me;
    QList<DemoPerson> m_others;
    QHash<QString, DemoPerson> m_people;
    std::vector<std::unique_ptr<Chat>> m_chats;
    QHash<QString, Chat*> m_chatById;
    std::vector<std::unique_ptr<DemoGroup>> m_groups;
    qint64 m_places = 55'500; ///< the last id given to a group or topic: one space (B0)
    QSet<QString> m_ids;
    qint64 m_lastId = 0;
    qint64 m_serial = 0;
    QHash<QString, qint64> m_guids; ///< sender and guid -> when, in ms
    QHash<QString, QList<qint64>> m_sends; ///< by user, the last minute's, in ms
    QHash<QString, QHash<QString, bool>> m_contacts; ///< by user: whom, and whether hidden
    QHash<QString, QStringList> m_blocks; ///< by blocker
    QSet<QString> m_banned;
    int m_banAfter = 0;
    QList<DemoReceipt> m_received;
};

} // namespace skein

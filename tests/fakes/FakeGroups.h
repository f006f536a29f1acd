// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Groups and topics of a FakeService, as tests need them: lists, members, messages, roles and
// refusals. Messages, faults and habits are the service's. Main thread.

#include "core/types/ConversationId.h"
#include "core/types/Group.h"
#include "tests/fakes/FakeService.h"

namespace skein {

class FakeGroups {
public:
    using Method = HttpRequest::Method;
    using Answer = FakeTransport::Answer;

    static inline const QString somebodyElse = QStringLiteral("20001");

    struct Topic {
        QString id;
        QString title;
        QString description;
        QString kind = QStringLiteral("private"); ///< lists do not tell it (seed)
        qint64 mutedUntil = 0;
        qint64 createdAt = 1'759'000'000;
    };
    struct Group {
        QString id;
        QString name;
        QList<Topic> topics;
        QStringList members; ///< user ids beside me; their membership ids are 9000 and these
        QString creator = somebodyElse;
        QString myRole = QStringLiteral("user");
        QString myNickname = QStringLiteral("Me here");
        QString kind = QStringLiteral("private");
        qint64 mutedUntil = 0;
    };

    /// Answers for groups from now on; call serve() again after SyncFixture::restart().
    FakeGroups(FakeService& service, FakeTransport& network);
    void serve(FakeTransport& network);

    Group& add(const QString& id, const QString& name);
    Topic& addTopic(const QString& group, const QString& id, const QString& title);
    /// Without a trace, as if it had never been; announce() says it.
    void removeTopic(const QString& group, const QString& topic);
    /// I am no longer in it: lists and messages do not show it.
    void removeGroup(const QString& group);
    [[nodiscard]] Group& group(const QString& id) { return m_groups[id]; }
    [[nodiscard]] Topic* topic(const QString& id);
    [[nodiscard]] bool has(const QString& group) const { return m_groups.contains(group); }

    QString say(const QString& place, const QString& text, const QString& sender = somebodyElse);
    /// A system row in the group's main channel, e.g. "group.subgroup_removed".
    QString announce(const QString& group, const QString& type, const QJsonObject& data);

    // Habits.
    int perPage = 0; ///< groups and topics per page whatever was asked; 0: as asked
    bool sorted = true; ///< latest activity first; otherwise by id
    bool knowsPositions = true; ///< POST v4 /read_receipts/:id
    QList<QPair<QString, QString>> positions; ///< as they came: place, message

private:
    void serveGroup(const QString& id);
    void serveTopic(const QString& group, const QString& id);
    void serveMessages(const QString& place);
    using Work = std::function<Answer(const HttpRequest&)>;
    void on(Method method, const QString& path, Work work);
    [[nodiscard]] Answer list(const HttpRequest& request) const;
    [[nodiscard]] Answer topicList(const QString& group, const HttpRequest& request) const;
    [[nodiscard]] Answer messages(const QString& place, const HttpRequest& request);
    [[nodiscard]] Answer create(const QString& place, const HttpRequest& request);
    [[nodiscard]] Answer makeTopic(const QString& group, const HttpRequest& request);
    [[nodiscard]] Answer changeTopic(const QString& id, const HttpRequest& request);
    [[nodiscard]] Answer mute(const QString& place, const HttpRequest& request, bool on);
    [[nodiscard]] Answer position(const QString& place, const HttpRequest& request);
    [[nodiscard]] QJsonObject json(const Group& group, bool withMembers) const;
    [[nodiscard]] QJsonObject json(const Topic& topic, const QString& group) const;
    [[nodiscard]] QJsonObject part(const Topic& topic, const QString& group) const;
    [[nodiscard]] QJsonObject messagesOf(const QString& place) const;
    [[nodiscard]] Group* parentOf(const QString& place);
    template <class Row>
    [[nodiscard]] QList<Row> paged(const QList<Row>& all, const HttpRequest& request) const;

    FakeService& m_service;
    FakeTransport* m_network = nullptr;
    QMap<QString, Group> m_groups;
    int m_made = 0;
};

[[nodiscard]] inline ConversationId groupCalled(const QString& id)
{
    return ConversationId::group(id);
}
[[nodiscard]] inline ConversationId topicCalled(const QString& id, const QString& group)
{
    return ConversationId::topic(id, ConversationId::group(group));
}

} // namespace skein

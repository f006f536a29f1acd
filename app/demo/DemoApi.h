// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's calls, request to answer, as strict and as odd as protocol.md says: tokens, envelope,
// statuses, rate limit, direct messages. Groups are DemoGroupApi's, single messages
// DemoMessageApi's, pictures and files DemoMediaApi's, signing in DemoOauth's. Knows no sockets.
// Any thread.

#include "app/demo/DemoGroupApi.h"
#include "app/demo/DemoHttp.h"
#include "app/demo/DemoJson.h"
#include "app/demo/DemoMediaApi.h"
#include "app/demo/DemoMessageApi.h"
#include "app/demo/DemoOauth.h"
#include "app/demo/DemoPeopleApi.h"
#include "app/demo/DemoRateLimit.h"
#include "app/demo/DemoRoutes.h"
#include "app/demo/DemoWorld.h"

#include <QMutex>

namespace skein {

/// How the service behaves where the sources disagree, or where tests want it tame.
struct DemoManners {
    enum class CreatedKey { Alternate, Message, DirectMessage }; ///< protocol.md M1
    enum class ReceiptOf { Other, Caller }; ///< protocol.md M6
    CreatedKey createdKey = CreatedKey::Alternate;
    ReceiptOf receiptOf = ReceiptOf::Other;
    bool groupPositions = true; ///< POST v4 /read_receipts/:id is known (protocol.md B8)
    bool allowsDeleteOfBlocks = true; ///< or only POST /blocks/delete (protocol.md L95)
    bool unreadInChats = false; ///< answer include=unread_count with numbers, not null
    double requestsPerSecond = 10; ///< sustained, per token; 0: no limit
    int burst = 60;
    int limitStatus = 429; ///< or 420
    int sendsPerMinute = 200; ///< more is an auto-ban; 0: never
};

class DemoApi {
public:
    DemoApi(DemoWorld& world, DemoManners manners);

    /// Answers one request. `steadyMs`: a monotonic time for the rate limit.
    [[nodiscard]] DemoAnswer answer(const DemoRequest& request, qint64 steadyMs);

    void admit(const QString& token, const QString& user);
    void revoke(const QString& token);
    [[nodiscard]] DemoOauth& oauth() { return m_oauth; }

private:
    using Call = DemoCall;
    [[nodiscard]] static const DemoRoutes<DemoApi>& routes();
    [[nodiscard]] std::optional<QString> userOf(const DemoRequest& request) const;
    [[nodiscard]] DemoAnswer dispatch(const DemoRequest& request, const QString& user);

    [[nodiscard]] QString admitByBrowser(const QString& user);
    [[nodiscard]] DemoAnswer me(const Call& call);
    [[nodiscard]] DemoAnswer destroyToken(const Call& call);
    [[nodiscard]] DemoAnswer chats(const Call& call);
    [[nodiscard]] DemoAnswer chat(const Call& call);
    [[nodiscard]] DemoAnswer messages(const Call& call);
    [[nodiscard]] DemoAnswer send(const Call& call);
    [[nodiscard]] DemoAnswer remove(const Call& call);
    [[nodiscard]] DemoAnswer read(const Call& call);
    [[nodiscard]] DemoAnswer readPositions(const Call& call);

    DemoWorld& m_world;
    const DemoManners m_manners;
    DemoEnvelope m_envelope;
    DemoGroupApi m_groups;
    DemoMessageApi m_messages;
    DemoPeopleApi m_people;
    DemoMediaApi m_media;
    DemoOauth m_oauth;
    DemoRateLimit m_limit;
    mutable QMutex m_mutex;
    QHash<QString, QString> m_users; ///< by token
    int m_created = 0;
    int m_admitted = 0;
};

} // namespace skein

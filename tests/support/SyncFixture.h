// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of core/sync stand on: the real api and store over a fake service, with a clock
// that the test moves. restart() ends "the program" at any moment and starts it over the same file.

#include "core/api/GroupMeApi.h"
#include "core/store/AccountStore.h"
#include "core/sync/PageReader.h"
#include "core/sync/Uploads.h"
#include "tests/fakes/FakeService.h"
#include "tests/fakes/ManualClock.h"

#include <QTemporaryDir>
#include <QTest>

namespace skein {

class SyncFixture {
public:
    SyncFixture();
    ~SyncFixture();

    /// Destroys everything below the test's own objects (which must be gone) and builds it anew;
    /// `meanwhile` finds the file closed.
    void restart(const std::function<void()>& meanwhile = {});

    [[nodiscard]] QString file() const { return m_dir.filePath(QStringLiteral("account.db")); }

    ManualClock clock;
    FakeService service{clock};
    [[nodiscard]] FakeTransport& network() { return m_core->network; }
    [[nodiscard]] ChangeFeed& feed() { return m_core->feed; }
    [[nodiscard]] AccountStore& store() { return m_core->store; }
    [[nodiscard]] GroupMeApi& api() { return m_core->api; }
    [[nodiscard]] PageReader& reader() { return m_core->reader; }
    [[nodiscard]] StagedFiles& staged() { return m_core->staged; }
    [[nodiscard]] Uploads& uploads() { return m_core->uploads; }
    [[nodiscard]] UploadApi& uploadApi() { return m_core->uploadApi; }

    /// Until nothing goes on any more at this moment of the clock.
    void settle();
    /// Lets time pass, in small steps, each settled.
    void pass(std::chrono::milliseconds time,
        std::chrono::milliseconds step = std::chrono::milliseconds{250});
    /// Runs `work(Stores&, Changes&)` as one write, now.
    template <class F>
    auto now(F work)
    {
        auto future = store().write(std::move(work));
        future.waitForFinished();
        settle();
        return future.result().value(); // throws when the store refused
    }
    /// Runs `work(Stores&)`, now, without letting anything else happen.
    template <class F>
    auto look(F work)
    {
        auto future = store().read(std::move(work));
        future.waitForFinished();
        return future.result().value(); // throws when the store refused
    }

    // A look at what is stored of a direct chat.
    [[nodiscard]] QStringList texts(const ConversationId& id);
    [[nodiscard]] QList<Span> ranges(const ConversationId& id);
    [[nodiscard]] QList<OutboxRow> waiting(const ConversationId& id);
    [[nodiscard]] int unread(const ConversationId& id);
    [[nodiscard]] ReadHeads heads(const ConversationId& id);
    /// Whether the stored ranges claim nothing that the service's history contradicts: inside of
    /// each range every message of the service is stored.
    [[nodiscard]] bool rangesAreTrue(const ConversationId& id);

    /// GET requests for messages that carry this cursor, e.g. "after_id".
    [[nodiscard]] QStringList cursors(const QString& name);
    [[nodiscard]] qsizetype asked(HttpRequest::Method method, const QString& place);

private:
    struct Core {
        Core(const QString& file, Clock& clock);
        FakeTransport network;
        ChangeFeed feed;
        AccountStore store;
        GroupMeApi api;
        PageReader reader;
        UploadApi uploadApi;
        StagedFiles staged;
        Uploads uploads;
    };
    QTemporaryDir m_dir;
    std::unique_ptr<Core> m_core;
};

/// The direct chat with this person.
[[nodiscard]] ConversationId chatWith(const QString& person);

inline const QString somebody = QStringLiteral("20001");
inline const QString messagesPlace = QStringLiteral("/v3/direct_messages");
inline const QString chatsPlace = QStringLiteral("/v3/chats");
inline const QString receiptsPlace = QStringLiteral("/read_receipts");

} // namespace skein

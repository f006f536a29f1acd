// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stores in a temporary folder, and invented messages to put there. OpenStores works on the calling
// thread, for the stores' own tests; StoreFixture is an account's store with its thread, for models
// and whatever waits for it.

#include "core/store/AccountStore.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTemporaryDir>

namespace skein {

inline const UserId fixtureMe{QStringLiteral("1001")};
inline const UserId fixtureOther{QStringLiteral("20450")};

/// The chat of `fixtureMe` with person number `n`; 0 is `fixtureOther`.
[[nodiscard]] ConversationId fixtureChat(int n = 0);
/// The id of the message at second `n`: eighteen digits, as the service makes them.
[[nodiscard]] MessageId fixtureId(int n);
/// A message of the other person, of ours, of the service, at second `n`.
[[nodiscard]] Message receivedMessage(int n, const QString& text = {});
[[nodiscard]] Message ownMessage(int n, const QString& text = {}, const QString& guid = {});
[[nodiscard]] Message systemMessage(
    int n, const QString& event = {}, const QJsonObject& data = {}, const QString& text = {});
[[nodiscard]] Message deletionOf(int n, int target);
[[nodiscard]] Message editOf(int n, int target, qint64 at, const QString& text);
[[nodiscard]] QList<Message> receivedMessages(int first, int last);
/// A page: the messages and the proof that nothing is missing between the first and the last.
[[nodiscard]] Intake pageOf(const QList<Message>& messages, bool reachesStart = false);
[[nodiscard]] OutboxRow waitingRow(int n, const QString& guid, const ConversationId& id = {});
[[nodiscard]] ConversationSummary summaryOf(
    const ConversationId& id, const QString& title, const std::optional<Message>& newest);

/// The rows of one conversation that the store holds, as ids, oldest first.
[[nodiscard]] QStringList storedIds(const MessageStore& messages, const ConversationId& id);

struct OpenStores {
    explicit OpenStores(const QString& file) : database(file), stores(database, fixtureMe) { }
    Database database;
    Stores stores;
    Changes changes;

    void take(const Intake& intake, const ConversationId& id = fixtureChat())
    {
        database.transaction([&] { stores.messages.take(id, intake, changes); });
    }
    void takeOne(const Message& message, const ConversationId& id = fixtureChat())
    {
        take({.messages = {message}, .complete = {}}, id);
    }
    [[nodiscard]] int unread(const ConversationId& id = fixtureChat()) const
    {
        const auto found = stores.conversations.one(id);
        return found ? found->unread : -1;
    }
};

/// The number of the last migration; known once a database was opened.
[[nodiscard]] int newestSchema();

/// A temporary folder with a database file that may be opened again and again.
struct StoreFolder {
    QTemporaryDir dir;
    [[nodiscard]] QString file() const { return dir.filePath(QStringLiteral("skein.db")); }
    [[nodiscard]] std::unique_ptr<OpenStores> open() const
    {
        return std::make_unique<OpenStores>(file());
    }
};

/// Some hundred messages, a waiting one and a draft, cleanly closed.
void fill(const StoreFolder& folder);

/// Runs the event loop until `step` has finished; its result.
template <class T>
Result<T> wait(const Async<T>& step)
{
    QFutureWatcher<Result<T>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(step);
    if (!step.isFinished())
        loop.exec();
    return step.result();
}

class StoreFixture {
public:
    StoreFixture() : store(folder.file(), fixtureMe, feed) { }
    virtual ~StoreFixture() = default;
    Q_DISABLE_COPY_MOVE(StoreFixture)

    StoreFolder folder;
    ChangeFeed feed;
    AccountStore store;

    /// Everything that was asked of the store's thread has answered, and what the answers asked.
    virtual void quiet();
    /// One transaction, its changes published, its consequences settled.
    template <class F>
    void change(F work)
    {
        post(std::move(work));
        quiet();
    }
    /// The same without waiting.
    template <class F>
    void post(F work)
    {
        const auto written
            = store.write([work = std::move(work)](Stores& stores, Changes& changes) mutable {
                  work(stores, changes);
                  return true;
              });
        Q_UNUSED(written)
    }
    void take(const Intake& intake, const ConversationId& id = fixtureChat());
};

} // namespace skein

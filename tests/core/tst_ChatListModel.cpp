// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/WhenDone.h"
#include "core/models/ChatListModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/ThreadFixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace chatListModelTest {

namespace {

/// A chat list over a store, under the model tester.
class ListFixture : public StoreFixture {
public:
    void list(int chat, const std::optional<Message>& newest, bool firstSync = false)
    {
        change([=](Stores& stores, Changes& changes) {
            stores.conversations.takeSummary(
                summaryOf(fixtureChat(chat), u"Person %1"_s.arg(chat), newest), firstSync, changes);
        });
    }
    ChatListModel& show()
    {
        model = std::make_unique<ChatListModel>(store, feed, serviceClock);
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        rows = std::make_unique<RowSignals>(*model);
        return *model;
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList found;
        for (int row = 0; row < model->rowCount(); ++row)
            found.append(model->row(row).title);
        return found;
    }

    ManualClock clock;
    ServiceClock serviceClock{clock};
    std::unique_ptr<ChatListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    std::unique_ptr<RowSignals> rows;
};

} // namespace

class tst_ChatListModel : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<ListFixture>(); }
    void cleanup() { m.reset(); }

    void whatIsOnDiskIsShownLatestFirst();
    void anEmptyListIsKnownOnlyAfterTheServicesList();
    void theFirstListIsLoadedWithItsRows();
    void readingAgainDoublesNoRow();
    void aNewConversationIsInserted();
    void aMessageMovesItsConversationUp();
    void movedRowsKeepTheirIdentity();
    void whatChangesInPlaceMovesNothing();
    void aThreadsChangeThatTheListDoesNotShowChangesNothing();
    void whatARowSays();
    void aMessageThatWasNotSentMarksItsRow();
    void theTotalIsTheSumOfTheRows();
    void randomDaysNeverResetAndStayInOrder();

private:
    std::unique_ptr<ListFixture> m;
};

void tst_ChatListModel::whatIsOnDiskIsShownLatestFirst()
{
    for (const auto& [chat, second] : {std::pair{1, 10}, {2, 30}, {3, 20}, {4, 30}})
        m->list(chat, receivedMessage(second));
    QSignalSpy loaded(&m->show(), &ChatListModel::loaded);
    QVERIFY(!m->model->isLoaded());
    m->quiet();
    QCOMPARE(
        m->titles(), (QStringList{u"Person 2"_s, u"Person 4"_s, u"Person 3"_s, u"Person 1"_s}));
    QVERIFY(m->model->isLoaded());
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(m->rows->reset.size(), 1);
    QCOMPARE(m->model->rowOf(fixtureChat(3)), 2);
    QCOMPARE(m->model->rowOf(fixtureChat(9)), -1);
}

void tst_ChatListModel::anEmptyListIsKnownOnlyAfterTheServicesList()
{
    QSignalSpy loaded(&m->show(), &ChatListModel::loaded);
    m->quiet();
    QVERIFY(!m->model->isLoaded());
    m->model->noteListed();
    m->model->noteListed();
    m->quiet();
    QVERIFY(m->model->isLoaded());
    QCOMPARE(loaded.size(), 1);
}

void tst_ChatListModel::theFirstListIsLoadedWithItsRows()
{
    m->show();
    m->quiet();
    int rowsWhenLoaded = -1;
    connect(m->model.get(), &ChatListModel::loaded, this,
        [&] { rowsWhenLoaded = m->model->rowCount(); });
    const auto write = m->store.write([](Stores& stores, Changes& changes) {
        return stores.conversations.takeSummary(
            summaryOf(fixtureChat(), u"Iris"_s, receivedMessage(1)), true, changes);
    });
    whenDone(m->model.get(), write,
        [this](const Result<bool>&) { m->model->noteListed(); }); // as soon as it is written
    m->quiet();
    QCOMPARE(rowsWhenLoaded, 1);
}

void tst_ChatListModel::readingAgainDoublesNoRow()
{
    m->show();
    m->quiet();
    // The storage was mended just when something new was written.
    connect(&m->feed, &ChangeFeed::published, m->model.get(), [this] {
        m->model->reload();
        m->model->reload();
    });
    m->list(1, receivedMessage(10));
    m->list(2, receivedMessage(20));
    QCOMPARE(m->titles(), (QStringList{u"Person 2"_s, u"Person 1"_s}));
}

void tst_ChatListModel::aNewConversationIsInserted()
{
    m->list(1, receivedMessage(10));
    m->list(2, receivedMessage(30));
    m->show();
    m->quiet();
    m->rows->clear();
    m->list(3, receivedMessage(20));
    QCOMPARE(m->titles(), (QStringList{u"Person 2"_s, u"Person 3"_s, u"Person 1"_s}));
    QCOMPARE(m->rows->inserted.size(), 1);
    QVERIFY(m->rows->reset.isEmpty() && m->rows->removed.isEmpty() && m->rows->moved.isEmpty());
}

void tst_ChatListModel::aMessageMovesItsConversationUp()
{
    for (int chat = 1; chat <= 5; ++chat)
        m->list(chat, receivedMessage(chat * 10));
    m->show();
    m->quiet();
    m->rows->clear();
    m->take(pageOf({receivedMessage(35)}), fixtureChat(1));
    QCOMPARE(m->titles(),
        (QStringList{u"Person 5"_s, u"Person 4"_s, u"Person 1"_s, u"Person 3"_s, u"Person 2"_s}));
    QCOMPARE(m->rows->moved.size(), 1);
    QCOMPARE(m->rows->changed.size(), 1);
    QVERIFY(m->rows->reset.isEmpty() && m->rows->removed.isEmpty() && m->rows->inserted.isEmpty());
    QCOMPARE(m->model->row(2).preview, u"message 35"_s);
}

void tst_ChatListModel::movedRowsKeepTheirIdentity()
{
    for (int chat = 1; chat <= 5; ++chat)
        m->list(chat, receivedMessage(chat * 10));
    m->show();
    m->quiet();
    const QPersistentModelIndex selected(m->model->index(m->model->rowOf(fixtureChat(2))));
    m->take(pageOf({receivedMessage(99)}), fixtureChat(2));
    m->take(pageOf({receivedMessage(100)}), fixtureChat(4));
    m->list(6, receivedMessage(101));
    QVERIFY(selected.isValid());
    QCOMPARE(selected.row(), 2);
    QCOMPARE(selected.data(ChatListModel::IdRole).value<ConversationId>(), fixtureChat(2));
}

void tst_ChatListModel::whatChangesInPlaceMovesNothing()
{
    m->list(1, receivedMessage(10));
    m->list(2, receivedMessage(20));
    m->show();
    m->quiet();
    m->rows->clear();
    m->change([](Stores& stores, Changes& changes) {
        stores.drafts.save(fixtureChat(1), draftOf(u"half"_s), changes);
    });
    QVERIFY(!m->rows->anyButChanges());
    QCOMPARE(m->rows->changed.size(), 1);
    QCOMPARE(m->rows->changed.first().at(0).toModelIndex().row(), 1);
    m->rows->clear();
    m->change([](Stores& stores, Changes& changes) { // says so again, in the same words
        stores.drafts.save(fixtureChat(1), draftOf(u"half"_s), changes);
    });
    QVERIFY(m->rows->changed.isEmpty());
}

void tst_ChatListModel::aThreadsChangeThatTheListDoesNotShowChangesNothing()
{
    m->list(1, receivedMessage(10), true);
    m->show();
    m->take(pageOf(receivedMessages(8, 10)), fixtureChat(1));
    m->rows->clear();
    m->take(pageOf(receivedMessages(1, 8)), fixtureChat(1)); // history
    QVERIFY(!m->rows->anyButChanges());
    QVERIFY(m->rows->changed.isEmpty());
}

void tst_ChatListModel::whatARowSays()
{
    m->list(1, receivedMessage(10, u"see you"_s));
    m->take(pageOf({receivedMessage(9), receivedMessage(10, u"see you"_s)}), fixtureChat(1));
    m->list(2, ownMessage(5, u"on my way"_s));
    m->show();
    m->quiet();
    const auto words
        = [this](int row, int role) { return m->model->index(row).data(role).toString(); };
    QCOMPARE(words(0, Qt::DisplayRole), u"Person 1"_s);
    QVERIFY(words(0, Qt::AccessibleTextRole).startsWith(u"Person 1, 2 "_s));
    QVERIFY(words(0, Qt::AccessibleTextRole).endsWith(u", see you"_s));
    QCOMPARE(words(1, Qt::AccessibleTextRole), u"Person 2, You: on my way"_s);
    m->change([](Stores& stores, Changes& changes) {
        stores.drafts.save(fixtureChat(2), draftOf(u"half\na thought"_s), changes);
    });
    QCOMPARE(words(1, Qt::AccessibleTextRole), u"Person 2, Draft: half a thought"_s);
    m->change([](Stores& stores, Changes& changes) {
        stores.conversations.takeSummary(
            summaryOf(fixtureChat(3), {}, receivedMessage(1)), false, changes);
    });
    QCOMPARE(words(2, Qt::DisplayRole), u"Unknown"_s);
}

void tst_ChatListModel::aMessageThatWasNotSentMarksItsRow()
{
    m->list(1, receivedMessage(7));
    m->change([](Stores& stores, Changes& changes) {
        stores.outbox.add(waitingRow(9, u"lost"_s, fixtureChat(1)), changes);
    });
    m->show();
    m->quiet();
    const auto row = [this] { return *m->model->known(fixtureChat(1)); };
    const auto spoken = [this] {
        return m->model->index(m->model->rowOf(fixtureChat(1)))
            .data(Qt::AccessibleTextRole)
            .toString();
    };
    QVERIFY(!row().hasFailed && !spoken().contains(u"not sent"_s));
    m->change([](Stores& stores, Changes& changes) {
        OutboxRow lost = *stores.outbox.find(SourceGuid{u"lost"_s});
        lost.state = OutboxRow::State::Failed;
        stores.outbox.update(lost, changes);
    });
    QVERIFY(row().hasFailed && spoken().contains(u"a message was not sent"_s));
    Message arrived = ownMessage(9, {}, u"lost"_s); // it had arrived after all
    m->take(pageOf({arrived}), fixtureChat(1));
    QVERIFY(!row().hasFailed);
}

void tst_ChatListModel::theTotalIsTheSumOfTheRows()
{
    m->show();
    QSignalSpy total(m->model.get(), &ChatListModel::unreadChanged);
    m->take(pageOf(receivedMessages(1, 3)), fixtureChat(1));
    m->take(pageOf(receivedMessages(1, 2)), fixtureChat(2));
    QCOMPARE(m->model->totalUnread(), 5);
    QCOMPARE(total.last().first().value<UnreadTotals>(), (UnreadTotals{.plain = 5}));
    const auto said = total.size();
    m->list(2, receivedMessage(2)); // a new title is no new number
    QCOMPARE(total.size(), said);
    m->change([](Stores& stores, Changes& changes) {
        for (int chat = 1; chat <= 2; ++chat)
            stores.conversations.raiseRead(
                fixtureChat(chat), positionOf(receivedMessage(9)), true, changes);
    });
    QCOMPARE(m->model->totalUnread(), 0);
    QCOMPARE(total.last().first().value<UnreadTotals>(), UnreadTotals{});
}

void tst_ChatListModel::randomDaysNeverResetAndStayInOrder()
{
    QRandomGenerator random(7);
    m->list(0, receivedMessage(1));
    m->show();
    m->quiet();
    m->rows->clear();
    for (int step = 2; step < 150; ++step) {
        const int chat = random.bounded(25);
        if (random.bounded(3) == 0)
            m->post([=](Stores& stores, Changes& changes) {
                stores.conversations.raiseRead(
                    fixtureChat(chat), positionOf(receivedMessage(step)), true, changes);
            });
        else
            m->post([=](Stores& stores, Changes& changes) {
                stores.messages.take(fixtureChat(chat), pageOf({receivedMessage(step)}), changes);
            });
        if (step % 10 != 0)
            continue;
        m->quiet();
        const auto stored
            = wait(m->store.read([](Stores& stores) { return stores.conversations.all(); }));
        QCOMPARE(m->model->rowCount(), stored->size());
        int unread = 0;
        for (const Conversation& conversation : *stored) {
            QCOMPARE(m->model->row(m->model->rowOf(conversation.id)), conversation);
            unread += conversation.unread;
        }
        QCOMPARE(m->model->totalUnread(), unread);
        for (int row = 1; row < m->model->rowCount(); ++row)
            QVERIFY(m->model->row(row - 1).lastActivity >= m->model->row(row).lastActivity);
    }
    QVERIFY(m->rows->reset.isEmpty());
    QVERIFY(m->rows->removed.isEmpty());
}

SKEIN_TEST(tst_ChatListModel)

} // namespace chatListModelTest

#include "tst_ChatListModel.moc"

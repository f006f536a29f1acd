// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SignedInSession.h"
#include "app/demo/DemoService.h"
#include "core/net/NetworkTransport.h"
#include "tests/fakes/FakeNotifier.h"
#include "tests/support/SkeinTest.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace skein;

namespace signedInSessionTest {

namespace {

constexpr int patience = 20'000; // ms, for what crosses real sockets

/// Passes everything on, and counts what posts something.
class Counting : public HttpTransport {
public:
    explicit Counting(HttpTransport& next) : m_next(next) { }
    [[nodiscard]] Async<HttpReply> send(const HttpRequest& request) override
    {
        posts += request.method == HttpRequest::Method::Post;
        return m_next.send(request);
    }
    int posts = 0;

private:
    HttpTransport& m_next;
};

/// One account over real HTTP: everything that app puts together, without a window.
struct Account {
    explicit Account(DemoService& service, const QString& folder)
        : network(QUrl(service.url()))
        , settings(folder + u"/skein.ini"_s)
        , budget(network, clock, [] { return 0.5; })
        , asked(budget)
        , api(asked)
        , uploadApi(network)
    {
        network.setToken(service.token());
        const auto me = service.world().me();
        session = std::make_unique<SignedInSession>(
            SignedInSession::Surroundings{clock, settings, api, budget, uploadApi, power, network,
                [] { return 0.5; }, notifier},
            Person{.id = {me.id}, .name = me.name}, TokenOrigin::Pasted, folder);
    }
    [[nodiscard]] Session view() const { return session->view(); }

    SystemClock clock;
    NetworkTransport network;
    MainsPower power;
    Settings settings;
    RateBudget budget;
    Counting asked;
    GroupMeApi api;
    UploadApi uploadApi;
    FakeNotifier notifier;
    std::unique_ptr<SignedInSession> session;
};

} // namespace

class tst_SignedInSession : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void everyChatIsListed();
    void aThreadReachesBackPastItsFirstPage();
    void whatIsMissingIsAGapUntilTheServiceGivesIt();
    void whatIsWrittenArrivesOnceAndIsShownAsSent();
    void anAnswerThatIsLostDoesNotDoubleTheMessage();
    void whatWasSeenIsToldOnceAndUnreadFalls();
    void aDeletedMessageBecomesATombstoneOnBothSides();
    void aRefusedTokenStopsEverythingAndKeepsTheData();
    void whatWaitsIsSentByTheNextRun();
    void whatHasNotLeftWhenTheSessionEndsWasNeverSent();

private:
    void start();
    [[nodiscard]] ConversationId chatWith(const QString& user) const;
    [[nodiscard]] int timesHeld(const QString& text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DemoService> m_service;
    std::unique_ptr<Account> m_account;
    const QString m_rin = u"20450"_s; // five thousand messages
};

void tst_SignedInSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<DemoService>(DemoOptions{});
    QVERIFY(m_service->start());
    m_account = std::make_unique<Account>(*m_service, m_folder->path());
}

void tst_SignedInSession::cleanup()
{
    m_account.reset();
    m_service.reset();
}

void tst_SignedInSession::start()
{
    m_account->session->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_account->view().chats.rowCount() >= 28, patience);
}

ConversationId tst_SignedInSession::chatWith(const QString& user) const
{
    return ConversationId::direct({m_service->world().me().id}, {user});
}

int tst_SignedInSession::timesHeld(const QString& text) const
{
    const auto held = m_service->world().messages(chatWith(m_rin).id);
    return static_cast<int>(
        std::ranges::count_if(held, [&](const DemoMessage& m) { return m.text == text; }));
}

void tst_SignedInSession::everyChatIsListed()
{
    start();
    // Topics stand in the list of their group.
    const auto everything = m_service->world().conversations();
    const auto direct
        = std::ranges::count_if(everything, [](const QString& id) { return id.contains(u'+'); });
    const auto groups = m_service->world().groupIds().size();
    QTRY_COMPARE(m_account->view().chats.rowCount(), direct + groups);
    QCOMPARE(m_service->log().violations(), QStringList());
}

void tst_SignedInSession::aThreadReachesBackPastItsFirstPage()
{
    start();
    auto& thread = m_account->view().thread;
    thread.open(chatWith(m_rin));
    QTRY_VERIFY_WITH_TIMEOUT(thread.count() >= 80, patience);
    const auto scrolledUp = [&] {
        thread.setVisibleRows(0, 10);
        return thread.count() >= 300;
    };
    QTRY_VERIFY_WITH_TIMEOUT(scrolledUp(), patience);
    const auto held = m_service->world().messages(chatWith(m_rin).id);
    for (int row = 1; row < thread.count(); ++row)
        QVERIFY(positionOf(thread.row(row - 1).message) < positionOf(thread.row(row).message));
    QCOMPARE(thread.row(thread.count() - 1).message.id.value, held.last().id);
    QCOMPARE(thread.row(0).message.id.value, held.at(held.size() - thread.count()).id);
}

void tst_SignedInSession::whatIsMissingIsAGapUntilTheServiceGivesIt()
{
    start();
    const Session view = m_account->view();
    view.thread.open(chatWith(m_rin));
    view.sync.setAttention(SyncEngine::Attention::Focused);
    view.sync.setOpen(chatWith(m_rin));
    QTRY_VERIFY_WITH_TIMEOUT(view.thread.count() >= 80, patience);
    m_service->faults().add({.kind = DemoFault::Kind::PageSize, .times = -1, .pageSize = 20});
    m_service->faults().add({.kind = DemoFault::Kind::Status,
        .parameter = u"^(after|before)_id$"_s,
        .times = -1,
        .status = 503});
    for (int n = 1; n <= 50; ++n)
        m_service->world().say(m_rin, m_service->world().me().id, u"buoy %1"_s.arg(n));
    view.sync.lookNow();
    const auto rows = [&] {
        QStringList texts; // from the last one that was here before
        for (int row = view.thread.count() - 1; row > 0; --row) {
            const ThreadRow& shown = view.thread.row(row);
            texts.prepend(shown.message.text);
            if (shown.above == ThreadRow::Above::Gap)
                texts.prepend(u"gap"_s);
            if (!shown.message.text.startsWith("buoy"_L1))
                break;
        }
        return texts.mid(1);
    };
    QStringList said;
    for (int n = 1; n <= 50; ++n)
        said.append(u"buoy %1"_s.arg(n));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), QStringList{u"gap"_s} + said.mid(30), patience);
    m_service->faults().clear();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), said, patience);
}

void tst_SignedInSession::whatIsWrittenArrivesOnceAndIsShownAsSent()
{
    start();
    const Session view = m_account->view();
    view.thread.open(chatWith(m_rin));
    QTRY_VERIFY_WITH_TIMEOUT(view.thread.count() > 0, patience);
    QVERIFY(!view.outbox.send(chatWith(m_rin), u"the oars are dry"_s).isEmpty());
    const auto last = [&] { return view.thread.row(view.thread.count() - 1); };
    QTRY_COMPARE_WITH_TIMEOUT(last().message.text, u"the oars are dry"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(last().delivery, ThreadRow::Delivery::Sent, patience);
    QCOMPARE(timesHeld(u"the oars are dry"_s), 1);
}

void tst_SignedInSession::anAnswerThatIsLostDoesNotDoubleTheMessage()
{
    start();
    m_service->faults().add({.kind = DemoFault::Kind::CutOff,
        .method = u"POST"_s,
        .path = u"direct_messages"_s,
        .times = 1});
    const Session view = m_account->view();
    view.thread.open(chatWith(m_rin));
    view.outbox.send(chatWith(m_rin), u"only once please"_s);
    const auto isSent = [&] {
        const int rows = view.thread.count();
        return rows > 0 && view.thread.row(rows - 1).message.text == u"only once please"_s
            && view.thread.row(rows - 1).delivery == ThreadRow::Delivery::Sent;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSent(), patience);
    QCOMPARE(timesHeld(u"only once please"_s), 1);
}

void tst_SignedInSession::whatWasSeenIsToldOnceAndUnreadFalls()
{
    start();
    const Session view = m_account->view();
    const QString said = m_service->world().say(m_rin, m_service->world().me().id, u"seen?"_s);
    view.sync.lookNow();
    const auto unread = [&] { return view.chats.row(view.chats.rowOf(chatWith(m_rin))).unread; };
    QTRY_VERIFY_WITH_TIMEOUT(unread() > 0, patience);
    view.receipts.shown(chatWith(m_rin), {said});
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_service->world().receiptsReceived().size(), 1, patience);
    view.receipts.shown(chatWith(m_rin), {said}); // again: nothing new to tell
    view.receipts.flush();
    const QString next = m_service->world().say(m_rin, m_service->world().me().id, u"and this"_s);
    view.sync.lookNow();
    QTRY_VERIFY_WITH_TIMEOUT(unread() > 0, patience);
    view.receipts.shown(chatWith(m_rin), {next});
    QTRY_COMPARE_WITH_TIMEOUT(m_service->world().receiptsReceived().size(), 2, patience);
    QCOMPARE(m_service->world().receiptsReceived().last().messageId, next);
}

void tst_SignedInSession::aDeletedMessageBecomesATombstoneOnBothSides()
{
    start();
    const Session view = m_account->view();
    view.thread.open(chatWith(m_rin));
    view.outbox.send(chatWith(m_rin), u"a slip"_s);
    const auto last = [&] { return view.thread.row(view.thread.count() - 1); };
    QTRY_VERIFY_WITH_TIMEOUT(view.thread.count() > 0 && last().delivery == ThreadRow::Delivery::Sent
            && last().message.text == u"a slip"_s,
        patience);
    view.actions.remove(chatWith(m_rin), last().message.id);
    QTRY_VERIFY_WITH_TIMEOUT(last().message.isDeleted(), patience);
    QCOMPARE(timesHeld(u"a slip"_s), 0);
}

void tst_SignedInSession::aRefusedTokenStopsEverythingAndKeepsTheData()
{
    start();
    const Session view = m_account->view();
    QSignalSpy refused(m_account->session.get(), &SignedInSession::tokenRefused);
    m_service->revoke(m_service->token());
    view.sync.lookNow();
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, patience);
    QCOMPARE(view.connection.state().kind, ConnectionState::Kind::TokenRefused);
    QVERIFY(view.chats.rowCount() >= 28);
    view.outbox.send(chatWith(m_rin), u"kept for later"_s);
    view.thread.open(chatWith(m_rin));
    const auto isQueued = [&] {
        const int rows = view.thread.count();
        return rows > 0 && view.thread.row(rows - 1).delivery == ThreadRow::Delivery::Queued;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isQueued(), patience);
}

void tst_SignedInSession::whatWaitsIsSentByTheNextRun()
{
    // Never started, so never sent: as if the computer had been offline all the time.
    m_account->view().outbox.send(chatWith(m_rin), u"from the last run"_s);
    m_account.reset();
    m_account = std::make_unique<Account>(*m_service, m_folder->path());
    start();
    QTRY_COMPARE_WITH_TIMEOUT(timesHeld(u"from the last run"_s), 1, patience);
}

void tst_SignedInSession::whatHasNotLeftWhenTheSessionEndsWasNeverSent()
{
    start();
    m_account->budget.setHeld(true);
    m_account->asked.posts = 0;
    m_account->view().outbox.send(chatWith(m_rin), u"held"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_account->asked.posts > 0, patience);
    m_account.reset();
    Database file(m_folder->path() + u"/skein.sqlite"_s);
    auto& row = file.run("SELECT first_sent_at FROM outbox");
    QVERIFY(row.next());
    QCOMPARE(row.value(0).toLongLong(), 0);
    QCOMPARE(timesHeld(u"held"_s), 0);
}

SKEIN_TEST(tst_SignedInSession)

} // namespace signedInSessionTest

#include "tst_SignedInSession.moc"

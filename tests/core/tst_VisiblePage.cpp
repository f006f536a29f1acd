// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/VisiblePage.h"
#include "core/types/Reactions.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace visiblePageTest {

namespace {

const ConversationId chat = chatWith(somebody);
const ConversationId otherChat = chatWith(u"20002"_s);

/// Three hundred messages, all stored, and somebody who looks.
struct Window {
    SyncFixture f;
    std::unique_ptr<VisiblePage> page;
    qsizetype before = 0; ///< requests made until the test began

    Window()
    {
        f.service.receiveMany(somebody, 300);
        fill(chat);
        page = std::make_unique<VisiblePage>(f.reader(), f.clock);
        page->setAttentive(true);
        before = f.network().requests().size();
    }
    void fill(const ConversationId& id)
    {
        (void)f.reader().newest(id, PageReader::Priority::Open);
        f.settle();
        for (int n = 0; n < 2; ++n) {
            const MessageId oldest = idAt(f.ranges(id).first().oldest);
            (void)f.reader().before(id, oldest, PageReader::Priority::Open);
            f.settle();
        }
    }
    [[nodiscard]] MessageId id(int n, const ConversationId& of = chat) const
    {
        return {f.service.history(of.related).at(n).id};
    }
    /// Rows n to n+9 are on screen.
    void show(int n, const ConversationId& of = chat)
    {
        const bool isEnd = n + 10 >= f.service.history(of.related).size();
        page->show({of, id(n, of), id(n + 9, of), isEnd ? MessageId{} : id(n + 10, of)});
        f.settle();
    }
    [[nodiscard]] qsizetype asked() { return f.network().requests().size() - before; }
};

} // namespace

class tst_VisiblePage : public QObject {
    Q_OBJECT

private slots:
    void init() { w = std::make_unique<Window>(); }
    void cleanup() { w.reset(); }

    void restingCostsOneRequest();
    void scrollingCostsNone();
    void theSamePlaceIsReadEvery45Seconds();
    void anotherPlaceWaitsForItsTurn();
    void anotherConversationNeedNotWait();
    void whenNobodyLooksNothingIsRead();
    void whatTheNewestPageHoldsIsLeftToIt();
    void aShortNewestPageIsNoExcuse();
    void whatOthersDidShows();
    void whatWasDeletedThereIsGone();
    void offlineItIsTriedAgainLater();
    void nothingShownIsNothingRead();

private:
    std::unique_ptr<Window> w;
};

void tst_VisiblePage::restingCostsOneRequest()
{
    w->show(50);
    w->f.pass(2500ms);
    QCOMPARE(w->asked(), 0);
    w->show(50); // the view says so at every paint
    w->f.pass(40s);
    QCOMPARE(w->asked(), 1);
    QCOMPARE(w->f.cursors(u"before_id"_s).last(), w->id(60).value); // the rows on screen
    QVERIFY(w->f.rangesAreTrue(chat));
}

void tst_VisiblePage::scrollingCostsNone()
{
    for (int n = 190; n > 0; n -= 5) {
        w->show(n);
        w->f.pass(2500ms);
    }
    QCOMPARE(w->asked(), 0);
    w->f.pass(1s);
    QCOMPARE(w->asked(), 1);
}

void tst_VisiblePage::theSamePlaceIsReadEvery45Seconds()
{
    w->show(50);
    w->f.pass(100s); // at 3, 48 and 93 seconds
    QCOMPARE(w->asked(), 3);
}

void tst_VisiblePage::anotherPlaceWaitsForItsTurn()
{
    w->show(50);
    w->f.pass(5s);
    w->show(20);
    w->f.pass(40s);
    QCOMPARE(w->asked(), 1);
    w->f.pass(5s);
    QCOMPARE(w->asked(), 2);
    QCOMPARE(w->f.cursors(u"before_id"_s).last(), w->id(30).value);
}

void tst_VisiblePage::anotherConversationNeedNotWait()
{
    w->f.service.receiveMany(otherChat.related, 300);
    w->fill(otherChat);
    w->before = w->f.network().requests().size();
    w->show(50);
    w->f.pass(5s);
    w->show(50, otherChat);
    w->f.pass(5s);
    QCOMPARE(w->asked(), 2);
    w->show(50);
    w->f.pass(5s);
    QCOMPARE(w->asked(), 2); // there and back costs nothing more
}

void tst_VisiblePage::whenNobodyLooksNothingIsRead()
{
    w->page->setAttentive(false);
    w->show(50);
    w->f.pass(200s);
    QCOMPARE(w->asked(), 0);
    w->page->setAttentive(true);
    w->f.pass(4s);
    QCOMPARE(w->asked(), 1);
    w->page->setAttentive(false);
    w->f.pass(200s);
    QCOMPARE(w->asked(), 1);
}

void tst_VisiblePage::whatTheNewestPageHoldsIsLeftToIt()
{
    w->show(290); // the end
    w->f.pass(100s);
    w->show(205);
    w->f.pass(100s);
    QCOMPARE(w->asked(), 0);
    w->show(195);
    w->f.pass(4s);
    QCOMPARE(w->asked(), 1);
}

void tst_VisiblePage::aShortNewestPageIsNoExcuse()
{
    w->f.service.pageSize = 20;
    (void)w->f.reader().newest(chat, PageReader::Priority::Open);
    w->f.settle();
    w->before = w->f.network().requests().size();
    w->show(250);
    w->f.pass(4s);
    QCOMPARE(w->asked(), 1);
}

void tst_VisiblePage::whatOthersDidShows()
{
    const Message before
        = w->f.look([this](Stores& stores) { return *stores.messages.find(chat, w->id(55)); });
    const auto row = [this](int n) {
        return QJsonObject{{u"id"_s, w->id(n).value}, {u"created_at"_s, 1'760'000'000},
            {u"sender_id"_s, somebody}, {u"text"_s, u"line %1"_s.arg(n)}};
    };
    QJsonObject liked = row(55);
    liked[u"favorited_by"_s] = QJsonArray{somebody};
    w->f.network().expect(HttpRequest::Method::Get, messagesPlace,
        FakeTransport::json(
            QJsonObject{{u"direct_messages"_s, QJsonArray{row(56), liked, row(54)}}}));
    w->show(50);
    w->f.pass(4s);
    const Message after
        = w->f.look([this](Stores& stores) { return *stores.messages.find(chat, w->id(55)); });
    QVERIFY(reactionsOf(before).isEmpty());
    QCOMPARE(reactionsOf(after).size(), 1);
    QCOMPARE(after.text, before.text);
}

void tst_VisiblePage::whatWasDeletedThereIsGone()
{
    const MessageId gone = w->id(55);
    const MessageId beyond = w->id(80);
    w->show(50);
    w->f.service.remove(somebody, beyond.value);
    w->f.service.remove(somebody, gone.value);
    w->f.pass(4s);
    const auto isStored = [this](const MessageId& id) {
        return w->f.look(
            [&](Stores& stores) { return stores.messages.find(chat, id).has_value(); });
    };
    QVERIFY(!isStored(gone));
    QVERIFY(isStored(beyond)); // that page was not read
}

void tst_VisiblePage::offlineItIsTriedAgainLater()
{
    w->f.service.offline = true;
    w->show(50);
    w->f.pass(10s);
    QCOMPARE(w->asked(), 1);
    QCOMPARE(w->f.texts(chat).size(), 300);
    w->f.service.offline = false;
    w->f.pass(40s);
    QCOMPARE(w->asked(), 2);
}

void tst_VisiblePage::nothingShownIsNothingRead()
{
    w->show(50);
    w->page->show({});
    w->f.pass(100s);
    QCOMPARE(w->asked(), 0);
}

SKEIN_TEST(tst_VisiblePage)

} // namespace visiblePageTest

#include "tst_VisiblePage.moc"

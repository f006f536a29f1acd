// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/MessageActions.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace messageActionsTest {

namespace {

constexpr auto Delete = HttpRequest::Method::Delete;
const ConversationId chat = chatWith(somebody);

/// Own messages, stored, of which the last is about to be deleted.
struct Desk {
    SyncFixture f;
    MessageActions actions{f.api(), f.store(), f.clock};
    MessageId mine;
    QString reason;

    Desk()
    {
        f.service.receive(somebody, u"theirs"_s);
        mine = {f.service.writeElsewhere(somebody, u"mine"_s)};
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
        QObject::connect(&actions, &MessageActions::refused, &actions,
            [this](const ConversationId&, const MessageId& id, const QString& words) {
                if (id == mine)
                    reason = words;
            });
    }
    [[nodiscard]] QString place() const
    {
        return u"/v3/conversations/1001%2B"_s + somebody + u"/messages/"_s + mine.value;
    }
    [[nodiscard]] Message stored()
    {
        return f.look([this](Stores& stores) { return *stores.messages.find(chat, mine); });
    }
};

} // namespace

class tst_MessageActions : public QObject {
    Q_OBJECT

private slots:
    void whatTheServiceDeletedBecomesATombstone_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("204") << 204;
        QTest::newRow("200") << 200;
        QTest::newRow("404, gone already") << 404;
    }
    void whatTheServiceDeletedBecomesATombstone()
    {
        QFETCH(int, status);
        Desk desk;
        desk.f.network().expect(Delete, desk.place(), FakeTransport::raw(status, {}));
        QSignalSpy marks(&desk.actions, &MessageActions::pendingChanged);
        desk.actions.remove(chat, desk.mine);
        QVERIFY(desk.actions.isRemoving(desk.mine)); // at once
        QVERIFY(!desk.stored().isDeleted());
        desk.f.settle();
        QVERIFY(!desk.actions.isRemoving(desk.mine));
        QVERIFY(desk.stored().isDeleted());
        QVERIFY(desk.stored().text.isEmpty());
        QCOMPARE(marks.size(), 2);
        QVERIFY(desk.reason.isNull());
    }

    void aRefusalRestoresItAndSaysWhy_data()
    {
        QTest::addColumn<FakeService::Answer>("answer");
        QTest::addColumn<QString>("words");
        QTest::newRow("403 with words")
            << FakeService::Answer(FakeTransport::failure(403, {u"too late"_s}))
            << u"GroupMe says: too late"_s;
        QTest::newRow("403") << FakeService::Answer(FakeTransport::failure(403))
                             << u"GroupMe does not allow it."_s;
        QTest::newRow("400") << FakeService::Answer(FakeTransport::failure(400))
                             << u"GroupMe could not do it. Try again later."_s;
        QTest::newRow("500") << FakeService::Answer(FakeTransport::failure(500))
                             << u"GroupMe could not do it. Try again later."_s;
        QTest::newRow("offline") << FakeTransport::noAnswer(ErrorKind::Unreachable)
                                 << u"GroupMe could not be reached."_s;
    }
    void aRefusalRestoresItAndSaysWhy()
    {
        QFETCH(FakeService::Answer, answer);
        QFETCH(QString, words);
        Desk desk;
        desk.f.network().expect(Delete, desk.place(), answer);
        desk.actions.remove(chat, desk.mine);
        desk.f.settle();
        QVERIFY(!desk.actions.isRemoving(desk.mine));
        QCOMPARE(desk.stored().text, u"mine"_s);
        QCOMPARE(desk.reason, u"The message was not deleted. "_s + words);
    }

    void askedTwiceItIsDeletedOnce()
    {
        Desk desk;
        desk.f.network().expect(Delete, desk.place(), FakeTransport::raw(204, {}));
        desk.actions.remove(chat, desk.mine);
        desk.actions.remove(chat, desk.mine);
        desk.actions.remove(chat, {});
        desk.f.settle();
        QCOMPARE(desk.f.asked(Delete, desk.place()), 1);
    }

    void anotherReadingDoesNotBringTheTextBack()
    {
        Desk desk;
        desk.f.network().expect(Delete, desk.place(), FakeTransport::raw(204, {}));
        desk.actions.remove(chat, desk.mine);
        desk.f.settle();
        (void)desk.f.reader().newest(chat, PageReader::Priority::Open); // lags: has it still
        desk.f.settle();
        QVERIFY(desk.stored().isDeleted());
        QVERIFY(desk.stored().text.isEmpty());
    }

    void theProgramMayEndWithADeletionUnderWay()
    {
        SyncFixture f;
        f.service.receive(somebody, u"theirs"_s);
        const QString place = u"/v3/conversations/1001%2B"_s + somebody + u"/messages/5"_s;
        f.network().expect(Delete, place, FakeTransport::raw(204, {}));
        auto actions = std::make_unique<MessageActions>(f.api(), f.store(), f.clock);
        actions->remove(chat, {u"5"_s});
        actions.reset();
        f.restart();
        f.settle();
        QCOMPARE(f.asked(Delete, place), 0); // the new run knows nothing of it
    }
};

SKEIN_TEST(tst_MessageActions)

} // namespace messageActionsTest

#include "tst_MessageActions.moc"

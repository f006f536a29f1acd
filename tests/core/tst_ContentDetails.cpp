// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/ContentDetails.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace contentDetailsTest {

namespace {

using Kind = ContentDetails::Kind;
using Method = HttpRequest::Method;

const auto group = ConversationId::group(u"55501"_s);
const auto filesPlace = u"/v1/55501/fileData"_s;
const auto pollPlace = u"/v3/poll/55501/7"_s;
const auto eventPlace = u"/v3/conversations/55501/events/show"_s;

/// A service that knows of files whatever it is asked for, one poll and one event.
struct Cards {
    SyncFixture f;
    int votes = 1;
    QSet<QString> gone;
    std::optional<FakeTransport::Answer> outage;
    std::unique_ptr<ContentDetails> details;

    Cards() { start(); }
    void start()
    {
        f.network().handle(Method::Post, filesPlace,
            [this](const HttpRequest& request) { return outage.value_or(files(request)); });
        f.network().handle(Method::Get, pollPlace, [this](const HttpRequest&) {
            const QJsonObject data{{u"id"_s, u"7"_s}, {u"subject"_s, u"Where?"_s},
                {u"options"_s,
                    QJsonArray{QJsonObject{
                        {u"id"_s, u"1"_s}, {u"title"_s, u"Lake"_s}, {u"votes"_s, votes}}}}};
            return outage.value_or(
                FakeTransport::json(QJsonObject{{u"poll"_s, QJsonObject{{u"data"_s, data}}}}));
        });
        f.network().handle(Method::Get, eventPlace, [this](const HttpRequest&) {
            return outage.value_or(FakeTransport::json(QJsonObject{{u"event"_s,
                QJsonObject{{u"event_id"_s, u"e1"_s}, {u"name"_s, u"Regatta"_s},
                    {u"start_at"_s, 1783152000}, {u"going"_s, QJsonArray{u"1001"_s}}}}}));
        });
        details = std::make_unique<ContentDetails>(f.api(), f.store(), f.clock);
    }
    void restart()
    {
        f.settle();
        details.reset();
        f.restart();
        start();
    }
    FakeTransport::Answer files(const HttpRequest& request) const
    {
        QJsonArray rows;
        for (const QJsonValue& id :
            QJsonDocument::fromJson(request.body)["file_ids"_L1].toArray()) {
            if (gone.contains(id.toString()))
                rows.append(QJsonObject{{u"file_id"_s, id}, {u"meta"_s, 404}});
            else
                rows.append(QJsonObject{{u"file_id"_s, id}, {u"meta"_s, 200},
                    {u"file_data"_s,
                        QJsonObject{
                            {u"file_name"_s, id.toString() + u".pdf"_s}, {u"file_size"_s, 10}}}});
        }
        return FakeTransport::raw(200, QJsonDocument(rows).toJson());
    }
    void want(Kind kind, const QString& id)
    {
        details->want(kind, group, id);
        f.settle();
    }
    [[nodiscard]] qsizetype asked(const QString& place)
    {
        return f.asked(place == filesPlace ? Method::Post : Method::Get, place);
    }
};

} // namespace

class tst_ContentDetails : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<Cards>(); }
    void cleanup() { m.reset(); }

    void filesInViewAreAskedForTogetherAndOnce()
    {
        QSignalSpy changed(m->details.get(), &ContentDetails::changed);
        m->details->want(Kind::File, group, u"a"_s);
        m->details->want(Kind::File, group, u"b"_s);
        m->details->want(Kind::File, group, u"a"_s);
        QVERIFY(!m->details->file(u"a"_s));
        m->f.settle();
        QCOMPARE(m->asked(filesPlace), 1);
        QCOMPARE(m->details->file(u"b"_s)->name, u"b.pdf"_s);
        QCOMPARE(changed.size(), 2);
        m->f.pass(10min, 1min);
        m->want(Kind::File, u"a"_s);
        QCOMPARE(m->asked(filesPlace), 1); // a file stays what it is
    }

    void manyFilesAreSeveralRequests()
    {
        for (int n = 0; n < ContentDetails::filesPerRequest + 1; ++n)
            m->details->want(Kind::File, group, QString::number(n));
        m->f.settle();
        QCOMPARE(m->asked(filesPlace), 2);
        QVERIFY(m->details->file(QString::number(ContentDetails::filesPerRequest)));
    }

    void aFileThatIsGoneIsGone()
    {
        m->gone = {u"a"_s};
        m->want(Kind::File, u"a"_s);
        QVERIFY(m->details->file(u"a"_s)->isGone);
    }

    void whatWasToldShowsOfflineAfterARestart()
    {
        m->want(Kind::File, u"a"_s);
        m->want(Kind::Poll, u"7"_s);
        m->want(Kind::Event, u"e1"_s);
        m->restart();
        m->outage = FakeTransport::noAnswer(ErrorKind::Unreachable);
        QVERIFY(!m->details->file(u"a"_s));
        m->want(Kind::File, u"a"_s);
        m->want(Kind::Poll, u"7"_s);
        m->want(Kind::Event, u"e1"_s);
        QCOMPARE(m->details->file(u"a"_s)->name, u"a.pdf"_s);
        QCOMPARE(m->details->file(u"a"_s)->size, 10);
        QCOMPARE(m->details->poll(u"7"_s)->options.first().title, u"Lake"_s);
        QCOMPARE(m->details->calendarEvent(u"e1"_s)->going, QList<UserId>{{u"1001"_s}});
    }

    void aPollIsAskedForAgainWhenItIsInViewAMinuteLater()
    {
        m->want(Kind::Poll, u"7"_s);
        m->want(Kind::Event, u"e1"_s);
        m->votes = 2;
        m->f.pass(59s, 1s);
        m->want(Kind::Poll, u"7"_s);
        QCOMPARE(m->asked(pollPlace), 1);
        m->f.pass(1s);
        QCOMPARE(m->asked(pollPlace), 1); // nobody looks
        QSignalSpy changed(m->details.get(), &ContentDetails::changed);
        m->want(Kind::Poll, u"7"_s);
        m->want(Kind::Event, u"e1"_s);
        QCOMPARE(m->asked(pollPlace), 2);
        QCOMPARE(m->asked(eventPlace), 2);
        QCOMPARE(m->details->poll(u"7"_s)->options.first().votes, 2);
        QCOMPARE(changed.size(), 1); // the event is what it was
    }

    void aFailureIsTriedAgainThriceAndWithGrowingPauses()
    {
        m->outage = FakeTransport::failure(503);
        m->want(Kind::Poll, u"7"_s);
        QList<std::chrono::seconds> pauses;
        auto before = m->f.clock.monotonic();
        for (int second = 0; second < 600; ++second) {
            const auto asked = m->asked(pollPlace);
            m->want(Kind::Poll, u"7"_s); // it stays in view
            m->f.pass(1s, 1s);
            if (m->asked(pollPlace) == asked)
                continue;
            pauses.append(
                std::chrono::duration_cast<std::chrono::seconds>(m->f.clock.monotonic() - before));
            before = m->f.clock.monotonic();
        }
        QCOMPARE(pauses.size(), 3);
        QVERIFY(pauses.at(0) < pauses.at(1) && pauses.at(1) < pauses.at(2));
        m->outage.reset();
        m->details->forgive();
        m->f.settle();
        QVERIFY(m->details->poll(u"7"_s));
    }

    void oneFailedAnswerFailsAllOfItsFilesAndAllComeAgainTogether()
    {
        m->outage = FakeTransport::failure(500);
        m->details->want(Kind::File, group, u"a"_s);
        m->details->want(Kind::File, group, u"b"_s);
        m->f.settle();
        m->outage.reset();
        m->f.pass(ContentDetails::pauses[0]);
        QCOMPARE(m->asked(filesPlace), 2);
        QVERIFY(m->details->file(u"a"_s) && m->details->file(u"b"_s));
    }

    void whatTheServiceRefusesIsNotAskedForAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("not found") << 404;
        QTest::newRow("forbidden") << 403;
    }
    void whatTheServiceRefusesIsNotAskedForAgain()
    {
        QFETCH(int, status);
        m->outage = FakeTransport::failure(status);
        m->want(Kind::Poll, u"7"_s);
        m->f.pass(5min, 10s);
        m->want(Kind::Poll, u"7"_s);
        m->details->forgive();
        m->f.settle();
        QCOMPARE(m->asked(pollPlace), 1);
        QVERIFY(!m->details->poll(u"7"_s));
    }

    void nothingIsAskedForWithoutAnId()
    {
        m->want(Kind::Poll, {});
        m->details->want(Kind::File, {}, u"a"_s);
        m->f.settle();
        QVERIFY(m->f.network().requests().isEmpty());
    }

private:
    std::unique_ptr<Cards> m;
};

SKEIN_TEST(tst_ContentDetails)

} // namespace contentDetailsTest

#include "tst_ContentDetails.moc"

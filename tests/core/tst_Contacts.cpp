// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/PeopleListModel.h"
#include "core/sync/Contacts.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace contactsTest {

namespace {

constexpr auto Get = HttpRequest::Method::Get;
const QString place = u"/v4/relationships"_s;

QJsonObject contactRow(int n)
{
    return {{u"user_id"_s, QString::number(3000 + n)}, {u"name"_s, u"Person %1"_s.arg(n)},
        {u"created_at_iso8601"_s, u"2026-01-%1T00:00:00+00:00"_s.arg(n, 2, 10, QChar(u'0'))}};
}

QJsonArray contactRows(int first, int last)
{
    QJsonArray rows;
    for (int n = first; n <= last; ++n)
        rows.append(contactRow(n));
    return rows;
}

struct World {
    SyncFixture f;
    Contacts contacts{f.api(), f.store(), f.clock};
    QSignalSpy told{&contacts, &Contacts::told};
    PeopleListModel model{f.store(), f.feed()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    /// `pages`: by what was asked for; the empty key is the first.
    void serve(const QMap<QString, QJsonArray>& pages)
    {
        f.network().handle(Get, place, [pages](const HttpRequest& request) {
            const QUrlQuery query(request.url);
            const QString since = query.queryItemValue(u"since"_s, QUrl::FullyDecoded);
            return FakeTransport::Answer(FakeTransport::json(pages.value(since)));
        });
    }
    void read()
    {
        contacts.refresh();
        f.settle();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row).data().toString());
        return names;
    }
    [[nodiscard]] qsizetype asked() { return f.network().requests(Get, place).size(); }
};

} // namespace

class tst_Contacts : public QObject {
    Q_OBJECT

private slots:
    void init() { w = std::make_unique<World>(); }
    void cleanup() { w.reset(); }

    void pagesAreReadToTheirEnd();
    void aPageThatTellsOfNobodyNewIsTheEnd();
    void aPageWithoutAWayOnIsTheEnd();
    void pagesThatNeverEndAreLeft();
    void whatIsNotReadToItsEndCountsNothing();
    void theServiceIsAskedRarely();
    void peopleComeAndGoInTheirPlaces();
    void aPersonIsSpokenWithWhereOneKnowsThemFrom();

private:
    std::unique_ptr<World> w;
};

void tst_Contacts::pagesAreReadToTheirEnd()
{
    w->serve({{u""_s, contactRows(1, 3)}, {u"2026-01-03T00:00:00+00:00"_s, contactRows(3, 5)},
        {u"2026-01-05T00:00:00+00:00"_s, {}}});
    w->read();
    QCOMPARE(w->names(),
        (QStringList{u"Person 1"_s, u"Person 2"_s, u"Person 3"_s, u"Person 4"_s, u"Person 5"_s}));
    QCOMPARE(w->asked(), 3);
    QCOMPARE(w->told.count(), 1);
}

void tst_Contacts::aPageThatTellsOfNobodyNewIsTheEnd()
{
    // The cursor means another time there: the same page comes for ever (protocol.md G1).
    w->f.network().handle(Get, place, [](const HttpRequest&) {
        return FakeTransport::Answer(FakeTransport::json(contactRows(1, 4)));
    });
    w->read();
    QCOMPARE(w->names().size(), 4);
    QCOMPARE(w->asked(), 2);
}

void tst_Contacts::aPageWithoutAWayOnIsTheEnd()
{
    QJsonObject row = contactRow(1);
    row.remove(u"created_at_iso8601"_s);
    QJsonArray rows;
    rows.append(row);
    w->serve({{u""_s, rows}});
    w->read();
    QCOMPARE(w->names(), QStringList{u"Person 1"_s});
    QCOMPARE(w->asked(), 1);
}

void tst_Contacts::pagesThatNeverEndAreLeft()
{
    int next = 0;
    w->f.network().handle(Get, place, [&next](const HttpRequest&) {
        QJsonObject row = contactRow(1);
        row[u"user_id"_s] = QString::number(++next);
        QJsonArray rows;
        rows.append(row);
        return FakeTransport::Answer(FakeTransport::json(rows));
    });
    w->read();
    for (int turns = 0; turns < 100 && w->told.isEmpty(); ++turns)
        w->f.settle();
    QCOMPARE(w->asked(), Contacts::mostPages);
    QCOMPARE(w->told.count(), 1);
}

void tst_Contacts::whatIsNotReadToItsEndCountsNothing()
{
    w->serve({{u""_s, contactRows(1, 2)}});
    w->read();
    w->f.network().handle(Get, place, [](const HttpRequest& request) {
        const bool isFirst = !QUrlQuery(request.url).hasQueryItem(u"since"_s);
        return isFirst ? FakeTransport::Answer(FakeTransport::json(contactRows(7, 9)))
                       : FakeTransport::noAnswer(ErrorKind::Unreachable);
    });
    w->told.clear();
    w->read();
    QCOMPARE(w->names(), (QStringList{u"Person 1"_s, u"Person 2"_s}));
    QVERIFY(w->told.first().first().value<std::optional<Error>>().has_value());
}

void tst_Contacts::theServiceIsAskedRarely()
{
    w->serve({});
    const auto asks = [this](auto how) {
        const qsizetype before = w->asked();
        how();
        w->f.settle();
        return w->asked() - before;
    };
    QCOMPARE(asks([this] { w->contacts.start(); }), 1);
    QCOMPARE(asks([this] { w->contacts.start(); }), 0);
    QCOMPARE(asks([this] { w->contacts.look(); }), 0);
    w->f.clock.advance(Contacts::freshForLook);
    QCOMPARE(asks([this] { w->contacts.start(); }), 0);
    QCOMPARE(asks([this] { w->contacts.look(); }), 1);
    w->f.clock.advance(Contacts::freshFor);
    QCOMPARE(asks([this] { w->contacts.start(); }), 1);
}

void tst_Contacts::peopleComeAndGoInTheirPlaces()
{
    w->serve({{u""_s, contactRows(2, 4)}});
    w->read();
    QSignalSpy reset(&w->model, &QAbstractItemModel::modelReset);
    QJsonArray rows = contactRows(1, 2);
    QJsonObject renamed = contactRow(4);
    renamed[u"name"_s] = u"Ada"_s;
    rows.append(renamed);
    w->serve({{u""_s, rows}});
    w->read();
    QCOMPARE(w->names(), (QStringList{u"Ada"_s, u"Person 1"_s, u"Person 2"_s}));
    QCOMPARE(w->model.index(0).data(PeopleListModel::UserRole).toString(), u"3004"_s);
    QVERIFY(reset.isEmpty());
}

void tst_Contacts::aPersonIsSpokenWithWhereOneKnowsThemFrom()
{
    w->f.now([](Stores& stores, Changes& changes) {
        ConversationSummary told{.id = ConversationId::group(u"55501"_s), .title = u"Rowing"_s};
        told.group.members = {{{u"333"_s}, u"9"_s, u"Vera"_s, {}, GroupRole::Member},
            {{u"444"_s}, u"8"_s, u"Noor"_s, {}, GroupRole::Member}};
        stores.groups.take(told, true, changes);
        stores.people.setBlocked({{u"333"_s}, {}, {}}, true, changes);
        return true;
    });
    const auto spoken
        = [this](int row) { return w->model.index(row).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(w->names(), (QStringList{u"Noor"_s, u"Vera"_s}));
    QCOMPARE(spoken(0), u"Noor, Rowing"_s);
    QCOMPARE(spoken(1), u"Vera, Blocked"_s);
}

SKEIN_TEST(tst_Contacts)

} // namespace contactsTest

#include "tst_Contacts.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/Routing.h"
#include "core/sync/EmojiPacks.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace emojiPacksTest {
using Method = HttpRequest::Method;

namespace {

const QString place = u"/powerups"_s;

/// Two usable packs among what must not spoil them.
QByteArray index()
{
    QByteArray json
        = "{'powerups':[null,7,{'name':'no meta'},"
          "{'id':'a','name':' Harbour ','type':'emoji','meta':{'pack_id':1,"
          "'transliterations':['boat',':Anchor:',null,'lighthouse'],"
          "'icon':[{'density':160,'image_url':'https://powerup.groupme.com/icon','x':9,'y':9}],"
          "'inline':[null,{'density':160,'image_url':'https://powerup.groupme.com/"
          "small','x':20,'y':20},"
          "{'density':320,'image_url':'http://powerup.groupme.com/middle','x':'40','y':'40'}],"
          "'keyboard':[{'density':640,'image_url':'https://powerups.s3.amazonaws.com/"
          "large','x':80,'y':80}]}},"
          "{'name':'twice','meta':{'pack_id':1,'transliterations':['again']}},"
          "{'name':'hostile','meta':{'pack_id':2,'transliterations':['boathook'],'inline':["
          "{'image_url':'https://evil.example/a','x':20,'y':20},"
          "{'image_url':'javascript:alert(1)','x':20,'y':20},"
          "{'image_url':'https://powerup.groupme.com/huge','x':99999,'y':99999},"
          "{'image_url':'https://powerup.groupme.com/none','x':0,'y':20}]}},"
          "{'name':'one sheet','meta':{'pack_id':'3','transliterations':null,"
          "'inline':{'image_url':'https://powerup.groupme.com/three','x':30,'y':30}}},"
          "{'name':'no id','meta':{'pack_id':null,'transliterations':['x']}}],'categories':[null]}";
    return json.replace('\'', '"');
}

} // namespace

class tst_EmojiPacks : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeTransport> m_network;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<EmojiPacks> m_packs;

    [[nodiscard]] QString path() const { return m_dir->filePath(u"deep/powerups.json"_s); }
    void open()
    {
        m_packs = std::make_unique<EmojiPacks>(*m_network, *m_clock, path(), [] { return 0.5; });
    }
    void fetched()
    {
        m_network->expect(Method::Get, place, FakeTransport::raw(200, index()));
        m_packs->want();
        QTRY_COMPARE(m_packs->packs().size(), 3);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_network = std::make_unique<FakeTransport>();
        m_clock = std::make_unique<ManualClock>();
        open();
    }
    void cleanup()
    {
        QVERIFY(m_network->allAsked());
        for (const HttpRequest& request : m_network->requests())
            QVERIFY(!mayCarryToken(request));
        m_packs.reset();
    }

    void nothingIsAskedBeforeSomebodyNeedsIt()
    {
        m_clock->advance(1h);
        QVERIFY(m_network->requests().isEmpty());
        QCOMPARE(m_packs->name(1, 0), QString());
        QVERIFY(!m_packs->cell(1, 0, 20));
        QVERIFY(m_packs->find(u"boat"_s, 9).isEmpty());
    }

    void oddShapesCostOnlyWhatTheySpoil()
    {
        fetched();
        QCOMPARE(m_packs->packs().first().name, u"Harbour"_s);
        QCOMPARE(m_packs->name(1, 0), u"boat"_s);
        QCOMPARE(m_packs->name(1, 1), u"Anchor"_s);
        QCOMPARE(m_packs->name(1, 2), QString());
        QCOMPARE(m_packs->name(1, 3), u"lighthouse"_s);
        QCOMPARE(m_packs->name(1, 4), QString());
        QCOMPARE(m_packs->name(9, 0), QString());
        QCOMPARE(m_packs->name(1, -1), QString());
    }

    void anEmojiIsACellOfASheetThatIsLargeEnough_data()
    {
        QTest::addColumn<int>("pixels");
        QTest::addColumn<QUrl>("sheet");
        QTest::addColumn<QRect>("rect");
        const QUrl middle(u"https://powerup.groupme.com/middle"_s);
        QTest::newRow("small") << 16 << QUrl(u"https://powerup.groupme.com/small"_s)
                               << QRect(0, 60, 20, 20);
        QTest::newRow("between") << 21 << middle << QRect(0, 120, 40, 40);
        QTest::newRow("exactly") << 40 << middle << QRect(0, 120, 40, 40);
        QTest::newRow("too large")
            << 500 << QUrl(u"https://powerups.s3.amazonaws.com/large"_s) << QRect(0, 240, 80, 80);
    }
    void anEmojiIsACellOfASheetThatIsLargeEnough()
    {
        QFETCH(const int, pixels);
        QFETCH(const QUrl, sheet);
        QFETCH(const QRect, rect);
        fetched();
        QCOMPARE(m_packs->cell(1, 3, pixels), (EmojiCell{sheet, rect}));
    }

    void aPackMayHaveAnIconThatStandsForIt()
    {
        fetched();
        const EmojiCell icon{QUrl(u"https://powerup.groupme.com/icon"_s), QRect(0, 0, 9, 9)};
        QCOMPARE(iconOf(m_packs->packs().at(0), 9), icon);
        QCOMPARE(iconOf(m_packs->packs().at(0), 500), icon); // the largest there is
        QVERIFY(!iconOf(m_packs->packs().at(1), 9));
    }

    void whatHasNoHonestSheetHasNoPicture()
    {
        fetched();
        QVERIFY(!m_packs->cell(2, 0, 20));
        QVERIFY(m_packs->cell(3, 0, 20));
        QVERIFY(!m_packs->cell(1, 4, 20));
        QVERIFY(!m_packs->cell(1, -1, 20));
        QVERIFY(!m_packs->cell(3, 1'000'000'000, 20));
    }

    void namesAreFoundByTheirBeginningFirst()
    {
        fetched();
        using Named = EmojiPacks::Named;
        QCOMPARE(
            m_packs->find(u"BOAT"_s, 9), (QList<Named>{{u"boat"_s, 1, 0}, {u"boathook"_s, 2, 0}}));
        QCOMPARE(m_packs->find(u"ho"_s, 9),
            (QList<Named>{{u"Anchor"_s, 1, 1}, {u"lighthouse"_s, 1, 3}, {u"boathook"_s, 2, 0}}));
        QCOMPARE(m_packs->find(u"ho"_s, 1).size(), 1);
        QVERIFY(m_packs->find(u"zebra"_s, 9).isEmpty());
    }

    void itIsKeptForDays()
    {
        fetched();
        open();
        QSignalSpy changed(m_packs.get(), &EmojiPacks::changed);
        m_packs->want();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(m_packs->name(1, 0), u"boat"_s);
        m_clock->advance(71h);
        m_packs->want();
        m_clock->advance(1s);
        QCOMPARE(m_network->requests().size(), 1);
        m_clock->advance(1h);
        m_network->expect(Method::Get, place, FakeTransport::raw(200, "{\"powerups\":[]}"));
        m_packs->want();
        QCOMPARE(m_packs->name(1, 0), u"boat"_s); // until the new one is here
        QTRY_VERIFY(m_packs->packs().isEmpty());
    }

    void aDamagedFileIsFetchedAnew()
    {
        fetched();
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("99999999999999\n{\"powerups\":[");
        file.close();
        open();
        fetched();
    }

    void whatDoesNotComeIsTriedAgainLater_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << 200 << QByteArray("<html>");
        QTest::newRow("another shape") << 200 << QByteArray("{\"powerups\":{\"a\":1}}");
        QTest::newRow("an array") << 200 << QByteArray("[]");
        QTest::newRow("busy") << 503 << QByteArray();
        QTest::newRow("no answer") << 0 << QByteArray();
    }
    void whatDoesNotComeIsTriedAgainLater()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        m_network->expect(Method::Get, place,
            status ? FakeTransport::Answer(FakeTransport::raw(status, body))
                   : FakeTransport::noAnswer(ErrorKind::Unreachable));
        m_packs->want();
        QTRY_COMPARE(m_network->requests().size(), 1);
        for (int i = 0; i < 10; ++i)
            m_packs->want();
        QCOMPARE(m_network->requests().size(), 1);
        m_network->expect(Method::Get, place, FakeTransport::raw(200, index()));
        QTRY_VERIFY((m_clock->advance(100ms), m_packs->packs().size() == 3));
        QCOMPARE(m_network->requests().size(), 2);
    }
};

SKEIN_TEST(tst_EmojiPacks)

} // namespace emojiPacksTest

#include "tst_EmojiPacks.moc"

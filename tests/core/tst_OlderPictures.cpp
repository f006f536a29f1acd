// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/OlderPictures.h"
#include "tests/support/SkeinTest.h"
#include "tests/support/SyncFixture.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace olderPicturesTest {

namespace {

using End = OlderPictures::End;
using Method = HttpRequest::Method;

const ConversationId chat = chatWith(somebody);

QJsonArray photo(const QString& host = u"i.groupme.com"_s)
{
    return {QJsonObject{{u"type"_s, u"image"_s},
        {u"url"_s, u"https://%1/8x6.png.0123456789abcdef0123456789abcdef"_s.arg(host)}}};
}

/// A chat of so many messages, of which the newest page of 20 is stored.
struct Looking {
    SyncFixture f;
    HistoryLoader history{f.reader(), f.store(), f.clock};
    OlderPictures older{f.store(), history};
    QList<End> ends;
    QStringList found; ///< texts, of the last look

    explicit Looking(int messages)
    {
        f.service.pageSize = 20;
        f.service.receiveMany(somebody, messages);
        QObject::connect(&older, &OlderPictures::finished, &older,
            [this](End end, const QList<Message>& pictured) {
                ends.append(end);
                found.clear();
                for (const Message& each : pictured)
                    found.append(each.text);
            });
    }
    /// The message of that number, from 1, carries this.
    void attach(int number, const QJsonArray& attachments)
    {
        f.service.attach(somebody, idOf(number).value, attachments);
    }
    [[nodiscard]] MessageId idOf(int number) const
    {
        return {f.service.history(somebody).at(number - 1).id};
    }
    [[nodiscard]] QString textOf(int number) const
    {
        return f.service.history(somebody).at(number - 1).text;
    }
    void readNewest()
    {
        (void)f.reader().newest(chat, PageReader::Priority::Open);
        f.settle();
    }
    void look(int number)
    {
        older.look(chat, idOf(number));
        f.settle();
    }
    [[nodiscard]] qsizetype pages() { return f.cursors(u"before_id"_s).size(); }
};

} // namespace

class tst_OlderPictures : public QObject {
    Q_OBJECT

private slots:
    void whatIsStoredIsFoundWithoutTheService()
    {
        Looking l(30);
        for (const int number : {14, 15, 20})
            l.attach(number, photo());
        l.readNewest();
        l.look(30);
        QCOMPARE(l.ends, QList{End::Found});
        QCOMPARE(l.found, (QStringList{l.textOf(14), l.textOf(15), l.textOf(20)}));
        QCOMPARE(l.pages(), 0);
        QVERIFY(!l.older.isLooking());
    }

    void whatABlockedPersonShowedIsLeftOut()
    {
        Looking l(1);
        const auto rowing = ConversationId::group(u"55501"_s);
        const Person vera{{u"333"_s}, {}, {}};
        QList<Message> messages;
        for (const int n : {1, 2, 3}) {
            Message one;
            one.id = {u"17600000000000000%1"_s.arg(n)};
            one.createdAt = 1'760'000'000;
            one.senderId = n == 2 ? vera.id : UserId{u"444"_s};
            one.text = QString::number(n);
            one.attachments = {readAttachment(photo().first().toObject())};
            messages.append(one);
        }
        l.f.now([&](Stores& stores, Changes& changes) {
            stores.messages.take(rowing,
                {.messages = messages,
                    .complete
                    = Span{positionOf(messages.first()), positionOf(messages.last()), true}},
                changes);
            stores.people.setBlocked(vera, true, changes);
            return true;
        });
        l.older.look(rowing, messages.last().id);
        l.f.settle();
        QCOMPARE(l.found, QStringList{u"1"_s});
    }

    void whatIsMissingIsReadPageByPageUntilOneIsFound()
    {
        Looking l(100);
        l.attach(31, photo());
        l.attach(3, photo());
        l.readNewest();
        l.look(95);
        QCOMPARE(l.ends, QList{End::Found});
        QCOMPARE(l.found, QStringList{l.textOf(31)});
        QCOMPARE(l.pages(), 3);
        l.look(31);
        QCOMPARE(l.found, QStringList{l.textOf(3)});
    }

    void aConversationThatBeginsWithoutOneSaysSo()
    {
        Looking l(50);
        l.readNewest();
        l.look(50);
        QCOMPARE(l.ends, QList{End::None});
        const auto asked = l.pages();
        l.look(50);
        QCOMPARE(l.ends, (QList{End::None, End::None}));
        QCOMPARE(l.pages(), asked); // that was known
    }

    void whereTheyAreRareItLooksSoFarAtATime()
    {
        Looking l(400);
        l.attach(2, photo());
        l.readNewest();
        l.look(400);
        QCOMPARE(l.ends, QList{End::Further});
        QCOMPARE(l.pages(), OlderPictures::pagesAtATime);
        for (int i = 0; i < 5 && l.ends.last() == End::Further; ++i)
            l.look(400);
        QCOMPARE(l.ends.last(), End::Found);
        QCOMPARE(l.found, QStringList{l.textOf(2)});
        const auto all = l.f.cursors(u"before_id"_s);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size()); // none twice
    }

    void manyStoredMessagesAreReadInPieces()
    {
        Looking l(700);
        l.f.service.pageSize = 100;
        l.attach(5, photo());
        l.readNewest();
        while (!l.f.ranges(chat).first().reachesStart) {
            l.history.want(chat, idAt(l.f.ranges(chat).first().oldest));
            l.f.settle();
        }
        const auto asked = l.pages();
        l.look(700);
        QCOMPARE(l.found, QStringList{l.textOf(5)});
        QCOMPARE(l.pages(), asked);
    }

    void aServiceThatIsAwayIsSaidAndAskedAgainLater()
    {
        Looking l(60);
        l.attach(3, photo());
        l.readNewest();
        l.f.service.offline = true;
        l.look(60);
        QCOMPARE(l.ends, QList{End::Failed});
        l.f.service.offline = false;
        l.look(60); // too soon
        QCOMPARE(l.ends.last(), End::Failed);
        l.f.clock.advance(HistoryLoader::retryDelay);
        l.look(60);
        QCOMPARE(l.ends.last(), End::Found);
    }

    void picturesOfOtherHostsAreNoneToBeShown()
    {
        Looking l(40);
        l.attach(30, photo(u"pictures.example"_s));
        l.readNewest();
        l.look(40);
        QCOMPARE(l.ends, QList{End::None});
    }

    void stoppedItSaysAndAsksNothingMore()
    {
        Looking l(200);
        l.readNewest();
        l.f.network().hold();
        l.look(200);
        QCOMPARE(l.pages(), 1);
        l.older.stop();
        l.f.network().release();
        l.f.pass(10s);
        QCOMPARE(l.pages(), 1);
        QVERIFY(l.ends.isEmpty());
    }

    void aPageThatTheThreadReadsComesFirst()
    {
        Looking l(100);
        l.attach(70, photo());
        l.readNewest();
        l.f.network().hold();
        l.history.want(chat, l.idOf(40)); // another place of the same conversation
        l.look(100);
        QCOMPARE(l.pages(), 1);
        QVERIFY(l.ends.isEmpty());
        l.f.network().release();
        l.f.settle();
        QCOMPARE(l.ends, QList{End::Found});
        QCOMPARE(l.found, QStringList{l.textOf(70)});
    }
};

SKEIN_TEST(tst_OlderPictures)

} // namespace olderPicturesTest

#include "tst_OlderPictures.moc"

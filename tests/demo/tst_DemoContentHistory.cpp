// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the people of the demo world have sent beside words: it is there, whole, and where the
// tour looks for it.

#include "app/demo/DemoCards.h"
#include "app/demo/DemoContentHistory.h"
#include "app/demo/DemoGroupHistory.h"
#include "app/demo/DemoHistory.h"
#include "app/demo/DemoMedia.h"
#include "app/demo/DemoPapers.h"
#include "app/demo/DemoPicture.h"
#include "app/demo/DemoWorld.h"
#include "tests/support/SkeinTest.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoContentHistoryTest {

namespace {

constexpr qint64 now = 1'760'000'000'000;
const QString pair = u"1001+4412"_s;

std::unique_ptr<DemoWorld> plainWorld()
{
    auto world = std::make_unique<DemoWorld>(demoMe(), demoCast(), [] { return now; });
    writeDemoHistory(*world, 1);
    writeDemoGroups(*world, 1);
    return world;
}

QString club(const DemoWorld& world)
{
    for (const QString& id : world.groupIds()) {
        if (world.group(id)->name == u"Rowing club"_s)
            return id;
    }
    return {};
}

QSet<QString> kindsIn(const QList<DemoMessage>& messages)
{
    QSet<QString> kinds;
    for (const DemoMessage& message : messages) {
        for (const QJsonValue& each : message.attachments)
            kinds.insert(each["type"_L1].toString());
    }
    return kinds;
}

} // namespace

class tst_DemoContentHistory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_plain = plainWorld();
        m_world = plainWorld();
        writeDemoContent(*m_world);
    }

    void everyKindStandsAtTheEndOfTheClub()
    {
        const QList<DemoMessage> last = m_world->messages(club(*m_world)).last(40);
        const QSet<QString> expected{u"image"_s, u"video"_s, u"audio"_s, u"file"_s, u"location"_s,
            u"emoji"_s, u"reply"_s, u"poll"_s, u"event"_s, u"hologram_v2"_s};
        const QSet<QString> missing = expected - kindsIn(last);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.values().join(u' ')));
        QSet<qsizetype> pictures;
        int edited = 0;
        int deleted = 0;
        int pinned = 0;
        int severalReactions = 0;
        for (const DemoMessage& message : last) {
            const auto isImage
                = [](const QJsonValue& each) { return each["type"_L1] == u"image"_s; };
            pictures.insert(
                std::count_if(message.attachments.begin(), message.attachments.end(), isImage));
            edited += message.updatedAt != 0;
            deleted += message.deletedAt != 0;
            pinned += message.pinnedAt != 0;
            severalReactions += message.reactions.size() > 1;
        }
        QVERIFY(pictures.contains(1) && pictures.contains(3) && pictures.contains(4));
        QVERIFY(edited == 1 && deleted == 1 && pinned == 2 && severalReactions >= 3);
    }

    void aDirectChatEndsWithMuchOfIt()
    {
        const auto kinds = kindsIn(m_world->messages(pair).last(20));
        QVERIFY(kinds.contains(
            {u"image"_s, u"audio"_s, u"file"_s, u"location"_s, u"emoji"_s, u"reply"_s}));
    }

    void whatWasUnreadStaysSo()
    {
        const QString me = m_world->me().id;
        const auto chats = m_world->chats(me, 1, 100);
        for (const DemoChatRow& before : m_plain->chats(me, 1, 100)) {
            const auto after
                = std::ranges::find(chats, before.conversation, &DemoChatRow::conversation);
            QCOMPARE(after->unread, before.unread);
        }
        for (const DemoPlaceRow& before : m_plain->groups(me, 1, 100))
            QCOMPARE(m_world->showGroup(me, before.group.id)->unread, before.unread);
    }

    void everythingNamedIsThere()
    {
        int files = 0;
        int cards = 0;
        for (const QString& conversation : m_world->conversations()) {
            QSet<QString> ids;
            for (const DemoMessage& message : m_world->messages(conversation)) {
                ids.insert(message.id);
                for (const QJsonValue& each : message.attachments) {
                    verify(each, conversation, ids);
                    files += each["type"_L1] == u"file"_s;
                    cards += each["type"_L1] == u"poll"_s || each["type"_L1] == u"event"_s;
                }
            }
        }
        QVERIFY(files >= 3 && cards == 2);
    }

    void hostileAndOddOnesAreAmongThem()
    {
        int hostile = 0;
        for (const DemoMessage& message : m_world->messages(club(*m_world)).last(40)) {
            for (const QJsonValue& each : message.attachments) {
                const auto file
                    = m_world->media().file(club(*m_world), each["file_id"_L1].toString());
                hostile += file && file->name.contains(u"../"_s) && file->onlyByPost;
            }
        }
        QCOMPARE(hostile, 1);
    }

    void picturesAreWhatTheirAddressesSay()
    {
        for (const DemoMessage& message : m_world->messages(pair).last(20)) {
            for (const QJsonValue& each : message.attachments) {
                const QString url = each["url"_L1].toString();
                if (each["type"_L1] != u"image"_s)
                    continue;
                const auto blob = m_world->media().blob(url.mid(8), DemoMedia::Version::Whole);
                const auto head = demo::pictureHead(blob->bytes);
                const QString said = u"/%1x%2.%3."_s.arg(head->size.width())
                                         .arg(head->size.height())
                                         .arg(QString::fromLatin1(head->format));
                QVERIFY2(url.contains(said), qPrintable(url));
                QVERIFY(blob->bytes.size() < 1'000'000);
            }
        }
    }

    void theSameTimeMakesTheSameWorld()
    {
        const auto twin = plainWorld();
        writeDemoContent(*twin);
        QCOMPARE(twin->messages(club(*twin)), m_world->messages(club(*m_world)));
        QCOMPARE(twin->messages(pair), m_world->messages(pair));
    }

    void papersAreWhole()
    {
        const QByteArray pdf = demo::paper({u"a (b)"_s});
        QVERIFY(pdf.startsWith("%PDF-1.4\n") && pdf.endsWith("%%EOF\n"));
        const qsizetype table
            = pdf.mid(pdf.indexOf("startxref\n") + 10).split('\n').first().toInt();
        QVERIFY(pdf.mid(table).startsWith("xref\n"));
        QVERIFY(pdf.contains("(a \\(b\\)) Tj"));
        const QByteArray wav = demo::tone(2);
        QCOMPARE(wav.size(), 44 + 16'000);
    }

private:
    void verify(
        const QJsonValue& attachment, const QString& conversation, const QSet<QString>& earlier)
    {
        const QString type = attachment["type"_L1].toString();
        DemoMedia& media = m_world->media();
        if (type == u"image"_s && attachment["url"_L1].toString().contains(u"//i."_s))
            QVERIFY(media.hasPicture(attachment["url"_L1].toString()));
        if (type == u"file"_s)
            QVERIFY(media.file(conversation, attachment["file_id"_L1].toString()));
        if (type == u"reply"_s)
            QVERIFY(earlier.contains(attachment["reply_id"_L1].toString()));
        if (type == u"poll"_s)
            QVERIFY(m_world->cards().poll(
                conversation, attachment["poll_id"_L1].toString(), u"1001"_s, now / 1000));
        if (type == u"event"_s)
            QVERIFY(m_world->cards().event(conversation, attachment["event_id"_L1].toString()));
    }

    std::unique_ptr<DemoWorld> m_plain;
    std::unique_ptr<DemoWorld> m_world;
};

SKEIN_TEST(tst_DemoContentHistory)

} // namespace demoContentHistoryTest

#include "tst_DemoContentHistory.moc"

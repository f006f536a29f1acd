// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ListWords.h"
#include "tests/support/SkeinTest.h"

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace listWordsTest {

namespace {

Conversation conversation(const QString& id, qint64 lastActivity)
{
    Conversation made;
    made.id = ConversationId::group(id);
    made.lastActivity = lastActivity;
    return made;
}

Conversation saying(const QString& preview, const QString& sender = {})
{
    Conversation made = conversation(u"5"_s, 1);
    made.preview = preview;
    made.previewSender = sender;
    return made;
}

} // namespace

class tst_ListWords : public QObject {
    Q_OBJECT

private slots:
    void theLatestComesFirstAndEqualsKeepTheirPlaces();
    void theOrderIsStrict();
    void titles();
    void previewLines_data();
    void previewLines();
    void accessibleNames_data();
    void accessibleNames();
};

void tst_ListWords::theLatestComesFirstAndEqualsKeepTheirPlaces()
{
    QList<Conversation> rows{conversation(u"3"_s, 10), conversation(u"1"_s, 20),
        conversation(u"4"_s, 20), conversation(u"2"_s, 30)};
    for (int turn = 0; turn < 24; ++turn) {
        std::ranges::next_permutation(
            rows, [](const Conversation& a, const Conversation& b) { return a.id.id < b.id.id; });
        auto sorted = rows;
        std::ranges::sort(sorted, isListedBefore);
        QStringList ids;
        for (const Conversation& row : sorted)
            ids.append(row.id.id);
        QCOMPARE(ids, (QStringList{u"2"_s, u"1"_s, u"4"_s, u"3"_s}));
    }
}

void tst_ListWords::theOrderIsStrict()
{
    const auto a = conversation(u"1"_s, 10);
    const auto b = conversation(u"2"_s, 10);
    QVERIFY(!isListedBefore(a, a));
    QVERIFY(isListedBefore(a, b) != isListedBefore(b, a));
}

void tst_ListWords::titles()
{
    Conversation made;
    QCOMPARE(titleOf(made), u"Unknown"_s);
    made.title = u"<b>Rowing</b> &amp; %1"_s;
    QCOMPARE(titleOf(made), made.title);
}

void tst_ListWords::previewLines_data()
{
    QTest::addColumn<Conversation>("row");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* name, const Conversation& c, const QString& line) {
        QTest::newRow(name) << c << line;
    };
    row("nothing", saying({}), {});
    row("in a chat", saying(u"hello"_s), u"hello"_s);
    row("somebody", saying(u"hello"_s, u"Cleo"_s), u"Cleo: hello"_s);
    auto own = saying(u"hello"_s, u"whoever"_s);
    own.previewIsOwn = true;
    row("me", own, u"You: hello"_s);
    own.previewTopic = u"Travel"_s;
    row("me in a topic", own, u"Travel · You: hello"_s);
    auto topic = saying(u"vans leave"_s, u"Cleo"_s);
    topic.previewTopic = u"Logistics"_s;
    row("somebody in a topic", topic, u"Logistics · Cleo: vans leave"_s);
    topic.previewSender.clear();
    row("the service in a topic", topic, u"Logistics · vans leave"_s);
    topic.preview.clear();
    row("nothing in a topic", topic, {});
    auto odd = saying(u"100 %1 %n %L1"_s, u"%2 %1"_s);
    row("signs that are none of ours", odd, u"%2 %1: 100 %1 %n %L1"_s);
    odd.previewIsOwn = true;
    row("nor mine", odd, u"You: 100 %1 %n %L1"_s);
}

void tst_ListWords::previewLines()
{
    QFETCH(const Conversation, row);
    QFETCH(const QString, line);
    QCOMPARE(previewLine(row), line);
}

void tst_ListWords::accessibleNames_data()
{
    QTest::addColumn<Conversation>("row");
    QTest::addColumn<QStringList>("remarks");
    QTest::addColumn<QString>("name");
    const auto row
        = [](const char* name, const Conversation& c, const QStringList& remarks,
              const QString& expected) { QTest::newRow(name) << c << remarks << expected; };
    row("a title alone", saying({}), {}, u"T"_s);
    auto full = saying(u"hello"_s, u"Cleo"_s);
    row("with a preview", full, {}, u"T, Cleo: hello"_s);
    full.unread = 1;
    row("with one unread", full, {}, u"T, 1 unread, Cleo: hello"_s);
    full.unread = 12;
    full.mutedUnread = 3;
    row("with muted ones", full, {}, u"T, 12 unread, 3 unread, muted, Cleo: hello"_s);
    row("with remarks", full, {u"a"_s, u"b"_s},
        u"T, 12 unread, 3 unread, muted, a, b, Cleo: hello"_s);
    auto muted = full;
    muted.isMuted = true;
    muted.unread = 0;
    row("muted as a whole", muted, {u"muted 7 h"_s}, u"T, 3 unread, muted 7 h, Cleo: hello"_s);
    full.draft = u" half\n a  thought "_s;
    row("a draft hides the preview", full, {u"a"_s},
        u"T, 12 unread, 3 unread, muted, a, Draft: half a thought"_s);
    auto odd = saying(u"%1"_s);
    odd.draft = u"%1 %n"_s;
    row("signs that are none of ours", odd, {}, u"T, Draft: %1 %n"_s);
}

void tst_ListWords::accessibleNames()
{
    QFETCH(const Conversation, row);
    QFETCH(const QStringList, remarks);
    QFETCH(const QString, name);
    QCOMPARE(accessibleName(u"T"_s, row, remarks), name);
}

SKEIN_TEST(tst_ListWords)

} // namespace listWordsTest

#include "tst_ListWords.moc"

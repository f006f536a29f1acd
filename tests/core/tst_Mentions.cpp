// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Mentions.h"
#include "tests/support/SkeinTest.h"

#include <QJsonDocument>
#include <QPoint>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace mentionsTest {

namespace {

QJsonObject object(const QByteArray& json) { return QJsonDocument::fromJson(json).object(); }

Message message(const QString& text, const QByteArray& attachment)
{
    Message made;
    made.text = text;
    made.attachments = {readAttachment(object(attachment))};
    return made;
}

QByteArray oneLocus(const QByteArray& locus)
{
    return R"({"type":"mentions","user_ids":["7"],"loci":[)" + locus + "]}";
}

/// The stretches of `text` that are mentions, each with its user.
QStringList namedIn(const QString& text, const QList<Mention>& mentions)
{
    QStringList named;
    for (const Mention& mention : mentions)
        named += mention.user.value + u':' + text.mid(mention.start, mention.length);
    return named;
}

const QList<Mentionable> people{{{u"1"_s}, u"Ann"_s, {}}, {{u"2"_s}, u"Ann Lee"_s, {}},
    {{u"3"_s}, u"Zoe\u0301"_s, {}}, {{u"4"_s}, u"\u05d3\u05e0\u05d4 \u05db\u05d4\u05df"_s, {}},
    {{u"5"_s}, u"Max \U0001F468"_s, {}}, {{u"6"_s}, u"Sam"_s, {}}, {{u"7"_s}, u"Sam"_s, {}},
    {everyoneId(), u"everyone"_s, {}}, {{u"8"_s}, u""_s, {}}};

} // namespace

class tst_Mentions : public QObject {
    Q_OBJECT

private slots:
    void placesCountUtf16Units();
    void aPlaceInsideAPairIsWidened();
    void anInvalidPlaceIsDropped_data();
    void anInvalidPlaceIsDropped();
    void thePairsThatBothListsHaveAreUsed();
    void placesAreSortedAndApart();
    void aMentionCountsWithoutAPlace_data();
    void aMentionCountsWithoutAPlace();
    void namesAreFoundInText_data();
    void namesAreFoundInText();
    void thePickedOneOfOneNameIsMeant();
    void whatIsSentIsReadTheSame();
    void noMentionsAreNoAttachment();
};

void tst_Mentions::placesCountUtf16Units()
{
    const QString text = u"\U0001F600 @Ann hi"_s;
    QCOMPARE(mentionsIn(message(text, oneLocus("[3,4]"))), (QList<Mention>{{{u"7"_s}, 3, 4}}));
    QCOMPARE(namedIn(text, mentionsIn(message(text, oneLocus("[3,4]")))), QStringList{u"7:@Ann"_s});
}

void tst_Mentions::aPlaceInsideAPairIsWidened()
{
    const QString text = u"a\U0001F600\U0001F525b"_s; // pairs at 1 and 3
    const QList<std::pair<QByteArray, QPoint>> cases{{"[2,1]", {1, 2}}, {"[1,1]", {1, 2}},
        {"[2,2]", {1, 4}}, {"[0,2]", {0, 3}}, {"[4,2]", {3, 3}}, {"[1,4]", {1, 4}}};
    for (const auto& [locus, place] : cases) {
        const auto found = mentionsIn(message(text, oneLocus(locus)));
        QCOMPARE(found, (QList<Mention>{{{u"7"_s}, place.x(), place.y()}}));
    }
    // A broken pair is nothing to widen over.
    const QString broken = QString(QChar(0xd83d)) + u"ab"_s;
    QCOMPARE(mentionsIn(message(broken, oneLocus("[1,1]"))), (QList<Mention>{{{u"7"_s}, 1, 1}}));
}

void tst_Mentions::anInvalidPlaceIsDropped_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char* locus :
        {"[0,0]", "[-1,4]", "[5,9999]", "[\"a\",1]", "[\"0\",\"1\"]", "[0]", "[]", "[0,1,2]",
            "[1.5,1]", "[0,1.5]", "[0,-2]", "[null,1]", "[0,true]", "7", "null", "{}", "\"0,1\"",
            "[10,1]", "[9,2]", "[9223372036854775807,1]", "[1,9223372036854775807]", "[1e300,1]"})
        QTest::newRow(locus) << oneLocus(locus);
    QTest::newRow("no loci") << QByteArray(R"({"type":"mentions","user_ids":["7"]})");
    QTest::newRow("null loci") << QByteArray(R"({"type":"mentions","user_ids":["7"],"loci":null})");
    QTest::newRow("loci in words")
        << QByteArray(R"({"type":"mentions","user_ids":["7"],"loci":"[[0,1]]"})");
    QTest::newRow("no users") << QByteArray(R"({"type":"mentions","loci":[[0,1]]})");
    QTest::newRow("null user") << QByteArray(
        R"({"type":"mentions","user_ids":[null],"loci":[[0,1]]})");
    QTest::newRow("not mentions") << QByteArray(
        R"({"type":"reply","user_ids":["7"],"loci":[[0,1]]})");
}

void tst_Mentions::anInvalidPlaceIsDropped()
{
    QFETCH(QByteArray, json);
    const Message read = message(u"0123456789"_s, json);
    QVERIFY(mentionsIn(read).isEmpty());
    QCOMPARE(read.text, u"0123456789"_s);
}

void tst_Mentions::thePairsThatBothListsHaveAreUsed()
{
    const QString text = u"0123456789"_s;
    const auto more = message(text, R"({"type":"mentions","user_ids":[7,"8","9"],"loci":[[0,2]]})");
    QCOMPARE(namedIn(text, mentionsIn(more)), QStringList{u"7:01"_s});
    const auto fewer
        = message(text, R"({"type":"mentions","user_ids":["7"],"loci":[[0,2],[4,2]]})");
    QCOMPARE(namedIn(text, mentionsIn(fewer)), QStringList{u"7:01"_s});
    // One that cannot be read does not move the others.
    const auto hole = message(text,
        R"({"type":"mentions","user_ids":["7","8",null,"9"],"loci":["x",[2,1],[4,1],[6,1]]})");
    QCOMPARE(namedIn(text, mentionsIn(hole)), (QStringList{u"8:2"_s, u"9:6"_s}));
}

void tst_Mentions::placesAreSortedAndApart()
{
    const QString text = u"0123456789"_s;
    const auto read = message(text,
        R"({"type":"mentions","user_ids":["1","2","3","4"],"loci":[[6,3],[0,4],[3,2],[4,2]]})");
    QCOMPARE(namedIn(text, mentionsIn(read)), (QStringList{u"2:0123"_s, u"4:45"_s, u"1:678"_s}));
    // Widening must not lay one over the other.
    const QString smileys = u"\U0001F600\U0001F525"_s;
    const auto halves
        = message(smileys, R"({"type":"mentions","user_ids":["1","2"],"loci":[[0,1],[1,1]]})");
    QCOMPARE(mentionsIn(halves), (QList<Mention>{{{u"1"_s}, 0, 2}}));
}

void tst_Mentions::aMentionCountsWithoutAPlace_data()
{
    QTest::addColumn<QByteArray>("users");
    QTest::addColumn<bool>("isMe");
    QTest::newRow("text") << QByteArray(R"(["5","1001"])") << true;
    QTest::newRow("number") << QByteArray("[1001]") << true;
    QTest::newRow("everyone as text") << QByteArray(R"(["-1"])") << true;
    QTest::newRow("everyone as a number") << QByteArray("[-1]") << true;
    QTest::newRow("somebody else") << QByteArray(R"(["5"])") << false;
    QTest::newRow("part of an id") << QByteArray(R"(["10011"])") << false;
    QTest::newRow("nobody") << QByteArray("[]") << false;
    QTest::newRow("no list") << QByteArray(R"("1001")") << false;
}

void tst_Mentions::aMentionCountsWithoutAPlace()
{
    QFETCH(QByteArray, users);
    QFETCH(bool, isMe);
    const auto read
        = message(u"hi"_s, R"({"type":"mentions","loci":[[0,0]],"user_ids":)" + users + "}");
    QCOMPARE(isMentioned(read, {u"1001"_s}), isMe);
    QVERIFY(mentionsIn(read).isEmpty());
    QVERIFY(!isMentioned(message(u"hi"_s, R"({"type":"mentions","user_ids":[null]})"), {}));
}

void tst_Mentions::namesAreFoundInText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("named");
    const QStringList none;
    QTest::newRow("start") << u"@Ann hi"_s << QStringList{u"1:@Ann"_s};
    QTest::newRow("end") << u"hi @Ann"_s << QStringList{u"1:@Ann"_s};
    QTest::newRow("the longer name") << u"hi @Ann Lee, hi"_s << QStringList{u"2:@Ann Lee"_s};
    QTest::newRow("not inside a longer word") << u"@Ann Leeds"_s << QStringList{u"1:@Ann"_s};
    QTest::newRow("longer word") << u"@Anna @Ann_ @Ann1"_s << none;
    QTest::newRow("of Ann") << u"(@Ann's)"_s << QStringList{u"1:@Ann"_s};
    QTest::newRow("case") << u"@ann @ANN"_s << none;
    QTest::newRow("mail") << u"joe@Ann.example"_s << none;
    QTest::newRow("two") << u"@Ann@Ann Lee"_s << QStringList{u"1:@Ann"_s};
    QTest::newRow("two apart") << u"@Ann, @Ann Lee"_s << QStringList{u"1:@Ann"_s, u"2:@Ann Lee"_s};
    QTest::newRow("everyone") << u"@everyone come"_s << QStringList{u"-1:@everyone"_s};
    QTest::newRow("after an emoji") << u"\U0001F600@Ann"_s << QStringList{u"1:@Ann"_s};
    QTest::newRow("after an astral letter") << u"\U00010400@Ann"_s << none;
    QTest::newRow("before an astral letter") << u"@Ann\U00010400"_s << none;
    QTest::newRow("combining mark") << u"@Zoe\u0301!"_s << QStringList{u"3:@Zoe\u0301"_s};
    QTest::newRow("a mark more") << u"@Ann\u0301"_s << none;
    QTest::newRow("after a mark") << u"e\u0301@Ann"_s << none;
    QTest::newRow("from right to left")
        << u"\u05e9\u05dc\u05d5\u05dd @\u05d3\u05e0\u05d4 \u05db\u05d4\u05df!"_s
        << QStringList{u"4:@\u05d3\u05e0\u05d4 \u05db\u05d4\u05df"_s};
    QTest::newRow("emoji at the end")
        << u"@Max \U0001F468 hi"_s << QStringList{u"5:@Max \U0001F468"_s};
    QTest::newRow("not half a family") << u"@Max \U0001F468\u200d\U0001F469"_s << none;
    QTest::newRow("alone") << u"@ @@ @"_s << none;
    QTest::newRow("first of one name") << u"@Sam"_s << QStringList{u"6:@Sam"_s};
}

void tst_Mentions::namesAreFoundInText()
{
    QFETCH(QString, text);
    QFETCH(QStringList, named);
    QCOMPARE(namedIn(text, findMentions(text, people)), named);
    QList<Mentionable> reversed(people.rbegin(), people.rend());
    reversed.removeIf([](const Mentionable& person) { return person.user.value == u"7"_s; });
    QCOMPARE(namedIn(text, findMentions(text, reversed)), named);
}

void tst_Mentions::thePickedOneOfOneNameIsMeant()
{
    const auto users = [](const QHash<QString, UserId>& picked) {
        return findMentions(u"@Sam"_s, people, picked).value(0).user.value;
    };
    QCOMPARE(users({{u"Sam"_s, {u"7"_s}}}), u"7"_s);
    QCOMPARE(users({{u"Sam"_s, {u"6"_s}}}), u"6"_s);
    QCOMPARE(users({{u"Sam"_s, {u"99"_s}}}), u"6"_s); // has left
    QCOMPARE(users({{u"Ann"_s, {u"7"_s}}}), u"6"_s);
}

void tst_Mentions::whatIsSentIsReadTheSame()
{
    const QString text = u"\U0001F600 @Ann Lee and @everyone, @Zoe\u0301"_s;
    const QList<Mention> found = findMentions(text, people);
    QCOMPARE(found.size(), 3);
    const QJsonObject json = mentionsJson(found);
    QCOMPARE(json,
        object(R"({"type":"mentions","user_ids":["2","-1","3"],"loci":[[3,8],[16,9],[27,5]]})"));
    Message sent;
    sent.text = text;
    sent.attachments = {readAttachment(json)};
    QCOMPARE(mentionsIn(sent), found);
    QCOMPARE(sent.attachments.first().json, json);
}

void tst_Mentions::noMentionsAreNoAttachment() { QVERIFY(mentionsJson({}).isEmpty()); }

SKEIN_TEST(tst_Mentions)

} // namespace mentionsTest

#include "tst_Mentions.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Conversation.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace groupTest {
using Flaw = TopicDraft::Flaw;

namespace {
const QString picture = u"https://i.groupme.com/1024x1024.jpeg.00000000000000000000000000000001"_s;
}

class tst_Group : public QObject {
    Q_OBJECT

private slots:
    void aDraftsFlaws_data();
    void aDraftsFlaws();
    void theFirstFlawIsNamed();
    void groupMesOwnPictures_data();
    void groupMesOwnPictures();
    void aMuteEndsWhenItsTimeHasCome();
    void forEverIsNoDate();
    void whoMayWrite_data();
    void whoMayWrite();
    void whoManages_data();
    void whoManages();
};

void tst_Group::aDraftsFlaws_data()
{
    QTest::addColumn<TopicDraft>("draft");
    QTest::addColumn<Flaw>("flaw");
    const QString longest(TopicDraft::longestTitle, u'x');
    const QString longestWords(TopicDraft::longestDescription, u'x');
    const auto row = [](const char* name, const TopicDraft& draft, Flaw flaw) {
        QTest::newRow(name) << draft << flaw;
    };
    row("nothing", {}, Flaw::TitleMissing);
    row("blank", {.title = u" \n\t "_s}, Flaw::TitleMissing);
    row("a title", {.title = u"Travel"_s}, Flaw::None);
    row("one letter", {.title = u"x"_s}, Flaw::None);
    row("longest", {.title = longest}, Flaw::None);
    row("longest, in blanks", {.title = u"  "_s + longest + u"\n"_s}, Flaw::None);
    row("too long", {.title = longest + u'x'}, Flaw::TitleTooLong);
    row("long words", {.title = u"x"_s, .description = longestWords}, Flaw::None);
    row("in blanks", {.title = u"x"_s, .description = u' ' + longestWords + u' '}, Flaw::None);
    row("too long words", {.title = u"x"_s, .description = longestWords + u'x'},
        Flaw::DescriptionTooLong);
    row("a picture", {.title = u"x"_s, .avatarUrl = picture}, Flaw::None);
    row("a picture in blanks", {.title = u"x"_s, .avatarUrl = u' ' + picture + u'\n'}, Flaw::None);
    row("blanks for a picture", {.title = u"x"_s, .avatarUrl = u"  "_s}, Flaw::None);
    row("a foreign picture", {.title = u"x"_s, .avatarUrl = u"https://pictures.example/1.jpeg"_s},
        Flaw::PictureNotGroupMe);
    row("everything",
        {.title = u"x"_s,
            .description = u"y"_s,
            .avatarUrl = picture,
            .kind = GroupKind::Announcement,
            .likeIcon = LikeIcon{1, 0}},
        Flaw::None);
}

void tst_Group::aDraftsFlaws()
{
    QFETCH(const TopicDraft, draft);
    QFETCH(const Flaw, flaw);
    QCOMPARE(draft.flaw(), flaw);
}

void tst_Group::theFirstFlawIsNamed()
{
    TopicDraft draft{.title = {},
        .description = QString(TopicDraft::longestDescription + 1, u'x'),
        .avatarUrl = u"file:///etc/passwd"_s};
    QCOMPARE(draft.flaw(), Flaw::TitleMissing);
    draft.title = u"Travel"_s;
    QCOMPARE(draft.flaw(), Flaw::DescriptionTooLong);
    draft.description.clear();
    QCOMPARE(draft.flaw(), Flaw::PictureNotGroupMe);
}

void tst_Group::groupMesOwnPictures_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isTheirs");
    const auto row = [](const QString& url, bool isTheirs) {
        QTest::newRow(qPrintable(url.isEmpty() ? u"empty"_s : url)) << url << isTheirs;
    };
    row(picture, true);
    row(picture + u".large"_s, true);
    row(u"https://i.groupme.com/x"_s, true);
    row(u"HTTPS://I.GroupMe.COM/x"_s, true);
    row({}, false);
    row(u"https://i.groupme.com"_s, false);
    row(u"https://i.groupme.com/"_s, false);
    row(u"http://i.groupme.com/x"_s, false);
    row(u"ftp://i.groupme.com/x"_s, false);
    row(u"//i.groupme.com/x"_s, false);
    row(u"i.groupme.com/x"_s, false);
    row(u"https:///i.groupme.com/x"_s, false);
    row(u"https:i.groupme.com/x"_s, false);
    row(u"https://groupme.com/x"_s, false);
    row(u"https://v.groupme.com/x"_s, false);
    row(u"https://x.i.groupme.com/x"_s, false);
    row(u"https://xi.groupme.com/x"_s, false);
    row(u"https://i.groupme.com./x"_s, false);
    row(u"https://i.groupme.com.evil.example/x"_s, false);
    row(u"https://i-groupme.com/x"_s, false);
    row(u"https://evil.example/i.groupme.com/x"_s, false);
    row(u"https://evil.example/?https://i.groupme.com/x"_s, false);
    row(u"https://evil.example/#@i.groupme.com/x"_s, false);
    row(u"https://i.groupme.com@evil.example/x"_s, false);
    row(u"https://i.groupme.com:secret@evil.example/x"_s, false);
    row(u"https://ada@i.groupme.com/x"_s, false);
    row(u"https://ada:secret@i.groupme.com/x"_s, false);
    row(u"https://i.groupme.com:443/x"_s, false);
    row(u"https://i.groupme.com:8443/x"_s, false);
    row(u"https://i.groupme.com\\@evil.example/x"_s, false);
    row(u"https://i.groupme.com /x"_s, false);
    row(u"https://i.groupme.com/a b"_s, false);
    row(u"https://i.groupme.com/x\n"_s, false);
    row(u"https://i\u3002groupme.com/x"_s, false);
    row(u"https://i.gr\u043eupme.com/x"_s, false);
    row(u"https://i.groupme.com/\u202egpj"_s, false);
    row(u"javascript:alert(1)"_s, false);
    row(u"data:image/png;base64,AAAA"_s, false);
    row(u"file:///i.groupme.com/x"_s, false);
}

void tst_Group::groupMesOwnPictures()
{
    QFETCH(const QString, url);
    QFETCH(const bool, isTheirs);
    QCOMPARE(isGroupMeImage(url), isTheirs);
}

void tst_Group::aMuteEndsWhenItsTimeHasCome()
{
    constexpr qint64 now = 1'760'000'000;
    QVERIFY(!isMutedAt(0, now));
    QVERIFY(!isMutedAt(now - 1, now));
    QVERIFY(!isMutedAt(now, now));
    QVERIFY(isMutedAt(now + 1, now));
    QVERIFY(isMutedAt(mutedForever, now));
}

void tst_Group::forEverIsNoDate()
{
    // One past the last second that dates can say, and that second (protocol.md 0.3, E5).
    QVERIFY(isForever(253'402'300'800));
    QVERIFY(isForever(253'402'300'799));
    QVERIFY(!isForever(253'402'300'798));
    QVERIFY(!isForever(1'760'003'600));
    QVERIFY(!isForever(0));
}

void tst_Group::whoMayWrite_data()
{
    QTest::addColumn<Conversation>("place");
    QTest::addColumn<WriteBar>("bar");
    const auto group = ConversationId::group(u"5"_s);
    const auto topic = ConversationId::topic(u"7"_s, group);
    const auto direct = ConversationId::direct({u"1001"_s}, {u"20450"_s});
    const auto row = [](const char* name, const ConversationId& id, std::optional<GroupKind> kind,
                         GroupRole role, Membership membership, WriteBar bar) {
        Conversation place;
        place.id = id;
        place.groupKind = kind;
        place.myRole = role;
        place.membership = membership;
        QTest::newRow(name) << place << bar;
    };
    using enum GroupKind;
    using enum GroupRole;
    using enum Membership;
    constexpr auto unknown = std::nullopt;
    constexpr auto free = WriteBar::None;
    row("direct", direct, unknown, Unknown, Active, free);
    row("direct, whatever else it says", direct, Announcement, Member, Gone, free);
    row("group", group, Private, Member, Active, free);
    row("closed group", group, Closed, Member, Active, free);
    row("group of unknown kind", group, unknown, Member, Active, free);
    row("announcements", group, Announcement, Member, Active, WriteBar::OnlyAdmins);
    // Who does not know what it is in a group is not kept from trying.
    row("announcements, role unknown", group, Announcement, Unknown, Active, free);
    row("announcements for an admin", group, Announcement, Admin, Active, free);
    row("announcements for the owner", group, Announcement, Owner, Active, free);
    row("left", group, Private, Member, Left, WriteBar::LeftGroup);
    row("removed", group, Private, Owner, Gone, WriteBar::LeftGroup);
    row("removed from announcements", group, Announcement, Member, Gone, WriteBar::LeftGroup);
    row("topic", topic, Private, Member, Active, free);
    row("topic of unknown kind", topic, unknown, Member, Active, free);
    row("announcing topic", topic, Announcement, Member, Active, WriteBar::OnlyAdmins);
    row("announcing topic for an admin", topic, Announcement, Admin, Active, free);
    row("deleted topic", topic, Private, Owner, Gone, WriteBar::TopicDeleted);
    // A topic's is Left when its group was left: it was not deleted.
    row("topic of a group that was left", topic, Private, Member, Left, WriteBar::LeftGroup);
}

void tst_Group::whoMayWrite()
{
    QFETCH(const Conversation, place);
    QFETCH(const WriteBar, bar);
    QCOMPARE(writeBar(place), bar);
}

void tst_Group::whoManages_data()
{
    QTest::addColumn<GroupRole>("role");
    QTest::addColumn<Membership>("membership");
    QTest::addColumn<bool>("manages");
    using enum GroupRole;
    QTest::newRow("unknown") << Unknown << Membership::Active << false;
    QTest::newRow("member") << Member << Membership::Active << false;
    QTest::newRow("admin") << Admin << Membership::Active << true;
    QTest::newRow("owner") << Owner << Membership::Active << true;
    QTest::newRow("admin who left") << Admin << Membership::Left << false;
    QTest::newRow("owner of what is gone") << Owner << Membership::Gone << false;
}

void tst_Group::whoManages()
{
    QFETCH(const GroupRole, role);
    QFETCH(const Membership, membership);
    QFETCH(const bool, manages);
    Conversation place;
    place.id = ConversationId::group(u"5"_s);
    place.myRole = role;
    place.membership = membership;
    QCOMPARE(place.isManaged(), manages);
}

SKEIN_TEST(tst_Group)

} // namespace groupTest

#include "tst_Group.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeChats.h"
#include "tests/support/SkeinTest.h"
#include "ui/chats/ChatDelegate.h"
#include "ui/chats/ChatTime.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace chatDelegateTest {

namespace {

const QDateTime now(QDate(2026, 3, 12), QTime(14, 45), Qt::UTC); // a Thursday

}

class tst_ChatDelegate : public QObject {
    Q_OBJECT
private slots:
    void timesSayAsMuchAsIsNeeded_data();
    void timesSayAsMuchAsIsNeeded();
    void partsDoNotOverlapAndStayInTheRow_data();
    void partsDoNotOverlapAndStayInTheRow();
    void aRowWithoutRoomForWordsIsItsAvatarAndItsCount();
    void rightToLeftMirrorsEveryPart();
    void largerFontsMakeHigherRows();
    void seenOwnMessagesHaveTicksAndUnreadOnesACount();
    void countsThatCallAndThoseThatDoNotStandSideBySide();
    void theMarkOfAMuteStandsRightAfterTheTitle();
    void aGroupThatIsGoneIsWrittenInMetaInk();
    void everyRowPaintsWithoutHarm();

private:
    QStyleOptionViewItem option(int width = 300) const;
    ChatDelegate m_delegate{[] { return now; }};
};

QStyleOptionViewItem tst_ChatDelegate::option(int width) const
{
    QStyleOptionViewItem result;
    result.rect = QRect(0, 0, width, 64);
    result.direction = Qt::LeftToRight;
    result.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    return result;
}

void tst_ChatDelegate::timesSayAsMuchAsIsNeeded_data()
{
    QTest::addColumn<QDateTime>("when");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("expected");
    const QLocale britain(QLocale::English, QLocale::UnitedKingdom);
    const QLocale america(QLocale::English, QLocale::UnitedStates);
    QTest::newRow("today") << now.addSecs(-780) << britain << u"14:32"_s;
    QTest::newRow("just after midnight")
        << QDateTime(now.date(), QTime(0, 1), Qt::UTC) << britain << u"00:01"_s;
    QTest::newRow("yesterday") << QDateTime(now.date().addDays(-1), QTime(23, 59), Qt::UTC)
                               << britain << u"Wed"_s;
    QTest::newRow("six days ago") << now.addDays(-6) << britain << u"Fri"_s;
    QTest::newRow("a week ago") << now.addDays(-7) << britain << u"5 Mar"_s;
    QTest::newRow("month first") << now.addDays(-9) << america << u"Mar 3"_s;
    QTest::newRow("last year") << now.addDays(-100) << britain << u"02/12/2025"_s;
    QTest::newRow("tomorrow, by a wrong clock") << now.addDays(1) << britain << u"13 Mar"_s;
    QTest::newRow("no seconds") << now << QLocale::c() << u"14:45"_s;
}

void tst_ChatDelegate::timesSayAsMuchAsIsNeeded()
{
    QFETCH(QDateTime, when);
    QFETCH(QLocale, locale);
    QTEST(chatTime(when, now, locale), "expected");
}

void tst_ChatDelegate::partsDoNotOverlapAndStayInTheRow_data()
{
    QTest::addColumn<int>("unread");
    QTest::addColumn<int>("width");
    QTest::newRow("nothing unread") << 0 << 300;
    QTest::newRow("one") << 1 << 300;
    QTest::newRow("many, narrow") << 100000 << 200;
}

void tst_ChatDelegate::partsDoNotOverlapAndStayInTheRow()
{
    QFETCH(int, unread);
    QFETCH(int, width);
    Conversation chat = fakeChat(1, u"A name that is much longer than any row is wide"_s);
    chat.preview = u"so is what they write, which goes on and on"_s;
    chat.unread = unread;
    chat.hasFailed = true;
    const ChatRowLayout l = m_delegate.layout(option(width), chat);
    const QRect row(0, 0, width, 64);
    QList<QRect> parts{l.avatar, l.title, l.time, l.preview, l.failed};
    if (unread > 0)
        parts.append(l.badge);
    for (int a = 0; a < parts.size(); ++a) {
        QVERIFY(parts.at(a).isValid());
        QVERIFY(row.contains(parts.at(a)));
        for (int b = a + 1; b < parts.size(); ++b)
            QVERIFY2(
                !parts.at(a).intersects(parts.at(b)), qPrintable(u"%1 and %2"_s.arg(a).arg(b)));
    }
    QVERIFY(l.badge.isNull() == (unread == 0));
}

void tst_ChatDelegate::aRowWithoutRoomForWordsIsItsAvatarAndItsCount()
{
    Conversation chat = fakeChat(1, u"Ben Nash"_s);
    chat.preview = u"the new oars"_s;
    const QRect row(0, 0, metrics::avatarColumn, 64);
    const ChatRowLayout read = m_delegate.layout(option(row.width()), chat);
    QCOMPARE(read.avatar.size(), QSize(44, 44));
    QCOMPARE(read.avatar.left() - row.left(), row.right() - read.avatar.right());
    QCOMPARE(read.avatar.top() - row.top(), row.bottom() - read.avatar.bottom());
    for (const QRect& words : {read.title, read.time, read.preview, read.ticks, read.badge})
        QVERIFY(words.isNull());

    for (const int unread : {1, 12, 100'000}) {
        chat.unread = unread;
        const ChatRowLayout l = m_delegate.layout(option(row.width()), chat);
        QVERIFY(row.contains(l.badge));
        QVERIFY(l.badge.intersects(l.avatar));
        QVERIFY(!l.badge.contains(l.avatar.center())); // the initials stay readable
        QVERIFY(l.badge.top() < l.avatar.top() && l.badge.right() > l.avatar.right());
    }
    QCOMPARE(m_delegate.layout(option(row.width()), chat).badgeText, u"99+"_s);
    QStyleOptionViewItem mirrored = option(row.width());
    mirrored.direction = Qt::RightToLeft;
    const ChatRowLayout right = m_delegate.layout(mirrored, chat);
    QCOMPARE(right.avatar, read.avatar);
    QVERIFY(right.badge.left() < right.avatar.left());
}

void tst_ChatDelegate::rightToLeftMirrorsEveryPart()
{
    Conversation chat = fakeChat(1, u"Ben Nash"_s);
    chat.unread = 2;
    QStyleOptionViewItem mirrored = option();
    mirrored.direction = Qt::RightToLeft;
    const ChatRowLayout left = m_delegate.layout(option(), chat);
    const ChatRowLayout right = m_delegate.layout(mirrored, chat);
    QCOMPARE(right.avatar.right(), 300 - 1 - left.avatar.left());
    QCOMPARE(right.badge.left(), 300 - 1 - left.badge.right());
    QCOMPARE(right.title.right(), 300 - 1 - left.title.left());
}

void tst_ChatDelegate::largerFontsMakeHigherRows()
{
    QCOMPARE(m_delegate.sizeHint(option(), {}).height(), 64);
    QStyleOptionViewItem large = option();
    large.font.setPixelSize(32);
    QVERIFY(m_delegate.sizeHint(large, {}).height() > 80);
}

void tst_ChatDelegate::seenOwnMessagesHaveTicksAndUnreadOnesACount()
{
    Conversation chat = fakeChat(1, u"Ben Nash"_s);
    chat.previewIsOwn = true;
    QVERIFY(m_delegate.layout(option(), chat).ticks.isNull());
    chat.previewIsSeen = true;
    QVERIFY(!m_delegate.layout(option(), chat).ticks.isNull());
    chat.draft = u"and"_s;
    QVERIFY(m_delegate.layout(option(), chat).ticks.isNull());
    chat.unread = 1000;
    QCOMPARE(m_delegate.layout(option(), chat).badgeText, u"999+"_s);
}

void tst_ChatDelegate::countsThatCallAndThoseThatDoNotStandSideBySide()
{
    Conversation group = fakeGroup(1, u"Rowing club with a name that fills the row"_s);
    group.isMuted = true;
    group.mutedUnread = 1200;
    group.preview = u"vans leave at 6:15, please be early"_s;
    QVERIFY(m_delegate.layout(option(), group).badge.isNull());
    QCOMPARE(m_delegate.layout(option(), group).mutedBadgeText, u"999+"_s);
    group.unread = 3;
    const ChatRowLayout l = m_delegate.layout(option(200), group);
    const QList<QRect> parts{l.avatar, l.title, l.mute, l.time, l.preview, l.badge, l.mutedBadge};
    for (qsizetype a = 0; a < parts.size(); ++a) {
        QVERIFY(parts.at(a).isValid());
        QVERIFY(QRect(0, 0, 200, 64).contains(parts.at(a)));
        for (qsizetype b = a + 1; b < parts.size(); ++b)
            QVERIFY2(
                !parts.at(a).intersects(parts.at(b)), qPrintable(u"%1 and %2"_s.arg(a).arg(b)));
    }
    QVERIFY(l.badge.left() > l.mutedBadge.right()); // what calls stands at the edge
    QStyleOptionViewItem mirrored = option(200);
    mirrored.direction = Qt::RightToLeft;
    QCOMPARE(m_delegate.layout(mirrored, group).mutedBadge.left(), 199 - l.mutedBadge.right());
    QCOMPARE(m_delegate.layout(mirrored, group).mute.left(), 199 - l.mute.right());
}

void tst_ChatDelegate::theMarkOfAMuteStandsRightAfterTheTitle()
{
    Conversation group = fakeGroup(1, u"Kit"_s);
    QVERIFY(m_delegate.layout(option(), group).mute.isNull());
    group.isMuted = true;
    const ChatRowLayout l = m_delegate.layout(option(), group);
    QCOMPARE_LE(l.mute.left() - l.title.right(), 8);
    QVERIFY(l.mute.right() < l.time.left() - 40);
}

void tst_ChatDelegate::aGroupThatIsGoneIsWrittenInMetaInk()
{
    FakeChats chats;
    Conversation group = fakeGroup(1, u"\u2588\u2588\u2588"_s); // filled wholly in any font
    chats.append(group);
    const auto inkOf = [&] {
        QImage image(300, 64, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        m_delegate.paint(&painter, option(), chats.index(0));
        const QRect title = m_delegate.layout(option(), chats.at(0)).title;
        QColor darkest = Qt::white;
        for (int y = title.top(); y <= title.bottom(); ++y) {
            for (int x = title.left(); x < title.left() + 60; ++x)
                darkest = std::min(darkest, image.pixelColor(x, y),
                    [](const QColor& a, const QColor& b) { return a.lightness() < b.lightness(); });
        }
        return darkest;
    };
    const Theme theme = Theme::from(option().palette);
    QCOMPARE(inkOf(), theme.text);
    group.membership = Membership::Gone;
    chats.replace(0, group);
    QCOMPARE(inkOf(), theme.meta);
}

void tst_ChatDelegate::everyRowPaintsWithoutHarm()
{
    FakeChats chats;
    Conversation chat = fakeChat(1, QString(50'000, u'x'));
    chat.preview = u"\u202e"_s + QString(1000, QChar(0x301)) + u"<b>bold</b>\nline"_s;
    chat.unread = 3;
    chats.append(chat);
    chats.append(Conversation{});
    Conversation draft = fakeChat(2, QString());
    draft.draft = QString(50'000, u'y');
    chats.append(draft);
    QImage image(300, 192, QImage::Format_RGB32);
    QPainter painter(&image);
    for (const int width : {300, metrics::avatarColumn}) {
        image.fill(Qt::white);
        for (int row = 0; row < 3; ++row) {
            QStyleOptionViewItem item = option(width);
            item.rect.translate(0, 64 * row);
            item.state |= QStyle::State_Selected | QStyle::State_HasFocus;
            const QImage before = image.copy();
            m_delegate.paint(&painter, item, chats.index(row));
            QVERIFY(image != before);
        }
    }
}

SKEIN_TEST(tst_ChatDelegate)

} // namespace chatDelegateTest

#include "tst_ChatDelegate.moc"

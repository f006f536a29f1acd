// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeChats.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/topics/TopicDelegate.h"
#include "ui/topics/TopicPane.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace skein;
using namespace Qt::StringLiterals;

namespace topicPaneTest {

class tst_TopicPane : public QObject {
    Q_OBJECT
private slots:
    void init();
    void namesAreThoseThatTestsAndScreenReadersKnow();
    void aClickPicksAndLeaves();
    void enterLeavesAndArrowsPick();
    void markingIsNotPicking();
    void theMarkSurvivesAnotherGroupAndItsReturn();
    void nextAndPreviousStopAtTheEnds();
    void onlyWhoManagesTheGroupIsOfferedANewTopic();
    void theGroupIsNamedUnderTheHeading();
    void theWayBackIsThereWhenThereIsOneColumn();
    void theMenuIsAskedForTheRowUnderThePointer();
    void theListIsRepaintedAtMidnight();

    void partsDoNotOverlapAndStayInTheRow_data();
    void partsDoNotOverlapAndStayInTheRow();
    void theMarkOfAMuteStandsRightAfterTheTitle();
    void aMuteIsSaidInPlaceOfTheTime();
    void aDeletedTopicSaysSoAndCallsNobody();
    void rightToLeftMirrorsEveryPart();
    void largerFontsMakeHigherRows();
    void everyRowPaintsWithoutHarm();

private:
    QListView& list() { return *m_pane->findChild<QListView*>(); }
    QPushButton& newTopic() { return *m_pane->findChild<QPushButton*>(); }
    QString chosenTitle() { return list().currentIndex().data().toString(); }
    [[nodiscard]] QStyleOptionViewItem option(int width = 220) const;
    [[nodiscard]] TopicRowLayout layoutOf(
        const Conversation& topic, const QStyleOptionViewItem& item);

    ManualClock m_clock;
    Conversation m_group;
    std::unique_ptr<FakeChats> m_topics;
    std::unique_ptr<TopicPane> m_pane;
    std::unique_ptr<QSignalSpy> m_picked;
    std::unique_ptr<QSignalSpy> m_left;
    TopicDelegate m_delegate{[] { return QDateTime::fromSecsSinceEpoch(1'760'000'000, Qt::UTC); }};
};

void tst_TopicPane::init()
{
    m_pane.reset();
    m_group = fakeGroup(0, u"Rowing club"_s);
    m_topics = std::make_unique<FakeChats>();
    new QAbstractItemModelTester(
        m_topics.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_topics.get());
    Conversation mainChat = m_group;
    mainChat.title = u"Main chat"_s;
    m_topics->append(mainChat);
    int number = 1;
    for (const QString& title : {u"Logistics"_s, u"Photos"_s, u"Kit"_s})
        m_topics->append(fakeTopic(m_group, number++, title));
    m_pane = std::make_unique<TopicPane>(m_clock);
    m_pane->setModel(m_topics.get());
    m_pane->resize(220, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_pane->activateWindow();
    m_picked = std::make_unique<QSignalSpy>(m_pane.get(), &TopicPane::picked);
    m_left = std::make_unique<QSignalSpy>(m_pane.get(), &TopicPane::left);
}

QStyleOptionViewItem tst_TopicPane::option(int width) const
{
    QStyleOptionViewItem item;
    item.rect = QRect(0, 0, width, TopicDelegate::rowHeight);
    item.font = QFont(u"DejaVu Sans"_s, 10);
    item.locale = QLocale::c();
    item.direction = Qt::LeftToRight;
    return item;
}

TopicRowLayout tst_TopicPane::layoutOf(const Conversation& topic, const QStyleOptionViewItem& item)
{
    FakeChats topics;
    topics.append(topic);
    return m_delegate.layout(item, topics.index(0));
}

void tst_TopicPane::namesAreThoseThatTestsAndScreenReadersKnow()
{
    m_pane->setGroup(u"Rowing club"_s, true);
    QCOMPARE(list().accessibleName(), u"Topics"_s);
    QCOMPARE(newTopic().accessibleName(), u"New topic"_s);
    QCOMPARE(m_pane->findChild<QToolButton*>()->accessibleName(), u"Back to the chats"_s);
}

void tst_TopicPane::aClickPicksAndLeaves()
{
    const QRect second = list().visualRect(list().model()->index(1, 0));
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(m_picked->size(), 1);
    QCOMPARE(m_picked->at(0).at(0).value<ConversationId>(), m_topics->at(1).id);
    QCOMPARE(m_left->size(), 1);
}

void tst_TopicPane::enterLeavesAndArrowsPick()
{
    m_pane->mark(m_topics->at(0).id);
    m_pane->focusList();
    QVERIFY(list().hasFocus());
    QTest::keyClick(&list(), Qt::Key_Down);
    QCOMPARE(m_picked->last().at(0).value<ConversationId>(), m_topics->at(1).id);
    QCOMPARE(m_left->size(), 0);
    QTest::keyClick(&list(), Qt::Key_Return);
    QCOMPARE(m_left->size(), 1);
}

void tst_TopicPane::markingIsNotPicking()
{
    m_pane->mark(m_topics->at(2).id);
    QCOMPARE(chosenTitle(), u"Photos"_s);
    QCOMPARE(m_picked->size(), 0);
}

void tst_TopicPane::theMarkSurvivesAnotherGroupAndItsReturn()
{
    m_pane->mark(m_topics->at(2).id);
    FakeChats others;
    others.append(fakeGroup(5, u"Main chat"_s));
    m_pane->setModel(&others);
    QVERIFY(!list().selectionModel()->hasSelection());
    m_pane->setModel(m_topics.get());
    QCOMPARE(chosenTitle(), u"Photos"_s);
    QCOMPARE(m_picked->size(), 0);
}

void tst_TopicPane::nextAndPreviousStopAtTheEnds()
{
    m_pane->pickNext();
    QCOMPARE(m_picked->size(), 0); // none of them is in front
    m_pane->mark(m_topics->at(2).id);
    m_pane->pickNext();
    QCOMPARE(chosenTitle(), u"Kit"_s);
    m_pane->pickNext();
    QCOMPARE(m_picked->size(), 1);
    for (int presses = 0; presses < 4; ++presses)
        m_pane->pickPrevious();
    QCOMPARE(chosenTitle(), u"Main chat"_s);
    QCOMPARE(m_picked->size(), 4);
}

void tst_TopicPane::onlyWhoManagesTheGroupIsOfferedANewTopic()
{
    m_pane->setGroup(u"Rowing club"_s, false);
    QVERIFY(!newTopic().isVisible());
    m_pane->setGroup(u"Rowing club"_s, true);
    QVERIFY(newTopic().isVisible());
    QSignalSpy asked(m_pane.get(), &TopicPane::newTopicRequested);
    newTopic().click();
    QCOMPARE(asked.size(), 1);
}

void tst_TopicPane::theGroupIsNamedUnderTheHeading()
{
    m_pane->setGroup(u"Rowing <b>club</b>"_s, false);
    const auto labels = m_pane->findChildren<QLabel*>();
    const auto found = std::ranges::find(labels, u"Rowing <b>club</b>"_s, &QLabel::text);
    QVERIFY(found != labels.end());
    QCOMPARE((*found)->textFormat(), Qt::PlainText);
}

void tst_TopicPane::theWayBackIsThereWhenThereIsOneColumn()
{
    auto* back = m_pane->findChild<QToolButton*>();
    QVERIFY(!back->isVisible());
    m_pane->setBackVisible(true);
    QSignalSpy asked(m_pane.get(), &TopicPane::backRequested);
    back->click();
    QCOMPARE(asked.size(), 1);
}

void tst_TopicPane::theMenuIsAskedForTheRowUnderThePointer()
{
    QSignalSpy menu(m_pane.get(), &TopicPane::menuRequested);
    const QPoint place = list().visualRect(list().model()->index(3, 0)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, list().viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(list().viewport(), &event);
    QCOMPARE(menu.size(), 1);
    QCOMPARE(menu.at(0).at(0).value<ConversationId>(), m_topics->at(3).id);
    QCOMPARE(m_picked->size(), 0);
}

void tst_TopicPane::theListIsRepaintedAtMidnight()
{
    class PaintCounter : public QObject {
    public:
        bool eventFilter(QObject*, QEvent* event) override
        {
            paints += event->type() == QEvent::Paint ? 1 : 0;
            return false;
        }
        int paints = 0;
    } counter;
    list().viewport()->installEventFilter(&counter);
    QCoreApplication::processEvents();
    counter.paints = 0;
    m_clock.advance(std::chrono::hours(24));
    QCOMPARE_GE(counter.paints, 1);
}

void tst_TopicPane::partsDoNotOverlapAndStayInTheRow_data()
{
    QTest::addColumn<int>("unread");
    QTest::addColumn<bool>("isMuted");
    QTest::addColumn<int>("width");
    QTest::newRow("plain") << 0 << false << 220;
    QTest::newRow("unread") << 3 << false << 220;
    QTest::newRow("muted, many unread, narrow") << 12345 << true << 160;
}

void tst_TopicPane::partsDoNotOverlapAndStayInTheRow()
{
    QFETCH(const int, unread);
    QFETCH(const bool, isMuted);
    QFETCH(const int, width);
    Conversation topic = fakeTopic(m_group, 1, u"A title that is longer than any row is wide"_s);
    topic.preview = u"so is what they write, which goes on and on"_s;
    topic.isMuted = isMuted;
    (isMuted ? topic.mutedUnread : topic.unread) = unread;
    const TopicRowLayout l = layoutOf(topic, option(width));
    QList<QRect> parts{l.sign, l.title, l.remark, l.preview};
    if (isMuted)
        parts.append(l.mute);
    if (unread > 0)
        parts.append(l.badge);
    const QRect row(0, 0, width, TopicDelegate::rowHeight);
    for (qsizetype a = 0; a < parts.size(); ++a) {
        QVERIFY(parts.at(a).isValid());
        QVERIFY2(row.contains(parts.at(a)), qPrintable(QString::number(a)));
        for (qsizetype b = a + 1; b < parts.size(); ++b)
            QVERIFY2(
                !parts.at(a).intersects(parts.at(b)), qPrintable(u"%1 and %2"_s.arg(a).arg(b)));
    }
    QCOMPARE(l.badge.isNull(), unread == 0);
    QCOMPARE(l.mute.isNull(), !isMuted);
    QCOMPARE(l.badgeIsMuted, isMuted && unread > 0);
}

void tst_TopicPane::theMarkOfAMuteStandsRightAfterTheTitle()
{
    Conversation topic = fakeTopic(m_group, 1, u"Kit"_s);
    topic.isMuted = true;
    const TopicRowLayout l = layoutOf(topic, option());
    QCOMPARE_LE(l.mute.left() - l.title.right(), 8);
    QVERIFY(l.mute.right() < l.remark.left() - 40); // not at the edge
}

void tst_TopicPane::aMuteIsSaidInPlaceOfTheTime()
{
    Conversation topic = fakeTopic(m_group, 0, u"Kit"_s);
    QCOMPARE(layoutOf(topic, option()).remarkText, u"08:53"_s);
    topic.isMuted = true;
    QCOMPARE(layoutOf(topic, option()).remarkText, u"muted 7 h"_s);
}

void tst_TopicPane::aDeletedTopicSaysSoAndCallsNobody()
{
    Conversation topic = fakeTopic(m_group, 0, u"Summer camp"_s);
    topic.membership = Membership::Gone;
    topic.isMuted = true;
    topic.unread = 4;
    const TopicRowLayout l = layoutOf(topic, option());
    QCOMPARE(l.remarkText, u"Deleted"_s);
    QVERIFY(l.mute.isNull());
    QVERIFY(l.badgeIsMuted);
    topic.membership = Membership::Left; // with its group
    QCOMPARE(layoutOf(topic, option()).remarkText, u"muted 7 h"_s);
}

void tst_TopicPane::rightToLeftMirrorsEveryPart()
{
    Conversation topic = fakeTopic(m_group, 1, u"Kit"_s);
    topic.isMuted = true;
    topic.mutedUnread = 2;
    QStyleOptionViewItem mirrored = option();
    mirrored.direction = Qt::RightToLeft;
    const TopicRowLayout left = layoutOf(topic, option());
    const TopicRowLayout right = layoutOf(topic, mirrored);
    for (const auto part : {&TopicRowLayout::sign, &TopicRowLayout::title, &TopicRowLayout::mute,
             &TopicRowLayout::remark, &TopicRowLayout::preview, &TopicRowLayout::badge}) {
        QCOMPARE((right.*part).right(), 220 - 1 - (left.*part).left());
        QCOMPARE((right.*part).size(), (left.*part).size());
    }
}

void tst_TopicPane::largerFontsMakeHigherRows()
{
    QCOMPARE(m_delegate.sizeHint(option(), {}).height(), TopicDelegate::rowHeight);
    QStyleOptionViewItem large = option();
    large.font.setPixelSize(32);
    QVERIFY(m_delegate.sizeHint(large, {}).height() > 76);
}

void tst_TopicPane::everyRowPaintsWithoutHarm()
{
    FakeChats topics;
    Conversation hostile = fakeTopic(m_group, 1, QString(50'000, u'x'));
    hostile.preview = u"\u202e"_s + QString(1000, QChar(0x301)) + u"<b>bold</b>\nline"_s;
    hostile.previewSender = QString(50'000, u'y');
    hostile.unread = 3;
    hostile.groupKind = GroupKind::Announcement;
    topics.append(hostile);
    topics.append(Conversation{});
    QImage image(220, 112, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int row = 0; row < 2; ++row) {
        QStyleOptionViewItem item = option();
        item.rect.translate(0, TopicDelegate::rowHeight * row);
        item.state |= QStyle::State_Selected | QStyle::State_HasFocus;
        const QImage before = image.copy();
        m_delegate.paint(&painter, item, topics.index(row));
        QVERIFY(image != before);
    }
}

SKEIN_TEST(tst_TopicPane)

} // namespace topicPaneTest

#include "tst_TopicPane.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/ThreadPane.h"
#include "ui/composer/Composer.h"
#include "ui/composer/MessageField.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/thread/ThreadView.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace groupThreadTest {

namespace {

const UserId me{u"1001"_s};
const UserId ben{u"20450"_s};
const UserId cleo{u"30001"_s};
const ConversationId group{ConversationId::Kind::Group, u"55501"_s, {}};
const ConversationId direct{ConversationId::Kind::Direct, u"1001+20450"_s, u"20450"_s};

ThreadRow rowOf(int n, const UserId& user, const QString& name, const QString& text)
{
    ThreadRow row = receivedRow(n, text);
    row.message.senderId = user;
    row.message.senderName = name;
    return row;
}

ThreadRow systemRow(int n, const QString& text)
{
    ThreadRow row = rowOf(n, {u"system"_s}, u"GroupMe"_s, text);
    row.message.senderType = u"system"_s;
    return row;
}

ThreadRow mentioning(ThreadRow row, const QList<Mentionable>& people)
{
    row.message.attachments = {readAttachment(mentionsJson(findMentions(
        row.message.text, people + QList<Mentionable>{{everyoneId(), u"everyone"_s, {}}})))};
    return row;
}

const QList<Mentionable> crew{{me, u"Ada Vale"_s}, {ben, u"Ben Nash"_s}, {cleo, u"Cleo Cole"_s}};

/// An evening in a rowing club: runs, mentions, links, what the system says, the unread line.
QList<ThreadRow> evening()
{
    return {systemRow(1, u"Dan created the topic Logistics"_s),
        systemRow(2, u"Dan added Cleo Cole and Iris Adams to the group"_s),
        systemRow(9, u"Ben Nash changed the group's picture"_s),
        rowOf(10, ben, u"Ben Nash"_s, u"Who can drive to the regatta? We need one more van."_s),
        rowOf(11, ben, u"Ben Nash"_s, u"Eight seats, back by nine in the evening."_s),
        mentioning(
            ownRow(12, u"I can take the big one. @Cleo Cole can you bring the straps?"_s), crew),
        mentioning(ownRow(13, u"@everyone the plan is at https://rowing.example/plan"_s), crew),
        systemRow(14,
            u"Dan renamed the topic to Logistics, and because this sentence goes on and on "
            u"about what else was renamed on the same day it ends after two lines "_s.repeated(2)),
        mentioning(rowOf(15, cleo, u"Cleo Cole"_s,
                       u"Straps are in the shed, @Ada Vale, I'll load them tonight with @Ben Nash. "
                       u"The key is where https://rowing.example/key says."_s),
            crew),
        rowOf(16, cleo, u"Cleo Cole"_s, u"\U0001F6A3\U0001F4AA"_s),
        mentioning(
            rowOf(17, ben, u"Ben Nash"_s, u"@everyone vans leave at 6:15, please be early"_s),
            crew),
        ownRow(18, u"Perfect, 6:00 at the gate then."_s)};
}

QPalette paletteOf(QRgb window, QRgb text)
{
    QPalette palette;
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button})
        palette.setColor(role, QColor::fromRgb(window));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor::fromRgb(text));
    return Theme::from(palette).applied(palette);
}

} // namespace

/// A group's thread in its pane: whose words are whose, and what a click on a person does.
class tst_GroupThread : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new Style); }
    void init();
    void namesStandInGroupsAndTopicsOnly();
    void aClickOnAMentionChoosesThePerson();
    void aClickOnNameOrAvatarChoosesTheSender();
    void aDragOverAMentionChoosesNobody();
    void thePointerIsAHandOverPeople();
    void theMenuNamesThePeople();
    void screenReadersHearTheTextAndReachThePerson();
    void namesAndMentionsDoNotMoveThePlace();
    void theThreadIsDrawn_data();
    void theThreadIsDrawn();

private:
    [[nodiscard]] MessageList& list() const { return m_pane->view().list(); }
    [[nodiscard]] QPoint inText(int row, int position) const;
    [[nodiscard]] QPoint inRow(int row, const QRect& rect) const
    {
        return rect.center() + list().originOf(row);
    }
    void click(const QPoint& point)
    {
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, point);
    }
    [[nodiscard]] int rowWith(const QString& words) const;

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeThreadModel> m_model;
    std::unique_ptr<ThreadPane> m_pane;
};

void tst_GroupThread::init()
{
    m_pane.reset();
    m_clock = std::make_unique<ManualClock>();
    m_model = std::make_unique<FakeThreadModel>();
    m_pane = std::make_unique<ThreadPane>(*m_model, *m_clock);
    m_pane->view().setMe(me);
    m_pane->setConversation(group, {.title = u"# Logistics"_s});
    m_pane->resize(760, 820);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_model->firstUnreadKey = u"m15"_s;
    m_model->show(evening());
    QCoreApplication::processEvents();
}

QPoint tst_GroupThread::inText(int row, int position) const
{
    const MessageLayout& layout = list().layoutOf(row);
    const QTextLine line = layout.text->lineForTextPosition(position);
    const QPointF point(line.cursorToX(position) + 1, line.y() + line.height() / 2);
    return list().originOf(row) + layout.textRect.topLeft() + point.toPoint();
}

int tst_GroupThread::rowWith(const QString& words) const
{
    for (int row = 0; row < m_model->count(); ++row) {
        if (m_model->row(row).message.text.contains(words))
            return row;
    }
    return -1;
}

void tst_GroupThread::namesStandInGroupsAndTopicsOnly()
{
    const int row = rowWith(u"Who can drive"_s);
    QVERIFY(!list().layoutOf(row).name.isNull());
    QVERIFY(list().layoutOf(row + 1).name.isNull()); // the run goes on
    QVERIFY(!list().layoutOf(row + 1).avatar.isNull());
    m_pane->setConversation(direct, {.title = u"Ben Nash"_s});
    QVERIFY(list().layoutOf(row).name.isNull());
    m_pane->setConversation(
        {ConversationId::Kind::Topic, u"7"_s, u"55501"_s}, {.title = u"# Kit"_s});
    QVERIFY(!list().layoutOf(row).name.isNull());
    m_pane->view().setShowsNames(false);
    QVERIFY(list().layoutOf(row).name.isNull());
}

void tst_GroupThread::aClickOnAMentionChoosesThePerson()
{
    QSignalSpy chosen(&m_pane->view(), &ThreadView::personActivated);
    QSignalSpy opened(&m_pane->view(), &ThreadView::linkActivated);
    const int own = rowWith(u"big one"_s);
    click(inText(own, 2));
    QCOMPARE(chosen.size(), 0);
    click(inText(own, int(m_model->row(own).message.text.indexOf(u"@Cleo"_s)) + 3));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().first().value<UserId>(), cleo);
    const int straps = rowWith(u"Straps"_s);
    const QString text = m_model->row(straps).message.text;
    click(inText(straps, int(text.indexOf(u"@Ben"_s)) + 1));
    QCOMPARE(chosen.last().first().value<UserId>(), ben);
    QCOMPARE(opened.size(), 0);
    click(inText(straps, int(text.indexOf(u"https"_s)) + 9));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(chosen.size(), 2);
    click(inText(rowWith(u"vans leave"_s), 3)); // everyone is nobody
    QCOMPARE(chosen.size(), 2);
}

void tst_GroupThread::aClickOnNameOrAvatarChoosesTheSender()
{
    QSignalSpy chosen(&m_pane->view(), &ThreadView::personActivated);
    const int row = rowWith(u"Who can drive"_s);
    click(inRow(row, list().layoutOf(row).name));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().first().value<UserId>(), ben);
    click(inRow(row + 1, list().layoutOf(row + 1).avatar));
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.last().first().value<UserId>(), ben);
    click(inRow(row + 1, list().layoutOf(row + 1).time));
    QCOMPARE(chosen.size(), 2);
}

void tst_GroupThread::aDragOverAMentionChoosesNobody()
{
    QSignalSpy chosen(&m_pane->view(), &ThreadView::personActivated);
    const int row = rowWith(u"big one"_s);
    const int at = int(m_model->row(row).message.text.indexOf(u"@Cleo"_s));
    QTest::mousePress(list().viewport(), Qt::LeftButton, {}, inText(row, at + 1));
    QMouseEvent drag(QEvent::MouseMove, inText(row, at + 6),
        list().viewport()->mapToGlobal(inText(row, at + 6)), Qt::NoButton, Qt::LeftButton,
        Qt::NoModifier);
    QCoreApplication::sendEvent(list().viewport(), &drag);
    QTest::mouseRelease(list().viewport(), Qt::LeftButton, {}, inText(row, at + 6));
    QCOMPARE(chosen.size(), 0);
    QVERIFY(!list().selectedText().isEmpty());
}

void tst_GroupThread::thePointerIsAHandOverPeople()
{
    const auto shapeAt = [this](const QPoint& point) {
        QMouseEvent move(QEvent::MouseMove, point, list().viewport()->mapToGlobal(point),
            Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(list().viewport(), &move);
        return list().viewport()->cursor().shape();
    };
    const int row = rowWith(u"Straps"_s);
    const int at = int(m_model->row(row).message.text.indexOf(u"@Ada"_s));
    QCOMPARE(shapeAt(inText(row, at + 2)), Qt::PointingHandCursor);
    QCOMPARE(shapeAt(inText(row, at - 4)), Qt::IBeamCursor);
    QCOMPARE(shapeAt(inRow(row, list().layoutOf(row).name)), Qt::PointingHandCursor);
    QCOMPARE(shapeAt(inText(rowWith(u"vans leave"_s), 3)), Qt::IBeamCursor);
}

void tst_GroupThread::theMenuNamesThePeople()
{
    m_model->change(rowWith(u"Straps"_s),
        [](ThreadRow& row) { row.message.senderName = u"Cleo & <b>Co</b>"_s; });
    QSignalSpy chosen(&m_pane->view(), &ThreadView::personActivated);
    const int row = rowWith(u"Straps"_s);
    list().openMenu(row, {}, list().viewport()->mapToGlobal(QPoint()));
    auto* menu = list().findChild<QMenu*>();
    QVERIFY(menu);
    QHash<QString, QAction*> actions;
    for (QAction* action : menu->actions())
        actions.insert(action->text(), action);
    for (const QString& words :
        {u"About Cleo && <b>Co</b>"_s, u"About Ada Vale"_s, u"About Ben Nash"_s})
        QVERIFY2(actions.contains(words), qPrintable(QStringList(actions.keys()).join(u'|')));
    actions[u"About Ben Nash"_s]->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().first().value<UserId>(), ben);
    menu->close();
}

void tst_GroupThread::screenReadersHearTheTextAndReachThePerson()
{
    const int row = rowWith(u"Straps"_s);
    QAccessibleInterface* item = QAccessible::queryAccessibleInterface(&list())->child(row);
    QVERIFY(item);
    QVERIFY(item->text(QAccessible::Name)
            .startsWith(u"Cleo Cole, "_s + m_model->row(row).message.text + u", "_s));
    QSignalSpy chosen(&m_pane->view(), &ThreadView::personActivated);
    item->actionInterface()->doAction(u"about"_s);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().first().value<UserId>(), cleo);
    QAccessibleInterface* own
        = QAccessible::queryAccessibleInterface(&list())->child(rowWith(u"Perfect"_s));
    QVERIFY(!own->actionInterface()->actionNames().contains(u"about"_s));
}

void tst_GroupThread::namesAndMentionsDoNotMoveThePlace()
{
    QList<ThreadRow> rows;
    for (int n = 0; n < 200; ++n)
        rows.append(
            rowOf(n, n % 3 ? ben : cleo, u"Somebody"_s, u"some words "_s.repeated(1 + n % 9)));
    m_model->firstUnreadKey.clear();
    m_model->show(rows, {u"m100"_s, 40});
    QCoreApplication::processEvents();
    QCOMPARE(list().rowRect(100).top(), 40);
    const int first = list().firstVisibleRow();
    m_pane->view().setShowsNames(false);
    m_pane->view().setMe(ben);
    m_pane->view().setShowsNames(true);
    QCOMPARE(list().firstVisibleRow(), first);
    QVERIFY(std::abs(list().rowRect(100).top() - 40) <= 1);
}

void tst_GroupThread::theThreadIsDrawn_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<int>("scale");
    for (const int scale : {1, 2}) {
        QTest::addRow("light-%d", scale) << paletteOf(0xffefefef, 0xff101010) << scale;
        QTest::addRow("dark-%d", scale) << paletteOf(0xff202326, 0xfffcfcfc) << scale;
    }
}

/// Also writes the picture into the folder that SKEIN_PICTURES names, to be looked at.
void tst_GroupThread::theThreadIsDrawn()
{
    QFETCH(QPalette, palette);
    QFETCH(int, scale);
    m_pane->setPalette(palette);
    m_pane->composer().setPeople(crew);
    QTest::keyClicks(m_pane->composer().findChild<MessageField*>(), u"Thanks @"_s);
    QCoreApplication::processEvents();
    QImage image(m_pane->size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    m_pane->render(&image);
    const QDir folder(qEnvironmentVariable("SKEIN_PICTURES"));
    if (qEnvironmentVariableIsSet("SKEIN_PICTURES"))
        QVERIFY(image.save(
            folder.filePath(u"group-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())))));
    const Theme theme = Theme::from(palette);
    const int row = rowWith(u"vans leave"_s); // calls me: its ground is in the picture
    QVERIFY(!list().layoutOf(row).grounds.isEmpty());
    const QRectF ground = list().layoutOf(row).grounds.first().translated(
        list().layoutOf(row).textRect.topLeft() + list().originOf(row));
    const QPoint corner = list().viewport()->mapTo(m_pane.get(), ground.topLeft().toPoint());
    QCOMPARE(image.pixelColor((corner + QPoint(0, 1)) * scale), theme.mentionGround);
}

SKEIN_TEST(tst_GroupThread)

} // namespace groupThreadTest

#include "tst_GroupThread.moc"

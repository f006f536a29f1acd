// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Settings.h"
#include "tests/support/GroupWindow.h"
#include "tests/support/SkeinTest.h"
#include "ui/NoticeBar.h"
#include "ui/chats/FoundList.h"
#include "ui/composer/Composer.h"
#include "ui/keys/KeysSection.h"
#include "ui/settings/SettingsDialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pageCommandsTest {

// What the keyboard reaches from the window: commands, and all that the search finds.
class tst_PageCommands : public GroupWindow {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void theNextUnreadChatComesToTheFrontInTheListsOrder();
    void withoutUnreadChatsNothingMoves();
    void theSearchFindsTopicsAndOpensThem();
    void theSearchFindsCommandsAndObeysThem();
    void downLeadsFromTheChatsToWhatElseWasFound();
    void choosingAChatComesFirst();
    void theKeysAreListedInTheSettings();
    void theMenuNamesEveryCommand();
    void zoomingGoesStepByStepAndStopsAtTheEnds();
    void whatNeedsAConversationIsOfferedInOne();
    void whereNobodyMayWriteTheKeysOfTheFieldDoNothing();
    void anHourOfQuietIsACommandThatSaysWhenItEnds();
    void theSettingsTellOfTheQuietAndEndIt();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(&field(), key, modifiers);
    }
    QLineEdit& search() { return *named<QLineEdit>(u"Search chats"_s); }
    FoundList& found() { return *named<FoundList>(u"Also found"_s); }
    qint64 quietUntil() { return m_account->settings.value(setting::quietUntil); }
    int zoom() { return m_account->settings.value(setting::zoom); }
};

void tst_PageCommands::theNextUnreadChatComesToTheFrontInTheListsOrder()
{
    pick(chats(), u"Person 20001"_s);
    hear(logistics, u"vans leave at 6:30"_s);
    hear(flat, u"the bin"_s);
    press(Qt::Key_J);
    QCOMPARE(inFront(), flat);
    m_account->receipts.flush();
    press(Qt::Key_J);
    QCOMPARE(inFront(), logistics);
    QVERIFY(field().hasFocus());
}

void tst_PageCommands::withoutUnreadChatsNothingMoves()
{
    pick(chats(), u"Rowing club"_s);
    press(Qt::Key_J);
    QCOMPARE(inFront(), rowing);
}

void tst_PageCommands::theSearchFindsTopicsAndOpensThem()
{
    pick(chats(), u"Flat 12"_s);
    press(Qt::Key_K);
    QTest::keyClicks(&search(), u"logist"_s);
    QVERIFY(found().isVisible());
    QCOMPARE(found().count(), 1);
    QCOMPARE(found().item(0)->text(), u"Logistics"_s);
    QCOMPARE(found().item(0)->data(Qt::AccessibleTextRole).toString(), u"Logistics, Rowing club"_s);
    found().choose(0);
    QCOMPARE(inFront(), logistics);
    QVERIFY(search().text().isEmpty());
    QVERIFY(found().isHidden());
    QVERIFY(field().hasFocus());
}

void tst_PageCommands::theSearchFindsCommandsAndObeysThem()
{
    pick(chats(), u"Flat 12"_s);
    press(Qt::Key_K);
    QTest::keyClicks(&search(), u"shortcuts key"_s);
    QCOMPARE(chats().model()->rowCount(), 0);
    QCOMPARE(found().item(0)->text(), u"Keyboard shortcuts"_s);
    QTest::keyClick(&search(), Qt::Key_Return);
    QVERIFY(opened<SettingsDialog>());
}

void tst_PageCommands::downLeadsFromTheChatsToWhatElseWasFound()
{
    pick(chats(), u"Flat 12"_s);
    press(Qt::Key_K);
    QTest::keyClicks(&search(), u"logist"_s); // the club, for it has such a topic, and the topic
    QCOMPARE(chats().model()->rowCount(), 1);
    QTest::keyClick(&search(), Qt::Key_Down);
    QVERIFY(chats().hasFocus());
    QTest::keyClick(&chats(), Qt::Key_Down);
    QVERIFY(found().hasFocus());
    QCOMPARE(found().currentRow(), 0);
    QTest::keyClick(&found(), Qt::Key_Up);
    QVERIFY(chats().hasFocus());
    QTest::keyClick(&chats(), Qt::Key_Down);
    QTest::keyClick(&found(), Qt::Key_Return);
    QCOMPARE(inFront(), logistics);
}

void tst_PageCommands::choosingAChatComesFirst()
{
    press(Qt::Key_K);
    QTest::keyClicks(&search(), u"logist"_s);
    QTest::keyClick(&search(), Qt::Key_Return);
    QCOMPARE(inFront().parent(), rowing);
}

void tst_PageCommands::theKeysAreListedInTheSettings()
{
    pick(chats(), u"Flat 12"_s);
    press(Qt::Key_Slash);
    QVERIFY(opened<SettingsDialog>());
    QVERIFY(opened<SettingsDialog>()->findChild<KeysSection*>()->isVisible());
}

void tst_PageCommands::theMenuNamesEveryCommand()
{
    named<QAbstractButton>(u"Menu"_s)->click();
    auto* menu = opened<QMenu>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), commandTable().size());
    menu->close();
}

void tst_PageCommands::zoomingGoesStepByStepAndStopsAtTheEnds()
{
    pick(chats(), u"Flat 12"_s);
    press(Qt::Key_Plus);
    QCOMPARE(zoom(), 110);
    for (int i = 0; i < 9; ++i)
        press(Qt::Key_Plus);
    QCOMPARE(zoom(), 200);
    for (int i = 0; i < 9; ++i)
        press(Qt::Key_Minus);
    QCOMPARE(zoom(), 80);
    press(Qt::Key_0);
    QCOMPARE(zoom(), 100);
}

void tst_PageCommands::whatNeedsAConversationIsOfferedInOne()
{
    const auto offers = [this](const QString& entry) {
        named<QAbstractButton>(u"Menu"_s)->click();
        auto* menu = opened<QMenu>();
        const auto actions = menu->actions();
        const auto found = std::ranges::find(actions, entry, &QAction::text);
        const bool offered = (*found)->isEnabled();
        menu->close();
        m_window->activateWindow();
        return offered;
    };
    QVERIFY(!offers(u"Emoji"_s));
    QTest::keyClick(&search(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!m_window->findChild<EmojiPicker*>()->isVisible());
    pick(chats(), u"Flat 12"_s);
    QVERIFY(offers(u"Emoji"_s));
    QVERIFY(!offers(u"Next topic"_s));
    pick(chats(), u"Rowing club"_s);
    QVERIFY(offers(u"Next topic"_s));
    press(Qt::Key_E);
    QVERIFY(m_window->findChild<EmojiPicker*>()->isVisible());
}

void tst_PageCommands::whereNobodyMayWriteTheKeysOfTheFieldDoNothing()
{
    pick(chats(), u"Flat 12"_s);
    m_window->findChild<Composer*>()->setBarred(u"Only admins write here."_s);
    QTest::keyClick(&chats(), Qt::Key_E, Qt::ControlModifier);
    QTest::keyClick(&chats(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_window->findChild<EmojiPicker*>()->isVisible());
    QVERIFY(!QApplication::activePopupWidget());
}

void tst_PageCommands::anHourOfQuietIsACommandThatSaysWhenItEnds()
{
    pick(chats(), u"Flat 12"_s);
    press(Qt::Key_K);
    QTest::keyClicks(&search(), u"quiet for 1"_s);
    QTest::keyClick(&search(), Qt::Key_Return);
    QCOMPARE(quietUntil(), (m_world->clock.now() + 1h) / 1s);
    const QString end = localTime(m_world->clock).addSecs(3600).toString(u"HH:mm"_s);
    QVERIFY(shows(u"Quiet until "_s + end));
    QVERIFY(!shows(end + u':')); // without seconds
    const auto bars = m_window->findChildren<NoticeBar*>();
    const auto bar = std::ranges::find_if(
        bars, [](NoticeBar* each) { return each->sentence().startsWith(u"Quiet until "_s); });
    QVERIFY(bar != bars.end());
    const QImage painted = (*bar)->grab().toImage();
    QCOMPARE(painted.pixel(1, 20), painted.pixel(6, 20)); // it is no trouble
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(quietUntil(), 0);
    QVERIFY(!shows(u"Quiet until"_s));
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    m_world->clock.advance(1h);
    QVERIFY(!shows(u"Quiet until"_s));
}

void tst_PageCommands::theSettingsTellOfTheQuietAndEndIt()
{
    pick(chats(), u"Flat 12"_s);
    press(Qt::Key_Comma);
    auto* settings = opened<SettingsDialog>();
    QVERIFY(settings);
    settings->showPage(SettingsPage::Notifications);
    GroupWindow::press(*settings, u"Quiet for 1 hour"_s);
    QVERIFY(quietUntil() > 0);
    QVERIFY(shows(*settings, u"Quiet until "_s));
    GroupWindow::press(*settings, u"End"_s);
    QCOMPARE(quietUntil(), 0);
    QVERIFY(!shows(u"Quiet until"_s));
}

SKEIN_TEST(tst_PageCommands)

} // namespace pageCommandsTest

#include "tst_PageCommands.moc"

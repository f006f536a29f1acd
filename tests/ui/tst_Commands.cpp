// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Settings.h"
#include "tests/support/SkeinTest.h"
#include "ui/keys/Commands.h"
#include "ui/keys/KeysSection.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace commandsTest {

class tst_Commands : public QObject {
    Q_OBJECT
private slots:
    void init();
    void noTwoCommandsShareANameOrKeys();
    void keysGiveTheirCommand();
    void whatCannotBeDoneNowIsNotGiven();
    void changedKeysAreKeptAndTheOldOnesAreFree();
    void takenKeysAreRefused();
    void keysThatBeginLikeOthersAreRefused();
    void aCommandMayHaveNoKeys();
    void resettingBringsAllBack();
    void theMenuHoldsThemAll();
    void theEditorNamesEachCommandAndTakesWhatIsTyped();
    void theEditorSaysWhoseTheKeysAre();

private:
    QKeySequenceEdit& fieldOf(KeysSection& section, Command command);
    static void type(QKeySequenceEdit& field, Qt::Key key, Qt::KeyboardModifiers modifiers);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    Commands* m_commands = nullptr;
};

void tst_Commands::init()
{
    m_window.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"skein.ini"_s));
    m_window = std::make_unique<QWidget>();
    m_window->setFocusPolicy(Qt::StrongFocus);
    m_commands = new Commands(*m_settings, *m_window);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_Commands::noTwoCommandsShareANameOrKeys()
{
    QSet<QString> names;
    for (const CommandRow& row : commandTable()) {
        QVERIFY(!names.contains(row.name));
        names.insert(row.name);
        QVERIFY(!commandTitle(row.command).isEmpty());
        QCOMPARE(m_commands->ownerOf(row.keys), std::optional(row.command));
    }
    QCOMPARE(commandTable().size(), static_cast<int>(Command::Quit) + 1);
}

void tst_Commands::keysGiveTheirCommand()
{
    QList<Command> given;
    connect(m_commands, &Commands::given, this, [&](Command command) { given.append(command); });
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Slash, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Equal, Qt::ControlModifier);
    m_commands->give(Command::Quit);
    QCOMPARE(given, (QList{Command::NextUnread, Command::Keys, Command::ZoomIn, Command::Quit}));
}

void tst_Commands::whatCannotBeDoneNowIsNotGiven()
{
    QSignalSpy given(m_commands, &Commands::given);
    m_commands->setAvailable(Command::Attach, false);
    m_commands->give(Command::Attach);
    QTest::keySequence(m_window.get(), m_commands->keys(Command::Attach));
    QCOMPARE(given.size(), 0);
}

void tst_Commands::changedKeysAreKeptAndTheOldOnesAreFree()
{
    QSignalSpy changed(m_commands, &Commands::keysChanged);
    QVERIFY(m_commands->setKeys(Command::NextUnread, Qt::ALT | Qt::Key_U));
    QCOMPARE(changed.size(), 1);
    QWidget other;
    QSignalSpy given(m_commands, &Commands::given);
    const Commands again(*m_settings, other);
    QCOMPARE(again.keys(Command::NextUnread), QKeySequence(Qt::ALT | Qt::Key_U));
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(given.size(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::AltModifier);
    QCOMPARE(given.size(), 1);
    QVERIFY(m_commands->setKeys(Command::Topics, Qt::CTRL | Qt::Key_J));
    QCOMPARE(m_commands->withKeys(u"Next"_s, Command::NextUnread), u"Next (Alt+U)"_s);
}

void tst_Commands::takenKeysAreRefused()
{
    QVERIFY(!m_commands->setKeys(Command::NextUnread, Qt::CTRL | Qt::Key_K));
    QCOMPARE(m_commands->ownerOf(Qt::CTRL | Qt::Key_K), std::optional(Command::Search));
    QCOMPARE(m_commands->keys(Command::NextUnread), QKeySequence(Qt::CTRL | Qt::Key_J));
    QVERIFY(m_commands->setKeys(Command::Search, Qt::CTRL | Qt::Key_K)); // its own
}

void tst_Commands::keysThatBeginLikeOthersAreRefused()
{
    QVERIFY(!m_commands->setKeys(Command::NextUnread, QKeySequence(u"Ctrl+K, J"_s)));
}

void tst_Commands::aCommandMayHaveNoKeys()
{
    QVERIFY(m_commands->setKeys(Command::NextUnread, {}));
    QVERIFY(m_commands->setKeys(Command::Topics, {}));
    QVERIFY(m_commands->keys(Command::NextUnread).isEmpty());
    QCOMPARE(m_commands->withKeys(u"Next"_s, Command::NextUnread), u"Next"_s);
}

void tst_Commands::resettingBringsAllBack()
{
    QVERIFY(m_commands->setKeys(Command::NextUnread, Qt::ALT | Qt::Key_U));
    m_commands->resetKeys();
    QCOMPARE(m_commands->keys(Command::NextUnread), commandRow(Command::NextUnread).keys);
}

void tst_Commands::theMenuHoldsThemAll()
{
    QMenu menu;
    m_commands->fill(menu);
    QCOMPARE(menu.actions().size(), commandTable().size());
}

QKeySequenceEdit& tst_Commands::fieldOf(KeysSection& section, Command command)
{
    for (auto* field : section.findChildren<QKeySequenceEdit*>()) {
        if (field->accessibleName() == u"Keys for: "_s + commandTitle(command))
            return *field;
    }
    qFatal("no such field");
}

void tst_Commands::type(QKeySequenceEdit& field, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&field, key, modifiers);
    emit field.editingFinished(); // it waits a second for more keys
}

void tst_Commands::theEditorNamesEachCommandAndTakesWhatIsTyped()
{
    KeysSection section(*m_commands);
    for (const CommandRow& row : commandTable())
        QCOMPARE(fieldOf(section, row.command).keySequence(), row.keys);
    type(fieldOf(section, Command::Topics), Qt::Key_U, Qt::AltModifier);
    QCOMPARE(m_commands->keys(Command::Topics), QKeySequence(Qt::ALT | Qt::Key_U));
    for (auto* button : section.findChildren<QPushButton*>()) {
        if (button->text() == u"Reset all keys"_s)
            button->click();
    }
    QCOMPARE(fieldOf(section, Command::Topics).keySequence(), commandRow(Command::Topics).keys);
}

void tst_Commands::theEditorSaysWhoseTheKeysAre()
{
    KeysSection section(*m_commands);
    type(fieldOf(section, Command::Topics), Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(fieldOf(section, Command::Topics).keySequence(), commandRow(Command::Topics).keys);
    const auto labels = section.findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return !label->isHidden()
            && label->text() == u"Ctrl+J is taken already: Next unread chat."_s;
    }));
}

SKEIN_TEST(tst_Commands)

} // namespace commandsTest

#include "tst_Commands.moc"

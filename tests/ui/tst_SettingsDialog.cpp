// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Settings.h"
#include "tests/support/SkeinTest.h"
#include "ui/settings/SettingEditor.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/theme/Question.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace settingsDialogTest {

class tst_SettingsDialog : public QObject {
    Q_OBJECT
private slots:
    void init();
    void saysWhoIsSignedInLiterally();
    void everyChoiceOfTheTableStandsOnItsPage();
    void aBoxTakesEffectAtOnceAndFollows();
    void aChoiceTakesEffectAtOnceAndFollows();
    void whatOneSearchesIsFoundByItsMeaningToo();
    void quietHoursAreTakenOnceTheyCanBeRead();
    void signingOutIsAskedAbout();
    void aPastedTokenIsRevokedOnRequestOnly();
    void aTokenOfTheBrowserIsRevokedWithoutAsking();
    void notSigningOutIsTheDefault();
    void everyControlHasAName();

private:
    QPushButton& signOut();
    QCheckBox& box(const QString& name);
    Question* question() { return m_dialog->findChild<Question*>(); }

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void tst_SettingsDialog::init()
{
    m_dialog.reset();
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"skein.ini"_s));
    m_settings->set(setting::sendReceipts, true);
    m_dialog = std::make_unique<SettingsDialog>(
        *m_settings, Person{{u"1001"_s}, u"Ana <b>Lopez</b>"_s, {}}, TokenOrigin::Pasted);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

QPushButton& tst_SettingsDialog::signOut()
{
    for (auto* button : m_dialog->findChildren<QPushButton*>()) {
        if (button->accessibleName() == u"Sign out"_s)
            return *button;
    }
    qFatal("no such button");
}

void tst_SettingsDialog::saysWhoIsSignedInLiterally()
{
    for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
        if (label->text() != u"Ana <b>Lopez</b>"_s)
            continue;
        QCOMPARE(label->textFormat(), Qt::PlainText);
        return;
    }
    QFAIL("the name is not shown");
}

QCheckBox& tst_SettingsDialog::box(const QString& name)
{
    for (auto* each : m_dialog->findChildren<QCheckBox*>()) {
        if (each->accessibleName() == name)
            return *each;
    }
    qFatal("no such box");
}

void tst_SettingsDialog::everyChoiceOfTheTableStandsOnItsPage()
{
    auto* pages = m_dialog->findChild<QListWidget*>();
    QCOMPARE(pages->accessibleName(), u"Pages"_s);
    for (const SettingRow& row : settingsTable()) {
        if (row.page == SettingsPage::None)
            continue;
        m_dialog->showPage(row.page);
        int shown = 0;
        for (const auto* editor : m_dialog->findChildren<SettingEditor*>()) {
            const auto* control = editor->focusProxy();
            QVERIFY(!control->accessibleDescription().isEmpty());
            shown += editor->isVisible() && control->accessibleName() == SettingEditor::title(row);
        }
        QVERIFY2(shown == 1, row.title);
    }
}

void tst_SettingsDialog::aBoxTakesEffectAtOnceAndFollows()
{
    m_dialog->showPage(SettingsPage::Privacy);
    QCheckBox& receipts = box(u"Send read receipts"_s);
    QVERIFY(receipts.isChecked());
    receipts.setFocus();
    QTest::keyClick(&receipts, Qt::Key_Space);
    QVERIFY(!m_settings->value(setting::sendReceipts));
    m_settings->set(setting::sendReceipts, true);
    QVERIFY(receipts.isChecked());
}

void tst_SettingsDialog::aChoiceTakesEffectAtOnceAndFollows()
{
    m_dialog->showPage(SettingsPage::Notifications);
    QComboBox* choice = nullptr;
    for (auto* each : m_dialog->findChildren<QComboBox*>())
        choice = each->isVisible() ? each : choice;
    QVERIFY(choice);
    QCOMPARE(choice->currentData().toString(), u"all"_s);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(m_settings->value(setting::notificationPrivacy), u"sender"_s);
    m_settings->set(setting::notificationPrivacy, u"none"_s);
    QCOMPARE(choice->currentData().toString(), u"none"_s);
}

void tst_SettingsDialog::whatOneSearchesIsFoundByItsMeaningToo()
{
    auto* search = m_dialog->findChild<QLineEdit*>();
    auto* list = m_dialog->findChild<QListWidget*>();
    const int pages = list->count();
    QTest::keyClicks(search, u"others SEE"_s);
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), u"Send read receipts"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(box(u"Send read receipts"_s).isVisible());
    QVERIFY(box(u"Send read receipts"_s).hasFocus());
    search->setText(u"quantum"_s);
    QCOMPARE(list->item(0)->flags(), Qt::ItemFlags(Qt::NoItemFlags));
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(search->text(), QString());
    QCOMPARE(list->count(), pages);
    QCOMPARE(list->currentItem()->text(), u"Privacy"_s);
    QVERIFY(m_dialog->isVisible());
}

void tst_SettingsDialog::quietHoursAreTakenOnceTheyCanBeRead()
{
    m_dialog->showPage(SettingsPage::Notifications);
    QLineEdit* field = nullptr;
    for (auto* each : m_dialog->findChildren<QLineEdit*>())
        field = each->accessibleName() == u"Quiet hours"_s ? each : field;
    QVERIFY(field);
    QVERIFY(field->isVisible());
    const auto kept = [this] { return m_settings->value(setting::quietHours); };
    const QString meaning = field->accessibleDescription();
    field->setText(u"mon-fri 22:00"_s);
    QCOMPARE(kept(), QString());
    QVERIFY(field->accessibleDescription() != meaning);
    field->setText(u"mon-fri 22:00-07:00"_s);
    QCOMPARE(kept(), u"Mon-Fri 22:00-07:00"_s);
    QCOMPARE(field->accessibleDescription(), meaning);
    field->clear();
    QCOMPARE(kept(), QString());
}

void tst_SettingsDialog::signingOutIsAskedAbout()
{
    QSignalSpy asked(m_dialog.get(), &SettingsDialog::signOutRequested);
    signOut().click();
    QCOMPARE(asked.size(), 0);
    QVERIFY(question());
    for (auto* button : question()->findChildren<QPushButton*>()) {
        if (button->text() == u"Sign out"_s)
            button->click();
    }
    QCOMPARE(asked.size(), 1);
}

void tst_SettingsDialog::aPastedTokenIsRevokedOnRequestOnly()
{
    QSignalSpy asked(m_dialog.get(), &SettingsDialog::signOutRequested);
    for (const bool wanted : {false, true}) {
        signOut().click();
        auto* option = question()->findChild<QCheckBox*>();
        QVERIFY(option->isVisible());
        QVERIFY(option->accessibleName().contains(u"revoke"_s));
        QVERIFY(!option->isChecked());
        option->setChecked(wanted);
        question()->accept();
        QCOMPARE(asked.takeFirst().first().toBool(), wanted);
        delete question();
    }
}

void tst_SettingsDialog::aTokenOfTheBrowserIsRevokedWithoutAsking()
{
    m_dialog = std::make_unique<SettingsDialog>(
        *m_settings, Person{{u"1001"_s}, u"Ana Lopez"_s, {}}, TokenOrigin::Browser);
    m_dialog->show();
    signOut().click();
    QVERIFY(!question()->findChild<QCheckBox*>()->isVisible());
    QVERIFY(question()->accessibleDescription().contains(u"no longer good"_s));
}

void tst_SettingsDialog::notSigningOutIsTheDefault()
{
    QSignalSpy asked(m_dialog.get(), &SettingsDialog::signOutRequested);
    signOut().click();
    QVERIFY(question());
    QTest::keyClick(question(), Qt::Key_Return);
    QCOMPARE(asked.size(), 0);
    QVERIFY(!question() || !question()->isVisible());
}

void tst_SettingsDialog::everyControlHasAName()
{
    for (const QWidget* widget : m_dialog->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
            widget->metaObject()->className());
    }
}

SKEIN_TEST(tst_SettingsDialog)

} // namespace settingsDialogTest

#include "tst_SettingsDialog.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Settings.h"
#include "tests/support/SkeinTest.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/theme/Question.h"

#include <QCheckBox>
#include <QLabel>
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
    void theReceiptsBoxTakesEffectAtOnce();
    void animationsArePlayedUnlessThePersonSaysOtherwise();
    void signingOutIsAskedAbout();
    void notSigningOutIsTheDefault();
    void everyControlHasAName();

private:
    QPushButton& signOut();
    Question* question() { return m_dialog->findChild<Question*>(); }

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void tst_SettingsDialog::init()
{
    m_dialog.reset();
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"skein.ini"_s));
    m_settings->setSendReceipts(true);
    m_dialog = std::make_unique<SettingsDialog>(
        *m_settings, Person{{u"1001"_s}, u"Ana <b>Lopez</b>"_s, {}});
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

void tst_SettingsDialog::theReceiptsBoxTakesEffectAtOnce()
{
    auto* box = m_dialog->findChild<QCheckBox*>();
    QCOMPARE(box->accessibleName(), u"Send read receipts"_s);
    QVERIFY(box->isChecked());
    box->click();
    QVERIFY(!m_settings->sendReceipts());
    const SettingsDialog again(*m_settings, {});
    QVERIFY(!again.findChild<QCheckBox*>()->isChecked());
}

void tst_SettingsDialog::animationsArePlayedUnlessThePersonSaysOtherwise()
{
    const auto boxes = m_dialog->findChildren<QCheckBox*>();
    const auto box = std::ranges::find(boxes, u"Play animations"_s, &QCheckBox::accessibleName);
    QVERIFY(box != boxes.end());
    QVERIFY((*box)->isChecked());
    QVERIFY(!(*box)->accessibleDescription().isEmpty());
    (*box)->setFocus();
    QTest::keyClick(*box, Qt::Key_Space);
    QVERIFY(!m_settings->playAnimations());
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

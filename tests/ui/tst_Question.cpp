// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/theme/Question.h"

#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace questionTest {

/// A question before something that cannot be undone, answered by keys.
class tst_Question : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { delete m_question; }
    void enterAloneDeclines();
    void enterDoesWhatHasTheFocus();
    void escapeDeclines();

private:
    [[nodiscard]] QPushButton* button(const QString& words) const
    {
        for (auto* each : m_question->findChildren<QPushButton*>()) {
            if (each->text() == words)
                return each;
        }
        return nullptr;
    }

    QPointer<Question> m_question;
};

void tst_Question::init()
{
    m_question = new Question({.question = u"Delete it?"_s,
                                  .meaning = u"It cannot be undone."_s,
                                  .agree = u"Delete"_s,
                                  .decline = u"Keep"_s},
        nullptr);
    m_question->show();
    m_question->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_question));
}

void tst_Question::enterAloneDeclines()
{
    QSignalSpy agreed(m_question, &Question::agreed);
    QSignalSpy rejected(m_question, &QDialog::rejected);
    QVERIFY(button(u"Keep"_s)->hasFocus());
    QTest::keyClick(m_question->focusWidget(), Qt::Key_Return);
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(agreed.size(), 0);
}

void tst_Question::enterDoesWhatHasTheFocus()
{
    QSignalSpy agreed(m_question, &Question::agreed);
    QTest::keyClick(m_question->focusWidget(), Qt::Key_Tab);
    QVERIFY(button(u"Delete"_s)->hasFocus());
    QTest::keyClick(m_question->focusWidget(), Qt::Key_Return);
    QCOMPARE(agreed.size(), 1);
}

void tst_Question::escapeDeclines()
{
    QSignalSpy agreed(m_question, &Question::agreed);
    QTest::keyClick(m_question->focusWidget(), Qt::Key_Tab);
    QTest::keyClick(m_question->focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_question || !m_question->isVisible());
    QCOMPARE(agreed.size(), 0);
}

SKEIN_TEST(tst_Question)
} // namespace questionTest

#include "tst_Question.moc"

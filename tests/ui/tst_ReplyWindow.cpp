// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Outbox.h"
#include "tests/support/SkeinTest.h"
#include "ui/composer/MessageField.h"
#include "ui/notify/ReplyWindow.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace replyWindowTest {

class tst_ReplyWindow : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { delete m_window; }

    void itShowsWhatIsAnsweredLiterally();
    void enterSendsAndCloses();
    void blankIsNotSent();
    void whatIsTooLongSaysSoAndStays();
    void escapeGivesUp();

private:
    void open(const QString& text = {})
    {
        m_window = new ReplyWindow(u"Rowing"_s, u"Noor: <b>oars</b>?"_s, text);
        m_sent = std::make_unique<QSignalSpy>(m_window, &ReplyWindow::sent);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    [[nodiscard]] bool says(const QString& words) const
    {
        const auto labels = m_window->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* each) {
            return each->isVisible() && each->text().contains(words)
                && each->textFormat() == Qt::PlainText;
        });
    }
    [[nodiscard]] QPushButton* button(const QString& name) const
    {
        const auto all = m_window->findChildren<QPushButton*>();
        const auto found = std::ranges::find(all, name, &QPushButton::accessibleName);
        return found == all.end() ? nullptr : *found;
    }

    QPointer<ReplyWindow> m_window;
    std::unique_ptr<QSignalSpy> m_sent;
};

void tst_ReplyWindow::itShowsWhatIsAnsweredLiterally()
{
    open(u"half"_s);
    QVERIFY(says(u"Noor: <b>oars</b>?"_s));
    QVERIFY(m_window->windowTitle().contains(u"Rowing"_s));
    QCOMPARE(m_window->field().toPlainText(), u"half"_s);
    QVERIFY(m_window->field().hasFocus());
    QVERIFY(!m_window->testAttribute(Qt::WA_QuitOnClose)); // the program's window may be hidden
}

void tst_ReplyWindow::enterSendsAndCloses()
{
    open();
    QTest::keyClicks(&m_window->field(), u"mine are dry"_s);
    QTest::keyClick(&m_window->field(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&m_window->field(), u"yours?"_s);
    QTest::keyClick(&m_window->field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
    QCOMPARE(m_sent->first().first().toString(), u"mine are dry\nyours?"_s);
    QTRY_VERIFY(!m_window);
}

void tst_ReplyWindow::blankIsNotSent()
{
    open(u"  "_s);
    QVERIFY(!button(u"Send"_s)->isEnabled());
    QTest::keyClick(&m_window->field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QVERIFY(m_window->isVisible());
}

void tst_ReplyWindow::whatIsTooLongSaysSoAndStays()
{
    open(QString(Outbox::maxLength + 2, u'x'));
    QVERIFY(says(u"Too long by 2"_s));
    QTest::keyClick(&m_window->field(), Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QTest::keyClick(&m_window->field(), Qt::Key_Backspace);
    QTest::keyClick(&m_window->field(), Qt::Key_Backspace);
    QVERIFY(!says(u"Too long"_s));
    button(u"Send"_s)->click();
    QCOMPARE(m_sent->size(), 1);
}

void tst_ReplyWindow::escapeGivesUp()
{
    open(u"never mind"_s);
    QTest::keyClick(&m_window->field(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window);
    QCOMPARE(m_sent->size(), 0);
}

SKEIN_TEST(tst_ReplyWindow)

} // namespace replyWindowTest

#include "tst_ReplyWindow.moc"

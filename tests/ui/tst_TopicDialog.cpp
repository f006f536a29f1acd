// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/theme/Question.h"
#include "ui/topics/TopicDialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace topicDialogTest {

class tst_TopicDialog : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_dialog.reset(); }
    void whatWasTypedIsSubmitted();
    void enterInTheTitleSubmits();
    void theDialogStartsWithWhatTheTopicIs();
    void onlyAKnownTopicCanBeGivenALikeIcon();
    void flawsAreSaidAtTheirFieldAndNothingIsSent_data();
    void flawsAreSaidAtTheirFieldAndNothingIsSent();
    void typingForgivesAFlaw();
    void lengthsAreCountedAsGroupMeCounts();
    void whoMayWriteIsAskedWhenNobodyToldIt();
    void aGroupWhereAdminsManageStaysOne();
    void whileItIsBusyNothingCanBeTypedOrSentTwice();
    void aRefusalIsShownAndLosesNothing();
    void escapeAsksNothingWhenNothingWasTyped();
    void escapeAsksBeforeItLosesWhatWasTyped();
    void escapeWhileBusyJustCloses();
    void everyControlHasANameAndTabFollowsTheEye();

private:
    void make(TopicDialog::Purpose purpose, const TopicDraft& draft = {},
        TopicDialog::Kind kind = TopicDialog::Kind::Known);
    template <class T>
    T& named(const QString& name)
    {
        for (T* widget : m_dialog->findChildren<T*>()) {
            if (widget->accessibleName() == name)
                return *widget;
        }
        qFatal("no such control");
    }
    QLineEdit& title() { return named<QLineEdit>(u"Title"_s); }
    QLineEdit& picture() { return named<QLineEdit>(u"Picture (optional)"_s); }
    QPlainTextEdit& description() { return *m_dialog->findChild<QPlainTextEdit*>(); }
    QPushButton& submit() { return named<QPushButton>(u"Create"_s); }
    bool shows(const QString& words);
    [[nodiscard]] TopicDraft submitted() const
    {
        return m_submitted->isEmpty() ? TopicDraft{}
                                      : m_submitted->last().at(0).value<TopicDraft>();
    }

    std::unique_ptr<TopicDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_submitted;
};

void tst_TopicDialog::init() { make(TopicDialog::Purpose::Create); }

void tst_TopicDialog::make(
    TopicDialog::Purpose purpose, const TopicDraft& draft, TopicDialog::Kind kind)
{
    m_dialog = std::make_unique<TopicDialog>(purpose, draft, kind);
    m_submitted = std::make_unique<QSignalSpy>(m_dialog.get(), &TopicDialog::submitted);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    m_dialog->activateWindow();
}

bool tst_TopicDialog::shows(const QString& words)
{
    for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

void tst_TopicDialog::whatWasTypedIsSubmitted()
{
    QTest::keyClicks(&title(), u"  Logistics "_s);
    description().setPlainText(u"Vans, trailers\nand straps"_s);
    named<QRadioButton>(u"Only admins write"_s).click();
    picture().setText(u"https://i.groupme.com/1024x1024.jpeg.abc"_s);
    submit().click();
    QCOMPARE(m_submitted->size(), 1);
    const TopicDraft expected{.title = u"Logistics"_s,
        .description = u"Vans, trailers\nand straps"_s,
        .avatarUrl = u"https://i.groupme.com/1024x1024.jpeg.abc"_s,
        .kind = GroupKind::Announcement,
        .likeIcon = {}};
    QVERIFY(submitted() == expected);
}

void tst_TopicDialog::enterInTheTitleSubmits()
{
    QVERIFY(title().hasFocus());
    QTest::keyClicks(&title(), u"Logistics"_s);
    QTest::keyClick(&title(), Qt::Key_Return);
    QCOMPARE(submitted().title, u"Logistics"_s);
    QCOMPARE(submitted().kind, GroupKind::Private);
}

void tst_TopicDialog::theDialogStartsWithWhatTheTopicIs()
{
    const TopicDraft topic{.title = u"Kit"_s,
        .description = u"Sizes"_s,
        .avatarUrl = u"https://i.groupme.com/a"_s,
        .kind = GroupKind::Announcement,
        .likeIcon = LikeIcon{1, 12}};
    make(TopicDialog::Purpose::Edit, topic);
    QCOMPARE(m_dialog->windowTitle(), u"Edit topic"_s);
    QVERIFY(m_dialog->draft() == topic);
    title().setText(u"Kit and boats"_s);
    named<QPushButton>(u"Save"_s).click();
    TopicDraft expected = topic;
    expected.title = u"Kit and boats"_s;
    QVERIFY(submitted() == expected);
}

void tst_TopicDialog::onlyAKnownTopicCanBeGivenALikeIcon()
{
    QVERIFY(!named<QLineEdit>(u"Pack"_s).isVisible());
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s});
    QTest::keyClicks(&named<QLineEdit>(u"Pack"_s), u"2x"_s);
    QTest::keyClicks(&named<QLineEdit>(u"Index"_s), u"0"_s);
    named<QPushButton>(u"Save"_s).click();
    QVERIFY(submitted().likeIcon == (LikeIcon{2, 0}));
}

void tst_TopicDialog::flawsAreSaidAtTheirFieldAndNothingIsSent_data()
{
    QTest::addColumn<QString>("typedTitle");
    QTest::addColumn<QString>("typedDescription");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("pack");
    QTest::addColumn<QString>("words");
    const QString good = u"Kit"_s;
    QTest::newRow("no title") << u"   "_s << QString() << QString() << QString()
                              << u"needs a title"_s;
    QTest::newRow("long title") << QString(141, u'x') << QString() << QString() << QString()
                                << u"at most 140"_s;
    QTest::newRow("long description")
        << good << QString(256, u'x') << QString() << QString() << u"at most 255"_s;
    QTest::newRow("a picture from elsewhere") << good << QString() << u"https://example.org/a.png"_s
                                              << QString() << u"https://i.groupme.com/"_s;
    QTest::newRow("half an icon") << good << QString() << QString() << u"1"_s << u"both numbers"_s;
    QTest::newRow("no such pack") << good << QString() << QString() << u"0"_s << u"both numbers"_s;
}

void tst_TopicDialog::flawsAreSaidAtTheirFieldAndNothingIsSent()
{
    QFETCH(const QString, typedTitle);
    QFETCH(const QString, typedDescription);
    QFETCH(const QString, address);
    QFETCH(const QString, pack);
    QFETCH(const QString, words);
    make(TopicDialog::Purpose::Edit, {.title = u"Before"_s});
    title().setText(typedTitle);
    description().setPlainText(typedDescription);
    picture().setText(address);
    named<QLineEdit>(u"Pack"_s).setText(pack);
    if (pack == "0"_L1)
        named<QLineEdit>(u"Index"_s).setText(u"3"_s);
    QVERIFY(!shows(words));
    named<QPushButton>(u"Save"_s).click();
    QVERIFY(shows(words));
    QCOMPARE(m_submitted->size(), 0);
    QVERIFY(!m_dialog->isBusy());
}

void tst_TopicDialog::typingForgivesAFlaw()
{
    submit().click();
    QVERIFY(shows(u"needs a title"_s));
    QVERIFY(title().hasFocus());
    QTest::keyClicks(&title(), u"K"_s);
    QVERIFY(!shows(u"needs a title"_s));
}

void tst_TopicDialog::lengthsAreCountedAsGroupMeCounts()
{
    QVERIFY(shows(u"0 of 140"_s));
    QVERIFY(shows(u"0 of 255"_s));
    QTest::keyClicks(&title(), u" Kit "_s);
    QVERIFY(shows(u"3 of 140"_s));
    description().setPlainText(QString(300, u'x'));
    QVERIFY(shows(u"300 of 255"_s));
}

void tst_TopicDialog::whoMayWriteIsAskedWhenNobodyToldIt()
{
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s}, TopicDialog::Kind::Unknown);
    QVERIFY(!named<QRadioButton>(u"Everyone writes"_s).isChecked());
    QVERIFY(!named<QRadioButton>(u"Only admins write"_s).isChecked());
    named<QPushButton>(u"Save"_s).click();
    QCOMPARE(m_submitted->size(), 0);
    QVERIFY(shows(u"Please choose"_s));
    named<QRadioButton>(u"Only admins write"_s).click();
    QVERIFY(!shows(u"Please choose"_s));
    named<QPushButton>(u"Save"_s).click();
    QCOMPARE(submitted().kind, GroupKind::Announcement);
}

void tst_TopicDialog::aGroupWhereAdminsManageStaysOne()
{
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s, .kind = GroupKind::Closed});
    named<QPushButton>(u"Save"_s).click();
    QCOMPARE(submitted().kind, GroupKind::Closed);
}

void tst_TopicDialog::whileItIsBusyNothingCanBeTypedOrSentTwice()
{
    QTest::keyClicks(&title(), u"Kit"_s);
    QTest::keyClick(&title(), Qt::Key_Return);
    QVERIFY(m_dialog->isBusy());
    QVERIFY(!title().isEnabled());
    QVERIFY(!submit().isEnabled());
    QVERIFY(shows(u"Telling GroupMe"_s));
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QCOMPARE(m_submitted->size(), 1);
}

void tst_TopicDialog::aRefusalIsShownAndLosesNothing()
{
    QTest::keyClicks(&title(), u"Kit"_s);
    description().setPlainText(u"Sizes"_s);
    submit().click();
    m_dialog->refuse(u"GroupMe says: <b>no</b>"_s);
    QVERIFY(!m_dialog->isBusy());
    QVERIFY(shows(u"GroupMe says: <b>no</b>"_s));
    QVERIFY(title().isEnabled());
    QVERIFY(title().hasFocus());
    QCOMPARE(title().text(), u"Kit"_s);
    QCOMPARE(description().toPlainText(), u"Sizes"_s);
    submit().click();
    QCOMPARE(m_submitted->size(), 2);
    QVERIFY(!shows(u"GroupMe says"_s));
}

void tst_TopicDialog::escapeAsksNothingWhenNothingWasTyped()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    make(TopicDialog::Purpose::Edit, {.title = u" Kit "_s, .description = u"Sizes"_s},
        TopicDialog::Kind::Unknown);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void tst_TopicDialog::escapeAsksBeforeItLosesWhatWasTyped()
{
    QTest::keyClicks(&title(), u"Kit"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    auto* question = m_dialog->findChild<Question*>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return); // keeping is the default
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(title().text(), u"Kit"_s);
    QTRY_VERIFY(!m_dialog->findChild<Question*>());
    named<QPushButton>(u"Cancel"_s).click();
    question = m_dialog->findChild<Question*>();
    QVERIFY(question);
    for (auto* button : question->findChildren<QPushButton*>()) {
        if (button->text() == "Discard"_L1)
            button->click();
    }
    QVERIFY(!m_dialog->isVisible());
}

void tst_TopicDialog::escapeWhileBusyJustCloses()
{
    QTest::keyClicks(&title(), u"Kit"_s);
    submit().click();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void tst_TopicDialog::everyControlHasANameAndTabFollowsTheEye()
{
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s});
    title().setFocus();
    QStringList names;
    for (int presses = 0; presses < 8; ++presses) {
        QVERIFY(QApplication::focusWidget());
        names.append(QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(names,
        (QStringList{u"Title"_s, u"Description (optional)"_s, u"Everyone writes"_s,
            u"Picture (optional)"_s, u"Pack"_s, u"Index"_s, u"Cancel"_s, u"Save"_s}));
    for (const QWidget* widget : m_dialog->findChildren<QWidget*>()) {
        if (widget->focusPolicy() & Qt::TabFocus)
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

SKEIN_TEST(tst_TopicDialog)

} // namespace topicDialogTest

#include "tst_TopicDialog.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/theme/Question.h"
#include "ui/topics/LikeIconField.h"
#include "ui/topics/TopicDialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace topicDialogTest {

namespace {

QList<PickerPack> likePacks()
{
    QPixmap picture(20, 20);
    picture.fill(Qt::red);
    return {{u"Harbour"_s, {{4, 0, u"boat"_s, picture}, {4, 2, u"anchor"_s, picture}}},
        {u"Garden"_s, {{9, 0, u"rose"_s, {}}}}};
}

} // namespace

class tst_TopicDialog : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_dialog.reset(); }
    void whatWasTypedIsSubmitted();
    void enterInTheTitleSubmits();
    void theDialogStartsWithWhatTheTopicIs();
    void onlyAKnownTopicCanBeGivenALikeIcon();
    void aLikeIconIsChosenByNameWithTheKeyboardAlone();
    void theLikeIconIsShownByPictureAndNameAndNoNumbers();
    void noneTakesTheLikeIconAway();
    void withoutPacksTheLikeIconStaysAsItIsAndTheDialogSaysSo();
    void anIconThatNobodyKnowsIsKept();
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
    QPushButton& chooser() { return named<QPushButton>(u"Choose the like icon"_s); }
    QPushButton& noIcon() { return named<QPushButton>(u"No like icon"_s); }
    EmojiPicker& icons() { return m_dialog->likeIcon().picker(); }
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
    QVERIFY(!chooser().isVisible());
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s});
    QVERIFY(chooser().isVisible());
}

void tst_TopicDialog::aLikeIconIsChosenByNameWithTheKeyboardAlone()
{
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s});
    m_dialog->likeIcon().setPacks(likePacks());
    QVERIFY(shows(u"The group's heart"_s));
    QSignalSpy used(&m_dialog->likeIcon(), &LikeIconField::packUsed);
    chooser().setFocus();
    QTest::keyClick(&chooser(), Qt::Key_Space);
    QVERIFY(icons().isVisible());
    auto& search = *icons().findChild<QLineEdit*>();
    QTest::keyClicks(&search, u"anch"_s);
    QTest::keyClick(&search, Qt::Key_Return);
    QVERIFY(!icons().isVisible());
    QCOMPARE(m_dialog->focusWidget(), &chooser());
    QVERIFY(shows(u"anchor"_s));
    QCOMPARE(used.size(), 1);
    QCOMPARE(used.first().first().toInt(), 4);
    QCOMPARE(chooser().accessibleDescription(), u"anchor"_s);
    QCOMPARE(m_submitted->size(), 0); // Enter chose, no more
    named<QPushButton>(u"Save"_s).click();
    QVERIFY(submitted().likeIcon == (LikeIcon{4, 2}));
}

void tst_TopicDialog::theLikeIconIsShownByPictureAndNameAndNoNumbers()
{
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s, .likeIcon = LikeIcon{4, 2}});
    m_dialog->likeIcon().setPacks(likePacks());
    QVERIFY(shows(u"anchor"_s));
    const auto labels = m_dialog->likeIcon().findChildren<QLabel*>();
    QVERIFY(std::ranges::none_of(
        labels, [](const QLabel* label) { return label->text().contains(u'4'); }));
    QVERIFY(std::ranges::any_of(labels,
        [](const QLabel* label) { return label->isVisible() && !label->pixmap().isNull(); }));
    chooser().click();
    auto& grid = *icons().findChild<QListView*>();
    QCOMPARE(grid.model()->rowCount(), 2); // Harbour's, and none of Unicode's
    QTest::mouseClick(
        grid.viewport(), Qt::LeftButton, {}, grid.visualRect(grid.model()->index(0, 0)).center());
    QVERIFY(!icons().isVisible());
    QVERIFY(shows(u"boat"_s));
    QVERIFY(m_dialog->draft().likeIcon == (LikeIcon{4, 0}));
}

void tst_TopicDialog::noneTakesTheLikeIconAway()
{
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s, .likeIcon = LikeIcon{4, 2}});
    m_dialog->likeIcon().setPacks(likePacks());
    noIcon().setFocus();
    QTest::keyClick(&noIcon(), Qt::Key_Space);
    QVERIFY(shows(u"The group's heart"_s));
    QVERIFY(!noIcon().isVisible());
    QVERIFY(chooser().hasFocus());
    named<QPushButton>(u"Save"_s).click();
    QCOMPARE(m_submitted->size(), 1);
    QVERIFY(!submitted().likeIcon);
}

void tst_TopicDialog::withoutPacksTheLikeIconStaysAsItIsAndTheDialogSaysSo()
{
    const QString sentence = u"GroupMe's emoji are not loaded. The like icon stays as it is."_s;
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s, .likeIcon = LikeIcon{4, 2}});
    QSignalSpy wanted(&m_dialog->likeIcon(), &LikeIconField::packsWanted);
    QVERIFY(shows(sentence));
    QCOMPARE(chooser().accessibleDescription(), sentence);
    chooser().click();
    QVERIFY(!icons().isVisible());
    QCOMPARE(wanted.size(), 1); // asked for again
    named<QPushButton>(u"Save"_s).click();
    QVERIFY(submitted().likeIcon == (LikeIcon{4, 2}));
    m_dialog->likeIcon().setPacks(likePacks());
    QVERIFY(!shows(sentence));
    QVERIFY(shows(u"anchor"_s));
}

void tst_TopicDialog::anIconThatNobodyKnowsIsKept()
{
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s, .likeIcon = LikeIcon{4, 1}});
    m_dialog->likeIcon().setPacks(likePacks());
    QVERIFY(shows(u"without a name"_s));
    named<QPushButton>(u"Save"_s).click();
    QVERIFY(submitted().likeIcon == (LikeIcon{4, 1}));
}

void tst_TopicDialog::flawsAreSaidAtTheirFieldAndNothingIsSent_data()
{
    QTest::addColumn<QString>("typedTitle");
    QTest::addColumn<QString>("typedDescription");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("words");
    const QString good = u"Kit"_s;
    QTest::newRow("no title") << u"   "_s << QString() << QString() << u"needs a title"_s;
    QTest::newRow("long title") << QString(141, u'x') << QString() << QString() << u"at most 140"_s;
    QTest::newRow("long description")
        << good << QString(256, u'x') << QString() << u"at most 255"_s;
    QTest::newRow("a picture from elsewhere")
        << good << QString() << u"https://example.org/a.png"_s << u"https://i.groupme.com/"_s;
}

void tst_TopicDialog::flawsAreSaidAtTheirFieldAndNothingIsSent()
{
    QFETCH(const QString, typedTitle);
    QFETCH(const QString, typedDescription);
    QFETCH(const QString, address);
    QFETCH(const QString, words);
    make(TopicDialog::Purpose::Edit, {.title = u"Before"_s});
    title().setText(typedTitle);
    description().setPlainText(typedDescription);
    picture().setText(address);
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
    make(TopicDialog::Purpose::Edit, {.title = u"Kit"_s, .likeIcon = LikeIcon{4, 2}});
    title().setFocus();
    QStringList names;
    for (int presses = 0; presses < 8; ++presses) {
        QVERIFY(QApplication::focusWidget());
        names.append(QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(names,
        (QStringList{u"Title"_s, u"Description (optional)"_s, u"Everyone writes"_s,
            u"Picture (optional)"_s, u"Choose the like icon"_s, u"No like icon"_s, u"Cancel"_s,
            u"Save"_s}));
    for (const QWidget* widget : m_dialog->findChildren<QWidget*>()) {
        if (widget->focusPolicy() & Qt::TabFocus)
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

SKEIN_TEST(tst_TopicDialog)

} // namespace topicDialogTest

#include "tst_TopicDialog.moc"

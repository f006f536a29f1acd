// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/people/MemberDelegate.h"
#include "ui/people/MemberListModel.h"
#include "ui/people/MembersDialog.h"
#include "ui/people/PersonCard.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace membersDialogTest {

namespace {

const UserId me{u"1001"_s};

Member member(const QString& id, const QString& nickname, GroupRole role = GroupRole::Member)
{
    return {.user = {id},
        .membershipId = u"9"_s + id,
        .nickname = nickname,
        .avatarUrl = {},
        .role = role};
}

QList<Member> people()
{
    return {member(u"20003"_s, u"zara"_s), member(u"20002"_s, u"Ben Nash"_s),
        member(me.value, u"Ana"_s, GroupRole::Admin),
        member(u"20001"_s, u"Cleo Cole"_s, GroupRole::Owner)};
}

} // namespace

class tst_MembersDialog : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_dialog.reset(); }
    void membersStandByRoleThenName();
    void theModelKeepsTheRules();
    void itLoadsUntilItIsTold();
    void troubleIsSaidAndCanBeTriedAgain();
    void whoIsKnownStaysThroughTrouble();
    void typingFindsAMember();
    void enterAndClickShowSomebody();
    void theOwnNameCanBeChanged();
    void aNameThatCannotBeIsNotSent_data();
    void aNameThatCannotBeIsNotSent();
    void aRefusedNameStaysAsTyped();
    void newsOfTheMembersDoNotOverwriteWhatIsTyped();
    void leavingIsOfferedOnlyToWhomItIsSaid();
    void everyControlHasAName();

    void rowPartsDoNotOverlapAndAreMirrored();
    void everyRowPaintsWithoutHarm();

    void aCardSaysWhoItIsAndLeadsToTheChat();
    void theOwnCardHasNobodyToWriteTo();
    void aCardOfNobodyNamed();

private:
    template <class T>
    T& named(const QString& name)
    {
        for (T* widget : m_dialog->findChildren<T*>()) {
            if (widget->accessibleName() == name)
                return *widget;
        }
        qFatal("no such control");
    }
    QListView& list() { return named<QListView>(u"Members"_s); }
    QLineEdit& search() { return named<QLineEdit>(u"Find a member"_s); }
    QLineEdit& nickname() { return named<QLineEdit>(u"Your name in this group"_s); }
    QPushButton& save() { return named<QPushButton>(u"Save"_s); }
    QStringList names();
    static bool shows(const QWidget& where, const QString& words);
    bool shows(const QString& words) { return shows(*m_dialog, words); }

    std::unique_ptr<MembersDialog> m_dialog;
};

void tst_MembersDialog::init()
{
    m_dialog = std::make_unique<MembersDialog>(u"Rowing club"_s, me);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    m_dialog->activateWindow();
}

QStringList tst_MembersDialog::names()
{
    QStringList result;
    for (int row = 0; row < list().model()->rowCount(); ++row)
        result.append(list().model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
    return result;
}

bool tst_MembersDialog::shows(const QWidget& where, const QString& words)
{
    for (const QLabel* label : where.findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

void tst_MembersDialog::membersStandByRoleThenName()
{
    m_dialog->setMembers(people());
    QCOMPARE(names(),
        (QStringList{u"Cleo Cole, Owner"_s, u"Ana, you, Admin"_s, u"Ben Nash"_s, u"zara"_s}));
    QVERIFY(shows(u"4 members"_s));
    QVERIFY(shows(u"Rowing club"_s));
}

void tst_MembersDialog::theModelKeepsTheRules()
{
    MemberListModel model(me);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setMembers(people());
    QCOMPARE(model.rowCount(), 4);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QList<Member> shuffled = people();
    std::ranges::reverse(shuffled);
    model.setMembers(shuffled);
    QCOMPARE(reset.size(), 0); // nothing is new
    model.setMembers({member(u"7"_s, {})});
    QCOMPARE(model.index(0).data().toString(), u"Unknown"_s);
    model.setMembers({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_MembersDialog::itLoadsUntilItIsTold()
{
    QVERIFY(shows(u"Loading the members"_s));
    QVERIFY(search().hasFocus());
    QVERIFY(!nickname().isVisible());
    m_dialog->setMembers(people());
    QVERIFY(!shows(u"Loading"_s));
    QVERIFY(search().hasFocus());
    QVERIFY(nickname().isVisible());
}

void tst_MembersDialog::troubleIsSaidAndCanBeTriedAgain()
{
    m_dialog->setTrouble(u"GroupMe cannot be reached."_s);
    QVERIFY(shows(u"GroupMe cannot be reached."_s));
    QVERIFY(!shows(u"Loading"_s));
    QSignalSpy again(m_dialog.get(), &MembersDialog::retryRequested);
    named<QPushButton>(u"Try again"_s).click();
    QCOMPARE(again.size(), 1);
    m_dialog->setTrouble({});
    QVERIFY(shows(u"Loading"_s));
    QVERIFY(!named<QPushButton>(u"Try again"_s).isVisible());
}

void tst_MembersDialog::whoIsKnownStaysThroughTrouble()
{
    m_dialog->setMembers(people());
    m_dialog->setTrouble(u"GroupMe cannot be reached."_s);
    QCOMPARE(names().size(), 4);
    QVERIFY(list().isVisible());
    QVERIFY(shows(u"GroupMe cannot be reached."_s));
}

void tst_MembersDialog::typingFindsAMember()
{
    m_dialog->setMembers(people());
    QTest::keyClicks(&search(), u"na"_s);
    QCOMPARE(names(), (QStringList{u"Ana, you, Admin"_s, u"Ben Nash"_s}));
    QTest::keyClicks(&search(), u".*"_s); // a name, not a pattern
    QCOMPARE(names(), QStringList());
    QVERIFY(shows(u"Nobody of that name"_s));
    m_dialog->setMembers({member(u"20004"_s, u"Zo\u00eb \u00c5berg"_s)});
    search().setText(u"ZOE aberg"_s); // without case and accents, as chats are found
    QCOMPARE(names(), QStringList{u"Zo\u00eb \u00c5berg"_s});
}

void tst_MembersDialog::enterAndClickShowSomebody()
{
    m_dialog->setMembers(people());
    QSignalSpy chosen(m_dialog.get(), &MembersDialog::chosen);
    const QRect third = list().visualRect(list().model()->index(2, 0));
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, third.center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().at(0).value<Member>().nickname, u"Ben Nash"_s);

    QTest::keyClicks(&search(), u"z"_s);
    QTest::keyClick(&search(), Qt::Key_Return);
    QCOMPARE(chosen.last().at(0).value<Member>().nickname, u"zara"_s);

    search().clear();
    QTest::keyClick(&search(), Qt::Key_Down);
    QVERIFY(list().hasFocus());
    QTest::keyClick(&list(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 3);
    QCOMPARE(chosen.last().at(0).value<Member>().nickname, u"Cleo Cole"_s);
    QVERIFY(m_dialog->isVisible());
}

void tst_MembersDialog::theOwnNameCanBeChanged()
{
    m_dialog->setMembers(people());
    QCOMPARE(nickname().text(), u"Ana"_s);
    QVERIFY(!save().isEnabled());
    QSignalSpy asked(m_dialog.get(), &MembersDialog::nicknameChosen);
    nickname().selectAll();
    QTest::keyClicks(&nickname(), u" Ana L. "_s);
    QVERIFY(save().isEnabled());
    QTest::keyClick(&nickname(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toString(), u"Ana L."_s);
    QVERIFY(!nickname().isEnabled());
    QVERIFY(!save().isEnabled());
    m_dialog->acceptNickname();
    QVERIFY(shows(u"Saved."_s));
    QVERIFY(nickname().isEnabled());
    QVERIFY(!save().isEnabled());
    QVERIFY(m_dialog->isVisible());
}

void tst_MembersDialog::aNameThatCannotBeIsNotSent_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u"   "_s;
    QTest::newRow("the same") << u"Ana "_s;
    QTest::newRow("51") << QString(51, u'x');
}

void tst_MembersDialog::aNameThatCannotBeIsNotSent()
{
    QFETCH(const QString, typed);
    m_dialog->setMembers(people());
    QSignalSpy asked(m_dialog.get(), &MembersDialog::nicknameChosen);
    nickname().clear();
    QTest::keyClicks(&nickname(), typed);
    QVERIFY(!save().isEnabled());
    QTest::keyClick(&nickname(), Qt::Key_Return);
    QCOMPARE(asked.size(), 0);
    QCOMPARE(shows(u"at most 50"_s), typed.size() > 50);
}

void tst_MembersDialog::aRefusedNameStaysAsTyped()
{
    m_dialog->setMembers(people());
    nickname().selectAll();
    QTest::keyClicks(&nickname(), u"Queen"_s);
    save().click();
    m_dialog->refuseNickname(u"GroupMe says: no"_s);
    QVERIFY(shows(u"GroupMe says: no"_s));
    QCOMPARE(nickname().text(), u"Queen"_s);
    QVERIFY(nickname().hasFocus());
    QVERIFY(save().isEnabled());
}

void tst_MembersDialog::newsOfTheMembersDoNotOverwriteWhatIsTyped()
{
    m_dialog->setMembers(people());
    nickname().selectAll();
    QTest::keyClicks(&nickname(), u"Que"_s);
    QList<Member> renamed = people();
    renamed[2].nickname = u"Ana from elsewhere"_s;
    m_dialog->setMembers(renamed);
    QCOMPARE(nickname().text(), u"Que"_s);
    nickname().setText(u"Ana from elsewhere"_s);
    renamed[2].nickname = u"Ana again"_s;
    m_dialog->setMembers(renamed);
    QCOMPARE(nickname().text(), u"Ana again"_s);
}

void tst_MembersDialog::leavingIsOfferedOnlyToWhomItIsSaid()
{
    auto& leave = named<QPushButton>(u"Leave group"_s);
    QVERIFY(!leave.isVisible());
    m_dialog->setMayLeave(true);
    QVERIFY(leave.isVisible());
    QSignalSpy leaving(m_dialog.get(), &MembersDialog::leaveRequested);
    leave.click();
    QCOMPARE(leaving.size(), 1);
    m_dialog->setMayLeave(false);
    QVERIFY(!leave.isVisible());
}

void tst_MembersDialog::everyControlHasAName()
{
    int controls = 0;
    for (const QWidget* widget : m_dialog->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus))
            continue;
        ++controls;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
    QCOMPARE_GE(controls, 7);
}

void tst_MembersDialog::rowPartsDoNotOverlapAndAreMirrored()
{
    MemberListModel model(me);
    model.setMembers({member(me.value, QString(50, u'W'), GroupRole::Admin)});
    const MemberDelegate delegate;
    QStyleOptionViewItem item;
    item.rect = QRect(0, 0, 300, MemberDelegate::rowHeight);
    item.direction = Qt::LeftToRight;
    const MemberRowLayout left = delegate.layout(item, model.index(0));
    QVERIFY(!left.avatar.intersects(left.name));
    QVERIFY(!left.name.intersects(left.remark));
    for (const QRect& part : {left.avatar, left.name, left.remark})
        QVERIFY(item.rect.contains(part));
    QVERIFY(left.remarkText.contains(u"You"_s) && left.remarkText.contains(u"Admin"_s));
    item.direction = Qt::RightToLeft;
    const MemberRowLayout right = delegate.layout(item, model.index(0));
    QCOMPARE(right.avatar.right(), 299 - left.avatar.left());
    QCOMPARE(right.remark.left(), 299 - left.remark.right());
}

void tst_MembersDialog::everyRowPaintsWithoutHarm()
{
    MemberListModel model(me);
    model.setMembers({member(u"1"_s, QString(50'000, u'x')), member(u"2"_s, {})});
    const MemberDelegate delegate;
    QImage image(300, 96, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int row = 0; row < 2; ++row) {
        QStyleOptionViewItem item;
        item.rect = QRect(0, 48 * row, 300, 48);
        item.state |= QStyle::State_Selected | QStyle::State_HasFocus;
        const QImage before = image.copy();
        delegate.paint(&painter, item, model.index(row));
        QVERIFY(image != before);
    }
}

void tst_MembersDialog::aCardSaysWhoItIsAndLeadsToTheChat()
{
    auto* card = new PersonCard(
        {{u"20001"_s}, u"Cleo <b>Cole</b>"_s, {}}, u"Owner of Rowing club"_s, false);
    card->show();
    QVERIFY(shows(*card, u"Cleo <b>Cole</b>"_s));
    QVERIFY(shows(*card, u"Owner of Rowing club"_s));
    QSignalSpy asked(card, &PersonCard::messageRequested);
    QSignalSpy gone(card, &QObject::destroyed);
    QTest::keyClick(card, Qt::Key_Return); // writing is the default
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).value<Person>().id.value, u"20001"_s);
    QTRY_COMPARE(gone.size(), 1);
}

void tst_MembersDialog::theOwnCardHasNobodyToWriteTo()
{
    PersonCard card({me, u"Ana"_s, {}}, {}, true);
    card.setAttribute(Qt::WA_DeleteOnClose, false);
    card.show();
    const auto buttons = card.findChildren<QPushButton*>();
    QCOMPARE(buttons.size(), 1);
    QCOMPARE(buttons.first()->accessibleName(), u"Close"_s);
}

void tst_MembersDialog::aCardOfNobodyNamed()
{
    PersonCard card({{u"20001"_s}, {}, {}}, {}, false);
    card.setAttribute(Qt::WA_DeleteOnClose, false);
    card.show();
    QVERIFY(shows(card, u"Unknown"_s));
}

SKEIN_TEST(tst_MembersDialog)

} // namespace membersDialogTest

#include "tst_MembersDialog.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/thread/JumpButton.h"
#include "ui/thread/ThreadView.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace messageListAccessibleTest {
using Delivery = ThreadRow::Delivery;

/// The tree that a screen reader walks.
class tst_MessageListAccessible : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyRowIsANamedItem();
    void nothingIsUnnamed();
    void itemsStandWhereTheirRowsStand();
    void itemsKnowTheirState();
    void actionsAreThereAndWork();
    void childrenLiveAndDieWithTheirRows();
    void aResetTakesAllItems();
    void anArrivalIsSpokenOnce();
    void whatAMessageCarriesIsSpokenBeforeItsCaption();

private:
    [[nodiscard]] QAccessibleInterface* tree() const
    {
        return QAccessible::queryAccessibleInterface(&m_view->list());
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeThreadModel> m_model;
    std::unique_ptr<ThreadView> m_view;
};

void tst_MessageListAccessible::init()
{
    m_clock = std::make_unique<ManualClock>();
    m_model = std::make_unique<FakeThreadModel>();
    m_view = std::make_unique<ThreadView>(*m_model, *m_clock, [] { return false; });
    m_view->resize(700, 500);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QList<ThreadRow> rows;
    for (int n = 0; n < 60; ++n)
        rows.append(receivedRow(n, u"number %1 says hello"_s.arg(n)));
    m_model->show(rows);
    m_view->list().clearFocus();
}

ThreadRow carrying(int n, const QString& text, const QJsonObject& attachment, int reactions)
{
    ThreadRow row = receivedRow(n, text);
    row.message.attachments = {readAttachment(attachment)};
    for (int each = 0; each < reactions; ++each)
        row.message.reactions.append(
            {.code = u"\U0001F44D"_s, .users = {UserId{QString::number(70 + each)}}});
    return row;
}

void tst_MessageListAccessible::cleanup() { m_view.reset(); }

void tst_MessageListAccessible::everyRowIsANamedItem()
{
    QAccessibleInterface* list = tree();
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Messages"_s);
    QCOMPARE(list->childCount(), 60);
    for (int row = 0; row < 60; ++row) {
        QAccessibleInterface* item = list->child(row);
        QVERIFY(item && item->isValid());
        QCOMPARE(item->role(), QAccessible::ListItem);
        QCOMPARE(item->parent(), list);
        QCOMPARE(list->indexOfChild(item), row);
        QCOMPARE(list->child(row), item);
        const QString name = item->text(QAccessible::Name);
        QVERIFY(name.startsWith(u"Iris Adams"_s));
        QVERIFY(name.contains(u"number %1 says hello"_s.arg(row)));
    }
    QVERIFY(!list->child(60));
    QVERIFY(!list->child(-1));
}

void tst_MessageListAccessible::nothingIsUnnamed()
{
    m_view->list().verticalScrollBar()->setValue(0);
    QVERIFY(m_view->jumpButton().isVisible());
    QAccessibleInterface* view = QAccessible::queryAccessibleInterface(m_view.get());
    QStringList names;
    for (int i = 0; i < view->childCount(); ++i) {
        if (view->child(i)->state().invisible)
            continue;
        names.append(view->child(i)->text(QAccessible::Name));
        QVERIFY(!names.last().isEmpty());
    }
    QVERIFY(names.contains(u"Messages"_s));
    QVERIFY(names.contains(u"Jump to newest"_s));
}

void tst_MessageListAccessible::itemsStandWhereTheirRowsStand()
{
    QAccessibleInterface* list = tree();
    const QRect viewport = m_view->list().viewport()->rect();
    const QPoint origin = m_view->list().viewport()->mapToGlobal(QPoint());
    const QRect shown = viewport.translated(origin);
    for (int row = m_view->list().firstVisibleRow() + 1; row < 60; ++row) {
        QAccessibleInterface* item = list->child(row);
        QVERIFY(shown.contains(item->rect()));
        QCOMPARE(list->childAt(item->rect().center().x(), item->rect().center().y()), item);
        QVERIFY(row == 59 || item->rect().bottom() < list->child(row + 1)->rect().top());
    }
    QVERIFY(!shown.intersects(list->child(0)->rect()));
    QVERIFY(!list->childAt(shown.right() + 100, shown.top()));
}

void tst_MessageListAccessible::itemsKnowTheirState()
{
    QAccessibleInterface* list = tree();
    QVERIFY(list->child(0)->state().offscreen);
    QVERIFY(!list->child(59)->state().offscreen);
    QVERIFY(list->child(59)->state().focusable);
    QVERIFY(!list->child(59)->state().focused);
    m_view->list().setFocus(Qt::TabFocusReason);
    QVERIFY(list->child(59)->state().focused);
    QCOMPARE(list->focusChild(), list->child(59));
    ThreadRow failed = ownRow(100, u"Perfect"_s, Delivery::Failed);
    failed.reason = u"no connection"_s;
    m_model->append({failed});
    QVERIFY(list->child(60)->text(QAccessible::Name).contains(u"failed: no connection"_s));
}

void tst_MessageListAccessible::actionsAreThereAndWork()
{
    m_model->append(
        {ownRow(100, u"see https://example.org/a"_s), ownRow(101, u"Perfect"_s, Delivery::Failed)});
    const auto actions = [this](int row) { return tree()->child(row)->actionInterface(); };
    for (const QString& name : {u"copy"_s, u"open link"_s, u"copy link"_s, u"delete"_s})
        QVERIFY(actions(60)->actionNames().contains(name));
    QVERIFY(!actions(60)->actionNames().contains(u"retry"_s));
    QVERIFY(!actions(0)->actionNames().contains(u"delete"_s));
    for (const QString& name : actions(61)->actionNames())
        QVERIFY(!actions(61)->localizedActionName(name).isEmpty());

    QSignalSpy opened(m_view.get(), &ThreadView::linkActivated);
    QSignalSpy deleted(m_view.get(), &ThreadView::deleteRequested);
    QSignalSpy retried(m_view.get(), &ThreadView::retryRequested);
    QSignalSpy discarded(m_view.get(), &ThreadView::discardRequested);
    actions(60)->doAction(u"open link"_s);
    actions(60)->doAction(u"delete"_s);
    actions(60)->doAction(u"retry"_s); // not on offer
    actions(61)->doAction(u"retry"_s);
    actions(61)->doAction(u"discard"_s);
    actions(59)->doAction(u"copy"_s);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(deleted.size(), 1);
    QCOMPARE(retried.size(), 1);
    QCOMPARE(discarded.size(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"number 59 says hello"_s);
    actions(3)->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(m_view->list().currentRow(), 3);
}

void tst_MessageListAccessible::childrenLiveAndDieWithTheirRows()
{
    QAccessibleInterface* list = tree();
    QRandomGenerator random(3);
    int next = 1000;
    for (int step = 0; step < 60; ++step) {
        QHash<QString, QAccessible::Id> before;
        for (int row = 0; row < m_model->count(); ++row)
            before.insert(m_model->row(row).key, QAccessible::uniqueId(list->child(row)));
        const int at = int(random.bounded(m_model->count()));
        switch (step % 4) {
        case 0:
            m_model->insert(at, {receivedRow(next++, u"new"_s), receivedRow(next++, u"new"_s)});
            break;
        case 1:
            m_model->remove(std::min(at, m_model->count() - 2), 2);
            break;
        case 2:
            m_model->move(at, at < 5 ? m_model->count() : 0);
            break;
        default:
            m_model->change(at, [](ThreadRow& row) { row.message.text = u"edited"_s; });
        }
        QCOMPARE(list->childCount(), m_model->count());
        for (int row = 0; row < m_model->count(); ++row) {
            QAccessibleInterface* item = list->child(row);
            QVERIFY(item->isValid());
            QCOMPARE(list->indexOfChild(item), row);
            QVERIFY(item->text(QAccessible::Name).contains(m_model->row(row).message.text));
            const auto id = before.take(m_model->row(row).key);
            QVERIFY(id == 0 || id == QAccessible::uniqueId(item));
        }
        for (const QAccessible::Id gone : std::as_const(before))
            QVERIFY(!QAccessible::accessibleInterface(gone));
    }
}

void tst_MessageListAccessible::aResetTakesAllItems()
{
    const auto id = QAccessible::uniqueId(tree()->child(5));
    m_model->show({receivedRow(5, u"the same key, another thread"_s)});
    QCOMPARE(tree()->childCount(), 1);
    QVERIFY(!QAccessible::accessibleInterface(id));
    QVERIFY(tree()->child(0)->text(QAccessible::Name).contains(u"another thread"_s));
    const auto last = QAccessible::uniqueId(tree()->child(0));
    m_view.reset();
    QVERIFY(!QAccessible::accessibleInterface(last));
}

void tst_MessageListAccessible::anArrivalIsSpokenOnce()
{
    QSignalSpy arrived(&m_view->list(), &MessageList::arrived);
    m_model->append({receivedRow(100, u"Are you there?"_s)});
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(arrived.last().first().toInt(), 60);
    m_model->change(60, [](ThreadRow& row) { row.message.text = u"edited"_s; });
    m_view->list().verticalScrollBar()->setValue(0);
    m_view->list().goToEnd();
    m_model->append({ownRow(101, u"my own"_s)});
    m_model->insert(0, {receivedRow(-5, u"an older page"_s)});
    m_model->atEnd = false;
    m_model->append({receivedRow(102, u"a page of history further down"_s)});
    QCOMPARE(arrived.size(), 1);
}

void tst_MessageListAccessible::whatAMessageCarriesIsSpokenBeforeItsCaption()
{
    const QJsonObject photo{{u"type"_s, u"image"_s},
        {u"url"_s, u"https://i.groupme.com/640x480.jpeg.0123456789abcdef0123456789abcdef"_s}};
    const QJsonObject video{{u"type"_s, u"video"_s}, {u"url"_s, u"https://v.groupme.com/a.mp4"_s},
        {u"preview_url"_s, u"https://v.groupme.com/a.jpg"_s}};
    const QJsonObject place{{u"type"_s, u"location"_s}, {u"name"_s, u"Boathouse"_s},
        {u"lat"_s, u"48.2"_s}, {u"lng"_s, u"16.3"_s}};
    m_model->append({carrying(100, u"at dusk"_s, photo, 2)});
    m_model->append({carrying(101, {}, photo, 1)});
    m_model->append({carrying(102, u"the start"_s, video, 0)});
    m_model->append({carrying(103, u"here"_s, place, 1)});
    m_model->append({carrying(104, {}, place, 0)});
    const auto heard = [this](int row) {
        QString name = tree()->child(row)->text(QAccessible::Name);
        return name.left(name.lastIndexOf(u", "_s)); // without the time
    };
    QCOMPARE(heard(60), u"Iris Adams: photo, 640 by 480, with caption at dusk, 2 reactions"_s);
    QCOMPARE(heard(61), u"Iris Adams: photo, 640 by 480, 1 reaction"_s);
    QCOMPARE(heard(62), u"Iris Adams: video, with caption the start"_s);
    QCOMPARE(heard(63), u"Iris Adams, here, location Boathouse, 1 reaction"_s);
    QCOMPARE(heard(64), u"Iris Adams: location Boathouse"_s);
}

SKEIN_TEST(tst_MessageListAccessible)

} // namespace messageListAccessibleTest

#include "tst_MessageListAccessible.moc"

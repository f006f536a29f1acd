// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How far the files of a waiting message are, in its row: seen, heard, and to be cancelled.

#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/Painted.h"
#include "tests/support/SkeinTest.h"
#include "ui/thread/MessageList.h"

#include <QAccessible>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace uploadInRowTest {
using Delivery = ThreadRow::Delivery;

class tst_UploadInRow : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_list.reset(); }
    void theRowKeepsItsSizeAndItsLayout();
    void onlyItsRectangleIsPainted();
    void theBarGrowsInsideTheBubble();
    void itIsSpokenWithItsShare();
    void theMenuCancels();
    void deleteCancelsWhileFilesGoUpAndNoLonger();
    void screenReadersCancel();
    void aFileThatWaitsHasItsName();

private:
    void upload(std::optional<int> percent)
    {
        m_model->changeUpload(waiting, percent);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QAccessibleInterface* item() const
    {
        return QAccessible::queryAccessibleInterface(m_list.get())->child(waiting);
    }

    static constexpr int waiting = 5;
    ManualClock m_clock;
    std::unique_ptr<FakeThreadModel> m_model;
    std::unique_ptr<MessageList> m_list;
};

void tst_UploadInRow::init()
{
    m_model = std::make_unique<FakeThreadModel>();
    m_list = std::make_unique<MessageList>(*m_model, m_clock);
    m_list->setTimeZone(QTimeZone::utc());
    m_list->resize(640, 480);
    m_list->show();
    m_list->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
    QList<ThreadRow> rows;
    for (int n = 0; n < waiting; ++n)
        rows.append(receivedRow(n, u"number %1"_s.arg(n)));
    ThreadRow row = ownRow(waiting, u"the harbour"_s, Delivery::Queued);
    row.message.attachments = {
        readAttachment({{"type"_L1, u"file"_s}, {"name"_L1, u"tides.pdf"_s}, {"size"_L1, 4096}})};
    rows.append(row);
    m_model->show(rows);
    m_list->setCurrentRow(0);
    (void)m_list->grab();
    QCoreApplication::processEvents();
}

void tst_UploadInRow::theRowKeepsItsSizeAndItsLayout()
{
    const QRect before = m_list->rowRect(waiting);
    const int made = m_list->layoutsMade();
    for (const int percent : {0, 40, 100})
        upload(percent);
    upload(std::nullopt);
    QCOMPARE(m_list->rowRect(waiting), before);
    QCOMPARE(m_list->layoutsMade(), made);
}

void tst_UploadInRow::onlyItsRectangleIsPainted()
{
    const Painted painted(*m_list->viewport());
    upload(40);
    QVERIFY(!painted.region.isEmpty());
    QVERIFY(m_list->rowRect(waiting).contains(painted.region.boundingRect()));
}

void tst_UploadInRow::theBarGrowsInsideTheBubble()
{
    const MessageLayout& layout = m_list->layoutOf(waiting);
    QVERIFY(layout.bubble.contains(layout.upload));
    QVERIFY(!layout.upload.intersects(layout.time));
    for (const auto& part : layout.parts)
        QVERIFY(!layout.upload.intersects(part.rect));
    const QRect bar = layout.upload.translated(m_list->originOf(waiting));
    const QColor accent = Theme::from(m_list->palette()).accent;
    const auto filled = [&] {
        const QImage image = m_list->viewport()->grab().toImage();
        int count = 0;
        for (int x = bar.left(); x <= bar.right(); ++x)
            count += image.pixelColor(x, bar.center().y()) == accent ? 1 : 0;
        return double(count) / bar.width();
    };
    QCOMPARE(filled(), 0.0);
    upload(40);
    const double part = filled();
    QVERIFY2(part > 0.3 && part < 0.45, qPrintable(QString::number(part)));
    upload(90);
    QVERIFY(filled() > 0.8);
    upload(std::nullopt);
    QCOMPARE(filled(), 0.0);
}

void tst_UploadInRow::itIsSpokenWithItsShare()
{
    upload(40);
    QVERIFY(item()->text(QAccessible::Name).endsWith(u", sending, 40 %"_s));
    upload(std::nullopt);
    QVERIFY(item()->text(QAccessible::Name).endsWith(u", queued"_s));
}

void tst_UploadInRow::theMenuCancels()
{
    QSignalSpy cancelled(m_list.get(), &MessageList::cancelSendingRequested);
    upload(40);
    m_list->setCurrentRow(waiting);
    QTest::keyClick(m_list.get(), Qt::Key_Menu);
    auto* menu = m_list->findChild<QMenu*>();
    QVERIFY(menu);
    const auto actions = menu->actions();
    const auto cancel = std::ranges::find(actions, u"Cancel sending"_s, &QAction::text);
    QVERIFY(cancel != actions.end());
    (*cancel)->trigger();
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(cancelled.first().first().value<SourceGuid>(), m_model->row(waiting).message.guid);
    menu->close();
}

void tst_UploadInRow::deleteCancelsWhileFilesGoUpAndNoLonger()
{
    QSignalSpy cancelled(m_list.get(), &MessageList::cancelSendingRequested);
    m_list->setCurrentRow(waiting);
    QTest::keyClick(m_list.get(), Qt::Key_Delete);
    QCOMPARE(cancelled.size(), 0); // nothing goes up
    upload(40);
    QTest::keyClick(m_list.get(), Qt::Key_Delete);
    QCOMPARE(cancelled.size(), 1);
    m_model->change(waiting, [](ThreadRow& row) {
        row.uploaded.reset();
        row.delivery = Delivery::Sending;
    });
    QTest::keyClick(m_list.get(), Qt::Key_Delete);
    QCOMPARE(cancelled.size(), 1); // it is leaving
}

void tst_UploadInRow::screenReadersCancel()
{
    QSignalSpy cancelled(m_list.get(), &MessageList::cancelSendingRequested);
    const auto actions = [this] {
        return static_cast<QAccessibleActionInterface*>(
            item()->interface_cast(QAccessible::ActionInterface));
    };
    QVERIFY(!actions()->actionNames().contains(u"cancel sending"_s));
    upload(40);
    QVERIFY(actions()->actionNames().contains(u"cancel sending"_s));
    QCOMPARE(actions()->localizedActionName(u"cancel sending"_s), u"Cancel sending"_s);
    actions()->doAction(u"cancel sending"_s);
    QCOMPARE(cancelled.size(), 1);
}

void tst_UploadInRow::aFileThatWaitsHasItsName()
{
    const QString words = m_list->layoutOf(waiting).partWords().join(u'|');
    QVERIFY2(words.contains(u"tides.pdf"_s), qPrintable(words));
    QVERIFY(m_list->layoutOf(waiting).needs().isEmpty()); // nobody can be asked about it yet
}

SKEIN_TEST(tst_UploadInRow)

} // namespace uploadInRowTest

#include "tst_UploadInRow.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ThreadModel.h"
#include "tests/fakes/FakeThreadModel.h"
#include "tests/support/SkeinTest.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace threadModelTest {

class tst_ThreadModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault({QLocale::English, QLocale::UnitedKingdom}); }

    void aRowSaysSenderTextTimeAndState_data();
    void aRowSaysSenderTextTimeAndState();
    void rolesTellWhatARowIs();
    void aKeyFindsItsRow();
};

void tst_ThreadModel::aRowSaysSenderTextTimeAndState_data()
{
    using Delivery = ThreadRow::Delivery;
    QTest::addColumn<ThreadRow>("row");
    QTest::addColumn<QString>("words");
    const auto own = [](Delivery delivery, const QString& reason = {}) {
        ThreadRow row = ownRow(1, u"hello"_s, delivery);
        row.reason = reason;
        return row;
    };
    ThreadRow system = receivedRow(1, u"Iris changed her picture"_s);
    system.message.senderType = u"system"_s;
    ThreadRow nameless = receivedRow(1, u"hello"_s);
    nameless.message.senderName.clear();
    ThreadRow deleted = receivedRow(1, u"hello"_s);
    deleted.message.deletedAt = 1;
    ThreadRow photo = receivedRow(1, {});
    photo.message.attachments = {readAttachment({{u"type"_s, u"image"_s}})};
    ThreadRow captioned = photo;
    captioned.message.text = u"look"_s;
    ThreadRow mentioning = receivedRow(1, u"hi @Ben"_s);
    mentioning.message.attachments = {readAttachment({{u"type"_s, u"mentions"_s}})};
    ThreadRow wordless = system;
    wordless.message.text.clear();
    wordless.message.event = {u"message.pinned"_s, {}};
    ThreadRow markup = receivedRow(1, u"<b>x</b> &amp;"_s);

    QTest::newRow("received") << receivedRow(1, u"hello"_s) << u"Iris Adams, hello, 12:01"_s;
    QTest::newRow("queued") << own(Delivery::Queued) << u"You, hello, 12:01, queued"_s;
    QTest::newRow("sending") << own(Delivery::Sending) << u"You, hello, 12:01, sending"_s;
    QTest::newRow("sent") << own(Delivery::Sent) << u"You, hello, 12:01, sent"_s;
    QTest::newRow("seen") << own(Delivery::Seen) << u"You, hello, 12:01, read"_s;
    QTest::newRow("failed") << own(Delivery::Failed, u"no"_s) << u"You, hello, 12:01, failed: no"_s;
    QTest::newRow("unconfirmed") << own(Delivery::Unconfirmed, u"lost"_s)
                                 << u"You, hello, 12:01, unconfirmed: lost"_s;
    QTest::newRow("deleting") << own(Delivery::Deleting) << u"You, hello, 12:01, deleting"_s;
    QTest::newRow("system") << system << u"Iris changed her picture, 12:01"_s;
    QTest::newRow("nameless") << nameless << u"Unknown, hello, 12:01"_s;
    QTest::newRow("deleted") << deleted << u"Iris Adams, Message deleted, 12:01"_s;
    QTest::newRow("photo") << photo << u"Iris Adams: Photo, 12:01"_s;
    QTest::newRow("captioned") << captioned << u"Iris Adams: Photo, with caption look, 12:01"_s;
    ThreadRow late = receivedRow(1, u"hello"_s);
    late.above = ThreadRow::Above::Gap;
    QTest::newRow("gap") << late << u"Messages missing here, Iris Adams, hello, 12:01"_s;
    QTest::newRow("mentioning") << mentioning << u"Iris Adams, hi @Ben, 12:01"_s;
    QTest::newRow("wordless") << wordless << u"A message was pinned, 12:01"_s;
    QTest::newRow("markup") << markup << u"Iris Adams, <b>x</b> &amp;, 12:01"_s;
}

void tst_ThreadModel::aRowSaysSenderTextTimeAndState()
{
    QFETCH(ThreadRow, row);
    FakeThreadModel model;
    model.append({row});
    QTEST(model.index(0).data(Qt::AccessibleTextRole).toString(), "words");
}

void tst_ThreadModel::rolesTellWhatARowIs()
{
    FakeThreadModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.append({receivedRow(1, u"hello"_s), ownRow(2, u"hi"_s, ThreadRow::Delivery::Failed)});
    const auto received = model.index(0);
    const auto waiting = model.index(1);
    QCOMPARE(received.data().toString(), u"hello"_s);
    QCOMPARE(received.data(ThreadModel::OwnRole).toBool(), false);
    QCOMPARE(received.data(ThreadModel::MessageIdRole).toString(), model.row(0).message.id.value);
    QCOMPARE(waiting.data(ThreadModel::OwnRole).toBool(), true);
    QCOMPARE(waiting.data(ThreadModel::MessageIdRole).toString(), QString());
    QCOMPARE(waiting.data(ThreadModel::DeliveryRole).toInt(),
        static_cast<int>(ThreadRow::Delivery::Failed));
    QVERIFY(!received.data(Qt::DecorationRole).isValid());
    QCOMPARE(model.rowCount(received), 0);
}

void tst_ThreadModel::aKeyFindsItsRow()
{
    FakeThreadModel model;
    model.append({receivedRow(1, u"a"_s), receivedRow(2, u"b"_s)});
    QCOMPARE(model.rowOfKey(u"m2"_s), 1);
    QCOMPARE(model.rowOfKey(u"m3"_s), -1);
    QCOMPARE(model.rowOfKey({}), -1);
}

SKEIN_TEST(tst_ThreadModel)

} // namespace threadModelTest

#include "tst_ThreadModel.moc"

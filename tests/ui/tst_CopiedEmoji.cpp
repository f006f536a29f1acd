// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages with GroupMe's own emoji, copied and spoken: other programs have no pictures for them,
// and nobody can read placeholders.

#include "tests/fakes/FakeContentSource.h"
#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"
#include "ui/thread/MessageList.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace copiedEmojiTest {

namespace {

ThreadRow withEmoji(int n, const QString& text, const QList<std::pair<int, int>>& cells)
{
    QJsonArray charmap;
    for (const auto& [pack, index] : cells)
        charmap.append(QJsonArray{pack, index});
    ThreadRow row = receivedRow(n, text);
    row.message.attachments = {readAttachment(
        {{"type"_L1, u"emoji"_s}, {"placeholder"_L1, u"\uFFFD"_s}, {"charmap"_L1, charmap}})};
    return row;
}

} // namespace

class tst_CopiedEmoji : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_list.reset(); }
    void aMessageIsCopiedWithNames_data();
    void aMessageIsCopiedWithNames();
    void severalMessagesAreCopiedWithNames();
    void aSelectionIsCopiedWithNames();
    void aQuotationHasNames();
    void screenReadersHearNames();

private:
    void show(const QList<ThreadRow>& rows)
    {
        m_model->show(rows);
        (void)m_list->grab();
        QCoreApplication::processEvents();
    }
    /// Ctrl+C on the last row.
    [[nodiscard]] QString copied()
    {
        m_list->setCurrentRow(m_model->count() - 1);
        QTest::keySequence(m_list.get(), QKeySequence::Copy);
        return QGuiApplication::clipboard()->text();
    }

    ManualClock m_clock;
    FakeContentSource m_source;
    std::unique_ptr<FakeThreadModel> m_model;
    std::unique_ptr<MessageList> m_list;
};

void tst_CopiedEmoji::init()
{
    QGuiApplication::clipboard()->clear();
    m_source.emojis.clear();
    m_source.emojiNames = {{u"4/0"_s, u":boat:"_s}, {u"4/1"_s, u":anchor:"_s}};
    m_model = std::make_unique<FakeThreadModel>();
    m_list = std::make_unique<MessageList>(*m_model, m_clock);
    m_list->setTimeZone(QTimeZone::utc());
    m_list->setContentSource(&m_source);
    m_list->resize(640, 480);
    m_list->show();
}

void tst_CopiedEmoji::aMessageIsCopiedWithNames_data()
{
    using Cells = QList<std::pair<int, int>>;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Cells>("cells");
    QTest::addColumn<bool>("hasPictures");
    QTest::addColumn<QString>("expected");
    const Cells two{{4, 0}, {4, 1}};
    for (const bool hasPictures : {false, true}) {
        const char* how = hasPictures ? "pictures" : "names";
        QTest::addRow("alone, %s", how)
            << u"\uFFFD"_s << Cells{{4, 0}} << hasPictures << u":boat:"_s;
        QTest::addRow("among words, %s", how) << u"go \uFFFD or \uFFFD\nnow"_s << two << hasPictures
                                              << u"go :boat: or :anchor:\nnow"_s;
        QTest::addRow("unknown, %s", how)
            << u"go \uFFFD"_s << Cells{{9, 9}} << hasPictures << u"go :emoji:"_s;
        QTest::addRow("more placeholders, %s", how)
            << u"\uFFFD\uFFFD"_s << Cells{{4, 1}} << hasPictures << u":anchor::emoji:"_s;
    }
}

void tst_CopiedEmoji::aMessageIsCopiedWithNames()
{
    using Cells = QList<std::pair<int, int>>;
    QFETCH(QString, text);
    QFETCH(Cells, cells);
    QFETCH(bool, hasPictures);
    if (hasPictures) {
        QImage picture(20, 20, QImage::Format_ARGB32);
        picture.fill(Qt::red);
        m_source.emojis = {{u"4/0"_s, picture}, {u"4/1"_s, picture}};
    }
    show({withEmoji(0, text, cells)});
    QTEST(copied(), "expected");
}

void tst_CopiedEmoji::severalMessagesAreCopiedWithNames()
{
    show({withEmoji(0, u"first \uFFFD"_s, {{4, 0}}), withEmoji(1, u"\uFFFD last"_s, {{4, 1}})});
    m_list->setCurrentRow(1);
    QTest::keyClick(m_list.get(), Qt::Key_Up, Qt::ShiftModifier);
    QTest::keySequence(m_list.get(), QKeySequence::Copy);
    const auto time = [this](int row) { return m_list->layoutOf(row).exactTime(); };
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"Iris Adams (%1): first :boat:\nIris Adams (%2): :anchor: last"_s.arg(time(0), time(1)));
}

void tst_CopiedEmoji::aSelectionIsCopiedWithNames()
{
    QImage picture(20, 20, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    m_source.emojis = {{u"4/0"_s, picture}};
    show({withEmoji(0, u"go \uFFFD now"_s, {{4, 0}})});
    const QRect text = m_list->layoutOf(0).textRect.translated(m_list->originOf(0));
    const QPoint from(text.left() + 1, text.center().y());
    const QPoint to(text.right(), text.center().y());
    QTest::mousePress(m_list->viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, m_list->viewport()->mapToGlobal(to), Qt::NoButton,
        Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_list->viewport(), &move);
    QTest::mouseRelease(m_list->viewport(), Qt::LeftButton, {}, to);
    QCOMPARE(m_list->selectedText(), u"go :boat: now"_s);
    QCOMPARE(copied(), u"go :boat: now"_s);
}

void tst_CopiedEmoji::aQuotationHasNames()
{
    show({withEmoji(0, u"go \uFFFD"_s, {{4, 0}})});
    m_list->perform(RowAction::CopyQuotation, 0);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"> Iris Adams: go :boat:\n"_s);
}

void tst_CopiedEmoji::screenReadersHearNames()
{
    show({withEmoji(0, u"go \uFFFD"_s, {{4, 0}})});
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_list.get());
    const QString name = list->child(0)->text(QAccessible::Name);
    QVERIFY2(name.contains(u"go :boat:"_s), qPrintable(name));
    QVERIFY(!name.contains(QChar(QChar::ReplacementCharacter)));
}

SKEIN_TEST(tst_CopiedEmoji)

} // namespace copiedEmojiTest

#include "tst_CopiedEmoji.moc"

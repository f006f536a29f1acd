// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeContentSource.h"
#include "tests/fakes/FakeThreadModel.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/Painted.h"
#include "tests/support/SkeinTest.h"
#include "ui/thread/MessageList.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace contentInThreadTest {

class tst_ContentInThread : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_list.reset(); }
    void onlyWhatIsVisibleIsWanted();
    void aCardThatGrowsMovesNothingThatIsRead();
    void aPictureThatArrivesPaintsItsRowAndLaysOutNothing();
    void whatTurnsPaintsItsRowAlone();
    void aClickOnAPictureOpensIt();
    void aPictureThatStandsIsPlayedByAClickAndThenOpened();
    void enterOpensTheFirstPart();
    void chosenMessagesAreCopiedAsATranscript();
    void escapeChoosesNothingFirst();
    void aFileIsNamedOnce_data();
    void aFileIsNamedOnce();

private:
    [[nodiscard]] static ThreadRow with(int n, const QJsonObject& json)
    {
        ThreadRow row = receivedRow(n, u"number %1"_s.arg(n));
        row.message.attachments = {readAttachment(json)};
        return row;
    }
    [[nodiscard]] static QJsonObject photo(int n)
    {
        return {{"type"_L1, u"image"_s},
            {"url"_L1, u"https://i.groupme.com/640x480.jpeg.%1"_s.arg(n, 32, 16, QChar(u'0'))}};
    }
    void show(const QList<ThreadRow>& rows)
    {
        m_model->show(rows);
        (void)m_list->grab(); // the first painting makes the place final
        QCoreApplication::processEvents();
    }

    ManualClock m_clock;
    FakeContentSource m_source;
    std::unique_ptr<FakeThreadModel> m_model;
    std::unique_ptr<MessageList> m_list;
};

void tst_ContentInThread::init()
{
    m_source.wanted.clear();
    m_source.polls.clear();
    m_source.files.clear();
    m_model = std::make_unique<FakeThreadModel>();
    m_list = std::make_unique<MessageList>(*m_model, m_clock);
    m_list->setTimeZone(QTimeZone::utc());
    m_list->setContentSource(&m_source);
    m_list->resize(640, 480);
    m_list->show();
}

void tst_ContentInThread::onlyWhatIsVisibleIsWanted()
{
    QList<ThreadRow> rows;
    for (int n = 0; n < 60; ++n)
        rows.append(with(n, photo(n)));
    show(rows);
    QVERIFY(!m_source.wanted.isEmpty());
    const auto wanted = m_source.wanted.last();
    QCOMPARE(wanted.size(), m_list->lastVisibleRow() - m_list->firstVisibleRow() + 1);
    QVERIFY(wanted.size() < 6);
    m_list->hide();
    m_list->verticalScrollBar()->setValue(0);
    QCoreApplication::processEvents();
    QVERIFY(m_source.wanted.last().isEmpty()); // nobody sees anything
}

void tst_ContentInThread::aCardThatGrowsMovesNothingThatIsRead()
{
    QList<ThreadRow> rows{with(0, {{"type"_L1, u"poll"_s}, {"poll_id"_L1, u"p1"_s}})};
    for (int n = 1; n < 60; ++n)
        rows.append(receivedRow(n, u"number %1"_s.arg(n)));
    show(rows);
    m_list->verticalScrollBar()->setValue(0);
    m_list->verticalScrollBar()->setValue(40); // the poll is partly above the edge
    (void)m_list->grab();
    const int heightBefore = m_list->layoutOf(0).height.body;
    Poll poll{.id = u"p1"_s, .subject = u"Which boat?"_s};
    for (int i = 0; i < 6; ++i)
        poll.options.append({QString::number(i), u"Boat %1"_s.arg(i), i, false});
    const ThreadPlace place = m_list->place();
    m_source.polls[u"p1"_s] = poll;
    emit m_source.changed({u"p1"_s});
    QVERIFY(m_list->layoutOf(0).height.body > heightBefore);
    QCOMPARE(m_list->place(), place);
}

void tst_ContentInThread::aPictureThatArrivesPaintsItsRowAndLaysOutNothing()
{
    show({with(0, photo(0)), with(1, photo(1)), receivedRow(2, u"below"_s)});
    const QRect before = m_list->rowRect(1);
    const int made = m_list->layoutsMade();
    const Painted painted(*m_list->viewport());
    QImage picture(640, 480, QImage::Format_RGB32);
    picture.fill(Qt::green);
    m_source.give(m_list->layoutOf(1).needs().first().url, picture);
    QCoreApplication::processEvents();
    QCOMPARE(painted.region.boundingRect(), before.intersected(m_list->viewport()->rect()));
    QCOMPARE(m_list->layoutsMade(), made);
    QCOMPARE(m_list->rowRect(1), before);
    const QImage image = m_list->viewport()->grab().toImage();
    const QRect cell = m_list->layoutOf(1).targets().first().rect;
    QCOMPARE(image.pixelColor(cell.center() + m_list->originOf(1)), QColor(Qt::green));
}

void tst_ContentInThread::whatTurnsPaintsItsRowAlone()
{
    show({with(0, photo(0)), receivedRow(1, u"below"_s), receivedRow(2, u"at the end"_s)});
    const QUrl url = m_list->layoutOf(0).needs().first().url;
    m_source.pictures[url] = {Picture::State::Loading, {}};
    emit m_source.repainted(url.toString());
    QCoreApplication::processEvents();
    const Painted painted(*m_list->viewport());
    m_clock.advance(100ms);
    QCoreApplication::processEvents();
    QVERIFY(!painted.region.isEmpty());
    QVERIFY(m_list->rowRect(0).contains(painted.region.boundingRect()));
    m_source.pictures[url] = {Picture::State::Failed, {}};
    m_clock.advance(100ms); // nothing turns any more
}

void tst_ContentInThread::aClickOnAPictureOpensIt()
{
    show({with(0, photo(0)), with(1, photo(1))});
    QSignalSpy activated(m_list.get(), &MessageList::contentActivated);
    const QRect cell = m_list->layoutOf(1).targets().first().rect;
    const QPoint middle = cell.center() + m_list->originOf(1);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, middle);
    QCOMPARE(activated.size(), 1);
    const auto action = activated.first().at(0).value<ContentAction>();
    QCOMPARE(action.kind, ContentAction::Kind::OpenPicture);
    QCOMPARE(action.url.toString(), photo(1)["url"_L1].toString());
    QCOMPARE(activated.first().at(1).value<MessageId>(), m_model->row(1).message.id);
}

void tst_ContentInThread::aPictureThatStandsIsPlayedByAClickAndThenOpened()
{
    show({with(0, photo(0))});
    const QUrl url = m_list->layoutOf(0).needs().first().url;
    QImage frame(64, 48, QImage::Format_RGB32);
    frame.fill(Qt::green);
    m_source.pictures[url] = {Picture::State::Ready, frame, true};
    emit m_source.repainted(url.toString());
    QSignalSpy activated(m_list.get(), &MessageList::contentActivated);
    const QRect cell = m_list->layoutOf(0).targets().first().rect;
    const QPoint middle = cell.center() + m_list->originOf(0);
    const auto click = [&] {
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, middle);
        return activated.last().first().value<ContentAction>();
    };
    QCOMPARE(m_list->layoutOf(0).targets().first().words, u"Play photo"_s);
    QVERIFY(m_list->viewport()->grab().toImage().pixelColor(middle) != QColor(Qt::green)); // a sign
    QCOMPARE(click(), (ContentAction{ContentAction::Kind::PlayPicture, url, {}}));
    m_source.pictures[url].isStill = false;
    QCOMPARE(click().kind, ContentAction::Kind::OpenPicture);
    QCOMPARE(m_list->viewport()->grab().toImage().pixelColor(middle), QColor(Qt::green));
}

void tst_ContentInThread::enterOpensTheFirstPart()
{
    show({with(0, photo(0))});
    QSignalSpy activated(m_list.get(), &MessageList::contentActivated);
    m_list->setCurrentRow(0);
    QTest::keyClick(m_list.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
}

void tst_ContentInThread::chosenMessagesAreCopiedAsATranscript()
{
    show({receivedRow(0, u"before"_s), receivedRow(1, u"first\nof two lines"_s), with(2, photo(2)),
        ownRow(3, u"last"_s)});
    m_list->setCurrentRow(3);
    QTest::keyClick(m_list.get(), Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(m_list.get(), Qt::Key_Up, Qt::ShiftModifier);
    QTest::keySequence(m_list.get(), QKeySequence::Copy);
    const auto time = [this](int row) { return m_list->layoutOf(row).exactTime(); };
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"Iris Adams (%1): first\nof two lines\nIris Adams (%2): number 2, photo, 640 by 480\nBen Nash (%3): last"_s
            .arg(time(1), time(2), time(3)));
}

void tst_ContentInThread::escapeChoosesNothingFirst()
{
    show({receivedRow(0, u"a"_s), receivedRow(1, u"b"_s)});
    QSignalSpy composer(m_list.get(), &MessageList::composerRequested);
    m_list->setCurrentRow(1);
    QTest::keyClick(m_list.get(), Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY(!m_list->selectedText().isEmpty());
    QTest::keyClick(m_list.get(), Qt::Key_Escape);
    QVERIFY(m_list->selectedText().isEmpty());
    QVERIFY(composer.isEmpty());
    QTest::keyClick(m_list.get(), Qt::Key_Escape);
    QCOMPARE(composer.size(), 1);
}

void tst_ContentInThread::aFileIsNamedOnce_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name"); // the service says so; "-": nothing yet
    QTest::addColumn<bool>("isGone");
    QTest::addColumn<QString>("shown");
    const QString filler = u"Shared a document: Tickets.pdf"_s;
    QTest::newRow("filler") << filler << u"Tickets.pdf"_s << false << QString();
    QTest::newRow("not known yet") << filler << u"-"_s << false << QString();
    QTest::newRow("gone") << filler << QString() << true << QString();
    QTest::newRow("another name") << filler << u"other.pdf"_s << false << filler;
    QTest::newRow("under words") << u"for Sunday\n"_s + filler << u"Tickets.pdf"_s << false
                                 << u"for Sunday"_s;
    QTest::newRow("within a sentence")
        << u"He "_s + filler << u"Tickets.pdf"_s << false << u"He "_s + filler;
    QTest::newRow("words behind") << filler + u"\nsee?"_s << u"Tickets.pdf"_s << false
                                  << filler + u"\nsee?"_s;
    QTest::newRow("no name") << u"Shared a document: "_s << u"Tickets.pdf"_s << false
                             << u"Shared a document:"_s;
}

void tst_ContentInThread::aFileIsNamedOnce()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QFETCH(const bool, isGone);
    QFETCH(const QString, shown);
    m_source.files.clear();
    if (name != u"-"_s)
        m_source.files.insert(u"f1"_s, {u"f1"_s, name, 4096, {}, isGone});
    ThreadRow row = with(0, {{"type"_L1, u"file"_s}, {"file_id"_L1, u"f1"_s}});
    row.message.text = text;
    show({row});
    const MessageLayout& layout = m_list->layoutOf(0);
    QCOMPARE(layout.text ? layout.text->text().replace(QChar::LineSeparator, u'\n').trimmed()
                         : QString(),
        shown);
    const QString card = name.isEmpty() || name == u"-"_s ? u"Tickets.pdf"_s : name;
    QVERIFY2(layout.carriedWords().join(u' ').contains(card), qPrintable(layout.carriedWords()[0]));
    const QString spoken
        = QAccessible::queryAccessibleInterface(m_list.get())->child(0)->text(QAccessible::Name);
    QCOMPARE(spoken.contains(u"Shared a document"_s), shown.contains(u"Shared a document"_s));
}

SKEIN_TEST(tst_ContentInThread)

} // namespace contentInThreadTest

#include "tst_ContentInThread.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a reader feels: opening, scrolling, typing, and what may make the window stall.

#include "tests/bench/BenchScreen.h"
#include "tests/bench/Measures.h"
#include "tests/bench/Stopwatch.h"
#include "ui/composer/MessageField.h"
#include "ui/thread/MessageList.h"

#include <QApplication>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

namespace skein::bench {

using namespace Qt::StringLiterals;

namespace {

/// The texts that are visible, painted as they were laid out, and nothing else.
void paintTexts(MessageList& list, QImage& paper)
{
    QPainter painter(&paper);
    painter.fillRect(paper.rect(), Qt::white);
    for (int row = list.firstVisibleRow(); row >= 0 && row <= list.lastVisibleRow(); ++row) {
        const MessageLayout& layout = list.layoutOf(row);
        if (layout.text)
            layout.text->draw(&painter, list.originOf(row) + QPointF(layout.textRect.topLeft()));
    }
}

qint64 numberOfTop(const MessageList& list)
{
    return list.model().row(list.firstVisibleRow()).message.createdAt;
}

/// Pictures that come when they are told to, as large as they are shown; nothing else is known.
class LatePictures : public ContentSource {
public:
    LatePictures() { m_image.fill(Qt::darkCyan); }

    [[nodiscard]] bool isWanted() const { return !m_wanted.isEmpty(); }
    void setHere(bool here)
    {
        m_isHere = here;
        for (const ContentNeed& need : std::as_const(m_wanted))
            emit repainted(need.key());
    }

    [[nodiscard]] Picture picture(const QUrl&) const override
    {
        return m_isHere ? Picture{.state = Picture::State::Ready, .image = m_image}
                        : Picture{.state = Picture::State::Loading, .image = {}};
    }
    [[nodiscard]] QImage emoji(int, int) const override { return {}; }
    [[nodiscard]] QString emojiName(int, int) const override { return {}; }
    [[nodiscard]] std::optional<FileFacts> file(const QString&) const override { return {}; }
    [[nodiscard]] Download download(const QString&) const override { return {}; }
    [[nodiscard]] std::optional<Poll> poll(const QString&) const override { return {}; }
    [[nodiscard]] std::optional<CalendarEvent> calendarEvent(const QString&) const override
    {
        return {};
    }
    [[nodiscard]] QString nameOf(const ConversationId&, const UserId&) const override { return {}; }
    void want(const QList<ContentNeed>& visible) override { m_wanted = visible; }
    void load(const QUrl&) override { }
    void play(const QUrl&) override { }

private:
    QImage m_image{640, 480, QImage::Format_RGB32};
    QList<ContentNeed> m_wanted;
    bool m_isHere = false;
};

/// The longest that the window does not answer after `act`, of eleven times.
double longestStall(const Screen& screen, const std::function<void(int)>& act)
{
    QList<double> times;
    for (int round = 0; round < 11; ++round) {
        times.append(taken(workTime, [&] {
            act(round);
            turnUntilIdle();
            screen.list().viewport()->repaint();
        }));
    }
    return *std::ranges::max_element(times);
}

double stallOfPicture(Screen& screen, LatePictures& pictures)
{
    screen.list().setContentSource(&pictures);
    turnUntilIdle();
    for (int step = 0; step < 50 && !pictures.isWanted(); ++step) { // one in twenty carries one
        screen.scrollUp(-600);
        turnUntilIdle();
    }
    if (!pictures.isWanted())
        qFatal("no picture came into view");
    return longestStall(screen, [&](int round) { pictures.setHere(round % 2 == 0); });
}

} // namespace

Figures measureOpening(const Place& place)
{
    Screen screen(place.profile);
    QList<double> longOnes;
    QList<double> shortOnes;
    for (int round = 0; round < 21; ++round) {
        screen.open(chat(10 + round));
        const double opened = taken(wallTime, [&] { screen.open(longThread()); });
        screen.open(chat(40 + round));
        const double other = taken(wallTime, [&] { screen.open(shortThread()); });
        if (round == 0)
            continue; // what is needed for the first time
        longOnes.append(opened);
        shortOnes.append(other);
    }
    return {{.what = u"open a thread of %L1 messages"_s.arg(place.size.longest),
        .against = u"open one of %1"_s.arg(shortLength),
        .unit = u"ms"_s,
        .value = median(longOnes),
        .limit = median(shortOnes),
        .mostTimes = 1.2}};
}

Figures measureScrolling(const Place& place)
{
    Screen screen(place.profile);
    screen.openAtEnd(longThread());
    MessageList& list = screen.list();
    QImage paper(list.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    const int wanted = std::min(100'000, place.size.longest * 9 / 10);
    constexpr qint64 apart = 300; // seconds between two messages (BenchHistory)
    const qint64 until = numberOfTop(list) - wanted * apart;
    QList<double> frames;
    QList<double> texts;
    for (int frame = 0; numberOfTop(list) > until; ++frame) {
        const qint64 before = numberOfTop(list);
        frames.append(taken(workTime, [&] {
            screen.scrollUp(600);
            turnUntilIdle(); // also paints
        }));
        if (frame % 10 == 0)
            texts.append(taken(workTime, [&] { paintTexts(list, paper); }));
        if (numberOfTop(list) == before) // the store has its turn
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    return {{.what
        = u"one frame while scrolling %L1 messages, p99 of %L2"_s.arg(wanted).arg(frames.size()),
        .against = u"painting the same prepared texts, p99"_s,
        .unit = u"ms"_s,
        .value = quantile(frames, 0.99),
        .limit = quantile(texts, 0.99),
        .mostTimes = 2.0,
        .most = 8.0}};
}

Figures measureTyping(const Place&)
{
    QTemporaryDir folder;
    write(folder.path() + u"/profile"_s,
        {.chats = 3, .groups = 0, .messages = 2'000 + 2 * shortLength, .longest = 2'000});
    Screen screen(folder.path() + u"/profile"_s);
    screen.open(shortThread());
    MessageList& list = screen.list();
    auto* field = screen.window().findChild<MessageField*>();
    QList<double> sent;
    QList<double> painted;
    for (int round = 0; round < 41; ++round) {
        field->setFocus();
        QTest::keyClicks(field, u"see you at the boat house"_s);
        const int rows = screen.thread().count();
        const auto press = [&] {
            QTest::keyClick(field, Qt::Key_Return);
            turnUntil([&] { return screen.thread().count() > rows; }, "the new bubble");
            list.viewport()->repaint();
        };
        sent.append(taken(wallTime, press));
        painted.append(taken(wallTime, [&] {
            QCoreApplication::processEvents();
            list.viewport()->repaint();
        }));
    }
    return {{.what = u"key press to bubble on screen"_s,
        .against = u"a turn of the event loop that paints the list"_s,
        .unit = u"ms"_s,
        .value = median(sent),
        .limit = median(painted),
        .mostTimes = 2.0}};
}

Figures measureStalls(const Place& place)
{
    LatePictures pictures; // the list must not outlive it
    Screen screen(place.profile);
    screen.open(longThread());
    for (int step = 0; step < 200 && screen.thread().count() < 600; ++step) {
        screen.scrollUp(600);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    const double resized = longestStall(
        screen, [&](int round) { screen.window().resize(1000 + 20 * (round % 2 + 1), 800); });
    const QFont usual = QApplication::font();
    const double typed = longestStall(screen, [&](int round) {
        QFont larger = usual;
        larger.setPointSizeF(usual.pointSizeF() + round % 2 + 1);
        QApplication::setFont(larger);
    });
    QApplication::setFont(usual);
    const double late = stallOfPicture(screen, pictures);
    const auto figure = [&](const QString& what, double value) {
        return Figure{.what = what + u", a window of %1 rows"_s.arg(screen.thread().count()),
            .against = {},
            .unit = u"ms"_s,
            .value = value,
            .most = 16.0};
    };
    return {figure(u"resize: the window answers after"_s, resized),
        figure(u"change of font: the window answers after"_s, typed),
        figure(u"a picture arrives late: the window answers after"_s, late)};
}

} // namespace skein::bench

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/BenchScreen.h"
#include "tests/bench/Measures.h"
#include "tests/bench/Stopwatch.h"
#include "ui/thread/MessageList.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QMainWindow>
#include <QProcess>

#include <cstdio>

namespace skein::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int conversations = 50;
constexpr int rounds = 10;

/// Reads upwards until so many messages were seen.
void read(Screen& screen, int count)
{
    const auto top
        = [&] { return screen.thread().row(screen.list().firstVisibleRow()).message.createdAt; };
    constexpr qint64 apart = 300; // seconds between two messages (BenchHistory)
    const qint64 until = top() - count * apart;
    while (top() > until) {
        screen.scrollUp(600);
        screen.list().viewport()->repaint();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
}

/// MiB that each round adds, by the line that fits best.
double slope(const QList<double>& values)
{
    const double middle = double(values.size() - 1) / 2;
    double mean = 0;
    for (const double value : values)
        mean += value / double(values.size());
    double up = 0;
    double square = 0;
    for (qsizetype at = 0; at < values.size(); ++at) {
        up += (double(at) - middle) * (values.at(at) - mean);
        square += (double(at) - middle) * (double(at) - middle);
    }
    return up / square;
}

double memoryOfBareWindow(const Place& place)
{
    QProcess bare;
    bare.start(place.self, {u"--bare"_s});
    bare.waitForFinished();
    return QJsonDocument::fromJson(bare.readAllStandardOutput())[u"memory"_s].toDouble();
}

} // namespace

double residentMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

int runBareWindow()
{
    QMainWindow window;
    window.resize(1000, 800);
    window.show();
    QCoreApplication::processEvents(QEventLoop::AllEvents);
    window.repaint();
    const double painted = wallTime();
    turnUntilIdle();
    const QJsonObject said{{u"painted"_s, painted}, {u"memory"_s, residentMemory()}};
    std::puts(QJsonDocument(said).toJson(QJsonDocument::Compact).constData());
    return 0;
}

Figures measureMemory(const Place& place)
{
    Screen screen(place.profile);
    for (int n = 0; n < conversations; ++n)
        screen.open(chat(2 + n));
    screen.openAtEnd(longThread());
    read(screen, std::min(20'000, place.size.longest / 4));
    QList<double> after;
    for (int round = 0; round < rounds; ++round) {
        for (int n = 0; n < 5; ++n)
            screen.open(chat(60 + 5 * round + n));
        screen.open(longThread());
        read(screen, std::min(2'000, place.size.longest / 40));
        after.append(residentMemory());
    }
    return {{.what = u"memory after %1 conversations and 20,000 messages"_s.arg(conversations),
                .against = u"a bare QMainWindow"_s,
                .unit = u"MiB"_s,
                .value = after.first(),
                .limit = memoryOfBareWindow(place),
                .most = 60.0},
        {.what = u"what a round of reading adds, over %1 rounds"_s.arg(rounds),
            .against = {},
            .unit = u"MiB"_s,
            .value = slope(after),
            .most = 0.1}};
}

} // namespace skein::bench

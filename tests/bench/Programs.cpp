// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program itself, as a process of its own: how soon it is there, and what it does while nobody
// does anything.

#include "app/demo/DemoService.h"
#include "tests/bench/Measures.h"
#include "tests/bench/Stopwatch.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <unistd.h>

namespace skein::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int starts = 11;

/// Another process is watched: real time is what counts.
void pass(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

QProcessEnvironment environment(const QString& token)
{
    auto all = QProcessEnvironment::systemEnvironment();
    all.insert(u"SKEIN_TOKEN"_s, token);
    return all;
}

/// When the trace says that both were on the screen, in ms of the steady clock; 0: not yet.
double painted(const QString& trace)
{
    QFile file(trace);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    double last = 0;
    int seen = 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (!line.contains("on screen"))
            continue;
        const auto event = QJsonDocument::fromJson(line.left(line.lastIndexOf('}') + 1));
        last = std::max(last, event[u"ts"_s].toDouble() / 1000);
        ++seen;
    }
    return seen == 2 ? last : 0;
}

double startOfSkein(const Place& place)
{
    const QTemporaryDir folder;
    const QString trace = folder.filePath(u"trace.json"_s);
    QProcess skein;
    skein.setProcessEnvironment(environment(u"a token of no account"_s));
    skein.setStandardErrorFile(QProcess::nullDevice());
    const double since = wallTime();
    skein.start(place.program,
        {u"--profile"_s, place.profile, u"--server"_s, u"http://127.0.0.1:9"_s, u"--trace"_s,
            trace});
    double at = 0;
    while ((at = painted(trace)) == 0 && wallTime() - since < 60'000)
        pass(50ms); // seldom: reading takes the time of a processor that Skein uses
    skein.kill();
    skein.waitForFinished();
    return at - since;
}

double startOfBareWindow(const Place& place)
{
    QProcess bare;
    const double since = wallTime();
    bare.start(place.self, {u"--bare"_s});
    bare.waitForFinished();
    const auto said = QJsonDocument::fromJson(bare.readAllStandardOutput());
    return said[u"painted"_s].toDouble() - since;
}

struct Use {
    double work = 0; ///< ms that the processor worked for the process
    double wakes = 0; ///< how often its main thread went to sleep
};

Use useOf(qint64 process)
{
    Use use;
    QFile stat(u"/proc/%1/stat"_s.arg(process));
    QFile status(u"/proc/%1/task/%1/status"_s.arg(process));
    if (!stat.open(QIODevice::ReadOnly) || !status.open(QIODevice::ReadOnly))
        return use;
    const QByteArray line = stat.readAll();
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    const double ticks = fields.at(11).toDouble() + fields.at(12).toDouble();
    use.work = ticks * 1000 / double(sysconf(_SC_CLK_TCK));
    for (const QByteArray& each : status.readAll().split('\n')) {
        if (each.startsWith("voluntary_ctxt_switches:"))
            use.wakes = each.mid(24).trimmed().toDouble();
    }
    return use;
}

} // namespace

Figures measureStart(const Place& place)
{
    QList<double> skein;
    QList<double> bare;
    for (int n = 0; n < starts; ++n) {
        bare.append(startOfBareWindow(place));
        skein.append(startOfSkein(place));
    }
    return {{.what = u"process start to chats and last thread on screen"_s,
        .against = u"to a bare QMainWindow"_s,
        .unit = u"ms"_s,
        .value = median(skein),
        .limit = median(bare),
        .mostTimes = 1.5}};
}

Figures measureIdle(const Place& place)
{
    constexpr auto settling = 30s;
    constexpr auto watched = 60s;
    DemoService service(DemoOptions{});
    if (!service.start())
        return {};
    const QTemporaryDir folder;
    QProcess skein;
    skein.setProcessEnvironment(environment(service.token()));
    skein.setStandardErrorFile(QProcess::nullDevice());
    skein.start(place.program, {u"--profile"_s, folder.path(), u"--server"_s, service.url()});
    skein.waitForStarted();
    pass(settling);
    const Use before = useOf(skein.processId());
    pass(watched);
    const Use after = useOf(skein.processId());
    skein.kill();
    skein.waitForFinished();
    return {{.what = u"work in an idle second, window visible, signed in to the demo"_s,
                .against = {},
                .unit = u"ms"_s,
                .value = (after.work - before.work) / watched.count(),
                .most = 3.0},
        {.what = u"how often it wakes in an idle second"_s,
            .against = {},
            .unit = u"times"_s,
            .value = (after.wakes - before.wakes) / watched.count(),
            .most = 4.0}};
}

} // namespace skein::bench

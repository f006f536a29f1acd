// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/Measures.h"
#include "ui/theme/Style.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace skein::bench;

namespace {

struct Measure {
    QString name;
    Figures (*measure)(const Place&);
};

QList<Measure> allMeasures()
{
    return {{u"start"_s, measureStart}, {u"memory"_s, measureMemory},
        {u"opening"_s, measureOpening}, {u"scrolling"_s, measureScrolling},
        {u"typing"_s, measureTyping}, {u"page"_s, measurePage}, {u"ingest"_s, measureIngest},
        {u"polling"_s, measurePolling}, {u"idle"_s, measureIdle}, {u"stalls"_s, measureStalls}};
}

/// One measure in this process; its figures go to standard output.
int measureOne(const QString& name, const Place& place)
{
    for (const Measure& each : allMeasures()) {
        if (each.name != name)
            continue;
        QJsonArray figures;
        for (const Figure& figure : each.measure(place))
            figures.append(figure.toJson());
        std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
        return 0;
    }
    return 2;
}

/// In a process of its own, so that none finds what another left in memory.
Figures figuresOf(const QString& name, QStringList arguments, const Place& place)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(place.self, arguments << u"--measure"_s << name);
    process.waitForFinished(-1);
    Figures figures;
    for (const auto& each : QJsonDocument::fromJson(process.readAllStandardOutput()).array())
        figures.append(Figure::fromJson(each.toObject()));
    if (figures.isEmpty())
        std::fprintf(stderr, "%s could not be measured\n", qPrintable(name));
    return figures;
}

int measureAll(const QStringList& names, const Place& place, const QStringList& arguments,
    const QString& report)
{
    write(place.profile, place.size);
    std::puts(qPrintable(Figure::head()));
    QJsonArray all;
    bool isWhole = true;
    for (const Measure& each : allMeasures()) {
        if (!names.isEmpty() && !names.contains(each.name))
            continue;
        const Figures figures = figuresOf(each.name, arguments, place);
        isWhole = isWhole && !figures.isEmpty();
        for (const Figure& figure : figures) {
            std::puts(qPrintable(figure.line()));
            std::fflush(stdout);
            all.append(figure.toJson());
        }
    }
    QFile file(report);
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(all).toJson());
    return isWhole ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication::setApplicationName(u"Skein"_s);
    QCoreApplication::setOrganizationName(u"Skein"_s);
    QApplication program(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"--bare"_s)
        return runBareWindow();
    QApplication::setStyle(new skein::Style); // the application owns it

    QCommandLineParser parser;
    parser.addOptions({{u"folder"_s, u"Where the history of a life lies, or will."_s, u"DIR"_s},
        {u"small"_s, u"A fiftieth of it, to try the benchmark itself."_s},
        {u"json"_s, u"Where the figures go."_s, u"FILE"_s},
        {u"measure"_s, u"Only this, in this process."_s, u"NAME"_s}});
    parser.addPositionalArgument(u"names"_s, u"What to measure; nothing: all."_s);
    parser.addHelpOption();
    parser.process(program);

    Place place{.profile = QDir(parser.value(u"folder"_s)).absoluteFilePath(u"profile"_s),
        .program = QString::fromUtf8(SKEIN_PROGRAM),
        .self = QCoreApplication::applicationFilePath()};
    if (parser.isSet(u"small"_s))
        place.size = {.chats = 100, .groups = 20, .messages = 20'000, .longest = 4'000};
    if (parser.isSet(u"measure"_s))
        return measureOne(parser.value(u"measure"_s), place);
    QStringList arguments{u"--folder"_s, parser.value(u"folder"_s)};
    if (parser.isSet(u"small"_s))
        arguments.append(u"--small"_s);
    return measureAll(parser.positionalArguments(), place, arguments, parser.value(u"json"_s));
}

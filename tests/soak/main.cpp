// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// skein-soak: proves that each message arrives once and in order, whatever goes wrong. Without a
// window, over real HTTP on loopback. The same program, called as "life", is what is killed.

#include "tests/soak/Life.h"
#include "tests/soak/Soak.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace skein;
using namespace skein::soak;

namespace {

/// life FOLDER URL USER SPEED EPOCH SEED, and SKEIN_TOKEN in the environment.
int life(const QStringList& arguments)
{
    if (arguments.size() != 8)
        return 2;
    Life one({.folder = arguments.at(2),
        .server = QUrl(arguments.at(3)),
        .token = qEnvironmentVariable("SKEIN_TOKEN"),
        .me = {.id = {arguments.at(4)}, .name = u"Me"_s},
        .speed = arguments.at(5).toInt(),
        .epoch = std::chrono::milliseconds{arguments.at(6).toLongLong()},
        .seed = arguments.at(7).toUInt()});
    one.start();
    return QCoreApplication::exec();
}

std::optional<SoakOptions> optionsFrom(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"seed"_s, {}, u"N"_s, u"1"_s}, {u"messages"_s, {}, u"N"_s, u"300"_s},
        {u"kills"_s, {}, u"N"_s, u"20"_s}, {u"speed"_s, {}, u"N"_s, u"20"_s},
        {u"minutes"_s, {}, u"N"_s, u"10"_s}});
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty())
        return std::nullopt;
    bool allSound = true;
    const auto number = [&](const QString& name, int least) {
        bool isSound = false;
        const int value = parser.value(name).toInt(&isSound);
        allSound = allSound && isSound && value >= least;
        return value;
    };
    const SoakOptions options{.seed = static_cast<quint32>(number(u"seed"_s, 0)),
        .messages = number(u"messages"_s, 1),
        .kills = number(u"kills"_s, 0),
        .speed = number(u"speed"_s, 1),
        .limit = std::chrono::minutes{number(u"minutes"_s, 1)}};
    return allSound ? std::optional(options) : std::nullopt;
}

void print(std::FILE* stream, const QString& text)
{
    std::fputs(qUtf8Printable(text), stream);
    std::fflush(stream);
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "life"_L1)
        return life(arguments);
    const auto options = optionsFrom(arguments);
    if (!options) {
        print(stderr,
            u"skein-soak [--seed N] [--messages N] [--kills N] [--speed N] [--minutes N]\n"_s);
        return 2;
    }
    Soak soak(*options);
    const auto conclude = [&soak] {
        print(stdout, soak.report());
        QCoreApplication::exit(soak.holds() ? 0 : 1);
    };
    QObject::connect(&soak, &Soak::finished, &app, conclude, Qt::QueuedConnection);
    if (!soak.start()) {
        print(stderr, u"skein-soak: the service cannot be started.\n"_s);
        return 1;
    }
    return QCoreApplication::exec();
}

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/CommandLine.h"

#include "core/net/Routing.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(skein::CommandLine)
};

std::unexpected<EarlyEnd> wrong(const QString& words)
{
    return std::unexpected(EarlyEnd{2, words + u'\n'});
}

/// The sentence for a combination that makes no sense; "" for a good one.
QString contradiction(const Options& options)
{
    if (options.demo && options.server)
        return Words::tr("--demo brings a service of its own: it cannot be used with --server.");
    if (!options.tour.isEmpty() && !options.demo)
        return Words::tr("--tour shows the demo: use it together with --demo.");
    if (!options.tour.isEmpty() && options.hidden)
        return Words::tr("--tour shows the window: it cannot be used with --hidden.");
    return {};
}

} // namespace

std::expected<Options, EarlyEnd> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Skein, a native desktop client for GroupMe."));
    const QCommandLineOption demo(u"demo"_s, Words::tr("Try Skein without an account."));
    const QCommandLineOption profile(
        u"profile"_s, Words::tr("Keep everything under <DIR>."), Words::tr("DIR"));
    const QCommandLineOption server(u"server"_s,
        Words::tr("Send every request to <URL>, its host as the first path segment."), u"URL"_s);
    const QCommandLineOption hidden(
        u"hidden"_s, Words::tr("Start without a window, where there is a tray."));
    const QCommandLineOption tour(u"tour"_s,
        Words::tr("With --demo: write pictures of the main states to <DIR>."), Words::tr("DIR"));
    const QCommandLineOption trace(u"trace"_s,
        Words::tr("Write where the time goes to <FILE>, as Chrome's trace events."), u"FILE"_s);
    const QCommandLineOption log(u"log"_s,
        Words::tr("Add what goes wrong to <FILE> instead of the standard error."), u"FILE"_s);
    const QCommandLineOption version(u"version"_s, Words::tr("Show the version."));
    const QCommandLineOption help(u"help"_s, Words::tr("Show this help."));
    parser.addOptions({demo, profile, server, hidden, tour, trace, log, version, help});

    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return std::unexpected(EarlyEnd{0, parser.helpText()});
    if (parser.isSet(version))
        return std::unexpected(EarlyEnd{0, u"skein " SKEIN_VERSION "\n"_s});
    if (!parser.positionalArguments().isEmpty())
        return wrong(Words::tr("Skein does not know what to do with \"%1\".")
                .arg(parser.positionalArguments().constFirst()));
    for (const auto& option : {profile, server, tour, trace, log}) {
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return wrong(Words::tr("--%1 needs a value.").arg(option.names().constFirst()));
    }

    Options options{.demo = parser.isSet(demo),
        .profile = parser.value(profile),
        .hidden = parser.isSet(hidden),
        .trace = parser.value(trace),
        .log = parser.value(log),
        .tour = parser.value(tour)};
    if (parser.isSet(server)) {
        const auto url = parseServer(parser.value(server));
        if (!url)
            return wrong(url.error().detail);
        options.server = *url;
    }
    if (const QString words = contradiction(options); !words.isEmpty())
        return wrong(words);
    return options;
}

QStringList argumentsAtLogin(const Options& options)
{
    QStringList arguments{u"--hidden"_s};
    if (options.demo)
        arguments.append(u"--demo"_s);
    else if (options.server)
        arguments += {u"--server"_s, options.server->toString(QUrl::FullyEncoded)};
    if (!options.profile.isEmpty())
        arguments += {u"--profile"_s, QDir(options.profile).absolutePath()};
    return arguments;
}

} // namespace skein

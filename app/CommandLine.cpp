// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/CommandLine.h"

#include "core/net/Routing.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

std::unexpected<EarlyEnd> wrong(const QString& words)
{
    return std::unexpected(EarlyEnd{2, words + u'\n'});
}

/// The sentence for a combination that makes no sense; "" for a good one.
QString contradiction(const Options& options)
{
    if (options.demo && options.server)
        return u"--demo brings a service of its own: it cannot be used with --server."_s;
    if (!options.tour.isEmpty() && !options.demo)
        return u"--tour shows the demo: use it together with --demo."_s;
    return {};
}

} // namespace

std::expected<Options, EarlyEnd> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Skein, a native desktop client for GroupMe."_s);
    const QCommandLineOption demo(u"demo"_s, u"Try Skein without an account."_s);
    const QCommandLineOption profile(u"profile"_s, u"Keep everything under <DIR>."_s, u"DIR"_s);
    const QCommandLineOption server(u"server"_s,
        u"Send every request to <URL>, its host as the first path segment."_s, u"URL"_s);
    const QCommandLineOption tour(
        u"tour"_s, u"With --demo: write pictures of the main states to <DIR>."_s, u"DIR"_s);
    const QCommandLineOption version(u"version"_s, u"Show the version."_s);
    const QCommandLineOption help(u"help"_s, u"Show this help."_s);
    parser.addOptions({demo, profile, server, tour, version, help});

    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return std::unexpected(EarlyEnd{0, parser.helpText()});
    if (parser.isSet(version))
        return std::unexpected(EarlyEnd{0, u"skein " SKEIN_VERSION "\n"_s});
    if (!parser.positionalArguments().isEmpty())
        return wrong(u"Skein does not know what to do with \"%1\"."_s.arg(
            parser.positionalArguments().constFirst()));
    for (const auto& option : {profile, server, tour}) {
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return wrong(u"--%1 needs a value."_s.arg(option.names().constFirst()));
    }

    Options options{
        .demo = parser.isSet(demo), .profile = parser.value(profile), .tour = parser.value(tour)};
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

} // namespace skein

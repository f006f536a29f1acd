// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// skein-demo-service: the demo service alone, for tests that drive it from outside and for
// looking at it with a browser. Prints its URL and its token, then serves until it is ended.

#include "app/demo/DemoService.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <expected>

using namespace Qt::StringLiterals;

namespace {

std::expected<quint32, QString> number(
    const QCommandLineParser& parser, const QCommandLineOption& option, quint32 most)
{
    bool ok = false;
    const QString given = parser.value(option);
    const quint32 value = given.toUInt(&ok);
    if (!ok || value > most)
        return std::unexpected(
            u"\"%1\" is not a number for --%2."_s.arg(given, option.names().constFirst()));
    return value;
}

struct Wish {
    skein::DemoOptions options;
    QString answer; ///< of --help and --version: print it and end
};

std::expected<Wish, QString> wishFrom(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"GroupMe's interface for direct messages, on loopback, "
                                     "with invented people."_s);
    const QCommandLineOption port(u"port"_s, u"Port on 127.0.0.1; 0: any."_s, u"N"_s, u"0"_s);
    const QCommandLineOption seed(u"seed"_s, u"Another world for every N."_s, u"N"_s, u"1"_s);
    const QCommandLineOption longest(
        u"longest"_s, u"Only the last N messages of each conversation."_s, u"N"_s, u"1000000"_s);
    const QCommandLineOption people(u"people"_s, u"People answer and write by themselves."_s);
    const QCommandLineOption help(u"help"_s, u"Shows this."_s);
    parser.addOptions({port, seed, longest, people, help});
    if (!parser.parse(arguments))
        return std::unexpected(parser.errorText() + u'.');
    if (!parser.positionalArguments().isEmpty())
        return std::unexpected(
            u"\"%1\" is not expected."_s.arg(parser.positionalArguments().constFirst()));
    const auto portNumber = number(parser, port, 65535);
    const auto seedNumber = number(parser, seed, 1'000'000);
    const auto most = number(parser, longest, 1'000'000);
    for (const auto& each : {portNumber, seedNumber, most}) {
        if (!each)
            return std::unexpected(each.error());
    }
    Wish wish;
    wish.options.port = static_cast<quint16>(*portNumber);
    wish.options.seed = *seedNumber;
    wish.options.longest = static_cast<int>(*most);
    wish.options.people = parser.isSet(people);
    wish.options.control = true;
    if (parser.isSet(help))
        wish.answer = parser.helpText();
    return wish;
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
    const auto wish = wishFrom(QCoreApplication::arguments());
    if (!wish) {
        print(stderr, u"skein-demo-service: %1 See --help.\n"_s.arg(wish.error()));
        return 2;
    }
    if (!wish->answer.isEmpty()) {
        print(stdout, wish->answer);
        return 0;
    }
    skein::DemoService service(wish->options);
    if (!service.start()) {
        print(stderr, u"skein-demo-service: port %1 is taken.\n"_s.arg(wish->options.port));
        return 1;
    }
    print(stdout, u"%1\n%2\n"_s.arg(service.url(), service.token()));
    return QCoreApplication::exec();
}

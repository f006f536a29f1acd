// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/AppContext.h"
#include "app/CommandLine.h"
#include "app/SingleInstance.h"
#include "app/Tour.h"
#include "app/demo/DemoService.h"
#include "app/platform/Arguments.h"
#include "app/platform/EarlyFonts.h"
#include "app/platform/ReducedMotion.h"
#include "app/platform/Terminal.h"
#include "core/base/LogFile.h"
#include "core/base/Trace.h"
#include "core/platform/Languages.h"
#include "ui/theme/Style.h"

#include <QApplication>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(skein::Program)
};

/// A file that is written from the beginning to the end of the program.
struct Journal {
    QString name; ///< of its option
    QString file; ///< "" for none
    bool (*start)(const QString& file);
};

int say(const skein::EarlyEnd& end)
{
    skein::sayInTerminal(end.words, end.status == 0 ? stdout : stderr);
    return end.status;
}

/// The demo service inside the program; the options then lead to it.
std::unique_ptr<skein::DemoService> startDemo(skein::Options& options)
{
    auto demo = std::make_unique<skein::DemoService>(skein::DemoOptions{.people = true});
    if (!demo->start())
        return nullptr;
    options.server = QUrl(demo->url());
    options.clientId = skein::DemoService::clientId();
    return demo;
}

/// What is said instead of starting, in the system's language.
int sayInstead(int argc, char* argv[], const QStringList& arguments)
{
    const QCoreApplication program(argc, argv);
    skein::Languages languages;
    languages.speak({});
    return say(skein::parseCommandLine(arguments).error());
}

int run(QApplication& program, skein::Options options)
{
    options.clientId = QStringLiteral(SKEIN_CLIENT_ID);
    skein::Profile profile(options.profile, options.demo);
    skein::Languages languages;
    languages.speak(skein::Settings(profile.settingsFile()).value(skein::setting::language));
    std::unique_ptr<skein::DemoService> demo;
    QString token = qEnvironmentVariable("SKEIN_TOKEN").trimmed();
    qunsetenv("SKEIN_TOKEN"); // not for programs that Skein starts
    if (options.demo) {
        demo = startDemo(options);
        if (!demo)
            return say({1,
                Words::tr("The demo service could not start: a part of Skein is missing, or this "
                          "computer gives it no port.")
                    + u'\n'});
        token = demo->token();
    }
    skein::SingleInstance instance(profile.folder());
    using Wish = skein::SingleInstance::Wish;
    if (!instance.claim(options.hidden ? Wish::Nothing : Wish::Show))
        return say({0, Words::tr("Skein is already running with this profile.") + u'\n'});
    skein::Outside outside;
    if (!options.tour.isEmpty())
        outside.openUrl = [](const QUrl&) { return true; }; // pictures need no browser
    skein::AppContext context(options, profile, token, outside);
    QObject::connect(&instance, &skein::SingleInstance::raiseRequested, &context.window(),
        [&context] { context.window().comeToFront(); });
    context.start();
    skein::trace::mark("started");
    if (options.tour.isEmpty())
        return QApplication::exec();
    skein::Tour tour(context, *demo, options.tour);
    // Queued: before exec() nothing could be ended.
    QObject::connect(
        &tour, &skein::Tour::finished, &program, [](int status) { QCoreApplication::exit(status); },
        Qt::QueuedConnection);
    tour.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    const QStringList arguments = skein::programArguments(argc, argv);
    const auto options = skein::parseCommandLine(arguments);
    if (!options)
        return sayInstead(argc, argv, arguments);
    for (const auto& [name, file, start] : {Journal{u"log"_s, options->log, skein::logTo},
             Journal{u"trace"_s, options->trace, skein::trace::start}}) {
        if (!file.isEmpty() && !start(file))
            return say({2, Words::tr("The file for --%1 cannot be written.").arg(name) + u'\n'});
    }
    skein::trace::mark("begun");

    QCoreApplication::setApplicationName(u"Skein"_s);
    QCoreApplication::setOrganizationName(u"Skein"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SKEIN_VERSION));
    QApplication program(argc, argv);
    QThreadPool background; // it is done before the application lets go of its fonts
    skein::findFonts(background);
    auto* style = new skein::Style; // the application owns it
    QApplication::setStyle(style);
    skein::followReducedMotion(style, [style](bool reduces) { style->setReducesMotion(reduces); });
    QGuiApplication::setDesktopFileName(QStringLiteral(SKEIN_APP_ID));
    return run(program, *options);
}

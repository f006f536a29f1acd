// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SourceRules.h"

#include <QDirIterator>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {
namespace {

using Breaches = QList<Breach>;
using Tree = QList<SourceFile>;

constexpr int longestFile = 500;

// A room may include from itself and from the places named here (README, the map of the rooms).
struct Room {
    QLatin1StringView path;
    QList<QLatin1StringView> mayInclude;
};

const QList<Room>& rooms()
{
    static const QList<Room> all{
        {"core/base/"_L1, {}},
        {"core/types/"_L1, {"core/base/"_L1}},
        {"core/net/"_L1, {"core/base/"_L1, "core/types/"_L1}},
        {"core/api/"_L1, {"core/base/"_L1, "core/types/"_L1, "core/net/"_L1}},
        {"core/store/"_L1, {"core/base/"_L1, "core/types/"_L1}},
        {"core/platform/"_L1, {"core/base/"_L1, "core/types/"_L1}},
        {"core/sync/"_L1,
            {"core/base/"_L1, "core/types/"_L1, "core/net/"_L1, "core/api/"_L1, "core/store/"_L1,
                "core/platform/"_L1}},
        {"core/models/"_L1, {"core/base/"_L1, "core/types/"_L1, "core/store/"_L1, "core/sync/"_L1}},
        {"ui/"_L1,
            {"core/base/"_L1, "core/types/"_L1, "core/sync/"_L1, "core/models/"_L1,
                "core/platform/NotificationSettings.h"_L1, "core/platform/QuietForOnce.h"_L1,
                "core/platform/Settings.h"_L1, "core/platform/SettingsTable.h"_L1}},
        {"app/demo/"_L1, {}}, // stands for the service: shares no code with the client
        {"app/"_L1, {"core/"_L1, "ui/"_L1}},
    };
    return all;
}

QRegularExpression pattern(const QString& text)
{
    return QRegularExpression(text, QRegularExpression::MultilineOption);
}

bool isCpp(const SourceFile& file)
{
    return file.path.endsWith(".cpp"_L1) || file.path.endsWith(".h"_L1);
}

bool isTest(const SourceFile& file) { return file.path.startsWith("tests/"_L1); }

int lineAt(const QString& text, qsizetype position)
{
    return static_cast<int>(QStringView(text).left(position).count(u'\n')) + 1;
}

// A breach for every place where `wrong` is found in `text`, a view of the file.
Breaches found(const SourceFile& file, const QString& text, const QRegularExpression& wrong,
    const QString& rule)
{
    Breaches breaches;
    for (auto match = wrong.globalMatch(text); match.hasNext();) {
        breaches << Breach{file.path, lineAt(text, match.next().capturedStart()), rule};
    }
    return breaches;
}

// The same for the code of every C++ file that `applies`.
Breaches foundInCode(const Tree& tree, bool (*applies)(const SourceFile&),
    const QRegularExpression& wrong, const QString& rule)
{
    Breaches breaches;
    for (const SourceFile& file : tree) {
        if (isCpp(file) && applies(file))
            breaches << found(file, codeOnly(file.text), wrong, rule);
    }
    return breaches;
}

const Room* roomOf(const SourceFile& file)
{
    const auto room = std::ranges::find_if(
        rooms(), [&](const Room& each) { return file.path.startsWith(each.path); });
    return room == rooms().end() ? nullptr : &*room;
}

Breaches roomsIncludeDownwardsOnly(const Tree& tree)
{
    static const auto include = pattern(uR"re(^[ \t]*#\s*include\s*"([^"]+)")re"_s);
    Breaches breaches;
    for (const SourceFile& file : tree) {
        const Room* room = isCpp(file) ? roomOf(file) : nullptr;
        for (auto match = include.globalMatch(file.text); room && match.hasNext();) {
            const auto hit = match.next();
            const QString target = hit.captured(1);
            if (target.endsWith(".moc"_L1) || target.startsWith("moc_"_L1)
                || target.startsWith(room->path)
                || std::ranges::any_of(room->mayInclude,
                    [&](QLatin1StringView allowed) { return target.startsWith(allowed); }))
                continue;
            breaches << Breach{file.path, lineAt(file.text, hit.capturedStart(1)),
                u"%1 must not include %2"_s.arg(room->path, target)};
        }
    }
    return breaches;
}

Breaches coreKnowsNoScreen(const Tree& tree)
{
    // The link line keeps most of Qt6::Gui out; these are the ways around it.
    static const auto header = pattern(
        uR"(^[ \t]*#\s*include\s*<(Qt(Gui|Widgets|Svg)/|Q(Widget|Application|GuiApplication|Pixmap|Image|Icon|Color|Font|Palette|Painter|Window|Screen|Clipboard|TextDocument|TextLayout)\b))"_s);
    static const auto link = pattern(uR"(\bQt6?::(Gui|Widgets|Svg)\b)"_s);
    Breaches breaches;
    for (const SourceFile& file : tree) {
        if (file.path.startsWith("core/"_L1))
            breaches << found(file, file.text, file.path.endsWith(".txt"_L1) ? link : header,
                u"core must not know Qt's screen side"_s);
    }
    return breaches;
}

Breaches uiKnowsNeitherNetworkNorSql(const Tree& tree)
{
    static const auto header
        = pattern(uR"(^[ \t]*#\s*include\s*<(Qt(Network|Sql)/|Q(Network|Sql|Ssl|Tcp)|sqlite3))"_s);
    Breaches breaches;
    for (const SourceFile& file : tree) {
        if (file.path.startsWith("ui/"_L1))
            breaches << found(
                file, file.text, header, u"ui must call verbs of core, not the network or SQL"_s);
    }
    return breaches;
}

// What is used in the program by one class (its .h and .cpp) only; tests may use it too.
Breaches outsideOneClass(const Tree& tree, const QRegularExpression& use, const QString& what)
{
    QString owner;
    Breaches breaches;
    for (const SourceFile& file : tree) {
        if (!isCpp(file) || isTest(file))
            continue;
        const QString stem = file.path.section(u'.', 0, 0);
        const Breaches uses = found(file, file.text, use, {});
        if (owner.isEmpty() && !uses.isEmpty())
            owner = stem;
        for (const Breach& each : uses) {
            if (stem != owner)
                breaches << Breach{each.path, each.line, u"%1 is %2's alone"_s.arg(what, owner)};
        }
    }
    return breaches;
}

Breaches oneClassEach(const Tree& tree)
{
    const auto included = [](const QString& header) {
        return pattern(uR"(^[ \t]*#\s*include\s*<(\w+/)*%1>)"_s.arg(header));
    };
    return outsideOneClass(tree, included(u"QNetworkAccessManager"_s), u"QNetworkAccessManager"_s)
        + outsideOneClass(tree, included(u"(qt6?)?keychain(\\.h)?"_s), u"qtkeychain"_s)
        + outsideOneClass(tree, included(u"QSystemTrayIcon"_s), u"QSystemTrayIcon"_s);
}

Breaches filesAreShort(const Tree& tree)
{
    Breaches breaches;
    for (const SourceFile& file : tree) {
        const auto lines = file.text.count(u'\n');
        if (lines > longestFile)
            breaches << Breach{file.path, longestFile + 1,
                u"%1 lines, more than %2"_s.arg(lines).arg(longestFile)};
    }
    return breaches;
}

Breaches filesNameTheirLicence(const Tree& tree)
{
    Breaches breaches;
    for (const SourceFile& file : tree) {
        // The first line of a script names its interpreter.
        const QString head = file.text.section(u'\n', 0, 2);
        if (!head.contains("SPDX-FileCopyrightText: "_L1)
            || !head.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1))
            breaches << Breach{file.path, 1, u"two SPDX lines must open the file"_s};
    }
    return breaches;
}

Breaches headersAreReadOnce(const Tree& tree)
{
    static const auto once = pattern(u"^#pragma once$"_s);
    Breaches breaches;
    for (const SourceFile& file : tree) {
        if (file.path.endsWith(".h"_L1) && !file.text.contains(once))
            breaches << Breach{file.path, 1, u"#pragma once is missing"_s};
    }
    return breaches;
}

Breaches nothingIsASingleton(const Tree& tree)
{
    // Qt's own are as they are: QNetworkInformation::instance() and the like.
    static const auto call = pattern(uR"((?<![\w:])(?!Q[A-Z]\w*::)(\w+::)*instance\s*\(\s*\))"_s);
    return foundInCode(
        tree, [](const SourceFile&) { return true; }, call, u"no instance(): pass a reference"_s);
}

Breaches callbacksHaveAContext(const Tree& tree)
{
    // connect(sender, &Class::signal, [...]) and .then([...]) outlive whatever the lambda captures.
    static const auto connect = pattern(
        uR"(\bconnect\s*\([^;{}]*?,\s*(&[\w:]+::\w+|q(Const|NonConst)?Overload<[^;{}]*?>\(&[\w:]+\))\s*,\s*\[)"_s);
    static const auto then = pattern(uR"(\.then\s*\(\s*\[)"_s);
    const auto all = [](const SourceFile&) { return true; };
    return foundInCode(tree, all, connect, u"connect needs a context object"_s)
        + foundInCode(tree, all, then, u".then needs a context object"_s);
}

Breaches workForTheStoreStandsAlone(const Tree& tree)
{
    // It runs on the store's thread, when whoever asked for it may be gone.
    static const auto capture = pattern(
        uR"(\[[^\[\]]*(\bthis\b|&(?=[,\]]))[^\[\]]*\]\s*\((skein::)?(Stores|Database)\s*&)"_s);
    return foundInCode(
        tree,
        [](const SourceFile& file) {
            // core/store joins its thread before it goes.
            return !isTest(file) && !file.path.startsWith("core/store/"_L1);
        },
        capture, u"work for the store must capture copies, not this"_s);
}

Breaches nobodyPrintsToDebug(const Tree& tree)
{
    static const auto print = pattern(uR"(\bqDebug\b|\bQDebug\s*\()"_s);
    return foundInCode(
               tree, [](const SourceFile& file) { return !isTest(file); }, print,
               u"use a logging category (core/base/Logging.h)"_s)
        + foundInCode(
            tree, isTest, pattern(uR"(\bqDebug\b)"_s), u"a test says what failed, nothing else"_s);
}

Breaches testsAlwaysRun(const Tree& tree)
{
    return foundInCode(
        tree, isTest, pattern(uR"(\bQ(SKIP|EXPECT_FAIL)\b)"_s), u"a test must run and must pass"_s);
}

Breaches nobodySleeps(const Tree& tree)
{
    // app/demo plays a slow service and may wait; a client and its tests never do.
    static const auto wait = pattern(
        uR"(\b(sleep_for|sleep_until|qSleep|qWait|(m|u|nano)sleep|QThread::sleep)\s*\()"_s);
    return foundInCode(
        tree, [](const SourceFile& file) { return !file.path.startsWith("app/demo/"_L1); }, wait,
        u"nothing sleeps: inject a clock or wait for a condition"_s);
}

Breaches listsOfOneListSaySo(const Tree& tree)
{
    // GCC makes a list of one list of it, Clang a copy.
    static const auto braces = pattern(uR"(\bQJsonArray\s*\{\s*QJsonArray\s*\{[^{}]*\}\s*\})"_s);
    return foundInCode(
        tree, [](const SourceFile&) { return true; }, braces,
        u"compilers disagree: QJsonArray{QJsonValue(QJsonArray{...})}"_s);
}

Breaches filesOpenTheirLiterals(const Tree& tree)
{
    // Where files are compiled together, one lives on what another has opened.
    static const auto literal = pattern(uR"("_(s|L1|ba)\b)"_s);
    Breaches breaches;
    for (const SourceFile& file : tree) {
        if (isCpp(file) && file.text.contains(literal) && !file.text.contains("StringLiterals"_L1))
            breaches << Breach{file.path, 1, u"using namespace Qt::StringLiterals is missing"_s};
    }
    return breaches;
}

Breaches systemsAreToldApartByCMake(const Tree& tree)
{
    static const auto condition = pattern(
        uR"(^[ \t]*#\s*(el)?if\w*\b[^\n]*\b(Q_OS_\w+|_?WIN(32|64)|__APPLE__|__(linux|unix|MINGW\d+)__|_MSC_VER)\b)"_s);
    return foundInCode(
        tree, [](const SourceFile&) { return true; }, condition,
        u"a file for each system behind one header, chosen by CMake"_s);
}

Breaches nothingIsLeftForLater(const Tree& tree)
{
    static const auto mark = pattern(uR"(\b(TODO|FIXME|XXX|HACK)\b)"_s);
    Breaches breaches;
    for (const SourceFile& file : tree)
        breaches << found(file, withoutLiterals(file.text), mark, u"do it or file it"_s);
    return breaches;
}

// Blanks what `keep` does not name; line ends stay, so that lines keep their numbers.
QString blanked(const QString& text, bool keepComments)
{
    // In this order: a raw string, a string, a character (not a digit separator), a comment.
    static const QRegularExpression piece(
        uR"re(R"([^\s()\\]{0,16})\([\s\S]*?\)\1"|"(?:\\[\s\S]|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\[\s\S]|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/)re"_s);
    QString result = text;
    for (auto match = piece.globalMatch(text); match.hasNext();) {
        const auto hit = match.next();
        if (keepComments && hit.capturedView().startsWith(u'/'))
            continue;
        for (qsizetype at = hit.capturedStart(); at < hit.capturedEnd(); ++at) {
            if (result.at(at) != u'\n')
                result[at] = u' ';
        }
    }
    return result;
}

} // namespace

const QList<SourceRule>& sourceRules()
{
    static const QList<SourceRule> all{
        {"rooms include downwards only", roomsIncludeDownwardsOnly},
        {"core knows no screen", coreKnowsNoScreen},
        {"ui knows neither network nor SQL", uiKnowsNeitherNetworkNorSql},
        {"one class each", oneClassEach},
        {"files are short", filesAreShort},
        {"files name their licence", filesNameTheirLicence},
        {"headers are read once", headersAreReadOnce},
        {"nothing is a singleton", nothingIsASingleton},
        {"callbacks have a context", callbacksHaveAContext},
        {"work for the store stands alone", workForTheStoreStandsAlone},
        {"nobody prints to debug", nobodyPrintsToDebug},
        {"tests always run", testsAlwaysRun},
        {"nobody sleeps", nobodySleeps},
        {"lists of one list say so", listsOfOneListSaySo},
        {"files open their literals", filesOpenTheirLiterals},
        {"systems are told apart by CMake", systemsAreToldApartByCMake},
        {"nothing is left for later", nothingIsLeftForLater},
    };
    return all;
}

QList<SourceFile> readSources(const QString& root)
{
    const QDir base(root);
    const QStringList kinds{u"*.h"_s, u"*.cpp"_s, u"*.py"_s, u"CMakeLists.txt"_s};
    QList<SourceFile> tree;
    for (const QString& folder : {u"app"_s, u"core"_s, u"tests"_s, u"ui"_s, u"packaging"_s}) {
        QDirIterator files(base.filePath(folder), kinds, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                tree << SourceFile{
                    base.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())};
        }
    }
    std::ranges::sort(tree, {}, &SourceFile::path);
    return tree;
}

QString codeOnly(const QString& text) { return blanked(text, false); }

QString withoutLiterals(const QString& text) { return blanked(text, true); }

} // namespace skein

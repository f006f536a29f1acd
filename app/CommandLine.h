// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was asked for on the command line, read before anything starts. Pure.

#include <QString>
#include <QUrl>

#include <expected>
#include <optional>

namespace skein {

struct Options {
    bool demo = false; ///< the demo service inside the program, and signed in to it
    QString profile; ///< everything kept lies under it; "" is the platform's place
    std::optional<QUrl> server; ///< stands for every host of GroupMe
    bool hidden = false; ///< without a window, where there is a tray
    QString clientId; ///< of this build, for signing in by the browser; "" offers pasting only
    QString trace; ///< where the time goes is written there (core/base/Trace.h); "" for nowhere
    QString log; ///< what is logged is added there; "" for the standard error
    QString tour; ///< pictures of the main states go there; "" for none
};

/// Why the program ends at once: words for one of the two standard streams.
struct EarlyEnd {
    int status = 0; ///< 2 after wrong arguments, 0 after --help and --version
    QString words;
};

/// `arguments` as main() has them, the program's name first.
[[nodiscard]] std::expected<Options, EarlyEnd> parseCommandLine(const QStringList& arguments);
/// What starts the same Skein hidden, wherever it is started from: at login.
[[nodiscard]] QStringList argumentsAtLogin(const Options& options);

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a browser brings when GroupMe sends it back to this computer (protocol.md H1, H2): one kind
// of request is understood, everything else is refused by its status. Pure.

#include <QByteArray>
#include <QString>

namespace skein {

/// Where GroupMe sends the browser, as it was registered: http://127.0.0.1:PORT/PATH.
struct CallbackPlace {
    quint16 port = 0;
    QByteArray path; ///< with its slash
};

struct CallbackReading {
    enum class Kind {
        Incomplete, ///< more has to come
        Token,
        NoToken, ///< the right place, but GroupMe gave none
        Refused, ///< not from GroupMe, or no HTTP
    };
    Kind kind = Kind::Incomplete;
    int status = 0; ///< of the answer, once complete
    QString token;

    bool operator==(const CallbackReading&) const = default;
};

inline constexpr qsizetype longestCallback = 32 * 1024; ///< cookies of other local pages come along
inline constexpr qsizetype longestToken = 512; ///< fits into every keychain

/// `received`: all that came on a connection so far.
[[nodiscard]] CallbackReading readCallback(const QByteArray& received, const CallbackPlace& place);

} // namespace skein

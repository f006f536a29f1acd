// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ConnectionWords.h"

#include <QCoreApplication>

namespace skein {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(skein::ConnectionWords)
};

ConnectionWords slowedDown(std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    if (seconds <= 0)
        return {.sentence = Words::tr("GroupMe asks us to slow down.")};
    return {.sentence = Words::tr("GroupMe asks us to slow down. Next try in %1 s.").arg(seconds),
        .isCounting = true};
}

} // namespace

ConnectionWords connectionWords(const ConnectionState& state, std::chrono::milliseconds now)
{
    using Kind = ConnectionState::Kind;
    using Remedy = ConnectionWords::Remedy;
    switch (state.kind) {
    case Kind::Connecting:
        return {.sentence = Words::tr("Connecting\u2026")};
    case Kind::Online:
        return {.sentence = Words::tr("Up to date")};
    case Kind::Offline:
        return {
            .sentence = Words::tr("Offline. Messages will be sent when GroupMe can be reached.")};
    case Kind::SlowedDown:
        return slowedDown(state.nextTry - now);
    case Kind::ServerTrouble:
        return {.sentence = Words::tr("GroupMe has trouble at the moment. Skein keeps trying.")};
    case Kind::NotGroupMe:
        return {.sentence
            = Words::tr("Something else answered instead of GroupMe. Sign in to the network?"),
            .remedy = Remedy::LookAgain,
            .button = Words::tr("Try again")};
    case Kind::TokenRefused:
        return {.sentence = Words::tr("Your sign-in is no longer valid."),
            .remedy = Remedy::SignInAgain,
            .button = Words::tr("Sign in again")};
    case Kind::SendingPaused:
        return {.sentence = Words::tr("Sending is paused: GroupMe refused a message."),
            .remedy = Remedy::ResumeSending,
            .button = Words::tr("Try again")};
    }
    return {};
}

} // namespace skein

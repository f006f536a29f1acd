// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ErrorWords.h"

#include <QCoreApplication>

namespace skein {

namespace {

struct RefusalWords {
    Q_DECLARE_TR_FUNCTIONS(skein::ErrorWords)
};

QString wordsFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::Expired:
        return RefusalWords::tr("GroupMe cannot be reached. Try again when you are online.");
    case ErrorKind::Interrupted:
    case ErrorKind::TimedOut:
    case ErrorKind::Server:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
    case ErrorKind::Cancelled:
        return RefusalWords::tr(
            "GroupMe gave no clear answer. It may have happened all the same: look "
            "before you try again.");
    case ErrorKind::NotGroupMe:
        return RefusalWords::tr(
            "Something else answered instead of GroupMe. Sign in to the network, "
            "then try again.");
    case ErrorKind::RateLimited:
        return RefusalWords::tr("GroupMe asks us to slow down. Try again in a minute.");
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
        return RefusalWords::tr("GroupMe does not allow it.");
    case ErrorKind::NotFound:
        return RefusalWords::tr("GroupMe does not know it any more.");
    case ErrorKind::Conflict:
    case ErrorKind::BadRequest:
        return RefusalWords::tr("GroupMe did not accept it.");
    case ErrorKind::Unsupported:
        return RefusalWords::tr("Skein cannot do that yet.");
    case ErrorKind::Storage:
        return RefusalWords::tr("It could not be kept on this computer.");
    }
    return {};
}

} // namespace

QString errorWords(const Error& error)
{
    if (error.detail.isEmpty())
        return wordsFor(error.kind);
    return RefusalWords::tr("GroupMe says: %1").arg(error.detail);
}

} // namespace skein

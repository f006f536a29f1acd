// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What goes along with a message of a soak: every fourth or so carries a picture, some a file too.
// Follows from the message's text alone, so that who sends and who compares agree. Pure.

#include "core/types/Outgoing.h"

#include <QList>

namespace skein::soak {

struct Enclosure {
    OutgoingFile facts;
    QByteArray bytes; ///< unlike those of any other message
};

[[nodiscard]] QList<Enclosure> enclosuresOf(const QString& text);

} // namespace skein::soak

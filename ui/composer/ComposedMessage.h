// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the composer hands over when the person sends. Plain data; its text is trimmed, and blank
// only with something beside it.

#include "core/types/Outgoing.h"

#include <QMetaType>

namespace skein {

struct ComposedMessage : OutgoingContent {
    MessageId replyTo; ///< also among the attachments
    MessageId editing; ///< the own message whose text this becomes

    bool operator==(const ComposedMessage&) const = default;
};

} // namespace skein

Q_DECLARE_METATYPE(skein::ComposedMessage)

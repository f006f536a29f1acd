// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Unsent text per conversation, on disk soon after each change and at once on switching away.
// Main thread.

#include "core/base/Async.h"
#include "core/types/ConversationId.h"

#include <QObject>

namespace skein {

class Drafts : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The kept text; "" when there is none.
    [[nodiscard]] Async<QString> load(const ConversationId& conversation);
    /// Replaces the kept text; "" forgets it. Written within half a second.
    void save(const ConversationId& conversation, const QString& text);
    /// Writes what is not written yet.
    void flush();
};

}

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the service asks of attachments that are sent (protocol.md F4): pictures that were uploaded,
// files of this conversation, whole locations, replies and emoji. Pure functions.

#include <QJsonArray>
#include <QString>

namespace skein {

class DemoWorld;

namespace demo {

/// What is wrong with the attachments of a message for `conversation`; nothing: empty. Those that
/// are in `known`, which an edited message had before, are taken as they are.
[[nodiscard]] QString flawIn(const QJsonArray& attachments, const QJsonArray& known,
    const QString& conversation, const DemoWorld& world);

} // namespace demo
} // namespace skein

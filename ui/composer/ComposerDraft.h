// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands in the composer of a conversation while another one is in front, or after a restart,
// and how the composer reaches it. Plain data.

#include "core/base/Async.h"
#include "core/types/ConversationId.h"
#include "ui/composer/ComposedMessage.h"

#include <QImage>

#include <functional>

namespace skein {

/// How the message that is answered looks in the bar above the field.
struct AnsweredMessage {
    QString name;
    QString words;
    QImage thumbnail;

    bool operator==(const AnsweredMessage&) const = default;
};

/// The message that is edited, as it is without the edit.
struct EditedMessage {
    QString words;
    QJsonArray attachments; ///< an edit sends them again

    bool operator==(const EditedMessage&) const = default;
};

struct ComposerDraft {
    MessageDraft kept; ///< all that stays on disk
    AnsweredMessage answered; ///< to kept.replyTo
    EditedMessage edited; ///< to kept.edit

    bool operator==(const ComposerDraft&) const = default;
};

/// Drafts, as the program gives them.
struct DraftBox {
    std::function<Async<ComposerDraft>(const ConversationId&)> load;
    std::function<void(const ConversationId&, const MessageDraft&)> save;
    /// What was attached there, and ready only when another conversation had come to the front.
    std::function<void(const ConversationId&, const OutgoingFile&)> add;
};

} // namespace skein

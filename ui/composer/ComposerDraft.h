// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands in the composer of a conversation while another one is in front, and how the composer
// reaches what is kept. Plain data.

#include "core/base/Async.h"
#include "core/types/ConversationId.h"
#include "ui/composer/ComposedMessage.h"

#include <QImage>

#include <functional>

namespace skein {

/// The message that is answered, as the bar above the field shows it.
struct ComposerReply {
    MessageId message; ///< empty: none is answered
    QString name;
    QString words;
    QImage thumbnail;

    bool operator==(const ComposerReply&) const = default;
};

/// The own message that is edited, and what its words are by now.
struct ComposerEdit {
    MessageId message; ///< empty: none is edited
    QString text;
    QString original; ///< its words before the edit
    QJsonArray attachments; ///< as they were: an edit sends them again

    bool operator==(const ComposerEdit&) const = default;
};

struct ComposerDraft {
    QString text; ///< of the new message, also while another is edited
    int caret = -1; ///< before this UTF-16 unit; -1: at the end
    QJsonArray attachments; ///< GroupMe's emoji in the text, and places
    QList<ComposedFile> files;
    ComposerReply reply;
    ComposerEdit edit;

    bool operator==(const ComposerDraft&) const = default;
};

/// The program gives it Drafts' two verbs.
struct DraftBox {
    std::function<Async<ComposerDraft>(const ConversationId&)> load;
    std::function<void(const ConversationId&, const ComposerDraft&)> save;
};

} // namespace skein

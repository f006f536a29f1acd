// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person can do to a message, and in which words: the same for buttons beneath it, for the
// menu and for screen readers. Pure.

#include "core/models/ThreadModel.h"

namespace skein {

enum class RowAction {
    Reply,
    React, ///< a choice of reactions
    Copy,
    CopyQuotation,
    OpenLink,
    CopyLink,
    ShowAll,
    ShowOnce, ///< what a blocked person wrote
    Edit,
    Pin,
    Unpin,
    Retry,
    Discard,
    CancelSending, ///< while its files are on their way
    About,
    Delete,
};

/// What of a row its layout knows.
struct RowParts {
    bool hasLinks = false;
    bool isCut = false;
    bool hasPeople = false;
    bool mayWrite = false; ///< here: answer and react
    bool mayEdit = false; ///< this one, as far as one knows
};

/// In the order of the menu.
[[nodiscard]] QList<RowAction> actionsOf(const ThreadRow& row, const RowParts& parts);
[[nodiscard]] QString wordsFor(RowAction action);

} // namespace skein

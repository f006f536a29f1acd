// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a draft is called where there is one line for it: its text, or what is attached when it has
// none yet, or else what it was begun for. Pure.

#include <QString>

namespace skein {

/// How much of what stands in a draft.
struct DraftParts {
    QString text;
    int photos = 0;
    int files = 0; ///< that are no photos
    QString fileName; ///< of the first of those
    int places = 0;
    bool isEdit = false; ///< a message is being edited
    QString editText;
    QString answered; ///< who wrote what it answers; empty: it is no answer
};

/// "" when there is nothing to be told.
[[nodiscard]] QString draftWords(const DraftParts& parts);

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/AvatarSource.h"

namespace skein {

AvatarSource* AvatarSource::of(const QWidget& widget)
{
    for (const QWidget* at = &widget; at; at = at->parentWidget()) {
        if (auto* source = at->findChild<AvatarSource*>(QString(), Qt::FindDirectChildrenOnly))
            return source;
    }
    return nullptr;
}

} // namespace skein

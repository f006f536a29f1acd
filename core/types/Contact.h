// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whom the account knows, and whom it has blocked (protocol.md C, G). Plain data.

#include "core/types/Group.h"

namespace skein {

struct Contact {
    Person person;
    bool isBlocked = false; ///< what the list of contacts says; the list of blocks knows better
    bool isHidden = false; ///< put away on another device: not offered
    bool operator==(const Contact&) const = default;
};

/// One page of the contacts; the service decides how many.
struct ContactPage {
    QList<Contact> contacts; ///< hidden ones included
    QString next; ///< asks for the page behind this one; empty: there is no way on
    bool operator==(const ContactPage&) const = default;
};

/// Somebody one could write to.
struct KnownPerson {
    Person person;
    QString group; ///< where one knows them from; empty: a contact, or a direct chat
    bool isBlocked = false;
    bool operator==(const KnownPerson&) const = default;
};

} // namespace skein

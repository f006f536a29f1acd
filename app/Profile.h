// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where everything that Skein keeps lies: under one folder given on the command line, or in the
// platform's data and cache folders. A throw-away profile is removed with its object.

#include "core/types/Group.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace skein {

class Profile {
public:
    /// `folder` "" is the platform's place; `throwAway` makes a temporary one instead.
    Profile(const QString& folder, bool throwAway);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] QString settingsFile() const;
    /// One folder per account: two accounts never mix (protocol.md H5). `userId` comes from the
    /// service: what is not the number that it should be gets a name that every file system takes.
    [[nodiscard]] QString accountFolder(const QString& userId) const;
    /// Who that is, as last told: for a start without the network. Lies in the account's folder.
    [[nodiscard]] Person person(const UserId& id) const;
    void keepPerson(const Person& person) const;
    /// Removes the account's data from this computer.
    void wipeAccount(const QString& userId) const;

private:
    [[nodiscard]] QString personFile(const UserId& id) const;

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The keychain of this system; CMakeLists.txt chooses which file answers. Main thread.

#include "core/platform/SecretStore.h"

#include <memory>

namespace skein {

[[nodiscard]] std::shared_ptr<SecretStore> makeSystemSecretStore();

} // namespace skein

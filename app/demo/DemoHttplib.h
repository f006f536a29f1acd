// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a DemoHttpServer comes out of the library that speaks HTTP, whether that is linked or loaded.
// Any thread.

#include "app/demo/DemoHttpServer.h"

namespace skein {

/// Its name is its own, so that it can be looked up. The caller owns what it makes.
extern "C" Q_DECL_EXPORT DemoHttpServer* makeHttplibServer(const DemoHttpServer::Handler& handler);

} // namespace skein

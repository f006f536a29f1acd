// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoHttplib.h"

namespace skein {

std::unique_ptr<DemoHttpServer> DemoHttpServer::make(const Handler& handler)
{
    return std::unique_ptr<DemoHttpServer>(makeHttplibServer(handler));
}

} // namespace skein

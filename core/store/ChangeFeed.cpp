// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/ChangeFeed.h"

#include "moc_ChangeFeed.cpp"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the people of the demo world have sent beside words: photos, files, places, polls, voices,
// replies, and how others reacted; a good selection of it stands at the end of the Rowing club and
// of one direct chat. The same time makes the same. Fills a DemoWorld once; keeps nothing.

namespace skein {

class DemoWorld;

/// To be called after the direct chats and the groups are written. What was unread stays so.
void writeDemoContent(DemoWorld& world);

} // namespace skein

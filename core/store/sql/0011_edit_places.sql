-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of two edits in the same second the one that is told of later counts, whichever is read first:
-- where the row stands that told of the newest one. It stays when the edit was applied.

ALTER TABLE pending_change ADD COLUMN position TEXT NOT NULL DEFAULT '';

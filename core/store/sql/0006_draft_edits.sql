-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words of a begun edit, beside those of the new message.

ALTER TABLE draft ADD COLUMN edit_text TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN edit_emoji TEXT NOT NULL DEFAULT ''; -- JSON array, '' when there are none

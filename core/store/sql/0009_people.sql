-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom the account knows and whom it has blocked (protocol.md C, G), to be known at once and offline.

CREATE TABLE contact (
    user_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    avatar_url TEXT NOT NULL,
    blocked INTEGER NOT NULL,            -- what the list of contacts says
    hidden INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE block (
    user_id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',       -- as it was when they were blocked here
    avatar_url TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

ALTER TABLE conversation ADD COLUMN preview_from TEXT NOT NULL DEFAULT ''; -- whose words the preview is; '': not told
UPDATE conversation SET preview_from = COALESCE((SELECT m.sender_id FROM message m
    WHERE m.conversation = conversation.number AND m.id = conversation.newest_id), '');

-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files on their way (protocol.md F1, F2), and what a draft holds beside its text.

ALTER TABLE outbox ADD COLUMN files INTEGER NOT NULL DEFAULT 0; -- how many it has: none may get lost

CREATE TABLE outbox_file (
    guid TEXT NOT NULL,                  -- of the outbox's row
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,               -- OutgoingFile::Kind
    staged TEXT NOT NULL,                -- the name of our copy in the account's folder "outgoing"
    name TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    job TEXT NOT NULL DEFAULT '',        -- uploaded, and the service works on it
    result TEXT NOT NULL DEFAULT '',     -- the image's address or the file's id
    PRIMARY KEY (guid, position)
) WITHOUT ROWID;

CREATE TABLE draft_file (
    conversation INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    staged TEXT NOT NULL,
    name TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    PRIMARY KEY (conversation, position)
) WITHOUT ROWID;

ALTER TABLE draft ADD COLUMN attachments TEXT NOT NULL DEFAULT ''; -- JSON array, '' when there are none
ALTER TABLE draft ADD COLUMN caret INTEGER NOT NULL DEFAULT -1;
ALTER TABLE draft ADD COLUMN reply_to TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN editing TEXT NOT NULL DEFAULT '';

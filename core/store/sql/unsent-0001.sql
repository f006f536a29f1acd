-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What only this computer knows, in a file of its own, attached as "unsent": damage to all that the
-- service can give again does not touch it. Conversations are known by ConversationId::key().

CREATE TABLE unsent.addressee (          -- whom what is kept here is for, as last known
    conversation TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    avatar_url TEXT NOT NULL,
    parent TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE unsent.outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    text TEXT NOT NULL,
    state INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    queued_at INTEGER NOT NULL,          -- ms
    first_sent_at INTEGER NOT NULL DEFAULT 0, -- ms, of the oldest attempt whose outcome is unknown
    last_sent_at INTEGER NOT NULL DEFAULT 0,  -- ms
    head_id TEXT NOT NULL DEFAULT '',    -- newest message known before the first attempt
    attachments TEXT NOT NULL DEFAULT '',-- JSON array, '' when there are none
    files INTEGER NOT NULL DEFAULT 0     -- how many it has: none may get lost
);

CREATE TABLE unsent.outbox_file (
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

CREATE TABLE unsent.draft (
    conversation TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    attachments TEXT NOT NULL DEFAULT '',-- JSON array, '' when there are none
    caret INTEGER NOT NULL DEFAULT -1,
    reply_to TEXT NOT NULL DEFAULT '',
    editing TEXT NOT NULL DEFAULT '',
    edit_text TEXT NOT NULL DEFAULT '',
    edit_emoji TEXT NOT NULL DEFAULT ''  -- JSON array, '' when there are none
) WITHOUT ROWID;

CREATE TABLE unsent.draft_file (
    conversation TEXT NOT NULL,
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

-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A position is created_at, id length and id as one text (core/types/Message.h): it sorts as messages do.

CREATE TABLE conversation (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,            -- ConversationId::key()
    title TEXT NOT NULL DEFAULT '',
    avatar_url TEXT NOT NULL DEFAULT '',
    last_activity INTEGER NOT NULL DEFAULT 0,
    newest_id TEXT NOT NULL DEFAULT '',  -- the newest message known, from the list or the thread
    newest_position TEXT NOT NULL DEFAULT '',
    preview TEXT NOT NULL DEFAULT '',
    preview_own INTEGER NOT NULL DEFAULT 0,
    read_position TEXT NOT NULL DEFAULT '',   -- own head: what was seen here or elsewhere
    read_certain INTEGER NOT NULL DEFAULT 0,  -- 0: only assumed at first sight
    receipt_position TEXT NOT NULL DEFAULT '',-- what the service was told
    seen_position TEXT NOT NULL DEFAULT '',   -- the other side's head
    unread INTEGER NOT NULL DEFAULT 0,
    stale INTEGER NOT NULL DEFAULT 0,         -- tries left to fetch what the list promised
    requires_approval INTEGER NOT NULL DEFAULT 0,
    deletion_mode TEXT NOT NULL DEFAULT '',
    place_key TEXT NOT NULL DEFAULT '',       -- where the reader was
    place_position TEXT NOT NULL DEFAULT '',
    place_offset INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE message (
    conversation INTEGER NOT NULL REFERENCES conversation(number),
    position TEXT NOT NULL,
    id TEXT NOT NULL,
    guid TEXT NOT NULL DEFAULT '',
    sender_id TEXT NOT NULL,
    own INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,   -- a bookkeeping row: "a message was deleted"
    counts INTEGER NOT NULL DEFAULT 1,   -- may be unread: not own, not system, not deleted
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER NOT NULL DEFAULT 0,
    sender_name TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '',      -- JSON of everything else, '' when there is none
    PRIMARY KEY (conversation, position)
) WITHOUT ROWID;
CREATE UNIQUE INDEX message_id ON message(conversation, id);

-- Stretches of a thread that are known to be complete, edges included; they never overlap.
CREATE TABLE range (
    conversation INTEGER NOT NULL REFERENCES conversation(number),
    oldest TEXT NOT NULL,
    newest TEXT NOT NULL,
    reaches_start INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation, oldest)
) WITHOUT ROWID;

-- What a system row said of a message that is not here yet (protocol.md J5).
CREATE TABLE pending_change (
    conversation INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    deleted_at INTEGER NOT NULL DEFAULT 0,
    deletion_actor TEXT NOT NULL DEFAULT '',
    updated_at INTEGER NOT NULL DEFAULT 0,
    content TEXT NOT NULL DEFAULT '',    -- JSON of the edited message
    PRIMARY KEY (conversation, message_id)
) WITHOUT ROWID;

CREATE TABLE outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversation(number),
    text TEXT NOT NULL,
    state INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    queued_at INTEGER NOT NULL,          -- ms
    first_sent_at INTEGER NOT NULL DEFAULT 0, -- ms, of the oldest attempt whose outcome is unknown
    last_sent_at INTEGER NOT NULL DEFAULT 0,  -- ms
    head_id TEXT NOT NULL DEFAULT ''     -- newest message known before the first attempt
);

CREATE TABLE draft (
    conversation INTEGER PRIMARY KEY,
    text TEXT NOT NULL
);

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

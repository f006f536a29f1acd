-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a new file is made of at once: the same as all steps from 0001 on (tst_DatabaseLayout). What
-- the columns mean is said in the steps.

CREATE TABLE main.conversation (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    avatar_url TEXT NOT NULL DEFAULT '',
    last_activity INTEGER NOT NULL DEFAULT 0,
    newest_id TEXT NOT NULL DEFAULT '',
    newest_position TEXT NOT NULL DEFAULT '',
    preview TEXT NOT NULL DEFAULT '',
    preview_own INTEGER NOT NULL DEFAULT 0,
    read_position TEXT NOT NULL DEFAULT '',
    read_certain INTEGER NOT NULL DEFAULT 0,
    receipt_position TEXT NOT NULL DEFAULT '',
    seen_position TEXT NOT NULL DEFAULT '',
    unread INTEGER NOT NULL DEFAULT 0,
    stale INTEGER NOT NULL DEFAULT 0,
    requires_approval INTEGER NOT NULL DEFAULT 0,
    deletion_mode TEXT NOT NULL DEFAULT '',
    place_key TEXT NOT NULL DEFAULT '',
    place_position TEXT NOT NULL DEFAULT '',
    place_offset INTEGER NOT NULL DEFAULT 0,
    parent TEXT NOT NULL DEFAULT '',
    preview_sender TEXT NOT NULL DEFAULT '',
    kind INTEGER,
    description TEXT NOT NULL DEFAULT '',
    creator TEXT NOT NULL DEFAULT '',
    like_icon TEXT NOT NULL DEFAULT '',
    topics INTEGER NOT NULL DEFAULT 0,
    members INTEGER NOT NULL DEFAULT 0,
    muted_until INTEGER NOT NULL DEFAULT 0,
    my_role INTEGER NOT NULL DEFAULT 0,
    membership INTEGER NOT NULL DEFAULT 0,
    topics_due INTEGER NOT NULL DEFAULT 0,
    topics_asked_at INTEGER NOT NULL DEFAULT 0,
    edit_period INTEGER,
    noticed_position TEXT NOT NULL DEFAULT '',
    put_off INTEGER NOT NULL DEFAULT 0,
    written_elsewhere TEXT NOT NULL DEFAULT '',
    preview_from TEXT NOT NULL DEFAULT '',
    put_off_reactions INTEGER NOT NULL DEFAULT 0,
    preview_kind INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE main.message (
    conversation INTEGER NOT NULL REFERENCES conversation(number),
    position TEXT NOT NULL,
    id TEXT NOT NULL,
    guid TEXT NOT NULL DEFAULT '',
    sender_id TEXT NOT NULL,
    own INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    counts INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER NOT NULL DEFAULT 0,
    sender_name TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (conversation, position)
) WITHOUT ROWID;

CREATE UNIQUE INDEX main.message_id ON message(conversation, id);

CREATE TABLE main.range (
    conversation INTEGER NOT NULL REFERENCES conversation(number),
    oldest TEXT NOT NULL,
    newest TEXT NOT NULL,
    reaches_start INTEGER NOT NULL DEFAULT 0,
    island INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation, oldest)
) WITHOUT ROWID;

CREATE TABLE main.pending_change (
    conversation INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    deleted_at INTEGER NOT NULL DEFAULT 0,
    deletion_actor TEXT NOT NULL DEFAULT '',
    updated_at INTEGER NOT NULL DEFAULT 0,
    content TEXT NOT NULL DEFAULT '',
    position TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (conversation, message_id)
) WITHOUT ROWID;

CREATE TABLE main.meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX main.conversation_parent ON conversation(parent);

CREATE TABLE main.member (
    conversation INTEGER NOT NULL REFERENCES conversation(number),
    user_id TEXT NOT NULL,
    membership_id TEXT NOT NULL,
    nickname TEXT NOT NULL,
    avatar_url TEXT NOT NULL,
    role INTEGER NOT NULL,
    PRIMARY KEY (conversation, user_id)
) WITHOUT ROWID;

CREATE INDEX main.message_pinned ON message(conversation, position) WHERE instr(extra, '"pinned":') > 0;

CREATE TABLE main.card (
    kind INTEGER NOT NULL,
    id TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;

CREATE TABLE main.contact (
    user_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    avatar_url TEXT NOT NULL,
    blocked INTEGER NOT NULL,
    hidden INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE main.block (
    user_id TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    avatar_url TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a new file is made of at once: the same as all steps from unsent-0001 on (tst_DatabaseLayout). What
-- the columns mean is said in the steps.

CREATE TABLE unsent.addressee (
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
    queued_at INTEGER NOT NULL,
    first_sent_at INTEGER NOT NULL DEFAULT 0,
    last_sent_at INTEGER NOT NULL DEFAULT 0,
    head_id TEXT NOT NULL DEFAULT '',
    attachments TEXT NOT NULL DEFAULT '',
    files INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE unsent.outbox_file (
    guid TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    staged TEXT NOT NULL,
    name TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    PRIMARY KEY (guid, position)
) WITHOUT ROWID;

CREATE TABLE unsent.draft (
    conversation TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    attachments TEXT NOT NULL DEFAULT '',
    caret INTEGER NOT NULL DEFAULT -1,
    reply_to TEXT NOT NULL DEFAULT '',
    editing TEXT NOT NULL DEFAULT '',
    edit_text TEXT NOT NULL DEFAULT '',
    edit_emoji TEXT NOT NULL DEFAULT ''
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

CREATE INDEX unsent.outbox_conversation ON outbox(conversation);

CREATE INDEX unsent.outbox_turn ON outbox(conversation) WHERE state IN (0, 1, 2, 3);

CREATE TABLE unsent.sent_edit (
    conversation TEXT NOT NULL,
    message TEXT NOT NULL,
    text TEXT NOT NULL,
    emoji TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (conversation, message)
) WITHOUT ROWID;

CREATE INDEX unsent.outbox_failed ON outbox(conversation) WHERE state IN (4, 5);

CREATE TABLE unsent.upload (
    staged TEXT PRIMARY KEY,
    job TEXT NOT NULL,
    result TEXT NOT NULL
) WITHOUT ROWID;

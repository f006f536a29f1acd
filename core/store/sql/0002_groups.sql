-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Groups and topics beside direct chats (protocol.md D, E).

ALTER TABLE conversation ADD COLUMN parent TEXT NOT NULL DEFAULT '';         -- of a topic: its group's key
ALTER TABLE conversation ADD COLUMN preview_sender TEXT NOT NULL DEFAULT ''; -- '' in direct chats and for own ones
ALTER TABLE conversation ADD COLUMN kind INTEGER;                            -- GroupKind; NULL: the service did not say
ALTER TABLE conversation ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN creator TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN like_icon TEXT NOT NULL DEFAULT '';      -- "pack/index"
ALTER TABLE conversation ADD COLUMN topics INTEGER NOT NULL DEFAULT 0;       -- of a group: how many it has
ALTER TABLE conversation ADD COLUMN members INTEGER NOT NULL DEFAULT 0;      -- 0: unknown
ALTER TABLE conversation ADD COLUMN muted_until INTEGER NOT NULL DEFAULT 0;  -- seconds of the service's clock
ALTER TABLE conversation ADD COLUMN my_role INTEGER NOT NULL DEFAULT 0;      -- GroupRole
ALTER TABLE conversation ADD COLUMN membership INTEGER NOT NULL DEFAULT 0;   -- Membership
ALTER TABLE conversation ADD COLUMN topics_due INTEGER NOT NULL DEFAULT 0;   -- its list of topics is to be asked for
ALTER TABLE conversation ADD COLUMN topics_asked_at INTEGER NOT NULL DEFAULT 0; -- seconds; 0: never
CREATE INDEX conversation_parent ON conversation(parent);

CREATE TABLE member (
    conversation INTEGER NOT NULL REFERENCES conversation(number),
    user_id TEXT NOT NULL,
    membership_id TEXT NOT NULL,
    nickname TEXT NOT NULL,
    avatar_url TEXT NOT NULL,
    role INTEGER NOT NULL,               -- GroupRole
    PRIMARY KEY (conversation, user_id)
) WITHOUT ROWID;

ALTER TABLE outbox ADD COLUMN attachments TEXT NOT NULL DEFAULT ''; -- JSON array, '' when there are none

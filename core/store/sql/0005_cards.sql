-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What only jumps read (MessageStore.h, Span), and what the service told about files, polls and events (core/store/CardStore.h): shown offline too.

ALTER TABLE range ADD COLUMN island INTEGER NOT NULL DEFAULT 0;

CREATE TABLE card (
    kind INTEGER NOT NULL,               -- CardKind
    id TEXT NOT NULL,
    content TEXT NOT NULL,               -- JSON
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;

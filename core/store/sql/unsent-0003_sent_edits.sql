-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Edits that the service has not answered yet: of no draft any more, however many there are.

CREATE TABLE unsent.sent_edit (
    conversation TEXT NOT NULL,
    message TEXT NOT NULL,
    text TEXT NOT NULL,
    emoji TEXT NOT NULL DEFAULT '',      -- JSON array, '' when there are none
    PRIMARY KEY (conversation, message)
) WITHOUT ROWID;

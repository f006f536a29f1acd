-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- At each start: the two files may be of different moments, after a crash between their commits or
-- because one of them began anew.

DELETE FROM unsent.outbox WHERE (first_sent_at != 0 OR last_sent_at != 0) AND EXISTS (
    SELECT 1 FROM main.conversation c JOIN main.message m ON m.conversation = c.number
    WHERE c.key = unsent.outbox.conversation AND m.own
        AND m.guid = unsent.outbox.guid);

DELETE FROM unsent.outbox_file WHERE guid NOT IN (SELECT guid FROM unsent.outbox);

DELETE FROM unsent.upload WHERE staged NOT IN (
    SELECT staged FROM unsent.outbox_file UNION SELECT staged FROM unsent.draft_file);

DELETE FROM unsent.addressee WHERE conversation NOT IN (
    SELECT conversation FROM unsent.outbox UNION SELECT conversation FROM unsent.draft
    UNION SELECT conversation FROM unsent.sent_edit);

INSERT OR IGNORE INTO main.conversation (key, title, avatar_url, parent)
SELECT conversation, title, avatar_url, parent FROM unsent.addressee;

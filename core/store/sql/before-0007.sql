-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whatever waits goes to the file of its own, and is there before 0007 takes it from here: each of
-- the two files is written as a whole, but not both at the same instant.

INSERT OR IGNORE INTO unsent.addressee (conversation, title, avatar_url, parent)
SELECT key, title, avatar_url, parent FROM main.conversation
WHERE number IN (SELECT conversation FROM main.outbox UNION SELECT conversation FROM main.draft);

INSERT OR IGNORE INTO unsent.outbox (guid, conversation, text, state, reason, queued_at, first_sent_at, last_sent_at, head_id, attachments, files)
SELECT o.guid, c.key, o.text, o.state, o.reason, o.queued_at, o.first_sent_at, o.last_sent_at, o.head_id, o.attachments, o.files
FROM main.outbox o JOIN main.conversation c ON c.number = o.conversation ORDER BY o.number;

INSERT OR IGNORE INTO unsent.outbox_file (guid, position, kind, staged, name, mime_type, size, width, height)
SELECT guid, position, kind, staged, name, mime_type, size, width, height FROM main.outbox_file;

INSERT OR IGNORE INTO unsent.upload (staged, job, result)
SELECT staged, job, result FROM main.outbox_file WHERE job != '' OR result != '';

INSERT OR IGNORE INTO unsent.draft (conversation, text, attachments, caret, reply_to, editing, edit_text, edit_emoji)
SELECT c.key, d.text, d.attachments, d.caret, d.reply_to, d.editing, d.edit_text, d.edit_emoji
FROM main.draft d JOIN main.conversation c ON c.number = d.conversation;

INSERT OR IGNORE INTO unsent.draft_file (conversation, position, kind, staged, name, mime_type, size, width, height)
SELECT c.key, f.position, f.kind, f.staged, f.name, f.mime_type, f.size, f.width, f.height
FROM main.draft_file f JOIN main.conversation c ON c.number = f.conversation;

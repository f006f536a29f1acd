-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What only this computer knows, out of a damaged database attached as "damaged" of the time before
-- it had a file of its own. A statement that fails does not stop the others.

-- The parent of "t/77/55" is "g/55"; a database of the first form has no column that says so.
INSERT OR IGNORE INTO unsent.addressee (conversation, title, avatar_url, parent)
SELECT key, title, avatar_url,
    CASE WHEN key GLOB 't/*' THEN 'g/' || SUBSTR(key, INSTR(SUBSTR(key, 3), '/') + 3) ELSE '' END
FROM damaged.conversation
WHERE number IN (SELECT conversation FROM damaged.outbox UNION SELECT conversation FROM damaged.draft);

INSERT OR IGNORE INTO unsent.outbox (guid, conversation, text, state, reason, queued_at, first_sent_at, last_sent_at, head_id)
SELECT o.guid, d.key, o.text, o.state, o.reason, o.queued_at, o.first_sent_at, o.last_sent_at, o.head_id
FROM damaged.outbox o JOIN damaged.conversation d ON d.number = o.conversation ORDER BY o.number;

-- By itself: a database of an earlier form has no attachments, and then none are lost.
UPDATE unsent.outbox SET attachments = COALESCE((SELECT o.attachments FROM damaged.outbox o WHERE o.guid = unsent.outbox.guid), attachments);

-- First how many files there must be: a message whose files cannot be read must not leave without them.
UPDATE unsent.outbox SET files = COALESCE((SELECT o.files FROM damaged.outbox o WHERE o.guid = unsent.outbox.guid), files);

INSERT OR IGNORE INTO unsent.outbox_file (guid, position, kind, staged, name, mime_type, size, width, height)
SELECT f.guid, f.position, f.kind, f.staged, f.name, f.mime_type, f.size, f.width, f.height
FROM damaged.outbox_file f;

INSERT OR IGNORE INTO unsent.upload (staged, job, result)
SELECT f.staged, f.job, f.result FROM damaged.outbox_file f WHERE f.job != '' OR f.result != '';

INSERT OR IGNORE INTO unsent.draft (conversation, text)
SELECT d.key, t.text FROM damaged.draft t JOIN damaged.conversation d ON d.number = t.conversation;

UPDATE unsent.draft SET (attachments, caret, reply_to, editing) = (SELECT t.attachments, t.caret, t.reply_to, t.editing
FROM damaged.draft t JOIN damaged.conversation d ON d.number = t.conversation WHERE d.key = unsent.draft.conversation)
WHERE conversation IN (SELECT d.key FROM damaged.draft t JOIN damaged.conversation d ON d.number = t.conversation);

UPDATE unsent.draft SET (edit_text, edit_emoji) = (SELECT t.edit_text, t.edit_emoji
FROM damaged.draft t JOIN damaged.conversation d ON d.number = t.conversation WHERE d.key = unsent.draft.conversation)
WHERE conversation IN (SELECT d.key FROM damaged.draft t JOIN damaged.conversation d ON d.number = t.conversation);

INSERT OR IGNORE INTO unsent.draft_file (conversation, position, kind, staged, name, mime_type, size, width, height)
SELECT d.key, f.position, f.kind, f.staged, f.name, f.mime_type, f.size, f.width, f.height
FROM damaged.draft_file f JOIN damaged.conversation d ON d.number = f.conversation;

-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What only this computer knows, out of a damaged file of it attached as "damaged": nobody gives it
-- again. A statement that fails does not stop the others.

INSERT OR IGNORE INTO unsent.addressee SELECT conversation, title, avatar_url, parent FROM damaged.addressee;

INSERT OR IGNORE INTO unsent.outbox (guid, conversation, text, state, reason, queued_at, first_sent_at, last_sent_at, head_id, attachments, files)
SELECT guid, conversation, text, state, reason, queued_at, first_sent_at, last_sent_at, head_id, attachments, files
FROM damaged.outbox ORDER BY number;

INSERT OR IGNORE INTO unsent.outbox_file (guid, position, kind, staged, name, mime_type, size, width, height)
SELECT guid, position, kind, staged, name, mime_type, size, width, height FROM damaged.outbox_file;

INSERT OR IGNORE INTO unsent.upload (staged, job, result) SELECT staged, job, result FROM damaged.upload;

INSERT OR IGNORE INTO unsent.draft (conversation, text, attachments, caret, reply_to, editing, edit_text, edit_emoji)
SELECT conversation, text, attachments, caret, reply_to, editing, edit_text, edit_emoji FROM damaged.draft;

INSERT OR IGNORE INTO unsent.draft_file (conversation, position, kind, staged, name, mime_type, size, width, height)
SELECT conversation, position, kind, staged, name, mime_type, size, width, height FROM damaged.draft_file;

INSERT OR IGNORE INTO unsent.sent_edit (conversation, message, text, emoji)
SELECT conversation, message, text, emoji FROM damaged.sent_edit;

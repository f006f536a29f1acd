-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the service said of an upload belongs to the copy, not to the message: one that is taken back
-- and sent after all uploads nothing again.

CREATE TABLE unsent.upload (
    staged TEXT PRIMARY KEY,             -- the name of our copy, which is of one conversation
    job TEXT NOT NULL,                   -- uploaded, and the service works on it
    result TEXT NOT NULL                 -- the image's address or the file's id
) WITHOUT ROWID;

INSERT OR REPLACE INTO unsent.upload (staged, job, result)
SELECT staged, job, result FROM unsent.outbox_file WHERE job != '' OR result != '';

ALTER TABLE unsent.outbox_file DROP COLUMN job;
ALTER TABLE unsent.outbox_file DROP COLUMN result;

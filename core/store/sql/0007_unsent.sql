-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What waits lives in a file of its own from now on; before-0007.sql has brought it there.

DROP TABLE main.outbox;
DROP TABLE main.outbox_file;
DROP TABLE main.draft;
DROP TABLE main.draft_file;

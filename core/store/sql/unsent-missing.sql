-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many of the tables that the migrations make are not there.

SELECT COUNT(*) FROM (VALUES ('addressee'), ('outbox'), ('outbox_file'), ('draft'), ('draft_file'),
    ('sent_edit'), ('upload'))
WHERE column1 NOT IN (SELECT name FROM unsent.sqlite_master WHERE type = 'table')

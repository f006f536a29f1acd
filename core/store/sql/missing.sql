-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many of the tables that the migrations make are not there.

SELECT COUNT(*) FROM (VALUES ('conversation'), ('message'), ('range'), ('pending_change'), ('meta'),
    ('member'), ('card'), ('contact'), ('block'))
WHERE column1 NOT IN (SELECT name FROM main.sqlite_master WHERE type = 'table')

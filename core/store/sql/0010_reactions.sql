-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What quiet hours held back beside messages: reactions make nothing unread.

ALTER TABLE conversation ADD COLUMN put_off_reactions INTEGER NOT NULL DEFAULT 0;

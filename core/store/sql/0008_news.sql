-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the person has been told of (core/store/NewsStore.h), and what they have surely read.

ALTER TABLE conversation ADD COLUMN noticed_position TEXT NOT NULL DEFAULT ''; -- up to here it is no news any more
ALTER TABLE conversation ADD COLUMN put_off INTEGER NOT NULL DEFAULT 0;        -- news that quiet hours held back
ALTER TABLE conversation ADD COLUMN written_elsewhere TEXT NOT NULL DEFAULT ''; -- the newest own message from another device

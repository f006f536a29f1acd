-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether something there waits for the person is asked for with every row of the chat list.

CREATE INDEX unsent.outbox_failed ON outbox(conversation) WHERE state IN (4, 5);

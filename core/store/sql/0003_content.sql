-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What messages carry beside their text (protocol.md B9, B11).

ALTER TABLE conversation ADD COLUMN edit_period INTEGER; -- minutes; 0: messages cannot be edited; NULL: the service did not say

-- Few messages are pinned, and a thread asks for them whenever it opens.
CREATE INDEX message_pinned ON message(conversation, position) WHERE instr(extra, '"pinned":') > 0;

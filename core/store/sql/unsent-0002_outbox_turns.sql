-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is sent next is found without reading all that waits behind it, or before it for the person.

CREATE INDEX unsent.outbox_conversation ON outbox(conversation);
CREATE INDEX unsent.outbox_turn ON outbox(conversation) WHERE state IN (0, 1, 2, 3);

-- SPDX-FileCopyrightText: 2026 The Skein authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What stands for a message that has no words is kept as a kind (core/types/Message.h) and said in the
-- language of whoever reads it. Until now it was said, in English or Spanish, when it was written.

ALTER TABLE conversation ADD COLUMN preview_kind INTEGER NOT NULL DEFAULT 0;

UPDATE conversation SET preview_kind = CASE preview
    WHEN 'Message deleted' THEN 1 WHEN 'Mensaje eliminado' THEN 1
    WHEN 'Photo' THEN 2 WHEN 'Foto' THEN 2
    WHEN 'Video' THEN 3 WHEN 'Vídeo' THEN 3
    WHEN 'File' THEN 4 WHEN 'Archivo' THEN 4
    WHEN 'Location' THEN 5 WHEN 'Ubicación' THEN 5
    WHEN 'Poll' THEN 6 WHEN 'Encuesta' THEN 6
    WHEN 'Event' THEN 7 WHEN 'Evento' THEN 7
    WHEN 'Voice message' THEN 8 WHEN 'Mensaje de voz' THEN 8
    WHEN 'Attachment' THEN 9 WHEN 'Adjunto' THEN 9
    ELSE 0 END
WHERE NOT EXISTS (SELECT 1 FROM message m
    WHERE m.conversation = number AND m.position = newest_position AND m.text = preview);
UPDATE conversation SET preview = '' WHERE preview_kind != 0;

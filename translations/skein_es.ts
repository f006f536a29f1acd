<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CardKinds</name>
    <message>
        <source>Download %1</source>
        <translation>Descargar %1</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 hasta ahora</translation>
    </message>
    <message>
        <source>Stop downloading %1</source>
        <translation>Detener la descarga de %1</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Download %1 again</source>
        <translation>Volver a descargar %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>No longer available</source>
        <translation>Ya no está disponible</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>archivo %1</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Show %1 on a map</source>
        <translation>Ver %1 en un mapa</translation>
    </message>
    <message>
        <source>location</source>
        <translation>ubicación</translation>
    </message>
    <message>
        <source>location %1</source>
        <translation>ubicación %1</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>%1 going, %2 not</source>
        <translation>Asisten: %1; no asisten: %2</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>evento %1</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Mensaje de voz</translation>
    </message>
    <message>
        <source>Play in the browser</source>
        <translation>Reproducir en el navegador</translation>
    </message>
    <message>
        <source>To be seen in GroupMe</source>
        <translation>Se puede ver en GroupMe</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Search chats, topics and commands</source>
        <translation>Buscar chats, temas y comandos</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Mensaje nuevo</translation>
    </message>
    <message>
        <source>Next unread chat</source>
        <translation>Siguiente chat no leído</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Chat anterior</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Chat siguiente</translation>
    </message>
    <message>
        <source>Back to the conversation before</source>
        <translation>Volver a la conversación anterior</translation>
    </message>
    <message>
        <source>List of topics</source>
        <translation>Lista de temas</translation>
    </message>
    <message>
        <source>Previous topic</source>
        <translation>Tema anterior</translation>
    </message>
    <message>
        <source>Next topic</source>
        <translation>Tema siguiente</translation>
    </message>
    <message>
        <source>Only the avatars of the chats, and back</source>
        <translation>Solo los avatares de los chats, o la lista completa</translation>
    </message>
    <message>
        <source>Who is in this conversation</source>
        <translation>Quién está en esta conversación</translation>
    </message>
    <message>
        <source>To the message field</source>
        <translation>Ir al campo de mensaje</translation>
    </message>
    <message>
        <source>Attach photos, files or a location</source>
        <translation>Adjuntar fotos, archivos o una ubicación</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>Texto de tamaño normal</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>Personas bloqueadas</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Quit Skein</source>
        <translation>Salir de Skein</translation>
    </message>
    <message>
        <source>Quiet for 1 hour, and back</source>
        <translation>Silencio durante 1 hora, y de vuelta</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>Edit of a message</source>
        <translation>Edición de un mensaje</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>Editar «%1»</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Respuesta a %1</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message numerus="yes">
        <source>%n photos</source>
        <translation>
            <numerusform>%n foto</numerusform>
            <numerusform>%n fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message numerus="yes">
        <source>%n locations</source>
        <translation>
            <numerusform>%n ubicación</numerusform>
            <numerusform>%n ubicaciones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop to attach</source>
        <translation>Suelta aquí para adjuntar</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Somebody was added</source>
        <translation>Se añadió a alguien</translation>
    </message>
    <message>
        <source>Somebody joined</source>
        <translation>Alguien se unió</translation>
    </message>
    <message>
        <source>Somebody came back</source>
        <translation>Alguien volvió</translation>
    </message>
    <message>
        <source>Somebody left</source>
        <translation>Alguien salió</translation>
    </message>
    <message>
        <source>Somebody was removed</source>
        <translation>Se eliminó a alguien</translation>
    </message>
    <message>
        <source>Somebody has another name now</source>
        <translation>Alguien cambió de nombre</translation>
    </message>
    <message>
        <source>Somebody has another picture now</source>
        <translation>Alguien cambió de foto</translation>
    </message>
    <message>
        <source>Something changed about the members</source>
        <translation>Algo cambió en los miembros</translation>
    </message>
    <message>
        <source>A topic was created</source>
        <translation>Se creó un tema</translation>
    </message>
    <message>
        <source>A topic was deleted</source>
        <translation>Se eliminó un tema</translation>
    </message>
    <message>
        <source>A topic was renamed</source>
        <translation>Se cambió el nombre de un tema</translation>
    </message>
    <message>
        <source>Something changed about a topic</source>
        <translation>Algo cambió en un tema</translation>
    </message>
    <message>
        <source>The group was renamed</source>
        <translation>Se cambió el nombre del grupo</translation>
    </message>
    <message>
        <source>The group has another description now</source>
        <translation>El grupo tiene otra descripción</translation>
    </message>
    <message>
        <source>The group has another picture now</source>
        <translation>El grupo tiene otra foto</translation>
    </message>
    <message>
        <source>The group has another owner now</source>
        <translation>El grupo tiene otro propietario</translation>
    </message>
    <message>
        <source>Somebody&apos;s role changed</source>
        <translation>El rol de alguien cambió</translation>
    </message>
    <message>
        <source>A call began</source>
        <translation>Empezó una llamada</translation>
    </message>
    <message>
        <source>A call ended</source>
        <translation>Terminó una llamada</translation>
    </message>
    <message>
        <source>Something changed about the group</source>
        <translation>Algo cambió en el grupo</translation>
    </message>
    <message>
        <source>A poll was created</source>
        <translation>Se creó una encuesta</translation>
    </message>
    <message>
        <source>A poll has ended</source>
        <translation>Terminó una encuesta</translation>
    </message>
    <message>
        <source>A poll ends soon</source>
        <translation>Una encuesta termina pronto</translation>
    </message>
    <message>
        <source>Something changed about a poll</source>
        <translation>Algo cambió en una encuesta</translation>
    </message>
    <message>
        <source>An event was created</source>
        <translation>Se creó un evento</translation>
    </message>
    <message>
        <source>An event begins</source>
        <translation>Empieza un evento</translation>
    </message>
    <message>
        <source>An event was cancelled</source>
        <translation>Se canceló un evento</translation>
    </message>
    <message>
        <source>Something changed about an event</source>
        <translation>Algo cambió en un evento</translation>
    </message>
    <message>
        <source>A message was deleted</source>
        <translation>Se eliminó un mensaje</translation>
    </message>
    <message>
        <source>A message was edited</source>
        <translation>Se editó un mensaje</translation>
    </message>
    <message>
        <source>A message was pinned</source>
        <translation>Se fijó un mensaje</translation>
    </message>
    <message>
        <source>A message is not pinned any more</source>
        <translation>Un mensaje ya no está fijado</translation>
    </message>
    <message>
        <source>A bot was added</source>
        <translation>Se añadió un bot</translation>
    </message>
    <message>
        <source>A bot was removed</source>
        <translation>Se eliminó un bot</translation>
    </message>
    <message>
        <source>Something changed about a bot</source>
        <translation>Algo cambió en un bot</translation>
    </message>
    <message>
        <source>Something changed here</source>
        <translation>Algo cambió aquí</translation>
    </message>
</context>
<context>
    <name>FileIntake</name>
    <message>
        <source>%1 has too many pixels to be sent.</source>
        <translation>%1 tiene demasiados píxeles para enviarse.</translation>
    </message>
    <message>
        <source>%1 is a HEIC photo of a kind that Skein cannot read here. Saved as JPEG it can be sent.</source>
        <translation>%1 es una foto HEIC de un tipo que Skein no puede leer aquí. Guardada como JPEG, se puede enviar.</translation>
    </message>
    <message>
        <source>%1 is damaged: it cannot be read as a picture.</source>
        <translation>%1 está dañado: no se puede leer como imagen.</translation>
    </message>
    <message>
        <source>%1 is larger than 50 MB.</source>
        <translation>%1 ocupa más de 50 MB.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ya no está ahí.</translation>
    </message>
    <message>
        <source>%1 is not a file. Only files can be sent.</source>
        <translation>%1 no es un archivo. Solo se pueden enviar archivos.</translation>
    </message>
    <message>
        <source>%1 cannot be read: its owner does not allow it.</source>
        <translation>%1 no se puede leer: su propietario no lo permite.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 está vacío.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>%1 could not be copied in time. Attach it again.</source>
        <translation>%1 no se pudo copiar a tiempo. Adjúntalo otra vez.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation>Intro, Mayúsculas+Intro</translation>
    </message>
    <message>
        <source>Send, new line</source>
        <translation>Enviar, línea nueva</translation>
    </message>
    <message>
        <source>Up, in the empty field</source>
        <translation>Arriba, en el campo vacío</translation>
    </message>
    <message>
        <source>Edit the last own message</source>
        <translation>Editar tu último mensaje</translation>
    </message>
    <message>
        <source>@ or : and two letters</source>
        <translation>@ o : y dos letras</translation>
    </message>
    <message>
        <source>Mention somebody, emoji by name</source>
        <translation>Mencionar a alguien, emoji por su nombre</translation>
    </message>
    <message>
        <source>Ctrl+V, in the field</source>
        <translation>Control+V, en el campo</translation>
    </message>
    <message>
        <source>Attach a picture or files of the clipboard</source>
        <translation>Adjuntar una imagen o archivos del portapapeles</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Re Pág, Av Pág</translation>
    </message>
    <message>
        <source>Scroll the thread</source>
        <translation>Desplazar la conversación</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Izquierda</translation>
    </message>
    <message>
        <source>Back to the place from which one went to a message</source>
        <translation>Volver al lugar desde el que fuiste a un mensaje</translation>
    </message>
    <message>
        <source>Arrows in the thread, Shift+F10</source>
        <translation>Flechas en la conversación, Mayúsculas+F10</translation>
    </message>
    <message>
        <source>Choose a message, its menu</source>
        <translation>Elegir un mensaje, su menú</translation>
    </message>
    <message>
        <source>R, E, Enter, Delete on a message</source>
        <translation>R, E, Intro, Suprimir en un mensaje</translation>
    </message>
    <message>
        <source>Answer, edit, open what it carries, delete</source>
        <translation>Responder, editar, abrir lo que contiene, eliminar</translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down, Ctrl+C</source>
        <translation>Mayúsculas+Arriba, Mayúsculas+Abajo, Control+C</translation>
    </message>
    <message>
        <source>Choose several messages, copy them</source>
        <translation>Elegir varios mensajes, copiarlos</translation>
    </message>
    <message>
        <source>Shift+F10 on a chat or topic</source>
        <translation>Mayúsculas+F10 en un chat o tema</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>Lo que se puede hacer con él</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Tú: %1</translation>
    </message>
    <message>
        <source>Message request: %1</source>
        <translation>Solicitud de mensaje: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n no leído</numerusform>
            <numerusform>%n no leídos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread, muted</source>
        <translation>
            <numerusform>%n no leído, silenciado</numerusform>
            <numerusform>%n no leídos, silenciados</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Borrador: %1</translation>
    </message>
    <message>
        <source>a message was not sent</source>
        <translation>un mensaje no se envió</translation>
    </message>
</context>
<context>
    <name>MessageLayout</name>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijado</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevos</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>Se eliminó este mensaje</translation>
    </message>
</context>
<context>
    <name>MessagePreview</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Encuesta</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Mensaje de voz</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Adjunto</translation>
    </message>
    <message>
        <source>Message from a blocked person</source>
        <translation>Mensaje de una persona bloqueada</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Mensaje eliminado</translation>
    </message>
</context>
<context>
    <name>MuteWords</name>
    <message>
        <source>muted</source>
        <translation>silenciado</translation>
    </message>
    <message>
        <source>muted %1 d</source>
        <translation>silenciado %1 d</translation>
    </message>
    <message>
        <source>muted %1 h</source>
        <translation>silenciado %1 h</translation>
    </message>
    <message>
        <source>muted %1 min</source>
        <translation>silenciado %1 min</translation>
    </message>
</context>
<context>
    <name>PictureContent</name>
    <message>
        <source>Could not be loaded. Try again</source>
        <translation>No se pudo cargar. Reintentar</translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation>No es una imagen</translation>
    </message>
    <message>
        <source>Load from %1</source>
        <translation>Cargar de %1</translation>
    </message>
    <message>
        <source>Load photo</source>
        <translation>Cargar la foto</translation>
    </message>
    <message>
        <source>Play photo</source>
        <translation>Reproducir la foto</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Abrir la foto</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 de %3</translation>
    </message>
    <message numerus="yes">
        <source>%n photos</source>
        <translation>
            <numerusform>%n foto</numerusform>
            <numerusform>%n fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>photo, %1 by %2</source>
        <translation>foto, %1 por %2</translation>
    </message>
</context>
<context>
    <name>PollContent</name>
    <message>
        <source>Poll</source>
        <translation>Encuesta</translation>
    </message>
    <message>
        <source>Poll, closed</source>
        <translation>Encuesta cerrada</translation>
    </message>
    <message>
        <source>Poll, open until %1</source>
        <translation>Encuesta abierta hasta: %1</translation>
    </message>
    <message>
        <source>Poll, open</source>
        <translation>Encuesta abierta</translation>
    </message>
    <message>
        <source>poll %1</source>
        <translation>encuesta %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>QuoteContent</name>
    <message>
        <source>An earlier message</source>
        <translation>Un mensaje anterior</translation>
    </message>
    <message>
        <source>The original message is gone</source>
        <translation>El mensaje original ya no existe</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Go to the original message</source>
        <translation>Ir al mensaje original</translation>
    </message>
    <message>
        <source>reply to: %1</source>
        <translation>respuesta a: %1</translation>
    </message>
    <message>
        <source>reply to %1: %2</source>
        <translation>respuesta a %1: %2</translation>
    </message>
    <message>
        <source>reply to you: %1</source>
        <translation>respuesta a ti: %1</translation>
    </message>
</context>
<context>
    <name>ReactionContent</name>
    <message>
        <source>:emoji:</source>
        <translation>:emoji:</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Take back %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>React with %1</source>
        <translation>Reaccionar con %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reactions</source>
        <translation>
            <numerusform>%n reacción</numerusform>
            <numerusform>%n reacciones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reaccionar</translation>
    </message>
    <message>
        <source>Copy as quotation</source>
        <translation>Copiar como cita</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Dejar de fijar</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Abrir enlace</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show once</source>
        <translation>Mostrar una vez</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Cancelar el envío</translation>
    </message>
    <message>
        <source>About the person</source>
        <translation>Acerca de esta persona</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>RowFacts</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message>
        <source>Messages missing here · loading</source>
        <translation>Faltan mensajes aquí · cargando</translation>
    </message>
    <message>
        <source>Loading older messages</source>
        <translation>Cargando mensajes anteriores</translation>
    </message>
    <message>
        <source>Beginning of the conversation</source>
        <translation>Comienzo de la conversación</translation>
    </message>
    <message>
        <source>It is not sure that this arrived</source>
        <translation>No es seguro que esto haya llegado</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviado: %1</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>The server address is not a URL.</source>
        <translation>La dirección del servidor no es una URL.</translation>
    </message>
    <message>
        <source>The server address must begin with https:// or http://.</source>
        <translation>La dirección del servidor debe empezar por https:// o http://.</translation>
    </message>
    <message>
        <source>Plain http is accepted for this computer&apos;s own addresses only.</source>
        <translation>http sin cifrar solo se acepta para direcciones de este mismo equipo.</translation>
    </message>
    <message>
        <source>The server address must not contain a user name, a query or a fragment.</source>
        <translation>La dirección del servidor no puede contener un nombre de usuario, una consulta ni un fragmento.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>From the next start of Skein.</source>
        <translation>A partir del próximo inicio de Skein.</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>El del sistema</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Compared with the system&apos;s size.</source>
        <translation>En comparación con el del sistema.</translation>
    </message>
    <message>
        <source>80 %</source>
        <translation>80 %</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>90 %</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>110 %</source>
        <translation>110 %</translation>
    </message>
    <message>
        <source>125 %</source>
        <translation>125 %</translation>
    </message>
    <message>
        <source>150 %</source>
        <translation>150 %</translation>
    </message>
    <message>
        <source>175 %</source>
        <translation>175 %</translation>
    </message>
    <message>
        <source>200 %</source>
        <translation>200 %</translation>
    </message>
    <message>
        <source>Play animations</source>
        <translation>Reproducir animaciones</translation>
    </message>
    <message>
        <source>Otherwise pictures that move stand still until you click them.</source>
        <translation>Si no, las imágenes animadas quedan quietas hasta que haces clic en ellas.</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Seguir en marcha al cerrar la ventana</translation>
    </message>
    <message>
        <source>Skein then waits in the tray and tells you of new messages. Without a tray, closing the window quits.</source>
        <translation>Skein espera entonces en la bandeja del sistema y te avisa de los mensajes nuevos. Sin bandeja, cerrar la ventana termina el programa.</translation>
    </message>
    <message>
        <source>Start when I sign in to this computer</source>
        <translation>Iniciar cuando entro en este equipo</translation>
    </message>
    <message>
        <source>In the tray; minimised where there is none.</source>
        <translation>En la bandeja del sistema; minimizado donde no la haya.</translation>
    </message>
    <message>
        <source>Tell me of new messages</source>
        <translation>Avisarme de los mensajes nuevos</translation>
    </message>
    <message>
        <source>Muted conversations stay silent, except for mentions, answers and reactions to you.</source>
        <translation>Las conversaciones silenciadas no avisan, salvo de menciones, respuestas y reacciones dirigidas a ti.</translation>
    </message>
    <message>
        <source>A notification shows</source>
        <translation>Una notificación muestra</translation>
    </message>
    <message>
        <source>What others may read over your shoulder.</source>
        <translation>Lo que otros podrían leer por encima de tu hombro.</translation>
    </message>
    <message>
        <source>Who wrote, and what</source>
        <translation>Quién escribió y qué</translation>
    </message>
    <message>
        <source>Only who wrote</source>
        <translation>Solo quién escribió</translation>
    </message>
    <message>
        <source>Only that there is a message</source>
        <translation>Solo que hay un mensaje</translation>
    </message>
    <message>
        <source>Hear of mentions in quiet hours</source>
        <translation>Avisarme de menciones en las horas de silencio</translation>
    </message>
    <message>
        <source>When somebody mentions you, or everyone.</source>
        <translation>Cuando alguien te menciona a ti o a todos.</translation>
    </message>
    <message>
        <source>Send read receipts</source>
        <translation>Enviar confirmaciones de lectura</translation>
    </message>
    <message>
        <source>Others see which of their messages you have read. Without receipts, unread counts on your other devices stay.</source>
        <translation>Los demás ven cuáles de sus mensajes has leído. Sin confirmaciones, el número de no leídos no baja en tus otros dispositivos.</translation>
    </message>
</context>
<context>
    <name>StagedFiles</name>
    <message>
        <source>The file could not be read.</source>
        <translation>No se pudo leer el archivo.</translation>
    </message>
    <message>
        <source>The file could not be copied to where Skein keeps it until it is sent.</source>
        <translation>No se pudo copiar el archivo al lugar donde Skein lo guarda hasta enviarlo.</translation>
    </message>
    <message>
        <source>A file can have up to 50 MB.</source>
        <translation>Un archivo puede ocupar hasta 50 MB.</translation>
    </message>
</context>
<context>
    <name>VideoContent</name>
    <message>
        <source>Play the video in the browser</source>
        <translation>Reproducir el vídeo en el navegador</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vídeo</translation>
    </message>
</context>
<context>
    <name>skein::AppContext</name>
    <message>
        <source>This computer&apos;s keychain has not answered yet. If it asks you for a password, Skein goes on after that. You can also sign in here.</source>
        <translation>El llavero de este equipo aún no ha respondido. Si te pide una contraseña, Skein seguirá después. También puedes iniciar sesión aquí.</translation>
    </message>
    <message>
        <source>The keychain did not give the token that Skein keeps there. Unlock it and start Skein again, or sign in again.</source>
        <translation>El llavero no entregó el token que Skein guarda en él. Desbloquéalo y vuelve a abrir Skein, o inicia sesión otra vez.</translation>
    </message>
    <message>
        <source>GroupMe does not know this token (any more).</source>
        <translation>GroupMe no conoce este token, o ya no lo conoce.</translation>
    </message>
    <message>
        <source>GroupMe cannot be reached. Skein keeps trying.</source>
        <translation>No se puede contactar con GroupMe. Skein sigue intentándolo.</translation>
    </message>
    <message>
        <source>The token could not be removed from the keychain: %1</source>
        <translation>No se pudo quitar el token del llavero: %1</translation>
    </message>
    <message>
        <source>You are signed out here, but GroupMe could not be told. The token stays good there until you remove Skein from your account&apos;s applications or change your password.</source>
        <translation>Has cerrado la sesión aquí, pero no se pudo avisar a GroupMe. El token sigue siendo válido allí hasta que quites Skein de las aplicaciones de tu cuenta o cambies tu contraseña.</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain has not answered yet: nothing new comes and nothing is sent. If it asks you for a password, Skein goes on after that.</source>
        <translation>El llavero de este equipo aún no ha respondido: no llega ni se envía nada. Si te pide una contraseña, Skein seguirá después.</translation>
    </message>
    <message>
        <source>You are signed out here, but GroupMe could not be told. Skein tells it when it starts the next time; until then the keychain holds the token.</source>
        <translation>Has cerrado sesión aquí, pero no se pudo avisar a GroupMe. Skein lo hará la próxima vez que se abra; hasta entonces el llavero guarda el token.</translation>
    </message>
</context>
<context>
    <name>skein::AttachButton</name>
    <message>
        <source>Photos (%1)</source>
        <translation>Fotos (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Todos los archivos (%1)</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Adjuntar</translation>
    </message>
    <message>
        <source>&amp;Photo…</source>
        <translation>&amp;Foto…</translation>
    </message>
    <message>
        <source>Attach photos</source>
        <translation>Adjuntar fotos</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Archivo…</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>&amp;Location…</source>
        <translation>&amp;Ubicación…</translation>
    </message>
</context>
<context>
    <name>skein::AttachmentStrip</name>
    <message>
        <source>Attachments</source>
        <translation>Adjuntos</translation>
    </message>
</context>
<context>
    <name>skein::BrowserPanel</name>
    <message>
        <source>Sign in with the browser</source>
        <translation>Iniciar sesión con el navegador</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Of the page to sign in at, for any browser</source>
        <translation>De la página para iniciar sesión, para cualquier navegador</translation>
    </message>
    <message>
        <source>GroupMe gave Skein no access. Try again in the browser, or cancel.</source>
        <translation>GroupMe no dio acceso a Skein. Inténtalo otra vez en el navegador o cancela.</translation>
    </message>
    <message>
        <source>No answer came from the browser within five minutes. Try again, or paste a token.</source>
        <translation>El navegador no respondió en cinco minutos. Inténtalo otra vez o pega un token.</translation>
    </message>
    <message>
        <source>Sign in to GroupMe in your browser. Skein then goes on by itself. If no browser came up, copy the address into one on this computer.</source>
        <translation>Inicia sesión en GroupMe en tu navegador. Skein seguirá después por sí solo. Si no se abrió ningún navegador, copia la dirección en uno de este equipo.</translation>
    </message>
    <message>
        <source>Skein could not open a browser. Copy the address into one on this computer and sign in there. Skein then goes on by itself.</source>
        <translation>Skein no pudo abrir un navegador. Copia la dirección en uno de este equipo e inicia sesión allí. Skein seguirá después por sí solo.</translation>
    </message>
</context>
<context>
    <name>skein::ChatListModel</name>
    <message>
        <source>muted</source>
        <translation>silenciado</translation>
    </message>
</context>
<context>
    <name>skein::ChatListPane</name>
    <message>
        <source>Search chats</source>
        <translation>Buscar chats</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Mensaje nuevo</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Your chats cannot be shown now</source>
        <translation>Ahora no se pueden mostrar tus chats</translation>
    </message>
    <message>
        <source>Loading your chats…</source>
        <translation>Cargando tus chats…</translation>
    </message>
    <message>
        <source>No unread chat matches</source>
        <translation>Ningún chat no leído coincide</translation>
    </message>
    <message>
        <source>No unread chats</source>
        <translation>No hay chats sin leer</translation>
    </message>
    <message>
        <source>No direct chat matches</source>
        <translation>Ningún chat directo coincide</translation>
    </message>
    <message>
        <source>No direct messages yet</source>
        <translation>Aún no hay mensajes directos</translation>
    </message>
    <message>
        <source>No group matches</source>
        <translation>Ningún grupo coincide</translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation>Aún no hay grupos</translation>
    </message>
    <message>
        <source>No chat matches</source>
        <translation>Ningún chat coincide</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>Aún no hay chats</translation>
    </message>
</context>
<context>
    <name>skein::ChatsPage</name>
    <message>
        <source>%1 You are signed in until Skein ends.</source>
        <translation>%1 Tu sesión dura hasta que Skein termine.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Skein&apos;s data on this computer was damaged and has been set aside. Your messages come back from GroupMe. Your drafts and what waited to be sent were kept as far as they could be read.</source>
        <translation>Los datos de Skein en este equipo estaban dañados y se han apartado. Tus mensajes volverán desde GroupMe. Tus borradores y lo que esperaba para enviarse se conservan en la medida en que se pudieron leer.</translation>
    </message>
    <message>
        <source>Skein cannot write to its folder: is the disk full, or the folder read-only? Nothing new is shown or sent until it can. What you type stays while Skein runs.</source>
        <translation>Skein no puede escribir en su carpeta: ¿está lleno el disco o es la carpeta de solo lectura? Hasta que pueda, no se muestra ni se envía nada nuevo. Lo que escribas se conserva mientras Skein esté abierto.</translation>
    </message>
    <message>
        <source>Skein&apos;s data on this computer is damaged. Quit Skein and start it again: your messages then come back from GroupMe.</source>
        <translation>Los datos de Skein en este equipo están dañados. Cierra Skein y vuelve a abrirlo: tus mensajes volverán desde GroupMe.</translation>
    </message>
    <message>
        <source>Skein&apos;s data on this computer was made by a newer Skein. This one leaves it alone and cannot show it.</source>
        <translation>Los datos de Skein en este equipo son de una versión más nueva. Esta no los toca y no puede mostrarlos.</translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>Sin actualizar</translation>
    </message>
    <message>
        <source>Back to the topics</source>
        <translation>Volver a los temas</translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <translation>Volver a los chats</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Synchronization</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>Personas bloqueadas</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Quiet for a while</source>
        <translation>Silencio por un rato</translation>
    </message>
    <message>
        <source>Heard in quiet hours</source>
        <translation>Avisos en las horas de silencio</translation>
    </message>
</context>
<context>
    <name>skein::CommandLine</name>
    <message>
        <source>--demo brings a service of its own: it cannot be used with --server.</source>
        <translation>--demo trae su propio servicio: no se puede usar con --server.</translation>
    </message>
    <message>
        <source>--tour shows the demo: use it together with --demo.</source>
        <translation>--tour muestra la demostración: úsalo junto con --demo.</translation>
    </message>
    <message>
        <source>--tour shows the window: it cannot be used with --hidden.</source>
        <translation>--tour muestra la ventana: no se puede usar con --hidden.</translation>
    </message>
    <message>
        <source>Skein, a native desktop client for GroupMe.</source>
        <translation>Skein, un cliente nativo de escritorio para GroupMe.</translation>
    </message>
    <message>
        <source>Try Skein without an account.</source>
        <translation>Probar Skein sin una cuenta.</translation>
    </message>
    <message>
        <source>Keep everything under &lt;DIR&gt;.</source>
        <translation>Guardar todo dentro de &lt;DIR&gt;.</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>DIR</translation>
    </message>
    <message>
        <source>Send every request to &lt;URL&gt;, its host as the first path segment.</source>
        <translation>Enviar cada petición a &lt;URL&gt;, con su servidor como primer segmento de la ruta.</translation>
    </message>
    <message>
        <source>Start without a window, where there is a tray.</source>
        <translation>Iniciar sin ventana, donde haya bandeja del sistema.</translation>
    </message>
    <message>
        <source>With --demo: write pictures of the main states to &lt;DIR&gt;.</source>
        <translation>Con --demo: guardar imágenes de los estados principales en &lt;DIR&gt;.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Mostrar la versión.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Mostrar esta ayuda.</translation>
    </message>
    <message>
        <source>Skein does not know what to do with &quot;%1&quot;.</source>
        <translation>Skein no sabe qué hacer con «%1».</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 necesita un valor.</translation>
    </message>
    <message>
        <source>Write where the time goes to &lt;FILE&gt;, as Chrome&apos;s trace events.</source>
        <translation>Escribir en &lt;FILE&gt; en qué se va el tiempo, como eventos de traza de Chrome.</translation>
    </message>
    <message>
        <source>Add what goes wrong to &lt;FILE&gt; instead of the standard error.</source>
        <translation>Añadir a &lt;FILE&gt; lo que falle, en vez de escribirlo en la salida de errores.</translation>
    </message>
</context>
<context>
    <name>skein::Composer</name>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Who may write here</source>
        <translation>Quién puede escribir aquí</translation>
    </message>
    <message>
        <source>What can be done about it</source>
        <translation>Qué se puede hacer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Too long by %1: GroupMe takes %2 characters in one message.</source>
        <translation>Sobran %1: GroupMe admite %2 caracteres en un mensaje.</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Editar mensaje</translation>
    </message>
    <message>
        <source>Cancel the edit</source>
        <translation>Cancelar la edición</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Responder a %1</translation>
    </message>
    <message>
        <source>Cancel the reply</source>
        <translation>Cancelar la respuesta</translation>
    </message>
    <message>
        <source>Add a caption</source>
        <translation>Añade un comentario</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Mensaje para %1</translation>
    </message>
    <message>
        <source>An edit changes only the words: nothing can be attached to it.</source>
        <translation>Una edición solo cambia el texto: no se le puede adjuntar nada.</translation>
    </message>
    <message>
        <source>One message takes at most %1 attachments.</source>
        <translation>Un mensaje admite como máximo %1 adjuntos.</translation>
    </message>
</context>
<context>
    <name>skein::ComposerActions</name>
    <message>
        <source>You</source>
        <extracomment>In &quot;Reply to %1&quot;.</extracomment>
        <translation>ti</translation>
    </message>
    <message>
        <source>%1 It is back where you wrote it.</source>
        <translation>%1 Ha vuelto a donde lo escribiste.</translation>
    </message>
    <message>
        <source>The message could not be read on this computer.</source>
        <translation>No se pudo leer el mensaje en este equipo.</translation>
    </message>
    <message>
        <source>The message is already on its way.</source>
        <translation>El mensaje ya está en camino.</translation>
    </message>
</context>
<context>
    <name>skein::ConnectionLine</name>
    <message>
        <source>Updating…</source>
        <translation>Poniendo al día…</translation>
    </message>
</context>
<context>
    <name>skein::ConnectionWords</name>
    <message>
        <source>GroupMe asks us to slow down.</source>
        <translation>GroupMe nos pide ir más despacio.</translation>
    </message>
    <message>
        <source>GroupMe asks us to slow down. Next try in %1 s.</source>
        <translation>GroupMe nos pide ir más despacio. Próximo intento en %1 s.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Offline. Messages will be sent when GroupMe can be reached.</source>
        <translation>Sin conexión. Los mensajes se enviarán al recuperarla.</translation>
    </message>
    <message>
        <source>GroupMe has trouble at the moment. Skein keeps trying.</source>
        <translation>GroupMe tiene problemas en este momento. Skein sigue intentándolo.</translation>
    </message>
    <message>
        <source>Something else answered instead of GroupMe. Sign in to the network?</source>
        <translation>Algo respondió en lugar de GroupMe. ¿Tienes que iniciar sesión en la red?</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Your sign-in is no longer valid.</source>
        <translation>Tu sesión ya no es válida.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Iniciar sesión otra vez</translation>
    </message>
    <message>
        <source>Sending is paused: GroupMe refused a message.</source>
        <translation>El envío está en pausa: GroupMe rechazó un mensaje.</translation>
    </message>
</context>
<context>
    <name>skein::ContentActions</name>
    <message>
        <source>Open “%1”?</source>
        <translation>¿Abrir «%1»?</translation>
    </message>
    <message>
        <source>Files can do harm. Open it only if you trust who sent it.</source>
        <translation>Los archivos pueden ser dañinos. Ábrelo solo si confías en quien lo envió.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>No program on this computer opens this file.</source>
        <translation>Ningún programa de este equipo abre este archivo.</translation>
    </message>
</context>
<context>
    <name>skein::ConversationHeading</name>
    <message>
        <source>Only admins can write in this topic.</source>
        <translation>Solo los administradores pueden escribir en este tema.</translation>
    </message>
    <message>
        <source>Only admins can write in this group.</source>
        <translation>Solo los administradores pueden escribir en este grupo.</translation>
    </message>
    <message>
        <source>You are no longer in this group.</source>
        <translation>Ya no estás en este grupo.</translation>
    </message>
    <message>
        <source>You have blocked %1.</source>
        <translation>Has bloqueado a %1.</translation>
    </message>
    <message>
        <source>This topic was deleted. Its messages stay readable.</source>
        <translation>Este tema se eliminó. Sus mensajes se pueden seguir leyendo.</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Message request</source>
        <translation>Solicitud de mensaje</translation>
    </message>
    <message>
        <source># %1</source>
        <translation># %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 would like to write to you. An answer accepts, too.</source>
        <translation>%1 quiere escribirte. Responder también es aceptar.</translation>
    </message>
</context>
<context>
    <name>skein::ConversationMenu</name>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>Tema nuevo…</translation>
    </message>
    <message>
        <source>Members…</source>
        <translation>Miembros…</translation>
    </message>
    <message>
        <source>Leave group…</source>
        <translation>Salir del grupo…</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Dejar de silenciar</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 horas</translation>
    </message>
    <message>
        <source>Until tomorrow, %1</source>
        <translation>Hasta mañana, %1</translation>
    </message>
    <message>
        <source>Until I turn it back on</source>
        <translation>Hasta que lo vuelva a activar</translation>
    </message>
    <message>
        <source>About the person…</source>
        <translation>Acerca de esta persona…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquear…</translation>
    </message>
    <message>
        <source>Edit topic…</source>
        <translation>Editar tema…</translation>
    </message>
    <message>
        <source>Delete topic…</source>
        <translation>Eliminar tema…</translation>
    </message>
</context>
<context>
    <name>skein::DBusNotifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Me gusta</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
</context>
<context>
    <name>skein::DownloadWords</name>
    <message>
        <source>GroupMe cannot be reached.</source>
        <translation>No se puede contactar con GroupMe.</translation>
    </message>
    <message>
        <source>GroupMe does not have the file any more.</source>
        <translation>GroupMe ya no tiene el archivo.</translation>
    </message>
    <message>
        <source>GroupMe does not allow it.</source>
        <translation>GroupMe no lo permite.</translation>
    </message>
    <message>
        <source>GroupMe asks us to slow down. Try again in a minute.</source>
        <translation>GroupMe nos pide ir más despacio. Inténtalo otra vez en un minuto.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>El archivo es demasiado grande.</translation>
    </message>
    <message>
        <source>It could not be written to the folder of downloads.</source>
        <translation>No se pudo escribir en la carpeta de descargas.</translation>
    </message>
    <message>
        <source>The download broke off.</source>
        <translation>La descarga se interrumpió.</translation>
    </message>
</context>
<context>
    <name>skein::EmojiPicker</name>
    <message>
        <source>Smileys &amp; Emotion</source>
        <translation>Caritas y emociones</translation>
    </message>
    <message>
        <source>People &amp; Body</source>
        <translation>Personas y cuerpo</translation>
    </message>
    <message>
        <source>Animals &amp; Nature</source>
        <translation>Animales y naturaleza</translation>
    </message>
    <message>
        <source>Food &amp; Drink</source>
        <translation>Comida y bebida</translation>
    </message>
    <message>
        <source>Travel &amp; Places</source>
        <translation>Viajes y lugares</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Actividades</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Símbolos</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Banderas</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Buscar emojis</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Usados recientemente</translation>
    </message>
    <message>
        <source>No emoji has a name like that.</source>
        <translation>Ningún emoji tiene un nombre así.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Resultados</translation>
    </message>
</context>
<context>
    <name>skein::EmojiPopup</name>
    <message>
        <source>Emoji by name</source>
        <translation>Emoji por su nombre</translation>
    </message>
    <message>
        <source>Enter writes %1</source>
        <translation>Intro escribe %1</translation>
    </message>
</context>
<context>
    <name>skein::EnclosureCard</name>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Foto %1 de %2</translation>
    </message>
    <message>
        <source>File %1 of %2</source>
        <translation>Archivo %1 de %2</translation>
    </message>
    <message>
        <source>Location %1 of %2</source>
        <translation>Ubicación %1 de %2</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Preparándose</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>cancelar</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>quitar</translation>
    </message>
    <message>
        <source>%1 % sent</source>
        <translation>%1 % enviado</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 por %2</translation>
    </message>
    <message>
        <source>preparing…</source>
        <translation>preparando…</translation>
    </message>
</context>
<context>
    <name>skein::Enclosures</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>One message takes at most %1 attachments.</source>
        <translation>Un mensaje admite como máximo %1 adjuntos.</translation>
    </message>
</context>
<context>
    <name>skein::ErrorWords</name>
    <message>
        <source>GroupMe cannot be reached. Try again when you are online.</source>
        <translation>No se puede contactar con GroupMe. Inténtalo otra vez cuando tengas conexión.</translation>
    </message>
    <message>
        <source>GroupMe gave no clear answer. It may have happened all the same: look before you try again.</source>
        <translation>GroupMe no dio una respuesta clara. Puede que se haya hecho de todos modos: compruébalo antes de intentarlo otra vez.</translation>
    </message>
    <message>
        <source>Something else answered instead of GroupMe. Sign in to the network, then try again.</source>
        <translation>Algo respondió en lugar de GroupMe. Inicia sesión en la red e inténtalo otra vez.</translation>
    </message>
    <message>
        <source>GroupMe asks us to slow down. Try again in a minute.</source>
        <translation>GroupMe nos pide ir más despacio. Inténtalo otra vez en un minuto.</translation>
    </message>
    <message>
        <source>GroupMe does not allow it.</source>
        <translation>GroupMe no lo permite.</translation>
    </message>
    <message>
        <source>GroupMe does not know it any more.</source>
        <translation>GroupMe ya no lo conoce.</translation>
    </message>
    <message>
        <source>GroupMe did not accept it.</source>
        <translation>GroupMe no lo aceptó.</translation>
    </message>
    <message>
        <source>Skein cannot do that yet.</source>
        <translation>Skein aún no puede hacer eso.</translation>
    </message>
    <message>
        <source>It could not be kept on this computer.</source>
        <translation>No se pudo guardar en este equipo.</translation>
    </message>
    <message>
        <source>GroupMe says: %1</source>
        <translation>GroupMe dice: %1</translation>
    </message>
</context>
<context>
    <name>skein::FilterChips</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>No leídos</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Directos</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Which chats</source>
        <translation>Qué chats</translation>
    </message>
</context>
<context>
    <name>skein::FoundList</name>
    <message>
        <source>Also found</source>
        <translation>También encontrado</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>skein::FrontConversation</name>
    <message>
        <source>The topic “%1” was deleted. Its messages stay readable.</source>
        <translation>El tema «%1» se eliminó. Sus mensajes se pueden seguir leyendo.</translation>
    </message>
    <message>
        <source>Delete this message for everybody?</source>
        <translation>¿Eliminar este mensaje para todos?</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>GroupMe does not let you write to %1.</source>
        <translation>GroupMe no te deja escribir a %1.</translation>
    </message>
</context>
<context>
    <name>skein::GroupDialogs</name>
    <message>
        <source>“%1” was not muted.</source>
        <translation>«%1» no se silenció.</translation>
    </message>
    <message>
        <source>“%1” is still muted.</source>
        <translation>«%1» sigue en silencio.</translation>
    </message>
    <message>
        <source>The topic was not saved. %1</source>
        <translation>El tema no se guardó. %1</translation>
    </message>
    <message>
        <source>Delete the topic “%1”?</source>
        <translation>¿Eliminar el tema «%1»?</translation>
    </message>
    <message>
        <source>It is deleted for everybody, and nobody can bring it back. What you have read stays on this computer.</source>
        <translation>Se elimina para todos y nadie puede recuperarlo. Lo que has leído se queda en este equipo.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>«%1» no se eliminó.</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>¿Salir de «%1»?</translation>
    </message>
    <message>
        <source>You get no more of its messages, nor of its topics&apos;. What you have read stays on this computer.</source>
        <translation>Ya no recibirás sus mensajes ni los de sus temas. Lo que has leído se queda en este equipo.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarme</translation>
    </message>
    <message>
        <source>You are still in “%1”. %2</source>
        <translation>Sigues en «%1». %2</translation>
    </message>
    <message>
        <source>No longer in %1</source>
        <translation>Ya no está en %1</translation>
    </message>
    <message>
        <source>Owner of %1</source>
        <translation>Propietario de %1</translation>
    </message>
    <message>
        <source>Admin of %1</source>
        <translation>Administrador de %1</translation>
    </message>
    <message>
        <source>Member of %1</source>
        <translation>Miembro de %1</translation>
    </message>
</context>
<context>
    <name>skein::ImageViewer</name>
    <message>
        <source>Save photo</source>
        <translation>Guardar la foto</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Looking for older photos</source>
        <translation>Buscando fotos anteriores</translation>
    </message>
    <message>
        <source>There is no older photo.</source>
        <translation>No hay ninguna foto anterior.</translation>
    </message>
    <message>
        <source>No older photo nearby. Go back once more to look further.</source>
        <translation>No hay fotos anteriores cerca. Retrocede otra vez para seguir buscando.</translation>
    </message>
    <message>
        <source>Older photos could not be loaded. Go back once more to try again.</source>
        <translation>No se pudieron cargar las fotos anteriores. Retrocede otra vez para reintentarlo.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 por %2</translation>
    </message>
    <message>
        <source>, stands still: Space plays it</source>
        <translation>, está quieta: Espacio la reproduce</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargando</translation>
    </message>
    <message>
        <source>Photo %1 from %2, %3, %4</source>
        <translation>Foto %1 de %2, %3, %4</translation>
    </message>
    <message>
        <source>This photo is kept by %1, not by GroupMe.</source>
        <translation>Esta foto está en %1, no en GroupMe.</translation>
    </message>
    <message>
        <source>The photo could not be loaded.</source>
        <translation>No se pudo cargar la foto.</translation>
    </message>
    <message>
        <source>Load photo</source>
        <translation>Cargar la foto</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiada.</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Foto %1</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardada.</translation>
    </message>
    <message>
        <source>The photo could not be saved there.</source>
        <translation>No se pudo guardar la foto ahí.</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Foto anterior</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Foto siguiente</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Girar</translation>
    </message>
    <message>
        <source>Copy photo</source>
        <translation>Copiar la foto</translation>
    </message>
    <message>
        <source>Save photo as</source>
        <translation>Guardar la foto como</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>skein::JumpButton</name>
    <message>
        <source>Jump to newest</source>
        <translation>Ir a lo más reciente</translation>
    </message>
    <message numerus="yes">
        <source>Jump to newest, %n new</source>
        <translation>
            <numerusform>Ir a lo más reciente, %n nuevo</numerusform>
            <numerusform>Ir a lo más reciente, %n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, a message was not sent</source>
        <translation>%1, un mensaje no se envió</translation>
    </message>
    <message>
        <source>Jump to the message that was not sent</source>
        <translation>Ir al mensaje que no se envió</translation>
    </message>
</context>
<context>
    <name>skein::JumpChip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stay here (Esc)</source>
        <translation>Quedarse aquí (Esc)</translation>
    </message>
</context>
<context>
    <name>skein::KeychainSecretStore</name>
    <message>
        <source>This computer offers no keychain to programs (such as GNOME Keyring or KWallet).</source>
        <translation>Este equipo no ofrece un llavero a los programas (como GNOME Keyring o KWallet).</translation>
    </message>
    <message>
        <source>The keychain is locked, or does not let Skein in. Unlock it and try again.</source>
        <translation>El llavero está bloqueado o no deja entrar a Skein. Desbloquéalo e inténtalo otra vez.</translation>
    </message>
    <message>
        <source>The keychain was asked, and access was refused. Allow it and try again.</source>
        <translation>Se pidió acceso al llavero y se denegó. Permítelo e inténtalo otra vez.</translation>
    </message>
    <message>
        <source>The keychain of this computer (such as GNOME Keyring or KWallet) cannot be used now.</source>
        <translation>El llavero de este equipo (como GNOME Keyring o KWallet) no se puede usar ahora.</translation>
    </message>
</context>
<context>
    <name>skein::KeysSection</name>
    <message>
        <source>Reset all keys</source>
        <translation>Restablecer todos los atajos</translation>
    </message>
    <message>
        <source>Keys for: %1</source>
        <translation>Atajo para: %1</translation>
    </message>
    <message>
        <source>%1 is taken already: %2.</source>
        <translation>%1 ya está en uso: %2.</translation>
    </message>
</context>
<context>
    <name>skein::LikeIconField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>No like icon</source>
        <translation>Sin icono de «Me gusta»</translation>
    </message>
    <message>
        <source>GroupMe&apos;s emoji are not loaded. The like icon stays as it is.</source>
        <translation>Los emojis de GroupMe no están cargados. El icono de «Me gusta» queda como está.</translation>
    </message>
    <message>
        <source>The group&apos;s heart</source>
        <translation>El corazón del grupo</translation>
    </message>
    <message>
        <source>One of GroupMe&apos;s emoji, without a name</source>
        <translation>Un emoji de GroupMe, sin nombre</translation>
    </message>
    <message>
        <source>Choose the like icon</source>
        <translation>Elegir el icono de «Me gusta»</translation>
    </message>
</context>
<context>
    <name>skein::LocationDialog</name>
    <message>
        <source>Send a location</source>
        <translation>Enviar una ubicación</translation>
    </message>
    <message>
        <source>A place by its name and its coordinates</source>
        <translation>Un lugar con su nombre y sus coordenadas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Boathouse</source>
        <translation>Embarcadero</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitud</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Adjuntar</translation>
    </message>
    <message>
        <source>A location needs a name.</source>
        <translation>Una ubicación necesita un nombre.</translation>
    </message>
    <message>
        <source>A latitude is a number from -90 to 90, such as 48.2082.</source>
        <translation>Una latitud es un número de -90 a 90, como 48.2082.</translation>
    </message>
    <message>
        <source>A longitude is a number from -180 to 180, such as 16.3738.</source>
        <translation>Una longitud es un número de -180 a 180, como 16.3738.</translation>
    </message>
</context>
<context>
    <name>skein::LoopbackSignIn</name>
    <message>
        <source>Another program on this computer uses port %1, where the browser&apos;s answer would come. Close it and try again, or paste a token.</source>
        <translation>Otro programa de este equipo usa el puerto %1, adonde llegaría la respuesta del navegador. Ciérralo e inténtalo otra vez, o pega un token.</translation>
    </message>
</context>
<context>
    <name>skein::MainWindow</name>
    <message>
        <source>Close Skein and lose what you typed?</source>
        <translation>¿Cerrar Skein y perder lo que escribiste?</translation>
    </message>
    <message>
        <source>It cannot be kept on this computer now.</source>
        <translation>Ahora no se puede guardar en este equipo.</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Cerrar y perderlo</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarme</translation>
    </message>
</context>
<context>
    <name>skein::MemberDelegate</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
</context>
<context>
    <name>skein::MemberListModel</name>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administrador</translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n miembro</numerusform>
            <numerusform>%n miembros</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>you</source>
        <translation>tú</translation>
    </message>
</context>
<context>
    <name>skein::MembersDialog</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Leave group…</source>
        <translation>Salir del grupo…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Buscar un miembro</translation>
    </message>
    <message>
        <source>Your name in this group</source>
        <translation>Tu nombre en este grupo</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>Salir del grupo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Nobody of that name is in this group</source>
        <translation>Nadie con ese nombre está en este grupo</translation>
    </message>
    <message>
        <source>Loading the members…</source>
        <translation>Cargando los miembros…</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Un nombre tiene como máximo %1 caracteres.</translation>
    </message>
    <message>
        <source>Telling GroupMe…</source>
        <translation>Avisando a GroupMe…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
</context>
<context>
    <name>skein::MentionPopup</name>
    <message>
        <source>People to mention</source>
        <translation>Personas que puedes mencionar</translation>
    </message>
    <message>
        <source>Enter mentions %1</source>
        <translation>Intro menciona a %1</translation>
    </message>
</context>
<context>
    <name>skein::MessageActions</name>
    <message>
        <source>GroupMe says: %1</source>
        <translation>GroupMe dice: %1</translation>
    </message>
    <message>
        <source>GroupMe does not allow it.</source>
        <translation>GroupMe no lo permite.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Ya no está ahí.</translation>
    </message>
    <message>
        <source>GroupMe could not be reached.</source>
        <translation>No se pudo contactar con GroupMe.</translation>
    </message>
    <message>
        <source>GroupMe asks us to slow down.</source>
        <translation>GroupMe nos pide ir más despacio.</translation>
    </message>
    <message>
        <source>GroupMe could not do it. Try again later.</source>
        <translation>GroupMe no pudo hacerlo. Inténtalo otra vez más tarde.</translation>
    </message>
    <message>
        <source>GroupMe does not let this message be changed any more.</source>
        <translation>GroupMe ya no permite cambiar este mensaje.</translation>
    </message>
    <message>
        <source>The message was not changed. %1</source>
        <translation>El mensaje no se cambió. %1</translation>
    </message>
    <message>
        <source>The message was not deleted. %1</source>
        <translation>El mensaje no se eliminó. %1</translation>
    </message>
    <message>
        <source>Your reaction was taken away, but the new one was not accepted. %1</source>
        <translation>Tu reacción se quitó, pero la nueva no se aceptó. %1</translation>
    </message>
    <message>
        <source>Your reaction was not accepted. %1</source>
        <translation>Tu reacción no se aceptó. %1</translation>
    </message>
    <message>
        <source>Your reaction was not taken away. %1</source>
        <translation>Tu reacción no se quitó. %1</translation>
    </message>
    <message>
        <source>The message was not pinned. %1</source>
        <translation>El mensaje no se fijó. %1</translation>
    </message>
    <message>
        <source>The message was not unpinned. %1</source>
        <translation>El mensaje sigue fijado. %1</translation>
    </message>
</context>
<context>
    <name>skein::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>No messages yet.
Write the first one below.</source>
        <translation>Aún no hay mensajes.
Escribe el primero aquí abajo.</translation>
    </message>
    <message>
        <source>Message actions</source>
        <translation>Acciones del mensaje</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Acerca de %1</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reacciones</translation>
    </message>
    <message>
        <source>(%1): %2</source>
        <translation>(%1): %2</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Mensaje eliminado</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
</context>
<context>
    <name>skein::MessageUpload</name>
    <message>
        <source>GroupMe did not finish taking in “%1”.</source>
        <translation>GroupMe no terminó de recibir «%1».</translation>
    </message>
    <message>
        <source>GroupMe finds “%1” too large.</source>
        <translation>A GroupMe le parece que «%1» es demasiado grande.</translation>
    </message>
    <message>
        <source>GroupMe did not say where it put “%1”.</source>
        <translation>GroupMe no dijo dónde puso «%1».</translation>
    </message>
    <message>
        <source>GroupMe did not accept “%1”: %2</source>
        <translation>GroupMe no aceptó «%1»: %2</translation>
    </message>
    <message>
        <source>GroupMe did not accept “%1”.</source>
        <translation>GroupMe no aceptó «%1».</translation>
    </message>
</context>
<context>
    <name>skein::NewMessageDialog</name>
    <message>
        <source>New message</source>
        <translation>Mensaje nuevo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Escribir a</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Nobody has that name.</source>
        <translation>Nadie tiene ese nombre.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>You have no contacts yet, and no groups.</source>
        <translation>Aún no tienes contactos ni grupos.</translation>
    </message>
</context>
<context>
    <name>skein::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Solución</translation>
    </message>
</context>
<context>
    <name>skein::Notifications</name>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 reacted %2 to “%3”</source>
        <translation>%1 reaccionó con %2 a «%3»</translation>
    </message>
    <message>
        <source>%1 reacted to “%2”</source>
        <translation>%1 reaccionó a «%2»</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Mensaje nuevo</translation>
    </message>
    <message>
        <source>Mentioned you</source>
        <translation>Te mencionó</translation>
    </message>
    <message>
        <source>Replied to you</source>
        <translation>Te respondió</translation>
    </message>
    <message>
        <source>Reacted to your message</source>
        <translation>Reaccionó a tu mensaje</translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n mensaje nuevo</numerusform>
            <numerusform>%n mensajes nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n conversations</source>
        <translation>
            <numerusform>en %n conversación</numerusform>
            <numerusform>en %n conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>While it was quiet</source>
        <translation>Durante el silencio</translation>
    </message>
    <message numerus="yes">
        <source>%n reactions</source>
        <translation>
            <numerusform>%n reacción</numerusform>
            <numerusform>%n reacciones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>skein::Outbox</name>
    <message>
        <source>The message could not be saved on this computer.</source>
        <translation>No se pudo guardar el mensaje en este equipo.</translation>
    </message>
    <message>
        <source>GroupMe does not allow it.</source>
        <translation>GroupMe no lo permite.</translation>
    </message>
    <message>
        <source>GroupMe did not accept it.</source>
        <translation>GroupMe no lo aceptó.</translation>
    </message>
    <message>
        <source>GroupMe says that it has this message, but does not show it.</source>
        <translation>GroupMe dice que tiene este mensaje, pero no lo muestra.</translation>
    </message>
    <message>
        <source>GroupMe does not let you write to this person.</source>
        <translation>GroupMe no te deja escribir a esta persona.</translation>
    </message>
    <message>
        <source>GroupMe refused it. Too many messages may have been sent.</source>
        <translation>GroupMe lo rechazó. Puede que se hayan enviado demasiados mensajes.</translation>
    </message>
    <message>
        <source>Only admins can write here.</source>
        <translation>Aquí solo pueden escribir los administradores.</translation>
    </message>
</context>
<context>
    <name>skein::PeopleDialogs</name>
    <message>
        <source>this person</source>
        <translation>esta persona</translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation>¿Bloquear a %1?</translation>
    </message>
    <message>
        <source>They can no longer send you direct messages. In groups Skein hides what they write; others see it. You can unblock them at any time.</source>
        <translation>Ya no podrá enviarte mensajes directos. En los grupos, Skein oculta lo que escribe; los demás lo ven. Puedes desbloquearla en cualquier momento.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1 is not blocked.</source>
        <translation>No se bloqueó a %1.</translation>
    </message>
    <message>
        <source>%1 is still blocked.</source>
        <translation>No se desbloqueó a %1.</translation>
    </message>
    <message>
        <source>The message request was not accepted.</source>
        <translation>La solicitud de mensaje no se aceptó.</translation>
    </message>
    <message>
        <source>You have blocked nobody.</source>
        <translation>No has bloqueado a nadie.</translation>
    </message>
    <message>
        <source>They cannot send you direct messages. In groups Skein hides what they write; others see it.</source>
        <translation>No pueden enviarte mensajes directos. En los grupos, Skein oculta lo que escriben; los demás lo ven.</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unblock %1</source>
        <translation>Desbloquear a %1</translation>
    </message>
    <message>
        <source>Nobody yet. The card of a person offers to hear of them in quiet hours.</source>
        <translation>Nadie todavía. En la ficha de una persona puedes pedir que te avise también en las horas de silencio.</translation>
    </message>
    <message>
        <source>What they write is shown at once, also in quiet hours.</source>
        <translation>Lo que escriben se muestra enseguida, también en las horas de silencio.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar a %1</translation>
    </message>
</context>
<context>
    <name>skein::PeopleListModel</name>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
</context>
<context>
    <name>skein::PeopleSection</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
</context>
<context>
    <name>skein::PersonCard</name>
    <message>
        <source>You have blocked this person</source>
        <translation>Has bloqueado a esta persona</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Enviar mensaje</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquear…</translation>
    </message>
    <message>
        <source>Unblock this person</source>
        <translation>Desbloquear a esta persona</translation>
    </message>
    <message>
        <source>Block this person</source>
        <translation>Bloquear a esta persona</translation>
    </message>
    <message>
        <source>Hear of them in quiet hours</source>
        <translation>Avisarme también en las horas de silencio</translation>
    </message>
</context>
<context>
    <name>skein::PinnedBar</name>
    <message>
        <source>Pinned message</source>
        <translation>Mensaje fijado</translation>
    </message>
    <message>
        <source>Pinned message %1 of %2</source>
        <translation>Mensaje fijado %1 de %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>skein::Presence</name>
    <message>
        <source>Skein keeps running</source>
        <translation>Skein sigue en marcha</translation>
    </message>
    <message>
        <source>It waits in the tray for new messages. To end it, choose Quit in its menu there.</source>
        <translation>Espera mensajes nuevos en la bandeja del sistema. Para terminarlo, elige «Salir de Skein» en su menú.</translation>
    </message>
</context>
<context>
    <name>skein::PreviewLine</name>
    <message>
        <source>You:</source>
        <translation>Tú:</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Borrador:</translation>
    </message>
    <message>
        <source>Request:</source>
        <translation>Solicitud:</translation>
    </message>
</context>
<context>
    <name>skein::Program</name>
    <message>
        <source>The demo service could not start: a part of Skein is missing, or this computer gives it no port.</source>
        <translation>El servicio de demostración no pudo iniciarse: falta una parte de Skein o este equipo no le da ningún puerto.</translation>
    </message>
    <message>
        <source>Skein is already running with this profile.</source>
        <translation>Skein ya está en marcha con este perfil.</translation>
    </message>
    <message>
        <source>The file for --%1 cannot be written.</source>
        <translation>No se puede escribir el archivo de --%1.</translation>
    </message>
</context>
<context>
    <name>skein::PurposeBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>skein::QuietForOnce</name>
    <message>
        <source>Quiet until %1</source>
        <translation>Silencio hasta las %1</translation>
    </message>
</context>
<context>
    <name>skein::QuietHoursField</name>
    <message>
        <source>Mon Tue Wed Thu Fri Sat Sun</source>
        <translation>lun mar mié jue vie sáb dom</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>For example: Mon-Fri 22:00-07:00; Sat-Sun 00:00-10:00</source>
        <translation>Por ejemplo: lun-vie 22:00-07:00; sáb-dom 00:00-10:00</translation>
    </message>
    <message>
        <source>Nothing is shown then; what came meanwhile is told of at the end. Empty: never.</source>
        <translation>Entonces no se muestra nada; al final se avisa de lo que llegó. Vacío: nunca.</translation>
    </message>
    <message>
        <source>Days and times, as in: Mon-Fri 22:00-07:00. Until that can be read, nothing changes.</source>
        <translation>Días y horas, como en: lun-vie 22:00-07:00. Mientras no se pueda leer, no cambia nada.</translation>
    </message>
</context>
<context>
    <name>skein::QuietNowField</name>
    <message>
        <source>No notifications for an hour from now.</source>
        <translation>Sin notificaciones durante una hora a partir de ahora.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Quiet for 1 hour</source>
        <translation>Silencio durante 1 hora</translation>
    </message>
    <message>
        <source>End the quiet</source>
        <translation>Terminar el silencio</translation>
    </message>
</context>
<context>
    <name>skein::ReachModel</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Complete back to</source>
        <translation>Completa hasta</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>aún sin leer</translation>
    </message>
    <message>
        <source>its beginning</source>
        <translation>su comienzo</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>leyéndose</translation>
    </message>
    <message>
        <source>gaps further back: %1</source>
        <translation>huecos más atrás: %1</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>al día</translation>
    </message>
</context>
<context>
    <name>skein::ReplyWindow</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Reply – %1</source>
        <translation>Responder – %1</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Tu respuesta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Too long by %1: GroupMe takes %2 characters in one message.</source>
        <translation>Sobran %1: GroupMe admite %2 caracteres en un mensaje.</translation>
    </message>
</context>
<context>
    <name>skein::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Synchronization</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Cerrar sesión…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Skein %1, a desktop client for GroupMe. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Skein %1, un cliente de escritorio para GroupMe. Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>Your token and all that Skein keeps on this computer are removed: messages, drafts and what still waits to be sent. No message is removed from GroupMe.</source>
        <translation>Se eliminan tu token y todo lo que Skein guarda en este equipo: mensajes, borradores y lo que aún espera para enviarse. No se elimina ningún mensaje de GroupMe.</translation>
    </message>
    <message>
        <source>Sign out of Skein?</source>
        <translation>¿Cerrar la sesión en Skein?</translation>
    </message>
    <message>
        <source>%1 The token stays good for other programs, unless you revoke it.</source>
        <translation>%1 El token sigue siendo válido para otros programas, salvo que lo revoques.</translation>
    </message>
    <message>
        <source>%1 GroupMe is told that the token is no longer good.</source>
        <translation>%1 Se avisa a GroupMe de que el token ya no es válido.</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Seguir con la sesión</translation>
    </message>
    <message>
        <source>Also revoke this token at GroupMe</source>
        <translation>Revocar también este token en GroupMe</translation>
    </message>
</context>
<context>
    <name>skein::SignInPage</name>
    <message>
        <source>GroupMe does not know this token. Copy it again, from its first character to its last.</source>
        <translation>GroupMe no conoce este token. Cópialo otra vez, del primer carácter al último.</translation>
    </message>
    <message>
        <source>GroupMe cannot be reached. Check the connection, then try again.</source>
        <translation>No se puede contactar con GroupMe. Comprueba la conexión e inténtalo otra vez.</translation>
    </message>
    <message>
        <source>Something else answered instead of GroupMe. Sign in to the network first, then try again.</source>
        <translation>Algo respondió en lugar de GroupMe. Inicia sesión primero en la red e inténtalo otra vez.</translation>
    </message>
    <message>
        <source>GroupMe asks us to slow down. Try again in %1 s.</source>
        <translation>GroupMe nos pide ir más despacio. Inténtalo otra vez en %1 s.</translation>
    </message>
    <message>
        <source>GroupMe asks us to slow down. Try again in a minute.</source>
        <translation>GroupMe nos pide ir más despacio. Inténtalo otra vez en un minuto.</translation>
    </message>
    <message>
        <source>GroupMe does not let this account in at the moment.</source>
        <translation>GroupMe no deja entrar a esta cuenta en este momento.</translation>
    </message>
    <message>
        <source>GroupMe has trouble at the moment. Try again in a while.</source>
        <translation>GroupMe tiene problemas en este momento. Inténtalo otra vez dentro de un rato.</translation>
    </message>
    <message>
        <source>GroupMe&apos;s answer could not be understood. Try again in a while.</source>
        <translation>No se pudo entender la respuesta de GroupMe. Inténtalo otra vez dentro de un rato.</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>Mostrar el token</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <translation>Volver a los chats</translation>
    </message>
    <message>
        <source>Sign in to GroupMe</source>
        <translation>Inicia sesión en GroupMe</translation>
    </message>
    <message>
        <source>Where to find a token: dev.groupme.com</source>
        <translation>Dónde encontrar un token: dev.groupme.com</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Paste your access token first.</source>
        <translation>Pega primero tu token de acceso.</translation>
    </message>
    <message>
        <source>A token has no spaces in it. Copy only the token itself.</source>
        <translation>Un token no contiene espacios. Copia solo el token.</translation>
    </message>
    <message>
        <source>Asking GroupMe who signed in…</source>
        <translation>Preguntando a GroupMe quién inició sesión…</translation>
    </message>
    <message>
        <source>Asking GroupMe whose token this is…</source>
        <translation>Preguntando a GroupMe de quién es este token…</translation>
    </message>
    <message>
        <source>GroupMe does not know the token that came from the browser. Try again.</source>
        <translation>GroupMe no conoce el token que llegó del navegador. Inténtalo otra vez.</translation>
    </message>
    <message>
        <source>To sign in as someone else, sign out of GroupMe in the browser first.</source>
        <translation>Para entrar con otra cuenta, cierra primero la sesión de GroupMe en el navegador.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>Signing in as %1…</source>
        <translation>Iniciando sesión como %1…</translation>
    </message>
    <message>
        <source>Hide the token</source>
        <translation>Ocultar el token</translation>
    </message>
    <message>
        <source>Or paste an access token of your account. Find it at %1: sign in there, then choose “Access Token” at the top.</source>
        <translation>O pega un token de acceso de tu cuenta. Lo encuentras en %1: inicia sesión allí y elige «Access Token» arriba.</translation>
    </message>
    <message>
        <source>Skein needs an access token of your account. Find it at %1: sign in there, then choose “Access Token” at the top.</source>
        <translation>Skein necesita un token de acceso de tu cuenta. Lo encuentras en %1: inicia sesión allí y elige «Access Token» arriba.</translation>
    </message>
</context>
<context>
    <name>skein::SyncSection</name>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar el diagnóstico</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Esperando para enviarse</translation>
    </message>
    <message>
        <source>Next look</source>
        <translation>Próxima consulta</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>Último problema</translation>
    </message>
    <message>
        <source>Requests in the last minute</source>
        <translation>Peticiones en el último minuto</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>How far back conversations are complete</source>
        <translation>Hasta cuándo están completas las conversaciones</translation>
    </message>
    <message>
        <source>Kinds and counts only: no names and no words of messages</source>
        <translation>Solo tipos y cantidades: ni nombres ni texto de mensajes</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1; failed: %2</source>
        <translation>%1; fallidos: %2</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>ninguna prevista</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>en %1 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>none since Skein was started</source>
        <translation>ninguno desde que se abrió Skein</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1 de un máximo de %2</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>no se puede leer: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>skein::ThreadJumps</name>
    <message>
        <source>Going to the message…</source>
        <translation>Yendo al mensaje…</translation>
    </message>
    <message>
        <source>The original message was removed.</source>
        <translation>El mensaje original se eliminó.</translation>
    </message>
</context>
<context>
    <name>skein::ThreadModel</name>
    <message>
        <source>The message could not be loaded: GroupMe could not be reached.</source>
        <translation>No se pudo cargar el mensaje: no se pudo contactar con GroupMe.</translation>
    </message>
    <message>
        <source>GroupMe does not show this message.</source>
        <translation>GroupMe no muestra este mensaje.</translation>
    </message>
    <message>
        <source>The message could not be loaded. Try again later.</source>
        <translation>No se pudo cargar el mensaje. Inténtalo otra vez más tarde.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>sending, %1 %</source>
        <translation>enviando, %1 %</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en cola</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leído</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>falló: %1</translation>
    </message>
    <message>
        <source>unconfirmed: %1</source>
        <translation>sin confirmar: %1</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>eliminando</translation>
    </message>
    <message>
        <source>%1 · hidden here only</source>
        <translation>%1 · oculto solo aquí</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Mensaje eliminado</translation>
    </message>
    <message>
        <source>with caption %1</source>
        <translation>con el comentario %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>Messages missing here</source>
        <translation>Faltan mensajes aquí</translation>
    </message>
</context>
<context>
    <name>skein::ThreadPane</name>
    <message>
        <source>Back to the chats</source>
        <translation>Volver a los chats</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>only admins write</source>
        <translation>solo escriben los administradores</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>silenciado</translation>
    </message>
    <message>
        <source>No chat is open</source>
        <translation>No hay ningún chat abierto</translation>
    </message>
    <message>
        <source>%1 finds a chat</source>
        <translation>%1 busca un chat</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Adjuntar</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
</context>
<context>
    <name>skein::TokenListener</name>
    <message>
        <source>Skein has its answer and goes on in its own window. You can close this page.</source>
        <translation>Skein ya tiene la respuesta y sigue en su propia ventana. Puedes cerrar esta página.</translation>
    </message>
    <message>
        <source>GroupMe gave Skein no access. To try again, go back to Skein.</source>
        <translation>GroupMe no dio acceso a Skein. Para intentarlo otra vez, vuelve a Skein.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Aquí no hay nada.</translation>
    </message>
</context>
<context>
    <name>skein::TopicDelegate</name>
    <message>
        <source>Deleted</source>
        <translation>Eliminado</translation>
    </message>
</context>
<context>
    <name>skein::TopicDialog</name>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Tema nuevo</translation>
    </message>
    <message>
        <source>Edit topic</source>
        <translation>Editar tema</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Description (optional)</source>
        <translation>Descripción (opcional)</translation>
    </message>
    <message>
        <source>Picture (optional)</source>
        <translation>Imagen (opcional)</translation>
    </message>
    <message>
        <source>Everyone writes</source>
        <translation>Escriben todos</translation>
    </message>
    <message>
        <source>Only admins write</source>
        <translation>Solo los administradores escriben</translation>
    </message>
    <message>
        <source>Who may write</source>
        <translation>Quién puede escribir</translation>
    </message>
    <message>
        <source>Like icon (optional)</source>
        <translation>Icono de «Me gusta» (opcional)</translation>
    </message>
    <message>
        <source>A topic for this group</source>
        <translation>Un tema para este grupo</translation>
    </message>
    <message>
        <source>What this topic is</source>
        <translation>De qué trata este tema</translation>
    </message>
    <message>
        <source>A topic needs a title.</source>
        <translation>Un tema necesita un título.</translation>
    </message>
    <message>
        <source>A title has at most %1 characters.</source>
        <translation>Un título tiene como máximo %1 caracteres.</translation>
    </message>
    <message>
        <source>A description has at most %1 characters.</source>
        <translation>Una descripción tiene como máximo %1 caracteres.</translation>
    </message>
    <message>
        <source>GroupMe only takes its own pictures: an address that begins with https://i.groupme.com/</source>
        <translation>GroupMe solo acepta sus propias imágenes: una dirección que empiece por https://i.groupme.com/</translation>
    </message>
    <message>
        <source>GroupMe does not tell who writes here now. Please choose.</source>
        <translation>GroupMe no dice quién puede escribir aquí ahora. Elige tú.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Telling GroupMe…</source>
        <translation>Avisando a GroupMe…</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>¿Descartar lo que escribiste?</translation>
    </message>
    <message>
        <source>It is kept nowhere else.</source>
        <translation>No está guardado en ningún otro sitio.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>Seguir escribiendo</translation>
    </message>
</context>
<context>
    <name>skein::TopicListModel</name>
    <message>
        <source>Main chat</source>
        <translation>Chat principal</translation>
    </message>
    <message>
        <source>only admins write</source>
        <translation>solo escriben los administradores</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>eliminado</translation>
    </message>
</context>
<context>
    <name>skein::TopicPane</name>
    <message>
        <source>Back to the chats</source>
        <translation>Volver a los chats</translation>
    </message>
    <message>
        <source>+ New topic</source>
        <translation>+ Tema nuevo</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Tema nuevo</translation>
    </message>
</context>
<context>
    <name>skein::TrayMenu</name>
    <message>
        <source>Skein</source>
        <translation>Skein</translation>
    </message>
    <message>
        <source>Open Skein</source>
        <translation>Abrir Skein</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Quit Skein</source>
        <translation>Salir de Skein</translation>
    </message>
    <message>
        <source>Quiet for 1 hour</source>
        <translation>Silencio durante 1 hora</translation>
    </message>
</context>
<context>
    <name>skein::TroubleBar</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>skein::UnreadWords</name>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n no leído</numerusform>
            <numerusform>%n no leídos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in muted</source>
        <translation>
            <numerusform>%n en silenciados</numerusform>
            <numerusform>%n en silenciados</numerusform>
        </translation>
    </message>
    <message>
        <source>Skein: %1, %2</source>
        <translation>Skein: %1, %2</translation>
    </message>
    <message>
        <source>Skein: %1</source>
        <translation>Skein: %1</translation>
    </message>
</context>
<context>
    <name>skein::ViewerButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>skein::WhoPanel</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Continue with this account?</source>
        <translation>¿Continuar con esta cuenta?</translation>
    </message>
    <message>
        <source>Continue as %1?</source>
        <translation>¿Continuar como %1?</translation>
    </message>
</context>
<context>
    <name>skein::WindowsSecretStore</name>
    <message>
        <source>Windows keeps no credentials for this way of signing in.</source>
        <translation>Windows no guarda credenciales con esta forma de iniciar sesión.</translation>
    </message>
    <message>
        <source>Windows&apos; Credential Manager cannot be used now.</source>
        <translation>El Administrador de credenciales de Windows no se puede usar ahora.</translation>
    </message>
</context>
</TS>

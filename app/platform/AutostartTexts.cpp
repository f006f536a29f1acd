// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/AutostartTexts.h"

#include <QXmlStreamWriter>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

/// Quoted as Exec= wants it, where the value's own escaping comes on top.
QString execQuoted(const QString& argument)
{
    QString quoted;
    for (const QChar c : argument) {
        if (u"\"`$\\"_s.contains(c))
            quoted += u'\\';
        quoted += c == u'%' ? u"%%"_s : QString(c);
    }
    return u'"' + quoted.replace(u'\\', u"\\\\"_s) + u'"';
}

/// As CommandLineToArgvW() reads it: backslashes count only before a quote.
QString windowsQuoted(const QString& argument)
{
    QString quoted;
    qsizetype backslashes = 0;
    for (const QChar c : argument) {
        if (c == u'"')
            quoted += QString(backslashes + 1, u'\\');
        backslashes = c == u'\\' ? backslashes + 1 : 0;
        quoted += c;
    }
    return u'"' + quoted + QString(backslashes, u'\\') + u'"';
}

} // namespace

QByteArray desktopEntry(const AutostartEntry& entry)
{
    QStringList command{execQuoted(entry.program)};
    for (const QString& each : entry.arguments)
        command.append(execQuoted(each));
    return u"[Desktop Entry]\n"
           "Type=Application\n"
           "Name=Skein\n"
           "Icon=skein\n"
           "Exec=%1\n"
           "X-GNOME-Autostart-enabled=true\n"_s.arg(command.join(u' '))
               .toUtf8();
}

bool startsProgram(const QByteArray& desktopEntry)
{
    bool hasCommand = false;
    for (const QByteArray& line : desktopEntry.split('\n')) {
        const qsizetype sign = line.indexOf('=');
        const QByteArray key = line.left(sign).trimmed();
        const QByteArray value = line.mid(sign + 1).trimmed();
        hasCommand |= key == "Exec" && !value.isEmpty();
        if ((key == "Hidden" && value == "true")
            || (key == "X-GNOME-Autostart-enabled" && value == "false"))
            return false;
    }
    return hasCommand;
}

QByteArray launchAgent(const AutostartEntry& entry)
{
    QByteArray text;
    QXmlStreamWriter writer(&text);
    writer.setAutoFormatting(true);
    writer.writeStartDocument();
    writer.writeDTD(u"<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                    "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"_s);
    writer.writeStartElement(u"plist"_s);
    writer.writeAttribute(u"version"_s, u"1.0"_s);
    writer.writeStartElement(u"dict"_s);
    writer.writeTextElement(u"key"_s, u"Label"_s);
    writer.writeTextElement(u"string"_s, entry.id);
    writer.writeTextElement(u"key"_s, u"ProgramArguments"_s);
    writer.writeStartElement(u"array"_s);
    for (const QString& each : QStringList{entry.program} + entry.arguments)
        writer.writeTextElement(u"string"_s, each);
    writer.writeEndElement();
    writer.writeTextElement(u"key"_s, u"RunAtLoad"_s);
    writer.writeEmptyElement(u"true"_s);
    writer.writeEndDocument();
    return text;
}

QString windowsCommand(const AutostartEntry& entry)
{
    QStringList command{windowsQuoted(entry.program)};
    for (const QString& each : entry.arguments)
        command.append(windowsQuoted(each));
    return command.join(u' ');
}

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/FilesDesk.h"

#include <QDir>

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

FilesDesk::FilesDesk()
{
    f.service.serve(f.network()); // now with the places of uploads
}

OutgoingFile FilesDesk::picture(const QByteArray& bytes)
{
    OutgoingFile facts;
    facts.name = u"lake.png"_s;
    facts.mimeType = "image/png";
    facts.pixels = QSize(64, 48);
    const auto kept = f.staged().keep(facts, bytes);
    f.settle();
    return kept.result().value();
}

OutgoingFile FilesDesk::paper(const QByteArray& bytes)
{
    OutgoingFile facts;
    facts.kind = OutgoingFile::Kind::File;
    facts.name = u"tides & more.pdf"_s;
    facts.mimeType = "application/pdf";
    const auto kept = f.staged().keep(facts, bytes);
    f.settle();
    return kept.result().value();
}

SourceGuid FilesDesk::sendFiles(
    const QString& text, const QList<OutgoingFile>& files, const ConversationId& to)
{
    return outbox->send(to, OutgoingContent{text, {}, files});
}

SourceGuid FilesDesk::sendHeld(const QString& text, const QList<OutgoingFile>& files)
{
    f.network().hold();
    return sendFiles(text, files);
}

QList<QByteArray> FilesDesk::arrived(const QString& text, const QString& person) const
{
    const auto history = f.service.history(person);
    const auto line = std::ranges::find(history, text, &FakeService::Line::text);
    if (line == history.end()) {
        QTest::qFail("no such message arrived", __FILE__, __LINE__);
        return {};
    }
    return uploads.bytesOf(line->attachments);
}

QStringList FilesDesk::copiesOnDisk()
{
    f.settle();
    return QDir(f.store().outgoingFolder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

qsizetype FilesDesk::imageRequests()
{
    return f.asked(HttpRequest::Method::Post, FakeUploads::imagePlace);
}

void FilesDesk::failNextImage(FakeService::Fault::When when, const FakeService::Answer& answer)
{
    f.service.failNext(HttpRequest::Method::Post, FakeUploads::imagePlace, {when, answer});
}

QString FilesDesk::reasonOf(qsizetype row)
{
    return f.waiting(chatWith(somebody)).value(row).reason;
}

} // namespace skein

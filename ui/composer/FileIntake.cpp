// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/composer/FileIntake.h"

#include "ui/media/ImagePreparation.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

using TakenOr = std::expected<TakenFile, QString>;

constexpr qint64 sniffedBytes = 4096; ///< enough to tell an image

QString intakeWords(const char* text) { return QCoreApplication::translate("FileIntake", text); }

TakenOr refusedFile(const char* sentence, const QString& name)
{
    return std::unexpected(intakeWords(sentence).arg(name));
}

TakenOr refusedImage(ImageFlaw flaw, const QString& name)
{
    if (flaw == ImageFlaw::TooManyPixels)
        return refusedFile(
            QT_TRANSLATE_NOOP("FileIntake", "%1 has too many pixels to be sent."), name);
    if (flaw == ImageFlaw::Unreadable)
        return refusedFile(
            QT_TRANSLATE_NOOP("FileIntake",
                "%1 is a HEIC photo of a kind that Skein cannot read here. Saved as JPEG it can be "
                "sent."),
            name);
    return refusedFile(
        QT_TRANSLATE_NOOP("FileIntake", "%1 is damaged: it cannot be read as a picture."), name);
}

TakenFile takenImage(const PreparedImage& image, const QString& name)
{
    return {.file = {.kind = OutgoingFile::Kind::Image,
                .staged = {},
                .name = name,
                .mimeType = image.mimeType,
                .size = image.bytes.size(),
                .pixels = image.pixels},
        .path = {},
        .bytes = image.bytes,
        .thumbnail = image.thumbnail};
}

TakenOr takenOr(const std::expected<PreparedImage, ImageFlaw>& image, const QString& name)
{
    if (!image)
        return refusedImage(image.error(), name);
    if (image->bytes.size() > largestFile)
        return refusedFile(QT_TRANSLATE_NOOP("FileIntake", "%1 is larger than 50 MB."), name);
    return takenImage(*image, name);
}

} // namespace

TakenOr takeFile(const QString& path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        return refusedFile(QT_TRANSLATE_NOOP("FileIntake", "%1 is not there any more."), name);
    // A pipe or a device would never end.
    if (!info.isFile())
        return refusedFile(
            QT_TRANSLATE_NOOP("FileIntake", "%1 is not a file. Only files can be sent."), name);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusedFile(
            QT_TRANSLATE_NOOP("FileIntake", "%1 cannot be read: its owner does not allow it."),
            name);
    if (file.size() == 0)
        return refusedFile(QT_TRANSLATE_NOOP("FileIntake", "%1 is empty."), name);
    if (file.size() > largestFile)
        return refusedFile(QT_TRANSLATE_NOOP("FileIntake", "%1 is larger than 50 MB."), name);

    if (looksLikeImage(file.peek(sniffedBytes))) {
        const auto image = prepareImage(file.readAll());
        if (image || image.error() != ImageFlaw::NotAnImage)
            return takenOr(image, name);
    }
    return TakenFile{.file = {.kind = OutgoingFile::Kind::File,
                         .staged = {},
                         .name = name,
                         .mimeType = QMimeDatabase().mimeTypeForFile(info).name().toLatin1(),
                         .size = file.size(),
                         .pixels = {}},
        .path = info.absoluteFilePath(),
        .bytes = {},
        .thumbnail = {}};
}

TakenOr takeBytes(const QByteArray& bytes)
{
    return takenOr(prepareImage(bytes), intakeWords(QT_TRANSLATE_NOOP("FileIntake", "Photo")));
}

TakenOr takeImage(const QImage& image)
{
    return takenOr(prepareImage(image), intakeWords(QT_TRANSLATE_NOOP("FileIntake", "Photo")));
}

TakenOr takeCopy(const OutgoingFile& file, const QString& path)
{
    if (!hasCopy(file))
        return refusedFile(
            QT_TRANSLATE_NOOP("FileIntake", "%1 could not be copied in time. Attach it again."),
            file.name);
    TakenFile taken{.file = file, .path = path, .bytes = {}, .thumbnail = {}};
    QFile copy(path);
    if (path.isEmpty() || !copy.open(QIODevice::ReadOnly))
        return refusedFile(QT_TRANSLATE_NOOP("FileIntake", "%1 is not there any more."), file.name);
    if (file.kind == OutgoingFile::Kind::Image && copy.size() <= largestFile) {
        const auto image = prepareImage(copy.readAll());
        if (image)
            taken.thumbnail = image->thumbnail;
    }
    return taken;
}

} // namespace skein

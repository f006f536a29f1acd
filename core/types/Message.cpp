// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Message.h"

#include "core/types/EventWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewLength = 200;

constexpr qint64 maxSeconds = 999'999'999'999; // twelve digits
constexpr qsizetype maxIdLength = 99; // two digits

void writeDigits(qint64 number, QChar* end, int count)
{
    for (; count > 0; --count, number /= 10)
        *--end = QChar(u'0' + static_cast<char16_t>(number % 10));
}

QString position(qint64 seconds, const QString& id)
{
    QString text(14 + id.size(), Qt::Uninitialized);
    QChar* begin = text.data();
    writeDigits(std::clamp<qint64>(seconds, 0, maxSeconds), begin + 12, 12);
    writeDigits(std::min(id.size(), maxIdLength), begin + 14, 2);
    std::ranges::copy(id, begin + 14);
    return text;
}

QString shortened(const QString& text)
{
    if (text.size() <= previewLength)
        return text;
    const int end
        = text.at(previewLength - 1).isHighSurrogate() ? previewLength - 1 : previewLength;
    return text.left(end) + u'…';
}

QString previewWord(const char* word)
{
    return QCoreApplication::translate("MessagePreview", word);
}

Preview previewOf(const Attachment& attachment)
{
    using Kind = Preview::Kind;
    if (std::holds_alternative<ImageAttachment>(attachment.content))
        return {Kind::Photo, {}};
    if (std::holds_alternative<VideoAttachment>(attachment.content))
        return {Kind::Video, {}};
    if (std::holds_alternative<FileAttachment>(attachment.content))
        return {Kind::File, {}};
    if (const auto* location = std::get_if<LocationAttachment>(&attachment.content))
        return {Kind::Location, shortened(location->name.simplified())};
    if (attachment.type == "poll"_L1)
        return {Kind::Poll, {}};
    if (attachment.type == "event"_L1)
        return {Kind::Event, {}};
    if (attachment.type == "audio"_L1)
        return {Kind::Voice, {}};
    return {Kind::Attachment, {}};
}

} // namespace

bool Message::isSystem() const
{
    return senderType == "system"_L1 || senderId.value == "system"_L1;
}

QString positionOf(const Message& message) { return position(message.createdAt, message.id.value); }

QString positionOf(const MessageId& id)
{
    const bool isLong = id.value.size() >= 16
        && std::ranges::all_of(id.value, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return position(isLong ? id.value.left(10).toLongLong() : 0, id.value);
}

bool comesBefore(const Message& one, const Message& other)
{
    const auto place = [](const Message& message) {
        return std::tuple(std::clamp<qint64>(message.createdAt, 0, maxSeconds),
            std::min(message.id.value.size(), maxIdLength), QStringView(message.id.value));
    };
    return place(one) < place(other);
}

bool isLowerId(const MessageId& one, const MessageId& other)
{
    return std::pair(one.value.size(), one.value) < std::pair(other.value.size(), other.value);
}

QString hiddenMessageWords()
{
    return previewWord(QT_TRANSLATE_NOOP("MessagePreview", "Message from a blocked person"));
}

Preview previewOf(const Message& message)
{
    if (message.isDeleted())
        return {Preview::Kind::Deleted, {}};
    // Only the beginning is looked at: a preview costs the same however long the text is.
    const QString text = message.text.left(10 * previewLength).simplified();
    if (!text.isEmpty())
        return {Preview::Kind::Text, shortened(text)};
    const auto found = std::ranges::find_if_not(message.attachments, isAboutText);
    if (found != message.attachments.end())
        return previewOf(*found);
    if (!message.isSystem())
        return {};
    return {Preview::Kind::Happening, message.event ? message.event->type : QString()};
}

QString previewWords(const Preview& preview)
{
    using Kind = Preview::Kind;
    switch (preview.kind) {
    case Kind::Deleted:
        return previewWord(QT_TRANSLATE_NOOP("MessagePreview", "Message deleted"));
    case Kind::Photo:
        return previewWord(QT_TRANSLATE_NOOP("MessagePreview", "Photo"));
    case Kind::Video:
        return previewWord(QT_TRANSLATE_NOOP("MessagePreview", "Video"));
    case Kind::File:
        return previewWord(QT_TRANSLATE_NOOP("MessagePreview", "File"));
    case Kind::Location: {
        const QString word = previewWord(QT_TRANSLATE_NOOP("MessagePreview", "Location"));
        return preview.text.isEmpty() ? word : word + u" \u00b7 "_s + preview.text;
    }
    case Kind::Poll:
        return previewWord(QT_TRANSLATE_NOOP("MessagePreview", "Poll"));
    case Kind::Event:
        return previewWord(QT_TRANSLATE_NOOP("MessagePreview", "Event"));
    case Kind::Voice:
        return previewWord(QT_TRANSLATE_NOOP("MessagePreview", "Voice message"));
    case Kind::Attachment:
        return previewWord(QT_TRANSLATE_NOOP("MessagePreview", "Attachment"));
    case Kind::Happening:
        return eventWords(preview.text);
    case Kind::Text:
        break;
    }
    return preview.text;
}

} // namespace skein

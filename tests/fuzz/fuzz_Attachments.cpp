// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A message with any text and any attachments, from the wire or out of the store: where mentions
// and emoji stand, and what is drawn and spoken of them. Read again from what the store keeps, it
// is the same message.

#include "core/api/FileDownload.h"
#include "core/api/JsonReaders.h"
#include "core/store/MessageCodec.h"
#include "core/types/ImageUrl.h"
#include "core/types/Mentions.h"
#include "tests/fakes/FakeContentSource.h"
#include "tests/fuzz/Promise.h"
#include "ui/thread/EmojiText.h"

#include <QJsonDocument>

#include <algorithm>

using namespace skein;
using namespace Qt::StringLiterals;

namespace {

bool cutsNothing(const QString& text, qsizetype at)
{
    return at <= 0 || at >= text.size() || !text[at].isLowSurrogate()
        || !text[at - 1].isHighSurrogate();
}

/// In the text, in its order, not one over another, no character cut in two.
template <class Spans>
void checkPlaces(const Spans& spans, const QString& text)
{
    qsizetype free = 0;
    for (const auto& span : spans) {
        require(span.start >= free && span.length >= 0 && span.length <= text.size() - span.start);
        require(cutsNothing(text, span.start) && cutsNothing(text, span.start + span.length));
        free = span.start + span.length;
    }
}

void checkUrl(const QUrl& url)
{
    require(url.scheme() != "http"_L1 && url.toString().size() < 20'000);
    const QSize size = imageSizeOf(url);
    require(size.isEmpty() || (size.width() <= 30'000 && size.height() <= 30'000));
}

void check(const Attachment& attachment)
{
    if (const auto* image = std::get_if<ImageAttachment>(&attachment.content))
        checkUrl(image->url);
    if (const auto* video = std::get_if<VideoAttachment>(&attachment.content)) {
        checkUrl(video->url);
        checkUrl(video->preview);
    }
    if (const auto* audio = std::get_if<AudioAttachment>(&attachment.content)) {
        checkUrl(audio->url);
        require(audio->seconds >= 0);
    }
    if (const auto* location = std::get_if<LocationAttachment>(&attachment.content))
        require(location->name.size() <= 500);
    if (const auto* file = std::get_if<FileAttachment>(&attachment.content)) {
        const QUrl url
            = endpoints::fileDownload(ConversationId::group(u"55501"_s), file->fileId).url;
        require(file->size >= 0 && url.host() == "file.groupme.com"_L1);
        require(url.path(QUrl::FullyEncoded).startsWith("/v1/55501/files/"_L1) && !url.hasQuery());
    }
    if (const auto* emoji = std::get_if<EmojiAttachment>(&attachment.content)) {
        for (const EmojiAttachment::Cell& cell : emoji->cells)
            require(cell.pack >= 0 && cell.index >= 0);
    }
    require(readAttachment(attachment.json) == attachment);
}

/// Some emoji have a picture, some only a name, some neither.
const FakeContentSource& source()
{
    static const FakeContentSource* known = [] {
        auto* made = new FakeContentSource;
        QImage picture(1, 1, QImage::Format_ARGB32);
        picture.fill(Qt::white);
        made->emojis[u"1/2"_s] = picture;
        made->emojiNames[u"1/2"_s] = u":anchor:"_s;
        made->emojiNames[u"1/3"_s] = u":\u202eoar\n:"_s;
        return made;
    }();
    return *known;
}

QList<TextSpan> spansOf(const QList<EmojiPlace>& places)
{
    QList<TextSpan> spans;
    for (const EmojiPlace& place : places)
        spans.append(place.span);
    return spans;
}

void checkEmoji(const Message& message)
{
    const QList<EmojiPlace> places = emojiPlacesIn(message);
    checkPlaces(spansOf(places), message.text);
    auto shown = displayText(message.text, shortLimits, spansOf(places));
    require(shown.spans.size() == places.size() && shown.text.isValidUtf16());
    checkPlaces(shown.spans, shown.text);
    for (const FakeContentSource* known :
        {&source(), static_cast<const FakeContentSource*>(nullptr)}) {
        QString text = shown.text;
        QList<TextSpan> others;
        const auto put = putEmoji(text, places, shown.spans, others, known);
        checkPlaces(put, text);
        require(put.size() <= places.size() && text.isValidUtf16());
        require(wordedText(message, known).isValidUtf16());
    }
}

/// Mentions and emoji share the text: each stays where it belongs.
void checkMentions(const Message& message)
{
    const QList<Mention> mentions = mentionsIn(message);
    checkPlaces(mentions, message.text);
    for (const Mention& mention : mentions)
        require(
            !mention.user.isEmpty() && mention.length > 0 && isMentioned(message, mention.user));
    QList<Mentionable> people;
    for (const Mention& mention : mentions)
        people.append({mention.user, message.text.mid(mention.start + 1, mention.length - 1), {}});
    const QList<Mention> found = findMentions(message.text, people);
    checkPlaces(found, message.text);
    for (const Mention& mention : found)
        require(message.text[mention.start] == u'@');
    require(mentionsJson(found).isEmpty() == found.isEmpty());
    Message again = message;
    again.attachments = {readAttachment(mentionsJson(found))};
    require(mentionsIn(again) == found);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytesOf(data, size));
    if (document.isNull())
        return 0;
    Message message;
    message.senderType = u"user"_s;
    message.text = json::text(document[u"text"_s]);
    message.attachments = json::attachments(document[u"attachments"_s]);
    for (const Attachment& attachment : std::as_const(message.attachments))
        check(attachment);
    checkMentions(message);
    checkEmoji(message);
    require(previewWords(message).size() < 1000);
    Message kept;
    kept.text = message.text;
    decodeExtra(encodeExtra(message), kept);
    require(kept == message);
    return 0;
}

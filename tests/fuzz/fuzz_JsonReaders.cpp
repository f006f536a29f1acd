// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes from the network, through the envelope and every reader. What is read must keep the
// readers' promises, whatever came.

#include "core/api/Envelope.h"
#include "core/api/FileData.h"
#include "core/api/GroupReaders.h"
#include "core/api/MessageReaders.h"
#include "core/api/PeopleCalls.h"
#include "tests/fuzz/Promise.h"

#include <algorithm>
#include <tuple>

using namespace skein;

namespace {

void check(const Message& message)
{
    require(!message.id.isEmpty());
    require(message.createdAt >= 0 && message.createdAt <= json::endOfTime);
    require(message.text.isValidUtf16() && message.text.size() <= json::maxTextLength);
    require(message.senderName.isValidUtf16() && message.guid.value.isValidUtf16());
    require(idAt(positionOf(message)) == message.id);
    require(previewWords(message).size() < 1000);
}

void check(const MessagePage& page)
{
    for (const Message& message : page.messages)
        check(message);
    const auto position = [](const Message& message) { return positionOf(message); };
    require(std::ranges::is_sorted(page.messages, {}, position));
}

void check(const QList<ConversationSummary>& chats)
{
    for (const ConversationSummary& chat : chats) {
        const auto again = ConversationId::fromKey(chat.id.key());
        require(again == chat.id && again.related == chat.id.related);
        if (chat.lastMessage)
            check(*chat.lastMessage);
    }
}

void check(const GroupFacts& facts)
{
    require(facts.memberCount >= facts.members.size() && facts.topics.value_or(0) >= 0);
    require(facts.mutedUntil.value_or(0) >= 0 && facts.mutedUntil.value_or(0) <= json::endOfTime);
    for (const Member& member : facts.members)
        require(!member.user.isEmpty() && member.nickname.isValidUtf16());
}

void checkGroups(const QJsonValue& value)
{
    const auto group = ConversationId::group(QStringLiteral("55501"));
    const auto groups = json::groups(value);
    const auto topics = json::topics(value, group);
    for (const auto& list : {groups, topics}) {
        if (!list)
            continue;
        check(*list);
        for (const ConversationSummary& summary : *list)
            check(summary.group);
    }
    if (const auto shown = json::group(value))
        check(shown->group);
    if (const auto shown = json::topic(value, group))
        require(shown->id.parent() == group);
    if (const auto mutes = json::muteState(value))
        require(mutes->mutedUntil >= 0 && mutes->mutedUntil <= json::endOfTime);
    std::ignore = json::member(value);
    std::ignore = json::blocks(value, {QStringLiteral("1001")});
    std::ignore = json::blockBetween(value);
    for (const Contact& each : json::contacts(value).value_or(ContactPage{}).contacts)
        require(!each.person.id.isEmpty() && each.person.name.size() <= json::maxNameLength);
}

void checkMessages(const QJsonValue& value)
{
    for (const Message& pinned : json::pinnedMessages(value).value_or(QList<Message>{}))
        check(pinned);
    if (const auto poll = json::poll(value)) {
        require(!poll->id.isEmpty() && poll->subject.isValidUtf16());
        for (const Poll::Option& option : poll->options)
            require(!option.id.isEmpty() && option.votes >= 0);
    }
    if (const auto event = json::calendarEvent(value)) {
        require(event->startsAt > 0 && event->startsAt <= json::endOfTime);
        require(event->endsAt >= 0 && event->name.isValidUtf16());
    }
    if (const auto files = json::fileData(value)) {
        for (const FileFacts& file : *files)
            require(!file.id.isEmpty() && file.size >= 0 && file.name.isValidUtf16());
    }
    for (const Reaction& reaction : json::allReactions(value).value_or(QList<Reaction>{}))
        require(reaction.code.isValidUtf16());
}

void checkReceipts(const QJsonValue& value)
{
    if (const auto receipt = json::sentReceipt(value))
        require(!receipt->message.isEmpty() && receipt->readAt >= 0);
    const auto heads = json::readPositions(value).value_or(QHash<QString, MessageId>{});
    for (auto head = heads.begin(); head != heads.end(); ++head)
        require(!head.key().isEmpty() && !head.value().isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    HttpReply reply;
    reply.contentType = "application/json";
    reply.body = bytesOf(data, size);
    reply.retryAfter = reply.body.left(40);
    reply.status = 429;
    require(!openEnvelope(reply));
    reply.status = 200;
    const auto value = openEnvelope(reply);
    if (!value)
        return 0;
    const UserId me{QStringLiteral("1001")};
    if (const auto page = json::directMessages(*value))
        check(*page);
    if (const auto chats = json::chats(*value, me))
        check(*chats);
    if (const auto created = json::createdMessage(*value))
        check(*created);
    if (const auto page = json::groupMessages(*value))
        check(*page);
    checkGroups(*value);
    checkMessages(*value);
    checkReceipts(*value);
    if (const auto person = json::person(*value))
        require(!person->id.isEmpty() && person->name.isValidUtf16());
    return 0;
}

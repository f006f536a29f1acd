// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/GroupFixture.h"

namespace skein {

using namespace Qt::StringLiterals;

void GroupFixture::pass(std::chrono::milliseconds time)
{
    clock.advance(time);
    quiet();
}

void GroupFixture::list(
    const ConversationId& id, const QString& title, std::optional<GroupKind> kind, GroupRole role)
{
    change([=](Stores& stores, Changes& changes) {
        auto summary = summaryOf(id, title, std::nullopt);
        summary.group.kind = kind;
        if (id.kind == ConversationId::Kind::Group)
            summary.group.members = {{.user = fixtureMe,
                .membershipId = u"9001001"_s,
                .nickname = u"Ben"_s,
                .avatarUrl = {},
                .role = role}};
        stores.groups.take(summary, false, changes);
    });
}

void GroupFixture::say(const ConversationId& id, int n, const QString& text)
{
    take({.messages = {receivedMessage(n, text)}, .complete = {}}, id);
}

void GroupFixture::answer(const ConversationId& id, int n, const QString& text)
{
    take({.messages = {ownMessage(n, text)}, .complete = {}}, id);
}

void GroupFixture::read(const ConversationId& id, int n)
{
    change([=](Stores& stores, Changes& changes) {
        stores.conversations.raiseRead(id, positionOf(receivedMessage(n)), true, changes);
    });
}

void GroupFixture::mute(const ConversationId& id, qint64 until)
{
    change([=](Stores& stores, Changes& changes) { stores.groups.setMuted(id, until, changes); });
}

void GroupFixture::setMembership(const ConversationId& id, Membership membership)
{
    change([=](Stores& stores, Changes& changes) {
        stores.groups.setMembership(id, membership, changes);
    });
}

void GroupFixture::listAll()
{
    list(rowing, u"Rowing"_s);
    list(chess, u"Chess"_s);
    list(travel, u"Travel"_s);
    list(kitchen, u"Kitchen"_s);
    list(openings, u"Openings"_s);
}

} // namespace skein

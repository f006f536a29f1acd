// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/Reactions.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skein {

const QStringList& allowedReactions()
{
    static const QStringList codes{u"❤️"_s, u"👍"_s, u"🤣"_s, u"🎉"_s, u"🔥"_s, u"😮"_s, u"👀"_s,
        u"😭"_s, u"🥺"_s, u"🙏"_s, u"💀"_s, u"🫶"_s, u"🤬"_s, u"💅"_s, u"🫠"_s};
    return codes;
}

ReactionKind kindOf(const Reaction& reaction)
{
    return {reaction.code, reaction.packId, reaction.packIndex};
}

QList<Reaction> reactionsOf(const Message& message)
{
    QList<Reaction> all;
    QSet<UserId> counted;
    const auto add = [&](const ReactionKind& kind, const QList<UserId>& users) {
        QList<UserId> fresh;
        for (const UserId& user : users) {
            if (!counted.contains(user) && !user.isEmpty())
                fresh.append(user);
            counted.insert(user);
        }
        if (fresh.isEmpty())
            return;
        const auto same = std::ranges::find(all, kind, kindOf);
        if (same != all.end())
            same->users += fresh;
        else
            all.append({kind.code, kind.packId, kind.packIndex, fresh});
    };
    for (const Reaction& each : message.reactions)
        add(kindOf(each), each.users);
    add({allowedReactions().first()}, message.favoritedBy);
    return all;
}

std::optional<ReactionKind> reactionOf(const Message& message, const UserId& user)
{
    for (const Reaction& each : reactionsOf(message)) {
        if (each.users.contains(user))
            return kindOf(each);
    }
    return std::nullopt;
}

void setReaction(Message& message, const UserId& user, const std::optional<ReactionKind>& kind)
{
    message.reactions = reactionsOf(message);
    for (Reaction& each : message.reactions)
        each.users.removeAll(user);
    message.favoritedBy.removeAll(user);
    if (kind) {
        const auto same = std::ranges::find(message.reactions, *kind, kindOf);
        if (same != message.reactions.end())
            same->users.append(user);
        else
            message.reactions.append({kind->code, kind->packId, kind->packIndex, {user}});
        message.favoritedBy.append(user);
    }
    message.reactions.removeIf([](const Reaction& each) { return each.users.isEmpty(); });
}

} // namespace skein

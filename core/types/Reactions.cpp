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
    if (reaction.code.isEmpty())
        return {{}, reaction.packId, reaction.packIndex};
    // The sign that asks for colour comes and goes with the client that wrote it.
    const auto bare = [](QString code) { return code.remove(QChar(0xFE0F)); };
    const auto allowed = std::ranges::find(allowedReactions(), bare(reaction.code), bare);
    return {allowed == allowedReactions().end() ? reaction.code : *allowed};
}

bool isShowable(const ReactionKind& kind)
{
    return !kind.code.isEmpty() || (kind.packId > 0 && kind.packIndex >= 0);
}

QList<Reaction> reactionsOf(const Message& message)
{
    QList<Reaction> reactions;
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
        const auto same = std::ranges::find(reactions, kind, kindOf);
        if (same != reactions.end())
            same->users += fresh;
        else
            reactions.append({kind.code, kind.packId, kind.packIndex, fresh});
    };
    for (const Reaction& each : message.reactions) {
        if (isShowable(kindOf(each)))
            add(kindOf(each), each.users);
    }
    add({allowedReactions().first()}, message.favoritedBy);
    return reactions;
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
    if (kind && isShowable(*kind)) {
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

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/ConversationId.h"

#include <QList>
#include <QStringView>

#include <utility>

namespace skein {

using namespace Qt::StringLiterals;

ConversationId ConversationId::direct(const UserId& me, const UserId& other)
{
    const auto [first, second] = other < me ? std::pair{other, me} : std::pair{me, other};
    return {Kind::Direct, first.value + u'+' + second.value, other.value};
}

ConversationId ConversationId::directPair(const QString& pair, const UserId& other)
{
    // Push writes the pair with an underscore (protocol.md B0).
    return {Kind::Direct, QString(pair).replace(u'_', u'+'), other.value};
}

ConversationId ConversationId::fromKey(const QString& key)
{
    const QList<QStringView> parts = QStringView(key).split(u'/');
    if (parts.contains(QStringView()))
        return {};
    if (parts.size() == 3 && parts[0] == "d"_L1)
        return {Kind::Direct, parts[1].toString(), parts[2].toString()};
    if (parts.size() == 2 && parts[0] == "g"_L1)
        return {Kind::Group, parts[1].toString(), {}};
    if (parts.size() == 3 && parts[0] == "t"_L1)
        return {Kind::Topic, parts[1].toString(), parts[2].toString()};
    return {};
}

ConversationId ConversationId::parent() const
{
    switch (kind) {
    case Kind::Direct:
        return {};
    case Kind::Group:
        return *this;
    case Kind::Topic:
        return group(related);
    }
    return {};
}

QString ConversationId::key() const
{
    switch (kind) {
    case Kind::Direct:
        return "d/"_L1 + id + u'/' + related;
    case Kind::Group:
        return "g/"_L1 + id;
    case Kind::Topic:
        return "t/"_L1 + id + u'/' + related;
    }
    return {};
}

} // namespace skein

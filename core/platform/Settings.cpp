// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Settings.h"

namespace skein {

using namespace Qt::StringLiterals;

namespace {

template <class T>
struct Key {
    QLatin1StringView name;
    T fallback;

    [[nodiscard]] T read(const QSettings& store) const
    {
        const QVariant value = store.value(name);
        return value.canConvert<T>() && value.isValid() ? value.value<T>() : fallback;
    }
};

// The table: everything that Settings keeps.
const Key<bool> sendReceiptsKey{"receipts/send"_L1, true};
const Key<bool> playAnimationsKey{"motion/play_animations"_L1, true};
const Key<QByteArray> windowGeometryKey{"window/geometry"_L1, {}};
const Key<QByteArray> splitterStateKey{"window/splitter"_L1, {}};
const Key<int> chatsWidthKey{"window/chats_width"_L1, 300};
const Key<bool> chatsCollapsedKey{"window/chats_collapsed"_L1, false};
const Key<QString> lastConversationKey{"conversation/last"_L1, {}};
const Key<QStringList> recentEmojiKey{"emoji/recent"_L1, {}};
const Key<QString> accountIdKey{"account/id"_L1, {}};
const Key<QString> tokenOwnerKey{"account/token_owner"_L1, {}};

} // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent)
    , m_store(file, QSettings::IniFormat)
{
}

bool Settings::sendReceipts() const { return sendReceiptsKey.read(m_store); }

void Settings::setSendReceipts(bool send)
{
    if (send == sendReceipts())
        return;
    m_store.setValue(sendReceiptsKey.name, send);
    emit sendReceiptsChanged(send);
}

bool Settings::playAnimations() const { return playAnimationsKey.read(m_store); }

void Settings::setPlayAnimations(bool play)
{
    if (play == playAnimations())
        return;
    m_store.setValue(playAnimationsKey.name, play);
    emit playAnimationsChanged(play);
}

QByteArray Settings::windowGeometry() const { return windowGeometryKey.read(m_store); }

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    m_store.setValue(windowGeometryKey.name, geometry);
}

QByteArray Settings::splitterState() const { return splitterStateKey.read(m_store); }

void Settings::setSplitterState(const QByteArray& state)
{
    m_store.setValue(splitterStateKey.name, state);
}

int Settings::chatsWidth() const { return chatsWidthKey.read(m_store); }

void Settings::setChatsWidth(int width) { m_store.setValue(chatsWidthKey.name, width); }

bool Settings::chatsCollapsed() const { return chatsCollapsedKey.read(m_store); }

void Settings::setChatsCollapsed(bool collapsed)
{
    m_store.setValue(chatsCollapsedKey.name, collapsed);
}

QString Settings::lastConversation() const { return lastConversationKey.read(m_store); }

void Settings::setLastConversation(const QString& key)
{
    m_store.setValue(lastConversationKey.name, key);
}

QStringList Settings::recentEmoji() const { return recentEmojiKey.read(m_store); }

void Settings::setRecentEmoji(const QStringList& emoji)
{
    m_store.setValue(recentEmojiKey.name, emoji);
}

Person Settings::account() const
{
    return {.id = {accountIdKey.read(m_store)}, .name = {}, .avatarUrl = {}};
}

void Settings::setAccount(const Person& person)
{
    m_store.setValue(accountIdKey.name, person.id.value);
    for (const auto& earlier : {"account/name"_L1, "account/avatar"_L1})
        m_store.remove(earlier); // the first Skein wrote them here
}

UserId Settings::tokenOwner() const { return {tokenOwnerKey.read(m_store)}; }

void Settings::setTokenOwner(const UserId& id) { m_store.setValue(tokenOwnerKey.name, id.value); }

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as the settings' file: what cannot be read is as if it were not there, and everything
// can be chosen anew.

#include "core/platform/Settings.h"
#include "tests/fuzz/Program.h"
#include "tests/fuzz/Promise.h"

#include <QFile>

using namespace skein;
using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void readAll(const Settings& settings)
{
    (void)settings.sendReceipts();
    (void)settings.playAnimations();
    (void)settings.windowGeometry();
    (void)settings.splitterState();
    (void)settings.chatsCollapsed();
    require(settings.chatsWidth() == settings.chatsWidth());
    const QString key = settings.lastConversation();
    const auto conversation = ConversationId::fromKey(key);
    require(conversation.isEmpty() || ConversationId::fromKey(conversation.key()) == conversation);
    (void)settings.recentEmoji();
    (void)settings.account();
    (void)settings.tokenOwner();
}

void changeAll(Settings& settings)
{
    const bool sent = settings.sendReceipts();
    settings.setSendReceipts(!sent);
    require(settings.sendReceipts() != sent);
    const bool moved = settings.playAnimations();
    settings.setPlayAnimations(!moved);
    require(settings.playAnimations() != moved);
    settings.setChatsWidth(321);
    settings.setWindowGeometry("\x01\x00;[=\n"_ba);
    settings.setLastConversation(u"d/1001+20450/20450"_s);
    settings.setAccount({.id = {u"1001"_s}, .name = u"Ada, \"L\"; = é"_s, .avatarUrl = {}});
    settings.setRecentEmoji({u"🛶"_s, u"a,b"_s});
}

void checkChanged(const Settings& settings)
{
    require(settings.chatsWidth() == 321 && settings.windowGeometry() == "\x01\x00;[=\n"_ba);
    require(settings.lastConversation() == "d/1001+20450/20450"_L1);
    require(settings.account().id.value == "1001"_L1);
    require(settings.account().name == u"Ada, \"L\"; = é"_s);
    require(settings.recentEmoji() == QStringList{u"🛶"_s, u"a,b"_s});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const FuzzProgram program;
    // Qt keeps what it read of a file by its name: each has its own.
    static int number = 0;
    program.clearFolder();
    const QString path = program.path(u"%1.ini"_s.arg(++number));
    write(path, bytesOf(data, size));
    {
        Settings settings(path);
        readAll(settings);
        changeAll(settings);
        checkChanged(settings);
    }
    checkChanged(Settings(path));
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as the settings' file: what cannot be read is as if it were not there, and everything
// can be chosen anew.

#include "core/platform/Settings.h"
#include "core/types/ConversationId.h"
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
    for (const SettingRow& row : settingsTable())
        require(settings.read(row.name).metaType() == row.fallback.metaType());
    const QString key = settings.value(setting::lastConversation);
    const auto conversation = ConversationId::fromKey(key);
    require(conversation.isEmpty() || ConversationId::fromKey(conversation.key()) == conversation);
}

void changeAll(Settings& settings)
{
    const bool sent = settings.value(setting::sendReceipts);
    settings.set(setting::sendReceipts, !sent);
    require(settings.value(setting::sendReceipts) != sent);
    settings.set(setting::chatsWidth, 321);
    settings.set(setting::windowGeometry, "\x01\x00;[=\n"_ba);
    settings.set(setting::lastConversation, u"Ada, \"L\"; = é"_s);
    settings.set(setting::recentEmoji, {u"🛶"_s, u"a,b"_s});
}

void checkChanged(const Settings& settings)
{
    require(settings.value(setting::chatsWidth) == 321);
    require(settings.value(setting::windowGeometry) == "\x01\x00;[=\n"_ba);
    require(settings.value(setting::lastConversation) == u"Ada, \"L\"; = é"_s);
    require(settings.value(setting::recentEmoji) == QStringList{u"🛶"_s, u"a,b"_s});
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

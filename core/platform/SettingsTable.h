// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one table of all that Settings keeps: key, type and default, and for what people choose also
// where it stands in the dialog and in which words. To add a setting: a key, its row. Any thread.

#include <QCoreApplication>
#include <QList>
#include <QVariant>

namespace skein {

/// A setting's name in the file, and the type of its value.
template <class T>
struct SettingKey {
    QLatin1StringView name;
};

namespace setting {

using namespace Qt::StringLiterals;

inline constexpr SettingKey<bool> sendReceipts{"receipts/send"_L1};
inline constexpr SettingKey<bool> playAnimations{"motion/play_animations"_L1};
/// Of the words: "en", "es"; "": the system's (Languages).
inline constexpr SettingKey<QString> language{"window/language"_L1};
/// In percent of the system's size of type.
inline constexpr SettingKey<int> zoom{"window/zoom"_L1};

inline constexpr SettingKey<bool> notify{"notifications/show"_L1};
/// What a notification tells: "all", "sender" or "none".
inline constexpr SettingKey<QString> notificationPrivacy{"notifications/privacy"_L1};
/// QuietHours' text form.
inline constexpr SettingKey<QString> quietHours{"notifications/quiet_hours"_L1};
inline constexpr SettingKey<bool> quietMentions{"notifications/quiet_mentions"_L1};
/// Ids of people who are heard in quiet hours, too.
inline constexpr SettingKey<QStringList> quietPeople{"notifications/quiet_people"_L1};
/// Unix seconds until which nothing is shown; 0: not quiet.
inline constexpr SettingKey<qlonglong> quietUntil{"notifications/quiet_until"_L1};

/// Closing hides the window where there is a tray.
inline constexpr SettingKey<bool> closeToTray{"window/close_to_tray"_L1};
/// What the system says of it, not what this file says (app/platform/Autostart).
inline constexpr SettingKey<bool> startAtLogin{"window/start_at_login"_L1};
/// The person was told once that a closed window goes on in the tray.
inline constexpr SettingKey<bool> knowsTray{"window/knows_tray"_L1};

/// Opaque, as Qt's saveGeometry() and saveState() make them.
inline constexpr SettingKey<QByteArray> windowGeometry{"window/geometry"_L1};
inline constexpr SettingKey<QByteArray> splitterState{"window/splitter"_L1};
/// The chats' column: its width in pixels when it is not collapsed to the avatars.
inline constexpr SettingKey<int> chatsWidth{"window/chats_width"_L1};
inline constexpr SettingKey<bool> chatsCollapsed{"window/chats_collapsed"_L1};
/// The conversation in front when the program ended: ConversationId::key(), or "".
inline constexpr SettingKey<QString> lastConversation{"conversation/last"_L1};
/// The emoji used last, the newest first.
inline constexpr SettingKey<QStringList> recentEmoji{"emoji/recent"_L1};

/// What the person changed of the commands' keys: "command=Ctrl+X", or "command=" for none.
inline constexpr SettingKey<QStringList> shortcuts{"keys/changed"_L1};

/// Who was signed in last, so that Skein can start without the network (protocol.md B1); "":
/// nobody. The id alone: names are kept with the account's data and go with it.
inline constexpr SettingKey<QString> account{"account/id"_L1};
/// Whose token the keychain holds; not `account` after a run with a token given for it alone.
inline constexpr SettingKey<QString> tokenOwner{"account/token_owner"_L1};
/// Where that token came from: "browser", or "" for a pasted one.
inline constexpr SettingKey<QString> tokenOrigin{"account/token_origin"_L1};
/// Unix seconds until which the keychain holds tokens that GroupMe is still to revoke; 0: none.
inline constexpr SettingKey<qlonglong> revokeUntil{"account/revoke_until"_L1};

} // namespace setting

enum class SettingsPage { None, Account, General, Notifications, Privacy, Keyboard, Sync, About };

struct SettingOption {
    QString value;
    const char* words; ///< in English, of context "Settings"
};

struct SettingRow {
    QLatin1StringView name;
    QVariant fallback; ///< its type is the setting's
    SettingsPage page = SettingsPage::None; ///< None: not chosen in the dialog
    const char* title = nullptr; ///< words: in English, of context "Settings"
    const char* description = nullptr;
    QList<SettingOption> options = {}; ///< for a choice among few; of type QString or int
};

[[nodiscard]] const QList<SettingRow>& settingsTable();
/// The row of that name, or null.
[[nodiscard]] const SettingRow* settingRow(QAnyStringView name);

} // namespace skein

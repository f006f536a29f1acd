// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/SettingsTable.h"

#include <algorithm>

namespace skein {

using namespace Qt::StringLiterals;

namespace {

QList<SettingRow> chosenByPeople()
{
    return {
        {setting::language.name, QString(), SettingsPage::General,
            QT_TRANSLATE_NOOP("Settings", "Language"),
            QT_TRANSLATE_NOOP("Settings", "From the next start of Skein."),
            {{QString(), QT_TRANSLATE_NOOP("Settings", "The system's")}, {u"en"_s, "English"},
                {u"es"_s, "Español"}}},
        {setting::zoom.name, 100, SettingsPage::General,
            QT_TRANSLATE_NOOP("Settings", "Size of text"),
            QT_TRANSLATE_NOOP("Settings", "Compared with the system's size."),
            {{u"80"_s, QT_TRANSLATE_NOOP("Settings", "80 %")},
                {u"90"_s, QT_TRANSLATE_NOOP("Settings", "90 %")},
                {u"100"_s, QT_TRANSLATE_NOOP("Settings", "100 %")},
                {u"110"_s, QT_TRANSLATE_NOOP("Settings", "110 %")},
                {u"125"_s, QT_TRANSLATE_NOOP("Settings", "125 %")},
                {u"150"_s, QT_TRANSLATE_NOOP("Settings", "150 %")},
                {u"175"_s, QT_TRANSLATE_NOOP("Settings", "175 %")},
                {u"200"_s, QT_TRANSLATE_NOOP("Settings", "200 %")}}},
        {setting::playAnimations.name, true, SettingsPage::General,
            QT_TRANSLATE_NOOP("Settings", "Play animations"),
            QT_TRANSLATE_NOOP(
                "Settings", "Otherwise pictures that move stand still until you click them.")},
        {setting::closeToTray.name, true, SettingsPage::General,
            QT_TRANSLATE_NOOP("Settings", "Keep running when the window is closed"),
            QT_TRANSLATE_NOOP("Settings",
                "Skein then waits in the tray and tells you of new messages. Without a tray, "
                "closing the window quits.")},
        {setting::startAtLogin.name, false, SettingsPage::General,
            QT_TRANSLATE_NOOP("Settings", "Start when I sign in to this computer"),
            QT_TRANSLATE_NOOP("Settings", "In the tray; minimised where there is none.")},
        {setting::notify.name, true, SettingsPage::Notifications,
            QT_TRANSLATE_NOOP("Settings", "Tell me of new messages"),
            QT_TRANSLATE_NOOP("Settings",
                "Muted conversations stay silent, except for mentions, answers and reactions to "
                "you.")},
        {setting::notificationPrivacy.name, u"all"_s, SettingsPage::Notifications,
            QT_TRANSLATE_NOOP("Settings", "A notification shows"),
            QT_TRANSLATE_NOOP("Settings", "What others may read over your shoulder."),
            {{u"all"_s, QT_TRANSLATE_NOOP("Settings", "Who wrote, and what")},
                {u"sender"_s, QT_TRANSLATE_NOOP("Settings", "Only who wrote")},
                {u"none"_s, QT_TRANSLATE_NOOP("Settings", "Only that there is a message")}}},
        {setting::quietMentions.name, true, SettingsPage::Notifications,
            QT_TRANSLATE_NOOP("Settings", "Hear of mentions in quiet hours"),
            QT_TRANSLATE_NOOP("Settings", "When somebody mentions you, or everyone.")},
        {setting::sendReceipts.name, true, SettingsPage::Privacy,
            QT_TRANSLATE_NOOP("Settings", "Send read receipts"),
            QT_TRANSLATE_NOOP("Settings",
                "Others see which of their messages you have read. Without receipts, unread counts "
                "on your other devices stay.")},
    };
}

QList<SettingRow> keptByTheProgram()
{
    return {
        {setting::quietHours.name, QString()},
        {setting::quietPeople.name, QStringList()},
        {setting::quietUntil.name, qlonglong{0}},
        {setting::knowsTray.name, false},
        {setting::windowGeometry.name, QByteArray()},
        {setting::splitterState.name, QByteArray()},
        {setting::chatsWidth.name, 300},
        {setting::chatsCollapsed.name, false},
        {setting::lastConversation.name, QString()},
        {setting::recentEmoji.name, QStringList()},
        {setting::shortcuts.name, QStringList()},
        {setting::account.name, QString()},
        {setting::tokenOwner.name, QString()},
        {setting::tokenOrigin.name, QString()},
        {setting::revokeUntil.name, qlonglong{0}},
    };
}

} // namespace

const QList<SettingRow>& settingsTable()
{
    static const QList<SettingRow> table = chosenByPeople() + keptByTheProgram();
    return table;
}

const SettingRow* settingRow(QAnyStringView name)
{
    const QList<SettingRow>& table = settingsTable();
    const auto row
        = std::ranges::find_if(table, [name](const SettingRow& each) { return name == each.name; });
    return row == table.end() ? nullptr : &*row;
}

} // namespace skein

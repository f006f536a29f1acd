// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/NotificationSettings.h"
#include "tests/support/SkeinTest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace notificationSettingsTest {

class tst_NotificationSettings : public QObject {
    Q_OBJECT
private slots:
    void untouchedTheyAreTheDefaults()
    {
        const QTemporaryDir folder;
        const Settings settings(folder.filePath(u"skein.ini"_s));
        QCOMPARE(notificationChoices(settings), NotificationChoices{});
    }

    void everyChoiceArrives()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"skein.ini"_s));
        settings.set(setting::notify, false);
        settings.set(setting::notificationPrivacy, u"none"_s);
        settings.set(setting::quietHours, u"Mon-Fri 22:00-07:00"_s);
        settings.set(setting::quietUntil, qlonglong{1'760'000'000});
        settings.set(setting::quietPeople, {u"20450"_s});
        settings.set(setting::quietMentions, false);
        QCOMPARE(notificationChoices(settings),
            (NotificationChoices{.show = false,
                .privacy = NoticePrivacy::Nothing,
                .quietHours = QuietHours::fromText(u"Mon-Fri 22:00-07:00"_s).value(),
                .quietUntil = 1'760'000'000,
                .quietPeople = {UserId{u"20450"_s}},
                .mentionsPass = false}));
    }

    void quietHoursThatCannotBeReadAreNone()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"skein.ini"_s));
        settings.set(setting::quietHours, u"whenever"_s);
        QCOMPARE(notificationChoices(settings).quietHours, QuietHours{});
    }

    void theirSettingsAreKnown()
    {
        for (const SettingRow& row : settingsTable())
            QVERIFY(row.page != SettingsPage::Notifications || rulesNotifications(row.name));
        QVERIFY(rulesNotifications(setting::quietHours.name));
        QVERIFY(!rulesNotifications(setting::zoom.name));
    }
};

SKEIN_TEST(tst_NotificationSettings)

} // namespace notificationSettingsTest

#include "tst_NotificationSettings.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Settings.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace settingsTest {

class tst_Settings : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder;
    QString file;

private slots:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        file = folder->filePath(u"new/settings.ini"_s);
    }

    void withoutAFileEverythingHasItsDefault()
    {
        const Settings settings(file);
        QVERIFY(settings.value(setting::sendReceipts));
        QCOMPARE(settings.value(setting::chatsWidth), 300);
        for (const SettingRow& row : settingsTable())
            QCOMPARE(settings.read(row.name), row.fallback);
    }

    void everyRowHasANameOfItsOwnAndWordsWhereItIsChosen()
    {
        QSet<QString> names;
        for (const SettingRow& row : settingsTable()) {
            QVERIFY2(!names.contains(row.name), row.name.data());
            names.insert(row.name);
            QVERIFY(row.fallback.isValid());
            QCOMPARE(row.page == SettingsPage::None, row.title == nullptr);
            QCOMPARE(row.page == SettingsPage::None, row.description == nullptr);
            const auto isDefault = [&](const SettingOption& option) {
                return option.value == row.fallback.toString();
            };
            QVERIFY(row.options.isEmpty() || std::ranges::count_if(row.options, isDefault) == 1);
        }
    }

    void whatIsSetIsThereAfterARestart()
    {
        const QByteArray opaque("\0\x01\xff,;\"\n", 7);
        {
            Settings settings(file);
            settings.set(setting::sendReceipts, false);
            settings.set(setting::windowGeometry, opaque);
            settings.set(setting::chatsWidth, 350);
            settings.set(setting::zoom, 125);
            settings.set(setting::quietUntil, qlonglong{1'760'000'000});
            settings.set(setting::recentEmoji, {u"\U0001F525"_s, u"#\ufe0f\u20e3"_s});
            settings.set(setting::lastConversation, u"d/1001+20450/20450"_s);
        }
        const Settings settings(file);
        QVERIFY(!settings.value(setting::sendReceipts));
        QCOMPARE(settings.value(setting::windowGeometry), opaque);
        QCOMPARE(settings.value(setting::chatsWidth), 350);
        QCOMPARE(settings.value(setting::zoom), 125);
        QCOMPARE(settings.value(setting::quietUntil), qlonglong{1'760'000'000});
        QCOMPARE(settings.value(setting::recentEmoji),
            (QStringList{u"\U0001F525"_s, u"#\ufe0f\u20e3"_s}));
        QCOMPARE(settings.value(setting::lastConversation), u"d/1001+20450/20450"_s);
        QVERIFY(QFile::exists(file));
    }

    void onlyARealChangeIsTold()
    {
        Settings settings(file);
        QSignalSpy changes(&settings, &Settings::changed);
        int ofReceipts = 0;
        settings.onChange(setting::sendReceipts, this, [&] { ++ofReceipts; });
        settings.set(setting::sendReceipts, true);
        QCOMPARE(changes.size(), 0);
        settings.set(setting::sendReceipts, false);
        settings.set(setting::sendReceipts, false);
        settings.set(setting::chatsCollapsed, true);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0][0].toString(), setting::sendReceipts.name);
        QCOMPARE(ofReceipts, 1);
    }

    void whatIsNoneOfTheOptionsIsTheDefault()
    {
        {
            QSettings store(file, QSettings::IniFormat);
            store.setValue(setting::zoom.name, 7'000);
            store.setValue(setting::notificationPrivacy.name, u"everybody"_s);
        }
        const Settings settings(file);
        QCOMPARE(settings.value(setting::zoom), 100);
        QCOMPARE(settings.value(setting::notificationPrivacy), u"all"_s);
    }

    void aSpoiledFileIsHarmless()
    {
        {
            Settings(file).set(setting::sendReceipts, false);
        }
        QFile spoiled(file);
        QVERIFY(spoiled.open(QIODevice::WriteOnly));
        spoiled.write("[receipts]\nsend=@Invalid()\n[window\n\xff\xfe=@ByteArray(\n");
        spoiled.close();
        const Settings settings(file);
        QVERIFY(settings.value(setting::sendReceipts));
        QVERIFY(settings.value(setting::windowGeometry).isEmpty());
    }
};

SKEIN_TEST(tst_Settings)

} // namespace settingsTest

#include "tst_Settings.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/platform/Settings.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
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
        QVERIFY(settings.sendReceipts());
        QVERIFY(settings.playAnimations());
        QVERIFY(settings.windowGeometry().isEmpty());
        QVERIFY(settings.splitterState().isEmpty());
        QCOMPARE(settings.chatsWidth(), 300);
        QVERIFY(!settings.chatsCollapsed());
        QVERIFY(settings.recentEmoji().isEmpty());
        QCOMPARE(settings.lastConversation(), QString());
    }

    void whatIsSetIsThereAfterARestart()
    {
        const QByteArray opaque("\0\x01\xff,;\"\n", 7);
        {
            Settings settings(file);
            settings.setSendReceipts(false);
            settings.setPlayAnimations(false);
            settings.setWindowGeometry(opaque);
            settings.setSplitterState(opaque + opaque);
            settings.setChatsWidth(350);
            settings.setChatsCollapsed(true);
            settings.setRecentEmoji({u"\U0001F525"_s, u"#\ufe0f\u20e3"_s});
            settings.setLastConversation(u"d/1001+20450/20450"_s);
        }
        const Settings settings(file);
        QVERIFY(!settings.sendReceipts());
        QVERIFY(!settings.playAnimations());
        QCOMPARE(settings.windowGeometry(), opaque);
        QCOMPARE(settings.splitterState(), opaque + opaque);
        QCOMPARE(settings.chatsWidth(), 350);
        QVERIFY(settings.chatsCollapsed());
        QCOMPARE(settings.recentEmoji(), (QStringList{u"\U0001F525"_s, u"#\ufe0f\u20e3"_s}));
        QCOMPARE(settings.lastConversation(), u"d/1001+20450/20450"_s);
        QVERIFY(QFile::exists(file));
    }

    void onlyARealChangeIsTold()
    {
        Settings settings(file);
        QSignalSpy changes(&settings, &Settings::sendReceiptsChanged);
        settings.setSendReceipts(true);
        QCOMPARE(changes.size(), 0);
        settings.setSendReceipts(false);
        settings.setSendReceipts(false);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0][0].toBool(), false);
        QSignalSpy motion(&settings, &Settings::playAnimationsChanged);
        settings.setPlayAnimations(true);
        QCOMPARE(motion.size(), 0);
        settings.setPlayAnimations(false);
        QCOMPARE(motion.size(), 1);
        QCOMPARE(motion[0][0].toBool(), false);
    }

    void aSpoiledFileIsHarmless()
    {
        {
            Settings(file).setSendReceipts(false);
        }
        QFile spoiled(file);
        QVERIFY(spoiled.open(QIODevice::WriteOnly));
        spoiled.write("[receipts]\nsend=@Invalid()\n[window\n\xff\xfe=@ByteArray(\n");
        spoiled.close();
        const Settings settings(file);
        QVERIFY(settings.sendReceipts());
        QVERIFY(settings.windowGeometry().isEmpty());
    }
};

SKEIN_TEST(tst_Settings)

} // namespace settingsTest

#include "tst_Settings.moc"

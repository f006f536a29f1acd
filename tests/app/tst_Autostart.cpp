// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/AutostartFile.h"
#include "app/platform/AutostartSetting.h"
#include "app/platform/AutostartTexts.h"
#include "core/platform/Settings.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace skein;
using namespace Qt::StringLiterals;

namespace autostartTest {

namespace {

const AutostartEntry plain{u"skein"_s, u"/usr/bin/skein"_s, {u"--hidden"_s}};
const AutostartEntry odd{u"skein-1f2e3d4c"_s, u"/opt/50% \"off\" $HOME/`skein`"_s,
    {u"--hidden"_s, u"--profile"_s, u"/home/ana/C:\\x y"_s}};

} // namespace

class tst_Autostart : public QObject {
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anEntryOfTheDesktopStartsTheProgramHidden()
    {
        const QByteArrayList lines = desktopEntry(plain).split('\n');
        QCOMPARE(lines.first(), "[Desktop Entry]");
        QVERIFY(lines.contains("Type=Application"));
        QVERIFY(lines.contains("Exec=\"/usr/bin/skein\" \"--hidden\""));
        QVERIFY(startsProgram(desktopEntry(plain)));
    }

    void oddPathsAreQuotedAsTheSpecificationWants()
    {
        // Quoting within Exec, and the backslash of every value doubled once more.
        QVERIFY2(
            desktopEntry(odd).contains("Exec=\"/opt/50%% \\\\\"off\\\\\" "
                                       "\\\\$HOME/\\\\`skein\\\\`\" \"--hidden\" \"--profile\" "
                                       "\"/home/ana/C:\\\\\\\\x y\""
                                       "\n"),
            desktopEntry(odd).constData());
    }

    void whatOthersSwitchedOffIsOff()
    {
        const QByteArray on = desktopEntry(plain);
        QVERIFY(!startsProgram(on + "Hidden=true\n"));
        QByteArray off = on;
        off.replace("enabled=true", "enabled=false");
        QVERIFY(!startsProgram(off));
        QVERIFY(!startsProgram("[Desktop Entry]\nName=Skein\n"));
        QVERIFY(!startsProgram({}));
    }

    void anAgentNamesTheProgramAndItsArguments()
    {
        QXmlStreamReader reader(launchAgent(odd));
        QStringList strings;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"string"_s)
                strings.append(reader.readElementText());
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(strings, QStringList({odd.id, odd.program}) + odd.arguments);
    }

    void aCommandLineOfWindowsIsReadBackAsItWas()
    {
        QCOMPARE(windowsCommand({u"skein"_s, u"C:\\Program Files\\skein.exe"_s,
                     {u"--profile"_s, u"D:\\my \"own\"\\"_s}}),
            u"\"C:\\Program Files\\skein.exe\" \"--profile\" \"D:\\my \\\"own\\\"\\\\\""_s);
    }

    void theSettingIsWhatIsOnDisk()
    {
        Settings settings(path(u"skein.ini"_s));
        settings.set(setting::startAtLogin, true); // by a run on another computer
        AutostartSetting autostart(settings, file());
        QVERIFY(!settings.value(setting::startAtLogin));
        settings.set(setting::startAtLogin, true);
        QVERIFY(file()->isOn());
        file()->set(false); // by somebody else
        autostart.look();
        QVERIFY(!settings.value(setting::startAtLogin));
        settings.set(setting::startAtLogin, true);
        settings.set(setting::startAtLogin, false);
        QVERIFY(!QFile::exists(path(u"autostart/skein.desktop"_s)));
    }

    void whatCannotBeWrittenStaysOff()
    {
        QFile inTheWay(path(u"autostart"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Settings settings(path(u"skein.ini"_s));
        const AutostartSetting autostart(settings, file());
        settings.set(setting::startAtLogin, true);
        QVERIFY(!settings.value(setting::startAtLogin));
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] std::unique_ptr<Autostart> file() const
    {
        return std::make_unique<AutostartFile>(
            path(u"autostart/skein.desktop"_s), desktopEntry(plain), startsProgram);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

SKEIN_TEST(tst_Autostart)

} // namespace autostartTest

#include "tst_Autostart.moc"

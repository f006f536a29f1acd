// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/Languages.h"
#include "core/platform/SettingsTable.h"
#include "tests/support/SkeinTest.h"

#include <QCoreApplication>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace languagesTest {

namespace {

QString messages(int count)
{
    return QCoreApplication::translate("skein::Notifications", "%n new messages", nullptr, count);
}

QString quit() { return QCoreApplication::translate("Commands", "Quit Skein"); }

} // namespace

class tst_Languages : public QObject {
    Q_OBJECT
private slots:
    void englishCountsWell()
    {
        Languages languages;
        languages.speak(u"en"_s);
        QCOMPARE(messages(1), u"1 new message"_s);
        QCOMPARE(messages(2), u"2 new messages"_s);
        QCOMPARE(messages(0), u"0 new messages"_s);
        QCOMPARE(quit(), u"Quit Skein"_s);
    }

    void spanishIsSpokenUntilAnotherLanguageIsChosen()
    {
        Languages languages;
        languages.speak(u"es"_s);
        QCOMPARE(messages(1), u"1 mensaje nuevo"_s);
        QCOMPARE(messages(2), u"2 mensajes nuevos"_s);
        QCOMPARE(quit(), u"Salir de Skein"_s);
        QCOMPARE(QLocale().language(), QLocale::Spanish);
        languages.speak(u"en"_s);
        QCOMPARE(messages(2), u"2 new messages"_s);
        QCOMPARE(quit(), u"Quit Skein"_s);
    }

    void allIsAsBeforeWhenItGoes()
    {
        const QLocale before;
        {
            Languages languages;
            languages.speak(u"es"_s);
        }
        QCOMPARE(QLocale(), before);
        QCOMPARE(quit(), u"Quit Skein"_s);
    }

    void theSystemsLanguageIsTakenWhenNoneIsChosen()
    {
        Languages languages;
        languages.speak({}, QLocale(u"es_MX"_s));
        QCOMPARE(quit(), u"Salir de Skein"_s);
        QCOMPARE(QLocale(), QLocale(u"es_MX"_s));
        languages.speak({}, QLocale(u"de_AT"_s));
        QCOMPARE(quit(), u"Quit Skein"_s);
    }

    void theFirstLanguageThatSkeinSpeaksIsTaken_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("language");
        QTest::newRow("chosen") << u"es"_s << QStringList{u"en-US"_s} << u"es"_s;
        QTest::newRow("country") << u""_s << QStringList{u"es-AR"_s, u"en"_s} << u"es"_s;
        QTest::newRow("script") << u""_s << QStringList{u"es-Latn-MX"_s} << u"es"_s;
        QTest::newRow("second") << u""_s << QStringList{u"ca-ES"_s, u"es"_s} << u"es"_s;
        QTest::newRow("english first") << u""_s << QStringList{u"en-GB"_s, u"es"_s} << u"en"_s;
        QTest::newRow("none") << u""_s << QStringList{u"de-AT"_s, u"est"_s} << u"en"_s;
        QTest::newRow("nothing") << u""_s << QStringList{} << u"en"_s;
        QTest::newRow("unknown") << u"xx"_s << QStringList{u"es"_s} << u"es"_s;
    }

    void theFirstLanguageThatSkeinSpeaksIsTaken()
    {
        QFETCH(const QString, chosen);
        QFETCH(const QStringList, wanted);
        QTEST(Languages::languageFor(chosen, wanted), "language");
    }

    void datesAreInTheLanguageAndOfTheCountry()
    {
        const QLocale mexican(u"es_MX"_s);
        QCOMPARE(Languages::localeFor(u"es"_s, mexican), mexican);
        QCOMPARE(Languages::localeFor(u"es"_s, QLocale(u"en_US"_s)), QLocale(u"es_US"_s));
        QCOMPARE(Languages::localeFor(u"en"_s, QLocale(u"de_AT"_s)), QLocale(u"en_AT"_s));
        QCOMPARE(Languages::localeFor(u"en"_s, QLocale::c()), QLocale::c());
        QCOMPARE(Languages::localeFor(u"es"_s, QLocale::c()).language(), QLocale::Spanish);
    }

    void everyLanguageOfTheSettingsIsThere()
    {
        for (const SettingOption& option : settingRow(setting::language.name)->options) {
            if (!option.value.isEmpty())
                QVERIFY2(QFile::exists(u":/i18n/skein_%1.qm"_s.arg(option.value)),
                    qPrintable(option.value));
        }
    }
};

SKEIN_TEST(tst_Languages)

} // namespace languagesTest

#include "tst_Languages.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/Languages.h"
#include "core/platform/Settings.h"
#include "tests/support/ComposerDesk.h"
#include "tests/support/SkeinTest.h"
#include "ui/settings/SettingsDialog.h"

#include <QLineEdit>
#include <QPushButton>

using namespace skein;
using namespace Qt::StringLiterals;

namespace spanishWindowTest {

// What a person sees and a screen reader says, with Spanish chosen.
class tst_SpanishWindow : public ComposerDesk {
    Q_OBJECT
private slots:
    void initTestCase() { m_languages.speak(u"es"_s); }
    void cleanup() { end(); }

    void theComposerSpeaksSpanish()
    {
        begin();
        QCOMPARE(field().accessibleName(), u"Mensaje"_s);
        QVERIFY2(field().placeholderText().startsWith(u"Mensaje para "_s),
            qPrintable(field().placeholderText()));
        type(u"hola"_s);
        QVERIFY(named<QAbstractButton>(*m_pane, u"Enviar"_s));
        QVERIFY(!named<QAbstractButton>(*m_pane, u"Send"_s));
    }

    void theSettingsSpeakSpanish()
    {
        const auto dialog = openSettings();
        QCOMPARE(dialog->windowTitle(), u"Ajustes"_s);
        QVERIFY(named<QWidget>(*dialog, u"Idioma"_s));
        QVERIFY(named<QPushButton>(*dialog, u"Cerrar sesión"_s));
    }

    void quietHoursNameTheDaysInSpanish()
    {
        m_settings.set(setting::quietHours, u"Mon-Fri 22:00-07:00"_s);
        const auto dialog = openSettings();
        auto* hours = named<QLineEdit>(*dialog, u"Horas de silencio"_s);
        QVERIFY(hours);
        QCOMPARE(hours->text(), u"lun-vie 22:00-07:00"_s);
        hours->setText(u"Sab,DOM 23:30-09:00"_s);
        QCOMPARE(m_settings.value(setting::quietHours), u"Sat,Sun 23:30-09:00"_s);
        hours->setText(u"Wed 23:30-09:00"_s); // as of the file, or of an English Skein
        QCOMPARE(m_settings.value(setting::quietHours), u"Wed 23:30-09:00"_s);
    }

private:
    template <class T>
    static T* named(const QWidget& window, const QString& name)
    {
        for (T* each : window.findChildren<T*>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<SettingsDialog> openSettings()
    {
        return std::make_unique<SettingsDialog>(
            m_settings, Person{{u"1001"_s}, u"Ana"_s, {}}, TokenOrigin::Pasted);
    }

    Languages m_languages;
    QTemporaryDir m_settingsFolder;
    Settings m_settings{m_settingsFolder.filePath(u"skein.ini"_s)};
};

SKEIN_TEST(tst_SpanishWindow)

} // namespace spanishWindowTest

#include "tst_SpanishWindow.moc"

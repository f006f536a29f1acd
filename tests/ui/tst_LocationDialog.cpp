// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/composer/LocationDialog.h"
#include "ui/composer/PlaceText.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace locationDialogTest {

using Pair = std::pair<double, double>;

// What is taken for a place, and what the dialog says of the rest.
class tst_LocationDialog : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void degreesAreReadAsPeopleWriteThem_data();
    void degreesAreReadAsPeopleWriteThem();
    void pairsAreReadAsMapsGiveThem_data();
    void pairsAreReadAsMapsGiveThem();
    void degreesAreWrittenAsTheServiceDoes();
    void fieldsHaveNames();
    void aPlaceBecomesAnAttachmentOfStrings();
    void bothCoordinatesMayBePastedIntoOneField_data();
    void bothCoordinatesMayBePastedIntoOneField();
    void whatIsTypedIsLeftAlone();
    void flawsAreSaidAndTheDialogStays_data();
    void flawsAreSaidAndTheDialogStays();
    void enterAtCancelCancels();

private:
    QLineEdit& field(const QString& name);
    void press(const QString& name);
    QString flaw();

    QPointer<LocationDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_chosen;
};

void tst_LocationDialog::init()
{
    m_dialog = new LocationDialog;
    m_chosen = std::make_unique<QSignalSpy>(m_dialog, &LocationDialog::placeChosen);
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void tst_LocationDialog::cleanup() { delete m_dialog; }

QLineEdit& tst_LocationDialog::field(const QString& name)
{
    for (QLineEdit* each : m_dialog->findChildren<QLineEdit*>()) {
        if (each->accessibleName() == name)
            return *each;
    }
    qFatal("no such field");
}

void tst_LocationDialog::press(const QString& name)
{
    for (QPushButton* each : m_dialog->findChildren<QPushButton*>()) {
        if (each->accessibleName() == name)
            return QTest::mouseClick(each, Qt::LeftButton);
    }
    QFAIL("no such button");
}

QString tst_LocationDialog::flaw()
{
    for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
        if (label->isVisible() && label->wordWrap())
            return label->text();
    }
    return {};
}

void tst_LocationDialog::degreesAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("degrees"); // 999: none
    QTest::newRow("point") << u"48.2082"_s << 48.2082;
    QTest::newRow("comma") << u"48,2082"_s << 48.2082;
    QTest::newRow("blanks") << u" -16.5 "_s << -16.5;
    QTest::newRow("typeset minus") << u"\u221216.5"_s << -16.5;
    QTest::newRow("whole") << u"7"_s << 7.0;
    QTest::newRow("edge") << u"-90"_s << -90.0;
    QTest::newRow("beyond") << u"90.000001"_s << 999.0;
    QTest::newRow("words") << u"north"_s << 999.0;
    QTest::newRow("not a number") << u"nan"_s << 999.0;
    QTest::newRow("exponent") << u"1e1"_s << 999.0;
    QTest::newRow("two points") << u"4.8.2"_s << 999.0;
    QTest::newRow("nothing") << u" "_s << 999.0;
    QTest::newRow("script") << u"1;alert(1)"_s << 999.0;
}

void tst_LocationDialog::degreesAreReadAsPeopleWriteThem()
{
    QFETCH(const QString, text);
    QFETCH(const double, degrees);
    QCOMPARE(readDegrees(text, mostLatitude).value_or(999), degrees);
}

void tst_LocationDialog::pairsAreReadAsMapsGiveThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Pair>("pair"); // {0, 0}: none
    QTest::newRow("comma and blank") << u"48.2, 16.37"_s << Pair(48.2, 16.37);
    QTest::newRow("comma") << u"48.2,16.37"_s << Pair(48.2, 16.37);
    QTest::newRow("blank") << u"48.2 -16.37"_s << Pair(48.2, -16.37);
    QTest::newRow("semicolon") << u"48,2; 16,37"_s << Pair(48.2, 16.37);
    QTest::newRow("decimal commas") << u"48,2, 16,37"_s << Pair(48.2, 16.37);
    QTest::newRow("one number") << u"48,2"_s << Pair(0, 0);
    QTest::newRow("out of bounds") << u"16.37, 181"_s << Pair(0, 0);
    QTest::newRow("three") << u"1.5, 2.5, 3.5"_s << Pair(0, 0);
}

void tst_LocationDialog::pairsAreReadAsMapsGiveThem()
{
    QFETCH(const QString, text);
    QFETCH(const Pair, pair);
    QCOMPARE(readCoordinates(text).value_or(Pair(0, 0)), pair);
}

void tst_LocationDialog::degreesAreWrittenAsTheServiceDoes()
{
    QCOMPARE(degreesText(48.2), u"48.2"_s);
    QCOMPARE(degreesText(-16.0), u"-16"_s);
    QCOMPARE(degreesText(100), u"100"_s);
    QCOMPARE(degreesText(-0.0000001), u"0"_s);
    QCOMPARE(degreesText(1.23456789), u"1.234568"_s);
}

void tst_LocationDialog::fieldsHaveNames()
{
    QVERIFY(field(u"Name"_s).hasFocus() || m_dialog->focusWidget() == &field(u"Name"_s));
    QVERIFY(field(u"Latitude"_s).isVisible());
    QVERIFY(field(u"Longitude"_s).isVisible());
    QCOMPARE(flaw(), QString());
}

void tst_LocationDialog::aPlaceBecomesAnAttachmentOfStrings()
{
    QTest::keyClicks(&field(u"Name"_s), u" Boathouse "_s);
    QTest::keyClicks(&field(u"Latitude"_s), u"48,2082"_s);
    QTest::keyClicks(&field(u"Longitude"_s), u"-16.3738"_s);
    QTest::keyClick(&field(u"Longitude"_s), Qt::Key_Return);
    QCOMPARE(m_chosen->size(), 1);
    QCOMPARE(m_chosen->at(0).at(0).toJsonObject(),
        (QJsonObject{{u"type"_s, u"location"_s}, {u"name"_s, u"Boathouse"_s},
            {u"lat"_s, u"48.2082"_s}, {u"lng"_s, u"-16.3738"_s}}));
    QVERIFY(!m_dialog || !m_dialog->isVisible());
}

void tst_LocationDialog::bothCoordinatesMayBePastedIntoOneField_data()
{
    QTest::addColumn<QString>("into");
    QTest::newRow("latitude") << u"Latitude"_s;
    QTest::newRow("longitude") << u"Longitude"_s;
}

void tst_LocationDialog::bothCoordinatesMayBePastedIntoOneField()
{
    QFETCH(const QString, into);
    field(into).insert(u"48.2, 16.37"_s);
    QCOMPARE(field(u"Latitude"_s).text(), u"48.2"_s);
    QCOMPARE(field(u"Longitude"_s).text(), u"16.37"_s);
}

void tst_LocationDialog::whatIsTypedIsLeftAlone()
{
    field(u"Latitude"_s).setFocus();
    QTest::keyClicks(&field(u"Latitude"_s), u"48.2, 16.37"_s);
    QCOMPARE(field(u"Latitude"_s).text(), u"48.2, 16.37"_s);
    QTest::keyClick(&field(u"Latitude"_s), Qt::Key_Tab); // until one goes on
    QCOMPARE(field(u"Latitude"_s).text(), u"48.2"_s);
    QCOMPARE(field(u"Longitude"_s).text(), u"16.37"_s);
}

void tst_LocationDialog::flawsAreSaidAndTheDialogStays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("latitude");
    QTest::addColumn<QString>("longitude");
    QTest::addColumn<QString>("word");
    QTest::newRow("no name") << u"  "_s << u"1"_s << u"1"_s << u"name"_s;
    QTest::newRow("no latitude") << u"Here"_s << QString() << u"1"_s << u"latitude"_s;
    QTest::newRow("latitude") << u"Here"_s << u"91"_s << u"1"_s << u"latitude"_s;
    QTest::newRow("longitude") << u"Here"_s << u"1"_s << u"-180.5"_s << u"longitude"_s;
}

void tst_LocationDialog::flawsAreSaidAndTheDialogStays()
{
    QFETCH(const QString, name);
    QFETCH(const QString, latitude);
    QFETCH(const QString, longitude);
    QFETCH(const QString, word);
    field(u"Name"_s).setText(name);
    field(u"Latitude"_s).setText(latitude);
    field(u"Longitude"_s).setText(longitude);
    press(u"Attach"_s);
    QCOMPARE(m_chosen->size(), 0);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(flaw().contains(word));
    field(u"Name"_s).setText(u"Mended"_s);
    QCOMPARE(flaw(), QString());
}

void tst_LocationDialog::enterAtCancelCancels()
{
    field(u"Name"_s).setText(u"Boathouse"_s);
    field(u"Latitude"_s).setText(u"48.2"_s);
    field(u"Longitude"_s).setText(u"16.3"_s);
    field(u"Longitude"_s).setFocus();
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_chosen->size(), 0);
    QVERIFY(!m_dialog || !m_dialog->isVisible());
}

SKEIN_TEST(tst_LocationDialog)

} // namespace locationDialogTest

#include "tst_LocationDialog.moc"

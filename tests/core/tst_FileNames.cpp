// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/FileNames.h"
#include "tests/support/SkeinTest.h"

#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace fileNamesTest {

class tst_FileNames : public QObject {
    Q_OBJECT

private slots:
    void aStrangersNameBecomesAPlainOne_data();
    void aStrangersNameBecomesAPlainOne();
    void aLongNameKeepsItsExtensionAndItsCharacters();
    void whatIsSafeStaysWhatItIs();
};

void tst_FileNames::aStrangersNameBecomesAPlainOne_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    const auto row = [](const char* what, const QString& name, const QString& safe) {
        QTest::newRow(what) << name << safe;
    };
    row("an ordinary one", u"Report 2026.pdf"_s, u"Report 2026.pdf"_s);
    row("letters of the world", u"Łódź – 日本.txt"_s, u"Łódź – 日本.txt"_s);
    row("an emoji", u"\U0001f389 party.png"_s, u"\U0001f389 party.png"_s);
    row("folders above", u"../../x"_s, u"x"_s);
    row("folders of Windows", u"..\\..\\evil.exe"_s, u"evil.exe"_s);
    row("an absolute path", u"/etc/passwd"_s, u"passwd"_s);
    row("only folders", u"../.."_s, u"file"_s);
    row("ends with a folder", u"a/b/"_s, u"file"_s);
    row("a drive", u"C:boot.ini"_s, u"C_boot.ini"_s);
    row("a stream", u"a.txt:hidden"_s, u"a.txt_hidden"_s);
    row("patterns and pipes", u"a*b?c|d<e>f\"g.txt"_s, u"a_b_c_d_e_f_g.txt"_s);
    row("a device", u"CON"_s, u"_CON"_s);
    row("a device in disguise", u"nul.tar.gz"_s, u"_nul.tar.gz"_s);
    row("a device with a blank", u"AUX .txt"_s, u"_AUX .txt"_s);
    row("a port", u"com1.log"_s, u"_com1.log"_s);
    row("a port with a raised digit", u"LPT\u00b2"_s, u"_LPT\u00b2"_s);
    row("no device", u"console.log"_s, u"console.log"_s);
    row("no port", u"com10.txt"_s, u"com10.txt"_s);
    row("a turned direction", u"a\u202egpj.exe"_s, u"agpj.exe"_s);
    row("isolates and marks", u"a\u2066b\u2069c\u200fd.txt"_s, u"abcd.txt"_s);
    row("nothing to see", u"a\u200b\u2060b.txt"_s, u"ab.txt"_s);
    row("controls", u"a\nb\tc\u0007d.txt"_s, u"a b cd.txt"_s);
    row("a null", u"a.png"_s + QChar(u'\0') + u".exe"_s, u"a.png.exe"_s);
    row("half a pair", u"a"_s + QChar(0xd800) + u"b.txt"_s, u"ab.txt"_s);
    row("dots at the end", u"setup.exe. . ."_s, u"setup.exe"_s);
    row("a hidden one", u".bashrc"_s, u"bashrc"_s);
    row("blanks around", u"  a.txt  "_s, u"a.txt"_s);
    row("nothing", QString(), u"file"_s);
    row("only dots", u"..."_s, u"file"_s);
    row("only controls", u"\u202e\u200b"_s, u"file"_s);
}

void tst_FileNames::aStrangersNameBecomesAPlainOne()
{
    QFETCH(QString, name);
    QTEST(safeFileName(name), "safe");
}

void tst_FileNames::aLongNameKeepsItsExtensionAndItsCharacters()
{
    const QString plain = safeFileName(u"a"_s.repeated(500) + u".jpeg"_s);
    QCOMPARE(plain.size(), maxFileNameBytes);
    QVERIFY(plain.endsWith(u"a.jpeg"_s));
    const QString wide = safeFileName(u"\U0001f389"_s.repeated(300) + u".png"_s);
    QVERIFY(wide.toUtf8().size() <= maxFileNameBytes);
    QVERIFY(wide.toUtf8().size() > maxFileNameBytes - 4);
    QVERIFY(wide.endsWith(u"\U0001f389.png"_s));
    QVERIFY(!wide.contains(QChar::ReplacementCharacter));
    // What calls itself an extension of 300 letters is none.
    QCOMPARE(safeFileName(u"a."_s + u"b"_s.repeated(300)).size(), maxFileNameBytes);
    QCOMPARE(safeFileName(u"x"_s.repeated(300)).size(), maxFileNameBytes);
    QVERIFY(safeFileName(u"x"_s.repeated(1'000'000)).size() <= maxFileNameBytes);
}

void tst_FileNames::whatIsSafeStaysWhatItIs()
{
    for (const QString& name : {u"../../x"_s, u"CON"_s, u"a\u202egpj.exe"_s, u"..."_s,
             u"\U0001f389"_s.repeated(300) + u".png"_s, u"a b. c ."_s})
        QCOMPARE(safeFileName(safeFileName(name)), safeFileName(name));
}

SKEIN_TEST(tst_FileNames)

} // namespace fileNamesTest

#include "tst_FileNames.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catalogue.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace translationsTest {

// The files in translations/ say all that the sources say, and nothing else; and what is wrong in
// such a file is found.
class tst_Translations : public QObject {
    Q_OBJECT
private slots:
    void theSourcesAreTranslated_data();
    void theSourcesAreTranslated();
    void aFaultIsFound_data();
    void aFaultIsFound();
    void whatIsRightPasses();
};

namespace {

Catalogue read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? Catalogue::fromXml(file.readAll()) : Catalogue{};
}

/// What the sources say now, as the target update_translations would write it into a new file.
Catalogue extracted(const QStringList& options)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"now.ts"_s);
    QProcess extract;
    extract.setWorkingDirectory(QString::fromUtf8(SKEIN_SOURCE));
    extract.start(QString::fromUtf8(SKEIN_LUPDATE),
        QStringList{u"-silent"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"."_s, u"-recursive"_s,
            u"core"_s, u"ui"_s, u"app"_s, u"-ts"_s, file}
            + options);
    return extract.waitForFinished() && extract.exitCode() == 0 ? read(file) : Catalogue{};
}

QByteArray messageXml(const char* source, const char* translation, const char* attributes = "")
{
    return QByteArray("<message") + attributes + "><source>" + source + "</source>" + translation
        + "</message>";
}

Catalogue catalogueOf(const QByteArray& messages)
{
    return Catalogue::fromXml("<TS><context><name>Here</name>" + messages + "</context></TS>");
}

} // namespace

void tst_Translations::theSourcesAreTranslated_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("en") << QStringList{u"-pluralonly"_s};
    QTest::newRow("es") << QStringList{};
}

void tst_Translations::theSourcesAreTranslated()
{
    QFETCH(const QStringList, options);
    const Catalogue now = extracted(options);
    QVERIFY(!now.isEmpty());
    const Catalogue kept = read(QString::fromUtf8(SKEIN_SOURCE)
        + u"/translations/skein_%1.ts"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    const QStringList faults = kept.faults(now);
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void tst_Translations::aFaultIsFound_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<QString>("fault");

    const auto row = [](const char* name, const QByteArray& said, const QByteArray& kept,
                         const QString& fault) { QTest::newRow(name) << said << kept << fault; };
    const char* plural = " numerus=\"yes\"";
    const QByteArray word = messageXml("Send", "");
    const QByteArray count = messageXml("%n files", "", plural);
    row("missing", word, "", u"Here: \"Send\" is missing"_s);
    row("vanished", "", messageXml("Send", "<translation>Enviar</translation>"),
        u"Here: \"Send\" is no longer said so"_s);
    row("unfinished", word,
        messageXml("Send", "<translation type=\"unfinished\">Enviar</translation>"),
        u"Here: \"Send\" is not finished"_s);
    row("empty", word, messageXml("Send", "<translation></translation>"),
        u"Here: \"Send\" is not translated"_s);
    row("lost placeholder", messageXml("%1 of %2", ""),
        messageXml("%1 of %2", "<translation>%1 de 2</translation>"),
        u"Here: \"%1 of %2\" has other placeholders in \"%1 de 2\""_s);
    row("added placeholder", word, messageXml("Send", "<translation>Enviar %1</translation>"),
        u"Here: \"Send\" has other placeholders in \"Enviar %1\""_s);
    row("lost mnemonic", messageXml("&amp;File", ""),
        messageXml("&amp;File", "<translation>Archivo</translation>"),
        u"Here: \"&File\" has other placeholders in \"Archivo\""_s);
    row("lost ellipsis", messageXml("Block…", ""),
        messageXml("Block…", "<translation>Bloquear</translation>"),
        u"Here: \"Block…\" ends otherwise in \"Bloquear\""_s);
    row("one form", count,
        messageXml("%n files", "<translation><numerusform>%n archivos</numerusform></translation>",
            plural),
        u"Here: \"%n files\" has 1 forms"_s);
    row("an empty form", count,
        messageXml("%n files",
            "<translation><numerusform>%n archivo</numerusform><numerusform/></translation>",
            plural),
        u"Here: \"%n files\" is not translated"_s);
    row("not a plural any more", word,
        messageXml("Send",
            "<translation><numerusform>a</numerusform><numerusform>b</numerusform></translation>",
            plural),
        u"Here: \"Send\" is no longer said so"_s);
    row("misread escape", messageXml("곎ss", ""),
        messageXml("곎ss", "<translation>Acceso</translation>"),
        u"Here: \"곎ss\" is not extracted as it is written"_s);
}

void tst_Translations::aFaultIsFound()
{
    QFETCH(const QByteArray, said);
    QFETCH(const QByteArray, kept);
    QTEST(catalogueOf(kept).faults(catalogueOf(said)).join(u'\n'), "fault");
}

void tst_Translations::whatIsRightPasses()
{
    const QByteArray said = messageXml("Photo %1 of %2…", "")
        + messageXml("%n files", "", " numerus=\"yes\"") + messageXml("&amp;File", "");
    const QByteArray kept
        = messageXml("Photo %1 of %2…", "<translation>De %2, la foto %1…</translation>")
        + messageXml("%n files",
            "<translation><numerusform>%n archivo</numerusform>"
            "<numerusform>%n archivos</numerusform></translation>",
            " numerus=\"yes\"")
        + messageXml("&amp;File", "<translation>&amp;Archivo</translation>");
    QCOMPARE(catalogueOf(kept).faults(catalogueOf(said)), QStringList{});
}

SKEIN_TEST(tst_Translations)

} // namespace translationsTest

#include "tst_Translations.moc"

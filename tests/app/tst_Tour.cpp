// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program's tour, as the README tells to take it: with the demo, into a folder.

#include "tests/support/SkeinTest.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace tourTest {

namespace {

constexpr int patience = 360'000; // ms; with the sanitizers, on a computer that does more

const QStringList states{u"chats"_s, u"unread"_s, u"thread"_s, u"avatars"_s, u"history"_s,
    u"group"_s, u"topic"_s, u"new-topic"_s, u"edit-topic"_s, u"members"_s, u"only-admins"_s,
    u"new-message"_s, u"blocked"_s, u"hidden"_s, u"barred"_s, u"bars"_s, u"contents"_s,
    u"more-contents"_s, u"photos"_s, u"grid"_s, u"cards"_s, u"files"_s, u"viewer"_s, u"composing"_s,
    u"emoji"_s, u"uploading"_s, u"mute-menu"_s, u"gap"_s, u"failed"_s, u"limit"_s, u"slowed-down"_s,
    u"offline"_s, u"search"_s, u"narrow"_s, u"settings"_s, u"synchronization"_s, u"sign-in"_s,
    u"sign-in-waiting"_s, u"sign-in-continue"_s};

struct Ended {
    int status = -1;
    QString words; ///< on the standard error
};

Ended tour(const QString& folder)
{
    QProcess program;
    program.setProgram(QStringLiteral(SKEIN_PROGRAM));
    program.setArguments({u"--demo"_s, u"--tour"_s, folder});
    program.start();
    if (!program.waitForFinished(patience) || program.exitStatus() != QProcess::NormalExit) {
        program.kill();
        program.waitForFinished();
        return {-1, QString::fromLocal8Bit(program.readAllStandardError())};
    }
    return {program.exitCode(), QString::fromLocal8Bit(program.readAllStandardError())};
}

} // namespace

class tst_Tour : public QObject {
    Q_OBJECT
private slots:
    void aFolderThatCannotBeMadeEndsIt();
    void aPictureThatCannotBeWrittenEndsIt();
    void everyStateIsShownLightAndDarkAtBothScales();

private:
    const QTemporaryDir m_folder;
};

void tst_Tour::aFolderThatCannotBeMadeEndsIt()
{
    QFile file(m_folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Ended ended = tour(m_folder.filePath(u"file/pictures"_s));
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.words.contains(u"could not be made"_s), qPrintable(ended.words));
}

void tst_Tour::aPictureThatCannotBeWrittenEndsIt()
{
    const QString folder = m_folder.filePath(u"taken"_s);
    QVERIFY(QDir().mkpath(folder + u"/01-chats-light.png"_s));
    const Ended ended = tour(folder);
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.words.contains(u"01-chats-light.png could not be written"_s),
        qPrintable(ended.words));
    QVERIFY(QDir(folder).entryList({u"02-*"_s}).isEmpty());
}

void tst_Tour::everyStateIsShownLightAndDarkAtBothScales()
{
    // Kept for whoever wants to look at them.
    const QString folder = QCoreApplication::applicationDirPath() + u"/tour-test"_s;
    QDir(folder).removeRecursively();
    const Ended ended = tour(folder);
    QVERIFY2(ended.status == 0, qPrintable(ended.words));
    for (qsizetype at = 0; at < states.size(); ++at) {
        const QString begin
            = folder + u"/%1-%2"_s.arg(at + 1, 2, 10, QChar(u'0')).arg(states.at(at));
        const QImage light(begin + u"-light.png"_s);
        const QImage dark(begin + u"-dark.png"_s);
        const QImage large(begin + u"-dark@2x.png"_s);
        QVERIFY2(!light.isNull() && !dark.isNull(), qPrintable(begin));
        QCOMPARE(dark.size(), light.size());
        QVERIFY2(dark != light, qPrintable(begin));
        QCOMPARE(large.size(), 2 * dark.size());
        QCOMPARE(QImage(begin + u"-light@2x.png"_s).size(), large.size());
    }
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 4 * states.size());
}

SKEIN_TEST(tst_Tour)

} // namespace tourTest

#include "tst_Tour.moc"

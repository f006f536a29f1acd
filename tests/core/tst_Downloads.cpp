// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/Routing.h"
#include "core/sync/Downloads.h"
#include "tests/fakes/FakeTransport.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/SkeinTest.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace downloadsTest {
using Method = HttpRequest::Method;
using State = FileDownload::State;

namespace {

const ConversationId crew = ConversationId::group(u"5001"_s);

QString placeOf(const QString& id) { return u"/v1/5001/files/"_s + id; }

} // namespace

class tst_Downloads : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeTransport> m_network;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Downloads> m_downloads;

    [[nodiscard]] QString folder() const { return m_dir->filePath(u"Downloads"_s); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QByteArray content(const QString& name) const
    {
        QFile file(QDir(folder()).filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "not there";
    }
    [[nodiscard]] State stateOf(const QString& id) const { return m_downloads->download(id).state; }
    void start(const QString& id, const QString& name = u"notes.pdf"_s, qint64 size = 0)
    {
        m_downloads->start(crew, {.id = id, .name = name, .size = size});
    }
    void serve(const QString& id, const FakeTransport::Answer& answer, Method method = Method::Get)
    {
        m_network->expect(method, placeOf(id), answer);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_network = std::make_unique<FakeTransport>();
        m_clock = std::make_unique<ManualClock>();
        m_downloads = std::make_unique<Downloads>(*m_network, *m_clock, folder());
    }
    void cleanup()
    {
        QVERIFY(m_network->allAsked());
        m_downloads.reset();
    }

    void aFileComesUnderItsName()
    {
        serve(u"a"_s, FakeTransport::raw(200, "bytes"));
        QCOMPARE(stateOf(u"a"_s), State::None);
        start(u"a"_s);
        QCOMPARE(stateOf(u"a"_s), State::Running);
        QTRY_COMPARE(stateOf(u"a"_s), State::Done);
        QCOMPARE(files(), QStringList{u"notes.pdf"_s});
        QCOMPARE(content(u"notes.pdf"_s), QByteArray("bytes"));
        const FileDownload done = m_downloads->download(u"a"_s);
        QCOMPARE(done.path, QDir(folder()).filePath(u"notes.pdf"_s));
        QCOMPARE(done.received, 5);
        QVERIFY(mayCarryToken(m_network->requests().first()));
        QCOMPARE(m_network->requests().first().url.host(), u"file.groupme.com"_s);
    }

    void aPairOfADirectChatIsEscaped()
    {
        m_network->expect(Method::Get, u"/v1/1%2B2/files/a"_s, FakeTransport::raw(200, "bytes"));
        m_downloads->start(ConversationId::direct({u"1"_s}, {u"2"_s}), {.id = u"a"_s});
        QTRY_COMPARE(stateOf(u"a"_s), State::Done);
    }

    void whatGetDoesNotGivePostMay_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("404") << 404;
        QTest::newRow("405") << 405;
    }
    void whatGetDoesNotGivePostMay()
    {
        QFETCH(const int, status);
        serve(u"a"_s, FakeTransport::raw(status, "not so"));
        serve(u"a"_s, FakeTransport::raw(200, "bytes"), Method::Post);
        start(u"a"_s);
        QTRY_COMPARE(stateOf(u"a"_s), State::Done);
        QCOMPARE(content(u"notes.pdf"_s), QByteArray("bytes"));
        QVERIFY(mayCarryToken(m_network->requests().last()));
    }

    void aRedirectIsFollowedWithoutTheToken()
    {
        HttpReply moved = FakeTransport::raw(302, "moved");
        moved.location = "https://blobs.example/a?sig=1";
        serve(u"a"_s, moved);
        m_network->expect(Method::Get, u"/a"_s, FakeTransport::raw(200, "bytes"));
        start(u"a"_s);
        QTRY_COMPARE(stateOf(u"a"_s), State::Done);
        QCOMPARE(content(u"notes.pdf"_s), QByteArray("bytes"));
        QVERIFY(!mayCarryToken(m_network->requests().last()));
        QVERIFY(!m_network->requests().last().authorized);
    }

    void aRedirectElsewhereEndsIt()
    {
        HttpReply moved = FakeTransport::raw(302, {});
        moved.location = "http://blobs.example/a";
        serve(u"a"_s, moved);
        start(u"a"_s);
        QTRY_COMPARE(stateOf(u"a"_s), State::Failed);
        QVERIFY(files().isEmpty());
    }

    void aHostileNameStaysInTheFolder_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"../../x", "/etc/passwd", "..", "", "C:\\Windows\\x.dll", "a/b/c",
                 "CON", "nul.txt", ".hidden", "x\n.sh"})
            QTest::newRow(name) << QString::fromLatin1(name);
        QTest::newRow("turned round") << u"a\u202Egpj.exe"_s;
        QTest::newRow("long") << QString(5000, u'x');
    }
    void aHostileNameStaysInTheFolder()
    {
        QFETCH(const QString, name);
        serve(u"a"_s, FakeTransport::raw(200, "bytes"));
        start(u"a"_s, name);
        QTRY_COMPARE(stateOf(u"a"_s), State::Done);
        QCOMPARE(files().size(), 1);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries).size(), 1);
        QVERIFY(!files().first().contains(u'\u202E'));
        QVERIFY(files().first().toUpper() != u"CON"_s);
    }

    void noFileTakesTheNameOfAnother()
    {
        for (const QString& id : {u"a"_s, u"b"_s, u"c"_s}) {
            serve(id, FakeTransport::raw(200, id.toUtf8()));
            start(id);
        }
        for (const QString& id : {u"a"_s, u"b"_s, u"c"_s})
            QTRY_COMPARE(stateOf(id), State::Done);
        QCOMPARE(files(), (QStringList{u"notes (2).pdf"_s, u"notes (3).pdf"_s, u"notes.pdf"_s}));
        QSet<QByteArray> contents;
        for (const QString& name : files())
            contents.insert(content(name));
        QCOMPARE(contents, (QSet<QByteArray>{"a", "b", "c"}));
    }

    void whatIsNotWholeHasNotItsName()
    {
        serve(u"a"_s, FakeTransport::raw(200, "bytes"));
        m_network->hold();
        start(u"a"_s);
        QCOMPARE(files(), QStringList{u"notes.pdf.part"_s});
        m_network->release();
        QTRY_COMPARE(files(), QStringList{u"notes.pdf"_s});
    }

    void cancellingLeavesNothing()
    {
        serve(u"a"_s, FakeTransport::raw(200, "bytes"));
        m_network->hold();
        start(u"a"_s);
        QSignalSpy changed(m_downloads.get(), &Downloads::changed);
        m_downloads->cancel(u"a"_s);
        QCOMPARE(stateOf(u"a"_s), State::None);
        QCOMPARE(changed.count(), 1);
        QVERIFY(files().isEmpty());
        QTRY_COMPARE(m_network->inFlight(), 0);
        m_network->release();
        serve(u"a"_s, FakeTransport::raw(200, "bytes"));
        start(u"a"_s);
        QTRY_COMPARE(stateOf(u"a"_s), State::Done);
    }

    void theEndOfTheProgramLeavesNothingHalf()
    {
        serve(u"a"_s, FakeTransport::raw(200, "bytes"));
        m_network->hold();
        start(u"a"_s);
        m_downloads.reset();
        QVERIFY(files().isEmpty());
    }

    void aFailureSaysWhyAndMayBeTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("reason");
        QTest::newRow("offline") << 0 << ErrorKind::Unreachable;
        QTest::newRow("refused") << 403 << ErrorKind::Forbidden;
        QTest::newRow("busy") << 503 << ErrorKind::Server;
        QTest::newRow("slow down") << 429 << ErrorKind::RateLimited;
        QTest::newRow("gone") << 404 << ErrorKind::NotFound;
    }
    void aFailureSaysWhyAndMayBeTriedAgain()
    {
        QFETCH(const int, status);
        QFETCH(const ErrorKind, reason);
        serve(u"a"_s,
            status ? FakeTransport::Answer(FakeTransport::raw(status, "why"))
                   : FakeTransport::noAnswer(reason));
        if (status == 404)
            serve(u"a"_s, FakeTransport::raw(404, {}), Method::Post);
        start(u"a"_s);
        QTRY_COMPARE(stateOf(u"a"_s), State::Failed);
        QCOMPARE(m_downloads->download(u"a"_s).reason, reason);
        QVERIFY(files().isEmpty());
        serve(u"a"_s, FakeTransport::raw(200, "bytes"));
        start(u"a"_s);
        QTRY_COMPARE(stateOf(u"a"_s), State::Done);
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        QFile inTheWay(folder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        start(u"a"_s);
        QTRY_COMPARE(stateOf(u"a"_s), State::Failed);
        QCOMPARE(m_downloads->download(u"a"_s).reason, ErrorKind::Storage);
        QVERIFY(m_network->requests().isEmpty());
    }

    void progressIsTold()
    {
        serve(u"a"_s, FakeTransport::raw(200, QByteArray(5000, 'x')));
        m_network->hold();
        start(u"a"_s, u"notes.pdf"_s, 5000);
        QCOMPARE(m_downloads->download(u"a"_s).total, 5000);
        const auto step = m_network->requests().first().progress->received;
        m_network->requests().first().sink->write("x");
        QSignalSpy changed(m_downloads.get(), &Downloads::changed);
        m_clock->advance(1s);
        step(1000, 5000);
        QCOMPARE(m_downloads->download(u"a"_s).received, 1000);
        QCOMPARE(changed.count(), 1);
        step(1001, 5000); // not at every byte
        QCOMPARE(changed.count(), 1);
        m_clock->advance(1s);
        step(2000, 5000);
        QCOMPARE(changed.count(), 2);
        m_downloads->cancel(u"a"_s);
        step(3000, 5000);
        QCOMPARE(stateOf(u"a"_s), State::None);
    }

    void fewAtATime()
    {
        m_network->hold();
        for (int i = 0; i < 5; ++i) {
            if (i != 3)
                serve(QString::number(i), FakeTransport::raw(200, "bytes"));
            start(QString::number(i));
        }
        start(u"0"_s); // already on its way
        QCOMPARE(m_network->inFlight(), Downloads::maxRunning);
        QCOMPARE(stateOf(u"4"_s), State::Running);
        m_downloads->cancel(u"3"_s);
        m_network->release();
        for (const int i : {0, 1, 2, 4})
            QTRY_COMPARE(stateOf(QString::number(i)), State::Done);
        QCOMPARE(m_network->requests().size(), 4);
    }

    void aFileThatWasRemovedMayComeAgain()
    {
        serve(u"a"_s, FakeTransport::raw(200, "bytes"));
        start(u"a"_s);
        QTRY_COMPARE(stateOf(u"a"_s), State::Done);
        QVERIFY(QFile::remove(m_downloads->download(u"a"_s).path));
        QCOMPARE(stateOf(u"a"_s), State::None);
    }
};

SKEIN_TEST(tst_Downloads)

} // namespace downloadsTest

#include "tst_Downloads.moc"

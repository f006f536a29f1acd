// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeTransport.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/media/StoredPictures.h"

#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace storedPicturesTest {
using Method = HttpRequest::Method;
using State = Picture::State;

class tst_StoredPictures : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeTransport> m_network;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MediaFolder> m_folder;
    std::unique_ptr<MediaCache> m_cache;
    std::unique_ptr<StoredPictures> m_pictures;

    QUrl serve(const QString& path, const QString& host = u"i.groupme.com"_s)
    {
        m_network->handle(Method::Get, path, [](const auto&) {
            return FakeTransport::raw(200, pictures::encoded(pictures::plain({80, 60})));
        });
        return QUrl(u"https://"_s + host + path);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_network = std::make_unique<FakeTransport>();
        m_clock = std::make_unique<ManualClock>();
        m_folder = std::make_unique<MediaFolder>(m_dir->filePath(u"pictures"_s));
        m_cache = std::make_unique<MediaCache>(*m_network, *m_clock, *m_folder, [] { return 0.5; });
        m_pictures = std::make_unique<StoredPictures>(*m_cache, *m_clock);
    }
    void cleanup()
    {
        m_pictures.reset();
        m_cache.reset();
        m_folder.reset();
    }

    void theShownOneIsInMemoryAndItsNeighboursOnDisk()
    {
        const QUrl shown = serve(u"/a"_s);
        const QUrl next = serve(u"/b"_s);
        const QUrl foreign = serve(u"/c"_s, u"pictures.example"_s);
        m_pictures->want(shown, {next, foreign});
        QTRY_COMPARE(m_pictures->picture(shown).state, State::Ready);
        QCOMPARE(m_pictures->picture(shown).image.size(), QSize(80, 60));
        QTRY_COMPARE(m_network->requests().size(), 2);
        QTRY_VERIFY(m_folder->read(next).result().has_value());
        QCOMPARE(m_pictures->picture(next).state, State::Absent);
        m_pictures->want(next, {});
        QTRY_COMPARE(m_pictures->picture(next).state, State::Ready);
        QCOMPARE(m_network->requests().size(), 2);
    }

    void aForeignOneWaitsForThePersonAndItsBytesCanThenBeSaved()
    {
        const QUrl foreign = serve(u"/c"_s, u"pictures.example"_s);
        m_pictures->want(foreign, {});
        m_clock->advance(1s);
        QCOMPARE(m_pictures->picture(foreign).state, State::Withheld);
        QVERIFY(m_network->requests().isEmpty());
        m_pictures->load(foreign);
        QTRY_COMPARE(m_pictures->picture(foreign).state, State::Ready);
        auto bytes = m_pictures->bytes(foreign);
        QTRY_VERIFY(bytes.isFinished());
        QVERIFY(bytes.result()->startsWith("\x89PNG"));
        QCOMPARE(m_network->requests().size(), 1);
    }
};

SKEIN_TEST(tst_StoredPictures)

} // namespace storedPicturesTest

#include "tst_StoredPictures.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/FakeTransport.h"
#include "tests/fakes/ManualClock.h"
#include "tests/support/Painted.h"
#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/media/AvatarPictures.h"
#include "ui/theme/Avatar.h"

#include <QTemporaryDir>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace avatarPicturesTest {
using Method = HttpRequest::Method;

namespace {

constexpr int side = 40;
constexpr QRgb red = 0xffff0000;
constexpr QRgb blue = 0xff0000ff;

QString addressOf(int number)
{
    return u"https://i.groupme.com/500x400.png.%1"_s.arg(number, 32, 16, QChar(u'0'));
}
QString pathOf(int number) { return QUrl(addressOf(number)).path() + u".preview"_s; }

QImage shown(QWidget& widget) { return widget.grab().toImage(); }

} // namespace

class tst_AvatarPictures : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeTransport> m_network;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MediaFolder> m_folder;
    std::unique_ptr<MediaCache> m_cache;
    std::unique_ptr<QWidget> m_window;
    AvatarPictures* m_pictures = nullptr;

    static double half() { return 0.5; }
    void answer(const QString& path, const QImage& image)
    {
        m_network->handle(
            Method::Get, path, [bytes = pictures::encoded(image)](const HttpRequest&) {
                return FakeTransport::raw(200, bytes, "image/png");
            });
    }
    Avatar* avatarOf(const QString& picture)
    {
        auto* avatar = new Avatar({{u"20450"_s}, u"Ben Nash"_s, picture}, side, m_window.get());
        avatar->setPalette(QPalette(Qt::white));
        return avatar;
    }
    /// Everything that was begun has ended.
    void settle()
    {
        QCoreApplication::processEvents();
        QTRY_COMPARE(m_network->inFlight(), 0);
        QCoreApplication::processEvents();
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_network = std::make_unique<FakeTransport>();
        m_clock = std::make_unique<ManualClock>();
        m_folder = std::make_unique<MediaFolder>(m_dir->filePath(u"pictures"_s));
        m_cache = std::make_unique<MediaCache>(*m_network, *m_clock, *m_folder, half);
        m_window = std::make_unique<QWidget>();
        m_pictures = new AvatarPictures(*m_cache, *m_window);
    }
    void cleanup()
    {
        m_window.reset();
        m_cache.reset();
        m_folder.reset();
    }

    void initialsStayUntilThePictureIsHere()
    {
        answer(pathOf(1), pictures::twoHalves({200, 200}));
        Avatar* avatar = avatarOf(addressOf(1));
        const QImage initials = shown(*avatar);
        const QPoint left(side / 4, side / 2);
        const QPoint right(3 * side / 4, side / 2);
        QVERIFY(initials.pixel(left) != red);
        QTRY_COMPARE(shown(*avatar).pixel(left), red);
        QCOMPARE(shown(*avatar).pixel(right), blue);
        QCOMPARE(shown(*avatar).pixel(0, 0), initials.pixel(0, 0)); // outside of its round shape
        QCOMPARE(m_network->requests().size(), 1);
        QVERIFY(!m_network->requests().first().authorized);
    }

    void whatArrivesIsPaintedByItself()
    {
        answer(pathOf(1), pictures::plain({200, 200}, red));
        m_network->hold();
        Avatar* avatar = avatarOf(addressOf(1));
        m_window->show();
        QTRY_COMPARE(m_network->inFlight(), 1);
        const Painted painted(*avatar);
        m_network->release();
        QTRY_VERIFY(!painted.region.isEmpty());
    }

    void initialsStayWhereThereIsNoPicture_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<int>("requests");
        QTest::newRow("none") << QString() << 0;
        QTest::newRow("of another host") << u"https://pictures.example/me.png"_s << 0;
        QTest::newRow("a host that only looks like GroupMe's")
            << u"https://i.groupme.com.example/me.png"_s << 0;
        QTest::newRow("no address") << u"javascript:alert(1)"_s << 0;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << 0;
        QTest::newRow("refused") << addressOf(2) << 1;
        QTest::newRow("no picture") << addressOf(3) << 1;
    }
    void initialsStayWhereThereIsNoPicture()
    {
        QFETCH(QString, told);
        m_network->handle(Method::Get, pathOf(2),
            [](const HttpRequest&) { return FakeTransport::raw(403, "no"); });
        m_network->handle(Method::Get, pathOf(3),
            [](const HttpRequest&) { return FakeTransport::raw(200, "<html>"); });
        Avatar* avatar = avatarOf(told);
        const QImage initials = shown(*avatar);
        QFETCH(int, requests);
        QTRY_COMPARE(m_network->requests().size(), requests);
        settle();
        for (int again = 0; again < 3; ++again) {
            QCOMPARE(shown(*avatar), initials);
            settle();
        }
        QCOMPARE(m_network->requests().size(), requests);
    }

    void onlyWhatIsPaintedIsAskedFor()
    {
        avatarOf(addressOf(1));
        settle();
        QVERIFY(m_network->requests().isEmpty());
    }

    void oneFetchServesEveryPlaceAndSize()
    {
        answer(pathOf(1), pictures::plain({200, 200}, red));
        Avatar* small = avatarOf(addressOf(1));
        auto* large = new Avatar({{u"1"_s}, u"B"_s, addressOf(1)}, 88, m_window.get());
        shown(*small);
        shown(*large);
        QTRY_COMPARE(shown(*small).pixel(side / 2, side / 2), red);
        QTRY_COMPARE(shown(*large).pixel(44, 44), red);
        QCOMPARE(m_network->requests().size(), 1);
    }

    void ofTooManyTheFirstAreGivenUpUntilTheyArePaintedAgain()
    {
        m_network->handleEverything([](const HttpRequest&) {
            return FakeTransport::raw(
                200, pictures::encoded(pictures::plain({20, 20})), "image/png");
        });
        m_network->hold();
        const int many = int(AvatarPictures::mostAwaited) + 40;
        Avatar* avatar = avatarOf({});
        for (int i = 0; i < many; ++i) {
            avatar->setPerson({{u"1"_s}, u"B"_s, addressOf(i)});
            shown(*avatar);
        }
        QTRY_COMPARE(m_network->inFlight(), MediaCache::maxInFlight);
        m_network->release();
        QTRY_COMPARE(m_network->requests().size(), AvatarPictures::mostAwaited);
        settle();
        avatar->setPerson({{u"1"_s}, u"B"_s, addressOf(0)});
        shown(*avatar);
        QTRY_COMPARE(m_network->requests().size(), AvatarPictures::mostAwaited + 1);
    }

    void whatIsOnDiskCanBeHadWithoutARequest()
    {
        answer(pathOf(1), pictures::plain({200, 200}, red));
        Face face{.picture = addressOf(1)};
        const auto none = m_pictures->kept(face, side);
        QTRY_VERIFY(none.isFinished());
        QVERIFY(!none.result());
        QVERIFY(m_network->requests().isEmpty());
        Avatar* avatar = avatarOf(addressOf(1));
        QTRY_COMPARE(shown(*avatar).pixel(side / 2, side / 2), red);
        const auto kept = m_pictures->kept(face, side);
        QTRY_VERIFY(kept.isFinished());
        QCOMPARE(kept.result()->size(), QSize(side, side));
        QCOMPARE(m_network->requests().size(), 1);
    }

    void memoryIsBounded()
    {
        m_network->handleEverything([](const HttpRequest&) {
            return FakeTransport::raw(
                200, pictures::encoded(pictures::plain({200, 200})), "image/png");
        });
        const int large = 400;
        const int fit = int(AvatarPictures::mostMemory / (large * large * 4));
        Avatar avatar({}, large, m_window.get());
        for (int i = 0; i < fit + 5; ++i) {
            avatar.setPerson({{u"1"_s}, u"B"_s, addressOf(i)});
            shown(avatar);
            const auto before = m_pictures->memory();
            if (i < fit)
                QTRY_VERIFY(m_pictures->memory() > before);
            else
                QTRY_COMPARE(m_network->requests().size(), i + 1);
        }
        QVERIFY(m_pictures->memory() <= AvatarPictures::mostMemory);
    }

    void aLargerScaleHasMorePixels()
    {
        answer(pathOf(1), pictures::twoHalves({200, 200}));
        Avatar* avatar = avatarOf(addressOf(1));
        const auto large = [&] {
            QImage image(side * 2, side * 2, QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(2);
            avatar->render(&image);
            return image;
        };
        QTRY_COMPARE(large().pixel(side - 2, side), red); // the edge is sharp
        QCOMPARE(large().pixel(side + 1, side), blue);
    }
};

SKEIN_TEST(tst_AvatarPictures)

} // namespace avatarPicturesTest

#include "tst_AvatarPictures.moc"

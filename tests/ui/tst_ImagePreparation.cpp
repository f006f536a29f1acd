// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/Pictures.h"
#include "tests/support/SkeinTest.h"
#include "ui/media/HeicReader.h"
#include "ui/media/ImagePreparation.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QTest>
#include <QtEndian>

using namespace skein;
using namespace Qt::StringLiterals;

namespace imagePreparationTest {

namespace {

/// Red above, blue below, so that it can be seen how it lies.
QImage landscape(QSize size = {60, 40}, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(size, format);
    image.fill(Qt::blue);
    for (int y = 0; y < size.height() / 2; ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixelColor(x, y, Qt::red);
    }
    return image;
}

QByteArray encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A JPEG with an EXIF block that has a place in it, as a telephone makes it.
QByteArray photo(char orientation)
{
    QByteArray tiff("MM\0*\0\0\0\x08\0\x02", 10);
    tiff += QByteArray("\x01\x12\0\x03\0\0\0\x01\0", 9) + orientation + QByteArray(2, '\0');
    tiff += QByteArray("\x88\x25\0\x04\0\0\0\x01\0\0\0\x26", 12) + QByteArray(4, '\0');
    tiff += QByteArray("\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0", 14) + QByteArray(4, '\0')
        + "GPS 48 12 30 N";
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    QByteArray segment("\xff\xe1\0\0", 4);
    qToBigEndian(quint16(body.size() + 2), segment.data() + 2);
    const QByteArray plain = encoded(landscape(), "JPG");
    return plain.first(2) + segment + body + plain.sliced(2);
}

/// Where it is red: the middle of a side.
bool isRed(const QImage& image, qreal x, qreal y)
{
    const QColor colour
        = image.pixelColor(int((image.width() - 1) * x), int((image.height() - 1) * y));
    return colour.red() > 180 && colour.blue() < 80;
}

} // namespace

// What becomes of an image before it is sent.
class tst_ImagePreparation : public QObject {
    Q_OBJECT
private slots:
    void whatGroupMeTakesStaysAsItIs_data();
    void whatGroupMeTakesStaysAsItIs();
    void noPlaceLeavesWithAPhoto_data();
    void noPlaceLeavesWithAPhoto();
    void aTurnedPhotoIsTurnedUpright_data();
    void aTurnedPhotoIsTurnedUpright();
    void otherFormatsBecomeJpegOrPng_data();
    void otherFormatsBecomeJpegOrPng();
    void whatIsNoImageIsSaidToBeNone_data();
    void whatIsNoImageIsSaidToBeNone();
    void damagedImagesAreRefused_data();
    void damagedImagesAreRefused();
    void moreThanEnoughPixelsAreRefusedUnread_data();
    void moreThanEnoughPixelsAreRefusedUnread();
    void thumbnailsAreSmall();
    void anImageOfTheClipboardBecomesPng();
    void heicBecomesAnUprightJpegWithoutItsPlace();
    void heicIsRefusedLikeTheOthers();
    void heicIsToldByItsBrandsAlone();
};

void tst_ImagePreparation::whatGroupMeTakesStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("jpeg") << encoded(landscape(), "JPG") << QByteArray("image/jpeg");
    QTest::newRow("png") << encoded(landscape(), "PNG") << QByteArray("image/png");
    QTest::newRow("webp") << encoded(landscape(), "WEBP") << QByteArray("image/webp");
    // Two frames of two by two.
    const QByteArray frame(
        "\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x02\0\x02\0\0\x02\x03\x44\x02\x05\0", 24);
    QTest::newRow("moving gif") << QByteArray("GIF89a\x02\0\x02\0\x80\0\0\0\0\0\xff\xff\xff", 19)
            + QByteArray("\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", 19) + frame + frame
            + ";" << QByteArray("image/gif");
}

void tst_ImagePreparation::whatGroupMeTakesStaysAsItIs()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, type);
    QVERIFY(looksLikeImage(bytes));
    const auto image = prepareImage(bytes);
    QVERIFY(image);
    QCOMPARE(image->mimeType, type);
    QCOMPARE(QImage::fromData(image->bytes), QImage::fromData(bytes));
    QCOMPARE(image->pixels, QImage::fromData(bytes).size());
    QVERIFY(!image->thumbnail.isNull());
    if (type != "image/png") // where our writer's own texts go
        QCOMPARE(image->bytes, bytes);
}

void tst_ImagePreparation::noPlaceLeavesWithAPhoto_data()
{
    QTest::addColumn<char>("orientation");
    QTest::newRow("upright") << '\1';
    QTest::newRow("turned") << '\6';
}

void tst_ImagePreparation::noPlaceLeavesWithAPhoto()
{
    QFETCH(const char, orientation);
    QVERIFY(photo(orientation).contains("GPS 48 12 30 N"));
    const auto image = prepareImage(photo(orientation));
    QVERIFY(image);
    QCOMPARE(image->mimeType, QByteArray("image/jpeg"));
    QVERIFY(!image->bytes.contains("GPS"));
    QVERIFY(!image->bytes.contains("Exif"));
}

void tst_ImagePreparation::aTurnedPhotoIsTurnedUpright_data()
{
    QTest::addColumn<char>("orientation");
    QTest::addColumn<QPointF>("red"); // where the first row of what is stored belongs
    QTest::newRow("1") << '\1' << QPointF(0.5, 0);
    QTest::newRow("2") << '\2' << QPointF(0.5, 0);
    QTest::newRow("3") << '\3' << QPointF(0.5, 1);
    QTest::newRow("4") << '\4' << QPointF(0.5, 1);
    QTest::newRow("5") << '\5' << QPointF(0, 0.5);
    QTest::newRow("6") << '\6' << QPointF(1, 0.5);
    QTest::newRow("7") << '\7' << QPointF(1, 0.5);
    QTest::newRow("8") << '\x8' << QPointF(0, 0.5);
}

void tst_ImagePreparation::aTurnedPhotoIsTurnedUpright()
{
    QFETCH(const char, orientation);
    QFETCH(const QPointF, red);
    const auto image = prepareImage(photo(orientation));
    QVERIFY(image);
    const QImage shown = QImage::fromData(image->bytes);
    QCOMPARE(image->pixels, orientation < 5 ? QSize(60, 40) : QSize(40, 60));
    QCOMPARE(shown.size(), image->pixels);
    QVERIFY(isRed(shown, red.x(), red.y()));
    QVERIFY(!isRed(shown, 1 - red.x(), 1 - red.y()));
}

void tst_ImagePreparation::otherFormatsBecomeJpegOrPng_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QImage glass = landscape({60, 40}, QImage::Format_ARGB32);
    glass.setPixelColor(0, 0, Qt::transparent);
    QTest::newRow("bmp") << encoded(landscape(), "BMP") << QByteArray("image/jpeg");
    QTest::newRow("tiff") << encoded(landscape(), "TIFF") << QByteArray("image/jpeg");
    QTest::newRow("see-through ico") << encoded(glass, "ICO") << QByteArray("image/png");
}

void tst_ImagePreparation::otherFormatsBecomeJpegOrPng()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, type);
    QVERIFY(looksLikeImage(bytes));
    const auto image = prepareImage(bytes);
    QVERIFY(image);
    QCOMPARE(image->mimeType, type);
    QCOMPARE(image->pixels, QSize(60, 40));
    QVERIFY(looksLikeImage(image->bytes));
    const QImage shown = QImage::fromData(image->bytes);
    QVERIFY(isRed(shown, 0.5, 0));
    QCOMPARE(shown.hasAlphaChannel(), type == "image/png");
}

void tst_ImagePreparation::whatIsNoImageIsSaidToBeNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("drawing") << QByteArray("<?xml version='1.0'?><svg xmlns="
                                           "'http://www.w3.org/2000/svg'><script/></svg>");
    QTest::newRow("page") << QByteArray("<!DOCTYPE html><html><script>alert(1)</script>");
    QTest::newRow("words") << QByteArray("P1 is the first of the pictures.");
    QTest::newRow("source") << QByteArray("#define width 12\n#define height 12\n");
    QTest::newRow("zeroes") << QByteArray(100, '\0');
    QTest::newRow("document") << QByteArray("%PDF-1.7\n");
}

void tst_ImagePreparation::whatIsNoImageIsSaidToBeNone()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!looksLikeImage(bytes));
    const auto image = prepareImage(bytes);
    QVERIFY(!image);
    QCOMPARE(image.error(), ImageFlaw::NotAnImage);
}

void tst_ImagePreparation::damagedImagesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray png = encoded(landscape(), "PNG");
    QByteArray garbled = png;
    for (qsizetype at = png.indexOf("IDAT") + 4; at < png.size() - 16; ++at)
        garbled[at] = static_cast<char>(at * 7);
    QTest::newRow("half a jpeg") << encoded(landscape({400, 400}), "JPG").first(900);
    QTest::newRow("half a turned jpeg") << photo(6).first(300);
    QTest::newRow("half a png") << png.first(png.size() / 2);
    QTest::newRow("garbled png") << garbled;
    QTest::newRow("half a bmp") << encoded(landscape(), "BMP").first(200);
    QTest::newRow("only a head") << QByteArray("\xff\xd8\xff\xe0");
}

void tst_ImagePreparation::damagedImagesAreRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto image = prepareImage(bytes);
    QVERIFY(!image);
    QCOMPARE(image.error(), ImageFlaw::Damaged);
}

void tst_ImagePreparation::moreThanEnoughPixelsAreRefusedUnread_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray png = encoded(landscape(), "PNG");
    qToBigEndian(quint32(60'000), png.data() + 16);
    qToBigEndian(quint32(60'000), png.data() + 20);
    QTest::newRow("png") << png;
    QByteArray bmp = encoded(landscape(), "BMP");
    qToLittleEndian(qint32(16'000), bmp.data() + 18);
    qToLittleEndian(qint32(16'000), bmp.data() + 22);
    QTest::newRow("bmp") << bmp;
}

void tst_ImagePreparation::moreThanEnoughPixelsAreRefusedUnread()
{
    QFETCH(const QByteArray, bytes);
    QElapsedTimer watch;
    watch.start();
    const auto image = prepareImage(bytes);
    QVERIFY(!image);
    QCOMPARE(image.error(), ImageFlaw::TooManyPixels);
    QVERIFY(watch.elapsed() < 1000); // decoding them would take many seconds
}

void tst_ImagePreparation::thumbnailsAreSmall()
{
    const auto wide = prepareImage(encoded(landscape({1000, 500}), "JPG"));
    QVERIFY(wide);
    QCOMPARE(wide->thumbnail.size(), QSize(thumbnailSide, thumbnailSide / 2));
    QVERIFY(isRed(wide->thumbnail, 0.5, 0));
    const auto thin = prepareImage(encoded(landscape({2000, 2}), "PNG"));
    QVERIFY(thin);
    QCOMPARE(thin->thumbnail.size(), QSize(thumbnailSide, 1));
    const auto small = prepareImage(encoded(landscape({20, 10}), "PNG"));
    QVERIFY(small);
    QCOMPARE(small->thumbnail.size(), QSize(20, 10));
}

void tst_ImagePreparation::anImageOfTheClipboardBecomesPng()
{
    QImage image = landscape();
    image.setText(u"Comment"_s, u"from the secret project"_s);
    const auto prepared = prepareImage(image);
    QVERIFY(prepared);
    QCOMPARE(prepared->mimeType, QByteArray("image/png"));
    QCOMPARE(QImage::fromData(prepared->bytes), landscape());
    QVERIFY(!prepared->bytes.contains("secret"));
    QVERIFY(!prepareImage(QImage()));
}

void tst_ImagePreparation::heicBecomesAnUprightJpegWithoutItsPlace()
{
    if (!canReadHeic()) // heicIsRefusedLikeTheOthers() then
        return;
    const auto plain = prepareImage(pictures::heic(u"plain"_s));
    QVERIFY(plain);
    QCOMPARE(plain->mimeType, QByteArray("image/jpeg"));
    QCOMPARE(plain->pixels, QSize(64, 48));
    QVERIFY(isRed(QImage::fromData(plain->bytes), 0.5, 0));
    QVERIFY(!plain->thumbnail.isNull());

    QVERIFY(pictures::heic(u"turned"_s).contains("GPS 48 12 30 N"));
    const auto turned = prepareImage(pictures::heic(u"turned"_s));
    QVERIFY(turned);
    QCOMPARE(turned->pixels, QSize(48, 64));
    QVERIFY(isRed(QImage::fromData(turned->bytes), 1, 0.5));
    QVERIFY(!turned->bytes.contains("GPS"));
}

void tst_ImagePreparation::heicIsRefusedLikeTheOthers()
{
    const QByteArray photo = pictures::heic(u"plain"_s);
    QCOMPARE(prepareImage(pictures::heicOfUnknownKind()).error(), ImageFlaw::Unreadable);
    if (!canReadHeic()) { // nothing of it is looked at
        QCOMPARE(prepareImage(photo).error(), ImageFlaw::Unreadable);
        return;
    }
    QCOMPARE(prepareImage(photo.first(photo.size() / 2)).error(), ImageFlaw::Damaged);
    QByteArray large = photo;
    for (qsizetype at = large.indexOf("ispe"); at >= 0; at = large.indexOf("ispe", at + 1)) {
        qToBigEndian(quint32(30'000), large.data() + at + 8);
        qToBigEndian(quint32(30'000), large.data() + at + 12);
    }
    QCOMPARE(prepareImage(large).error(), ImageFlaw::TooManyPixels);
}

void tst_ImagePreparation::heicIsToldByItsBrandsAlone()
{
    QVERIFY(looksLikeHeic(pictures::heic(u"plain"_s).first(64)));
    const QByteArray generic("\0\0\0\x18"
                             "ftypmif1\0\0\0\0mif1heic",
        24);
    QVERIFY(looksLikeHeic(generic));
    QVERIFY(!looksLikeHeic(generic.first(20)));
    QVERIFY(!looksLikeHeic(QByteArray("\0\0\0\x18"
                                      "ftypavif\0\0\0\0mif1avif",
        24)));
    QVERIFY(!looksLikeHeic(QByteArray("\0\0\0\x14"
                                      "ftypisom\0\0\0\0isomheic",
        24)));
    QVERIFY(!looksLikeHeic("ftypheic"));
    QVERIFY(!looksLikeHeic({}));
}

SKEIN_TEST(tst_ImagePreparation)

} // namespace imagePreparationTest

#include "tst_ImagePreparation.moc"

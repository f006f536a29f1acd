// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/media/ImageBytes.h"

#include <QBuffer>
#include <QImage>
#include <QTest>
#include <QtEndian>

using namespace skein;
using namespace Qt::StringLiterals;

namespace imageBytesTest {

namespace {

constexpr char secret[] = "48.2082N 16.3738E";

QByteArray encoded(const char* format, QSize size = {40, 30})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(qRgb(30, 120, 200));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

template <class Number>
QByteArray big(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray little(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray segment(char marker, const QByteArray& body)
{
    return QByteArray("\xff") + marker + big(quint16(body.size() + 2)) + body;
}

QByteArray exif(int orientation)
{
    return QByteArray("Exif\0\0MM\0*\0\0\0\x08", 14) + big(quint16(1)) + big(quint16(0x0112))
        + big(quint16(3)) + big(quint32(1)) + big(quint16(orientation)) + big(quint16(0)) + secret;
}

QByteArray chunk(const QByteArray& type, const QByteArray& body)
{
    return big(quint32(body.size())) + type + body + "SUM!"; // not read here
}

QByteArray riff(const QByteArray& type, const QByteArray& body)
{
    return type + little(quint32(body.size())) + body + QByteArray(body.size() % 2, '\0');
}

/// A lossy picture of 300 by 200, as far as a reader of bytes sees.
QByteArray vp8() { return QByteArray("\0\0\0\x9d\x01\x2a\x2c\x01\xc8\0 data", 15); }

QByteArray webp(const QByteArray& chunks)
{
    return "RIFF" + little(quint32(chunks.size() + 4)) + "WEBP" + chunks;
}

QByteArray gif(const QByteArray& extra)
{
    return QByteArray("GIF89a\x02\0\x03\0\x80\0\0\0\0\0\xff\xff\xff", 19) + extra
        + QByteArray("\x2c\0\0\0\0\x02\0\x03\0\0\x02\x03\x44\x02\x05\0\x3b", 17);
}

std::optional<BareImage> bare(const QByteArray& bytes)
{
    return withoutMetadata(bytes, imageFormatOf(bytes));
}

} // namespace

// What is known of image files without decoding them, and what is taken out of them.
class tst_ImageBytes : public QObject {
    Q_OBJECT
private slots:
    void theFirstBytesTellTheFormat_data();
    void theFirstBytesTellTheFormat();
    void aPlainFileStaysAsItIs_data();
    void aPlainFileStaysAsItIs();
    void aJpegLosesPlacesTextsAndWhatHangsBehindIt();
    void aJpegKeepsHowItsColoursAreMeant();
    void aJpegTellsHowTheCameraWasHeld();
    void aScanOfAJpegIsNotTakenForSegments();
    void aPngLosesTexts();
    void aWebpLosesPlacesAndSaysSo();
    void aGifLosesCommentsAndKeepsItsLoop();
    void sizesAreReadBeforeAnythingIsDecoded();
    void aFileCutOffAnywhereIsRefusedOrRead_data();
    void aFileCutOffAnywhereIsRefusedOrRead();
    void hostileLengthsAreRefused_data();
    void hostileLengthsAreRefused();
};

void tst_ImageBytes::theFirstBytesTellTheFormat_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("jpeg") << encoded("JPG") << QByteArray("image/jpeg");
    QTest::newRow("png") << encoded("PNG") << QByteArray("image/png");
    QTest::newRow("gif") << gif({}) << QByteArray("image/gif");
    QTest::newRow("webp") << webp(riff("VP8 ", vp8())) << QByteArray("image/webp");
    QTest::newRow("bmp") << encoded("BMP") << QByteArray();
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << QByteArray();
    QTest::newRow("html") << QByteArray("<html><script>") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("sound") << QByteArray("RIFF\x04\0\0\0WAVE", 12) << QByteArray();
}

void tst_ImageBytes::theFirstBytesTellTheFormat()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, type);
    QCOMPARE(mimeTypeOf(imageFormatOf(bytes)), type);
}

void tst_ImageBytes::aPlainFileStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("jpeg") << encoded("JPG");
    QTest::newRow("gif") << gif({});
    QTest::newRow("webp") << webp(riff("VP8 ", vp8()));
}

void tst_ImageBytes::aPlainFileStaysAsItIs()
{
    QFETCH(const QByteArray, bytes);
    const auto image = bare(bytes);
    QVERIFY(image);
    QCOMPARE(image->bytes, bytes);
}

void tst_ImageBytes::aJpegLosesPlacesTextsAndWhatHangsBehindIt()
{
    const QByteArray plain = encoded("JPG");
    const QByteArray xmp = QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + secret;
    const QByteArray extra = segment('\xe1', exif(1)) + segment('\xe1', xmp)
        + segment('\xed', QByteArray("Photoshop 3.0\0", 14) + secret) + segment('\xfe', secret)
        + segment('\xe2', QByteArray("MPF\0", 4) + secret) + segment('\xeb', secret);
    const auto image = bare(plain.first(2) + extra + plain.sliced(2) + secret + plain);
    QVERIFY(image);
    QVERIFY(!image->bytes.contains(secret));
    QCOMPARE(image->bytes, plain);
}

void tst_ImageBytes::aJpegKeepsHowItsColoursAreMeant()
{
    const QByteArray plain = encoded("JPG");
    const QByteArray colours = segment('\xe2', QByteArray("ICC_PROFILE\0\x01\x01 curve", 20))
        + segment('\xee', QByteArray("Adobe\0d\0\0\0\0\1", 12));
    const QByteArray bytes = plain.first(2) + colours + plain.sliced(2);
    const auto image = bare(bytes);
    QVERIFY(image);
    QCOMPARE(image->bytes, bytes);
}

void tst_ImageBytes::aJpegTellsHowTheCameraWasHeld()
{
    const QByteArray plain = encoded("JPG");
    for (int orientation = 0; orientation < 10; ++orientation) {
        const auto image
            = bare(plain.first(2) + segment('\xe1', exif(orientation)) + plain.sliced(2));
        QVERIFY(image);
        QCOMPARE(image->orientation, orientation >= 1 && orientation <= 8 ? orientation : 1);
    }
    // A block that ends before what it promises.
    const auto cut = bare(plain.first(2) + segment('\xe1', exif(6).first(20)) + plain.sliced(2));
    QVERIFY(cut);
    QCOMPARE(cut->orientation, 1);
}

void tst_ImageBytes::aScanOfAJpegIsNotTakenForSegments()
{
    const QByteArray scan = segment('\xda', QByteArray(10, '\1'));
    const QByteArray frame = segment('\xc0', QByteArray("\x08\x00\x1e\x00\x28\x01", 6));
    const QByteArray data("ab\xff\x00\xff\xd3 cd", 9);
    const QByteArray bytes
        = "\xff\xd8" + frame + scan + data + segment('\xc4', "table") + scan + data + "\xff\xd9";
    const auto image = bare(bytes);
    QVERIFY(image);
    QCOMPARE(image->bytes, bytes);
    QCOMPARE(image->pixels, QSize(40, 30));
}

void tst_ImageBytes::aPngLosesTexts()
{
    const QByteArray plain = encoded("PNG");
    const qsizetype afterHeader = 8 + 25;
    QByteArray extra;
    for (const char* type : {"eXIf", "tEXt", "zTXt", "iTXt", "tIME", "caBX"})
        extra += chunk(type, secret);
    const auto image = bare(plain.first(afterHeader) + extra + plain.sliced(afterHeader) + secret);
    QVERIFY(image);
    QVERIFY(!image->bytes.contains(secret));
    QCOMPARE(image->bytes, bare(plain)->bytes);
    QCOMPARE(QImage::fromData(image->bytes), QImage::fromData(plain));
}

void tst_ImageBytes::aWebpLosesPlacesAndSaysSo()
{
    const QByteArray rest("\0\0\0\x2b\x01\0\xc7\0\0", 9);
    const QByteArray picture = riff("VP8 ", vp8());
    const auto image = bare(webp(riff("VP8X", '\x1c' + rest) + picture + riff("EXIF", secret)
        + riff("XMP ", secret) + riff("what", secret)));
    QVERIFY(image);
    QVERIFY(!image->bytes.contains(secret));
    QCOMPARE(image->bytes, webp(riff("VP8X", '\x10' + rest) + picture));
    QCOMPARE(image->pixels, QSize(300, 200));
}

void tst_ImageBytes::aGifLosesCommentsAndKeepsItsLoop()
{
    const QByteArray loop("\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", 19);
    const QByteArray pause("\x21\xf9\x04\0\x0a\0\0\0", 8);
    const QByteArray comment = QByteArray("\x21\xfe") + char(sizeof(secret) - 1) + secret + '\0';
    const QByteArray xmp
        = QByteArray("\x21\xff\x0bXMP DataXMP") + char(sizeof(secret) - 1) + secret + '\0';
    const auto image = bare(gif(loop + comment + xmp + pause));
    QVERIFY(image);
    QCOMPARE(image->bytes, gif(loop + pause));
}

void tst_ImageBytes::sizesAreReadBeforeAnythingIsDecoded()
{
    QCOMPARE(bare(encoded("JPG", {51, 17}))->pixels, QSize(51, 17));
    QCOMPARE(bare(encoded("PNG", {51, 17}))->pixels, QSize(51, 17));
    QCOMPARE(bare(gif({}))->pixels, QSize(2, 3));
    QCOMPARE(bare(webp(riff("VP8 ", vp8())))->pixels, QSize(300, 200));
    // 300 less one and 200 less one, in 14 bits each.
    const quint32 lossless = 299U | 199U << 14;
    QCOMPARE(bare(webp(riff("VP8L", '\x2f' + little(lossless))))->pixels, QSize(300, 200));
    QByteArray huge = encoded("PNG");
    qToBigEndian(quint32(60'000), huge.data() + 16);
    qToBigEndian(quint32(60'000), huge.data() + 20);
    QCOMPARE(bare(huge)->pixels, QSize(60'000, 60'000));
}

void tst_ImageBytes::aFileCutOffAnywhereIsRefusedOrRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("mayMiss"); // a last byte that readers do without
    const QByteArray jpeg = encoded("JPG");
    QTest::newRow("jpeg") << jpeg.first(2) + segment('\xe1', exif(6)) + jpeg.sliced(2) << 0;
    QTest::newRow("png") << encoded("PNG") << 0;
    QTest::newRow("gif") << gif({}) << 1;
    QTest::newRow("webp") << webp(riff("VP8 ", vp8())) << 1;
}

void tst_ImageBytes::aFileCutOffAnywhereIsRefusedOrRead()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, mayMiss);
    QVERIFY(bare(bytes));
    for (qsizetype length = 0; length < bytes.size() - mayMiss; ++length)
        QVERIFY2(!bare(bytes.first(length)), qPrintable(u"%1 bytes"_s.arg(length)));
}

void tst_ImageBytes::hostileLengthsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("jpeg, length 0") << QByteArray("\xff\xd8\xff\xe1\0\0\xff\xd9", 8);
    QTest::newRow("jpeg, length 1") << QByteArray("\xff\xd8\xff\xe1\0\1\xff\xd9", 8);
    QTest::newRow("jpeg, only fillings") << QByteArray("\xff\xd8") + QByteArray(1000, '\xff');
    QTest::newRow("jpeg, no picture") << QByteArray("\xff\xd8\xff\xd9\xff\xd9");
    QTest::newRow("jpeg, restart before the picture")
        << QByteArray("\xff\xd8\xff\xd0\0\2", 6) + encoded("JPG").sliced(2);
    QTest::newRow("png, length -1") << encoded("PNG").first(8) + QByteArray(8, '\xff') + "IHDR";
    QTest::newRow("png, no header")
        << encoded("PNG").first(8) + chunk("IDAT", "x") + chunk("IEND", {});
    QTest::newRow("png, no data") << encoded("PNG").first(33) + chunk("IEND", {});
    QTest::newRow("gif, no picture") << QByteArray("GIF89a\x02\0\x03\0\0\0\0\x3b", 14);
    QTest::newRow("gif, unknown block") << QByteArray("GIF89a\x02\0\x03\0\0\0\0\x77\x3b", 15);
    QTest::newRow("webp, long chunk") << "RIFF" + little(12) + "WEBPVP8 " + little(0xffffffffU);
    QTest::newRow("webp, long file") << "RIFF" + little(0xffffffffU) + "WEBP" + riff("VP8 ", vp8());
    QTest::newRow("webp, short file") << "RIFF" + little(0) + "WEBP" + riff("VP8 ", vp8());
    QTest::newRow("webp, no picture") << webp(riff("EXIF", secret));
}

void tst_ImageBytes::hostileLengthsAreRefused()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!bare(bytes));
}

SKEIN_TEST(tst_ImageBytes)

} // namespace imageBytesTest

#include "tst_ImageBytes.moc"

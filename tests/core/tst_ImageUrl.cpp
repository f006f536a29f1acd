// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/types/ImageUrl.h"
#include "tests/support/SkeinTest.h"

using namespace skein;
using namespace Qt::StringLiterals;

namespace imageUrlTest {

namespace {

QUrl picture(const QString& name)
{
    return QUrl(u"https://i.groupme.com/"_s + name + u".0123456789abcdef0123456789abcdef"_s);
}

} // namespace

class tst_ImageUrl : public QObject {
    Q_OBJECT

private slots:
    void theAddressTellsTheSize_data() // protocol.md L106
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QSize>("size");
        QTest::newRow("jpeg") << picture(u"640x480.jpeg"_s) << QSize(640, 480);
        QTest::newRow("gif") << picture(u"200x100.gif"_s) << QSize(200, 100);
        QTest::newRow("large") << picture(u"30000x1.png"_s) << QSize(30'000, 1);
        QTest::newRow("none") << QUrl(u"https://i.groupme.com/0123456789abcdef"_s) << QSize();
        QTest::newRow("empty") << QUrl() << QSize();
        QTest::newRow("0x0") << picture(u"0x0.jpeg"_s) << QSize();
        QTest::newRow("0x480") << picture(u"0x480.jpeg"_s) << QSize();
        QTest::newRow("100000x100000") << picture(u"100000x100000.png"_s) << QSize();
        QTest::newRow("beyond an int") << picture(u"99999999999x9.png"_s) << QSize();
        QTest::newRow("negative") << picture(u"-5x5.png"_s) << QSize();
        QTest::newRow("other digits") << picture(u"٦٤x٤٨.png"_s) << QSize();
        QTest::newRow("deeper") << picture(u"a/640x480.jpeg"_s) << QSize();
        QTest::newRow("in a query")
            << QUrl(u"https://i.groupme.com/?/640x480.jpeg.0123456789abcdef"_s) << QSize();
        QTest::newRow("a line more")
            << QUrl(u"https://i.groupme.com/640x480.jpeg.0123456789abcdef%0A"_s) << QSize();
    }
    void theAddressTellsTheSize()
    {
        QFETCH(const QUrl, url);
        QFETCH(const QSize, size);
        QCOMPARE(imageSizeOf(url).isEmpty(), size.isEmpty());
        if (!size.isEmpty())
            QCOMPARE(imageSizeOf(url), size);
    }

    void smallerVersionsHaveASuffix()
    {
        const QUrl url = picture(u"640x480.jpeg"_s);
        QCOMPARE(versionOf(url, ImageVersion::Original), url);
        QCOMPARE(versionOf(url, ImageVersion::Large).toString(), url.toString() + u".large"_s);
        QCOMPARE(versionOf(url, ImageVersion::Preview).toString(), url.toString() + u".preview"_s);
    }

    void whatHasNoVersionsStaysAsItIs_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("animation") << picture(u"200x100.gif"_s);
        QTest::newRow("has one") << QUrl(picture(u"640x480.jpeg"_s).toString() + u".large"_s);
        QTest::newRow("no size") << QUrl(u"https://i.groupme.com/0123456789abcdef"_s);
        QTest::newRow("another host")
            << QUrl(u"https://m.groupme.com/640x480.jpeg.0123456789abcdef"_s);
        QTest::newRow("a host that ends so")
            << QUrl(u"https://evil-i.groupme.com.example/640x480.jpeg.0123456789abcdef"_s);
        QTest::newRow("no valid address")
            << QUrl(picture(u"640x480.jpeg"_s).toString() + u"#\u0001"_s, QUrl::StrictMode);
        QTest::newRow("nothing") << QUrl();
    }
    void whatHasNoVersionsStaysAsItIs()
    {
        QFETCH(const QUrl, url);
        QCOMPARE(versionOf(url, ImageVersion::Large).isValid(), url.isValid());
        QCOMPARE(versionOf(url, ImageVersion::Large), url);
        QCOMPARE(versionOf(url, ImageVersion::Preview), url);
    }

    void onlyAGifIsAnAnimation()
    {
        QVERIFY(isAnimation(picture(u"200x100.gif"_s)));
        QVERIFY(!isAnimation(picture(u"200x100.png"_s)));
        QVERIFY(!isAnimation(QUrl(u"https://example.org/cat.gif"_s)));
        QVERIFY(!isAnimation(QUrl()));
    }

    void whatMayBeLoaded_data() // protocol.md L107
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("unasked");
        QTest::addColumn<bool>("asked");
        const auto row = [](const char* url, bool unasked, bool asked) {
            QTest::newRow(url) << QString::fromUtf8(url) << unasked << asked;
        };
        row("https://i.groupme.com/1x1.png.00000000", true, true);
        row("HTTPS://I.GroupMe.COM/1x1.png.00000000", true, true);
        row("https://groupme.com/a.png", true, true);
        row("https://cdn2.groupme.com:443/a.png", true, true);
        row("https://i.groupme.com:8443/a.png", false, true);
        row("https://evilgroupme.com/a.png", false, true);
        row("https://i.groupme.com.example/a.png", false, true);
        row("https://i.gr\u043eupme.com/a.png", false, true); // a Cyrillic letter
        row("https://example.org/i.groupme.com/a.png", false, true);
        row("https://i.groupme.com@example.org/a.png", false, false);
        row("https://me:secret@i.groupme.com/a.png", false, false);
        row("http://i.groupme.com/a.png", false, false);
        row("javascript:alert(1)//i.groupme.com", false, false);
        row("file:///etc/passwd", false, false);
        row("file://i.groupme.com/a.png", false, false);
        row("data:image/png;base64,AAAA", false, false);
        row("https:///a.png", false, false);
        row("//i.groupme.com/a.png", false, false);
        row("", false, false);
    }
    void whatMayBeLoaded()
    {
        QFETCH(const QString, url);
        QFETCH(const bool, unasked);
        QFETCH(const bool, asked);
        QCOMPARE(mayLoadUnasked(QUrl(url)), unasked);
        QCOMPARE(mayLoadAsked(QUrl(url)), asked);
    }

    void whereAnAvatarIsLoadedFrom_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("from");
        const auto row = [](const char* name, const QString& told, const QString& from) {
            QTest::newRow(name) << told << from;
        };
        const QString picture = u"https://i.groupme.com/500x400.jpeg.0123456789abcdef"_s;
        row("its square version", picture, picture + u".preview"_s);
        row("a still one of what moves", u"https://i.groupme.com/9x9.gif.01234567"_s,
            u"https://i.groupme.com/9x9.gif.01234567.preview"_s);
        row("an old address", u" http://i.groupme.com/9x9.png.01234567 "_s,
            u"https://i.groupme.com/9x9.png.01234567.preview"_s);
        row("told with a version", picture + u".avatar"_s, picture + u".avatar"_s);
        row("no size in its name", u"https://i.groupme.com/abc"_s, u"https://i.groupme.com/abc"_s);
        row("another of GroupMe's hosts", u"https://cdn.groupme.com/a.png"_s,
            u"https://cdn.groupme.com/a.png"_s);
        row("a foreign host", u"https://pictures.example/9x9.png.01234567"_s, {});
        row("a foreign host, long ago", u"http://pictures.example/a.png"_s, {});
        row("none", {}, {});
        row("no address", u"not an address"_s, {});
    }
    void whereAnAvatarIsLoadedFrom()
    {
        QFETCH(const QString, told);
        QTEST(avatarAddress(told).toString(), "from");
    }
};

SKEIN_TEST(tst_ImageUrl)

} // namespace imageUrlTest

#include "tst_ImageUrl.moc"

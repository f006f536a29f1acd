// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SkeinTest.h"
#include "ui/thread/TextLinks.h"

#include <QElapsedTimer>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace textLinksTest {

class tst_TextLinks : public QObject {
    Q_OBJECT

private slots:
    void findsExactlyTheAddress_data();
    void findsExactlyTheAddress();
    void findsSeveralInOrder();
    void staysFastOnHostileText();
};

void tst_TextLinks::findsExactlyTheAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // empty: no link
    QTest::addColumn<QString>("url");

    QTest::newRow("https") << u"see https://example.org/a?b=c#d now"_s
                           << u"https://example.org/a?b=c#d"_s << u"https://example.org/a?b=c#d"_s;
    QTest::newRow("http") << u"http://example.org"_s << u"http://example.org"_s
                          << u"http://example.org"_s;
    QTest::newRow("capitals") << u"HTTPS://Example.org/A"_s << u"HTTPS://Example.org/A"_s
                              << u"https://example.org/A"_s;
    QTest::newRow("mailto") << u"mailto:iris@example.org!"_s << u"mailto:iris@example.org"_s
                            << u"mailto:iris@example.org"_s;
    QTest::newRow("www") << u"www.example.org/x"_s << u"www.example.org/x"_s
                         << u"https://www.example.org/x"_s;
    QTest::newRow("full stop") << u"Look at https://example.org/a."_s << u"https://example.org/a"_s
                               << u"https://example.org/a"_s;
    QTest::newRow("question") << u"https://example.org/a?!"_s << u"https://example.org/a"_s
                              << u"https://example.org/a"_s;
    QTest::newRow("in brackets") << u"(https://example.org/a)"_s << u"https://example.org/a"_s
                                 << u"https://example.org/a"_s;
    QTest::newRow("own brackets") << u"(https://example.org/a_(b))."_s
                                  << u"https://example.org/a_(b)"_s
                                  << u"https://example.org/a_(b)"_s;
    QTest::newRow("quoted") << u"\u201chttps://example.org\u201d"_s << u"https://example.org"_s
                            << u"https://example.org"_s;
    QTest::newRow("markup") << u"<a href=\"https://example.org\">x</a>"_s
                            << u"https://example.org"_s << u"https://example.org"_s;
    QTest::newRow("line break") << u"https://example.org/a\u2028b"_s << u"https://example.org/a"_s
                                << u"https://example.org/a"_s;
    QTest::newRow("bidi control") << u"https://example.org/a\u202egpj"_s
                                  << u"https://example.org/a"_s << u"https://example.org/a"_s;

    const auto none = [](const char* name, const QString& text) {
        QTest::newRow(name) << text << QString() << QString();
    };
    none("script", u"javascript:alert(1)"_s);
    none("file", u"file:///etc/passwd"_s);
    none("data", u"data:text/html,x"_s);
    none("inside a word", u"xhttps://example.org"_s);
    none("nothing behind", u"https:// and http://"_s);
    none("deceiving user name", u"https://bank.example@evil.example/"_s);
    none("mail without address", u"mailto:iris"_s);
    none("dots only", u"www..."_s);
    none("longer than any address", u"https://example.org/"_s + QString(5000, u'a'));
}

void tst_TextLinks::findsExactlyTheAddress()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QFETCH(QString, url);
    const auto links = findLinks(text);
    if (shown.isEmpty()) {
        QVERIFY(links.isEmpty());
        return;
    }
    QCOMPARE(links.size(), 1);
    QCOMPARE(text.mid(links.first().start, links.first().length), shown);
    QCOMPARE(links.first().url.toString(), url);
}

void tst_TextLinks::findsSeveralInOrder()
{
    const QString text = u"a https://one.example, http://two.example/b and mailto:c@d.example"_s;
    const auto links = findLinks(text);
    QCOMPARE(links.size(), 3);
    QCOMPARE(links[0].url.host(), u"one.example"_s);
    QCOMPARE(links[1].url.host(), u"two.example"_s);
    QCOMPARE(links[2].url.scheme(), u"mailto"_s);
    for (qsizetype i = 1; i < links.size(); ++i)
        QVERIFY(links[i - 1].start + links[i - 1].length <= links[i].start);
}

void tst_TextLinks::staysFastOnHostileText()
{
    QString text;
    for (int i = 0; i < 10'000; ++i)
        text += u"https://"_s;
    QElapsedTimer timer;
    timer.start();
    (void)findLinks(text);
    QVERIFY2(timer.elapsed() < 2000, "quadratic in the length of the text");
}

SKEIN_TEST(tst_TextLinks)

} // namespace textLinksTest

#include "tst_TextLinks.moc"

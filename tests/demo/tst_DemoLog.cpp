// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/DemoLog.h"
#include "tests/support/SkeinTest.h"

#include <QJsonDocument>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace demoLogTest {

class tst_DemoLog : public QObject {
    Q_OBJECT

private slots:
    void keepsNoTokenAndNotesViolations();
};

void tst_DemoLog::keepsNoTokenAndNotesViolations()
{
    DemoRequest good{.method = u"GET"_s, .path = u"/api.groupme.com/v3/chats"_s};
    good.headers = {{u"X-Access-Token"_s, u"secret"_s}};
    const DemoLogEntry clean = DemoLog::entryFor(good, 5);
    QVERIFY(clean.tokenInHeader);
    QVERIFY(clean.violations.isEmpty());

    DemoRequest bad{.method = u"POST"_s, .path = u"/i.groupme.com/picture"_s};
    bad.query = {{u"token"_s, u"secret"_s}, {u"page"_s, u"2"_s}};
    bad.headers = {{u"X-Access-Token"_s, u"secret"_s}, {u"If-None-Match"_s, u"x"_s}};
    bad.body = "x";
    DemoLog log;
    log.add(DemoLog::entryFor(bad, 5));
    QCOMPARE(log.entries().first().violations.size(), 4);
    QCOMPARE(log.violations().size(), 4);
    QVERIFY(!QJsonDocument(log.toJson()).toJson().contains("secret"));
    QVERIFY(log.entries().first().query.contains(u"page=2"_s));
    QCOMPARE(log.count(u"POST"_s, u"/picture"_s), 1);
    QCOMPARE(log.count(u"GET"_s, u"/picture"_s), 0);
}

SKEIN_TEST(tst_DemoLog)

} // namespace demoLogTest

#include "tst_DemoLog.moc"

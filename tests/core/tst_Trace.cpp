// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Trace.h"
#include "tests/support/SkeinTest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace skein;
using namespace Qt::StringLiterals;

namespace traceTest {

class tst_Trace : public QObject {
    Q_OBJECT
private slots:
    void nobodyTracesUnlessAsked();
    void whatHappensIsWrittenInChromesForm();

private:
    [[nodiscard]] QJsonArray events() const;

    QTemporaryDir m_folder;
};

QJsonArray tst_Trace::events() const
{
    QFile file(m_folder.filePath(u"trace.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray json = file.readAll().trimmed(); // open at its end, as the format allows
    if (json.endsWith(','))
        json.chop(1);
    return QJsonDocument::fromJson(json + ']').array();
}

void tst_Trace::nobodyTracesUnlessAsked()
{
    trace::mark("early");
    trace::markFirst("only once");
    const trace::Span span("early work");
    QVERIFY(!trace::start(m_folder.filePath(u"no/such/folder"_s)));
    QCOMPARE(events().size(), 0);
}

void tst_Trace::whatHappensIsWrittenInChromesForm()
{
    QVERIFY(trace::start(m_folder.filePath(u"trace.json"_s)));
    {
        const trace::Span span("work");
        trace::mark("moment");
    }
    trace::markFirst("only once");
    trace::markFirst("only once");

    const QJsonArray all = events();
    QCOMPARE(all.size(), 3);
    const QJsonObject moment = all.at(0).toObject();
    const QJsonObject work = all.at(1).toObject();
    QCOMPARE(moment[u"name"_s].toString(), u"moment"_s);
    QCOMPARE(moment[u"ph"_s].toString(), u"i"_s);
    QCOMPARE(work[u"name"_s].toString(), u"work"_s);
    QCOMPARE(work[u"ph"_s].toString(), u"X"_s);
    const double begin = work[u"ts"_s].toDouble();
    QVERIFY(begin <= moment[u"ts"_s].toDouble());
    QVERIFY(begin + work[u"dur"_s].toDouble() >= moment[u"ts"_s].toDouble());
    QCOMPARE(work[u"tid"_s], moment[u"tid"_s]);
    QCOMPARE(all.at(2)[u"name"_s].toString(), u"only once"_s);
}

SKEIN_TEST(tst_Trace)

} // namespace traceTest

#include "tst_Trace.moc"

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ReachModel.h"
#include "tests/support/SkeinTest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace reachModelTest {

class tst_ReachModel : public QObject {
    Q_OBJECT

    ReachModel model{QLocale::c()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    static ConversationReach reach(const QString& title)
    {
        return {.id = {ConversationId::Kind::Group, title},
            .title = title,
            .group = {},
            .completeSince = 1'700'000'000};
    }
    QString words(int row, int column) const { return model.index(row, column).data().toString(); }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(words(row, ReachModel::Name));
        return names;
    }

private slots:
    void init() { model.show({}); }

    void tellsHowFarBackInWords()
    {
        auto complete = reach(u"Rowing"_s);
        complete.reachesStart = true;
        auto unread = reach(u"Empty"_s);
        unread.completeSince = 0;
        unread.isBehind = true;
        auto holed = reach(u"Logistics"_s);
        holed.group = u"Rowing"_s;
        holed.gaps = 2;
        model.show({complete, unread, holed});
        QCOMPARE(words(0, ReachModel::CompleteBackTo), u"its beginning"_s);
        QCOMPARE(words(0, ReachModel::State), u"up to date"_s);
        QCOMPARE(words(1, ReachModel::CompleteBackTo), u"not read yet"_s);
        QCOMPARE(words(1, ReachModel::State), u"being read"_s);
        QCOMPARE(words(2, ReachModel::Name), u"Rowing › Logistics"_s);
        QCOMPARE(words(2, ReachModel::CompleteBackTo), u"14 Nov 2023"_s);
        QCOMPARE(words(2, ReachModel::State), u"gaps further back: 2"_s);
    }

    void rowsKeepTheirPlacesWhileTheirWordsChange()
    {
        model.show({reach(u"a"_s), reach(u"b"_s)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        auto behind = reach(u"b"_s);
        behind.isBehind = true;
        model.show({behind, reach(u"a"_s)});
        QCOMPARE(names(), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void whatIsNewIsAppendedAndWhatIsGoneGoes()
    {
        model.show({reach(u"a"_s), reach(u"b"_s), reach(u"c"_s)});
        model.show({reach(u"d"_s), reach(u"c"_s), reach(u"a"_s), reach(u"e"_s)});
        QCOMPARE(names(), QStringList({u"a"_s, u"c"_s, u"d"_s, u"e"_s}));
    }
};

SKEIN_TEST(tst_ReachModel)

} // namespace reachModelTest

#include "tst_ReachModel.moc"

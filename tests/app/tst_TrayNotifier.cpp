// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/Balloons.h"
#include "app/notify/TrayNotifier.h"
#include "tests/support/SkeinTest.h"

#include <QSignalSpy>
#include <QTest>

using namespace skein;
using namespace Qt::StringLiterals;

namespace trayNotifierTest {

namespace {

class FakeBalloons final : public Balloons {
public:
    void showBalloon(const QString& title, const QString& body) override
    {
        shown.append(title + u'|' + body);
    }
    QStringList shown;
};

Notice noticeFor(const ConversationId& id, const QString& body)
{
    return {.conversation = id, .title = u"Rowing"_s, .body = body};
}

} // namespace

class tst_TrayNotifier : public QObject {
    Q_OBJECT
private slots:
    void aClickIsForTheNewestOne()
    {
        QSignalSpy activated(&m_notifier, &Notifier::activated);
        m_notifier.show(noticeFor(m_first, u"one"_s));
        m_notifier.show(noticeFor(m_second, u"two"_s));
        QCOMPARE(m_balloons.shown, (QStringList{u"Rowing|one"_s, u"Rowing|two"_s}));
        emit m_balloons.balloonClicked();
        emit m_balloons.balloonClicked();
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<ConversationId>(), m_second);
    }

    void aClickOnWhatWasReadMeanwhileDoesNothing()
    {
        QSignalSpy activated(&m_notifier, &Notifier::activated);
        m_notifier.show(noticeFor(m_first, u"one"_s));
        m_notifier.withdraw(m_second);
        m_notifier.withdraw(m_first);
        emit m_balloons.balloonClicked();
        m_notifier.show(noticeFor(m_first, u"one"_s));
        m_notifier.withdrawAll();
        emit m_balloons.balloonClicked();
        QCOMPARE(activated.size(), 0);
    }

    void withoutATrayNothingHappens()
    {
        TrayNotifier alone(nullptr);
        alone.show(noticeFor(m_first, u"one"_s));
        alone.withdraw(m_first);
        QVERIFY(m_balloons.shown.isEmpty() || !m_balloons.shown.last().isEmpty());
    }

private:
    const ConversationId m_first = ConversationId::group(u"1"_s);
    const ConversationId m_second = ConversationId::group(u"2"_s);
    FakeBalloons m_balloons;
    TrayNotifier m_notifier{&m_balloons};
};

SKEIN_TEST(tst_TrayNotifier)

} // namespace trayNotifierTest

#include "tst_TrayNotifier.moc"

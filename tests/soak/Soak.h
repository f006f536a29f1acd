// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A soak from beginning to end. Storm: lives of the program one after the other, each killed at a
// random instant, while messages are sent, others write and faults strike. Calm: one more life
// without faults, until everything has arrived (or nothing more does) and then past the service's
// memory of guids, in which nothing more may come. Then the verdict. One seed decides the faults,
// the sends and the kills; how they interleave is up to the machine. Main thread.

#include "tests/soak/Ledger.h"
#include "tests/soak/Service.h"
#include "tests/soak/StallWatch.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

namespace skein::soak {

struct SoakOptions {
    quint32 seed = 1;
    int messages = 300; ///< so many are accepted at least
    int kills = 20;
    int speed = 20; ///< of the clock
    std::chrono::seconds limit{600}; ///< on the wall, for the storm
};

class Soak : public QObject {
    Q_OBJECT
public:
    explicit Soak(const SoakOptions& options);
    ~Soak() override;

    /// False when the service cannot be had.
    [[nodiscard]] bool start();
    /// After finished(): all that was counted, for people.
    [[nodiscard]] QString report() const;
    /// After finished(): whether the proof holds.
    [[nodiscard]] bool holds() const;

signals:
    void finished();

private:
    enum class Phase { Storm, Calm, Rest, Ended };

    void prepareTimers();
    void live();
    void kill();
    void lifeEnded();
    void readReports();
    void order(const QString& line);
    void send();
    void speak();
    void turnOutage();
    void openOne();
    void lookWhetherStormIsOver();
    void beginCalm();
    void visitNext();
    void lookWhetherAllArrived();
    void endLastLife();
    void conclude();
    void fall(const QString& reason);
    [[nodiscard]] int lifespan();
    [[nodiscard]] int deathspan();
    [[nodiscard]] int sendPause();
    /// A random time of the fast clock, in milliseconds on the wall.
    [[nodiscard]] int drawn(
        QRandomGenerator& dice, std::chrono::seconds from, std::chrono::seconds to) const;
    [[nodiscard]] const QString& anyConversation();
    void readStore();
    void keepEvidence();

    const SoakOptions m_options;
    const std::chrono::milliseconds m_epoch;
    QTemporaryDir m_folder;
    Service m_service;
    const QStringList m_conversations;
    Ledger m_ledger;
    Verdict m_verdict;
    QRandomGenerator m_deaths;
    QRandomGenerator m_sends;
    QRandomGenerator m_others;
    QRandomGenerator m_weather;
    QProcess m_life;
    QByteArray m_unread;
    QTimer m_killTimer;
    QTimer m_sendTimer;
    QTimer m_speakTimer;
    QTimer m_outageTimer;
    bool m_isOut = false;
    QTimer m_lookTimer;
    QTimer m_visitTimer;
    QTimer m_limit;
    QElapsedTimer m_duration;
    Phase m_phase = Phase::Storm;
    bool m_isReady = false;
    bool m_isKilled = false;
    int m_lives = 0;
    qsizetype m_visited = 0; ///< in the calm: conversations at which the person has looked
    int m_missing = 0; ///< in the calm, when it was last looked
    int m_kills = 0;
    int m_killedEarly = 0; ///< before they were ready
    StallWatch m_stalls;
    qsizetype m_left = -1; ///< in the outbox; -1: it could not be read
    QMap<QString, QStringList> m_shown; ///< as Service::held(), in the program's own store
    qint64 m_took = 0; ///< ms
    QStringList m_falls;
};

} // namespace skein::soak

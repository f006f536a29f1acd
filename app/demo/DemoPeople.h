// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The people who live in the demo world: they read what is written to them, answer after a while or
// react to it, also in groups and topics, and now and then write by themselves. Time is handed in;
// waits for nothing. One thread.

#include "app/demo/DemoCorpus.h"
#include "app/demo/DemoWorld.h"

#include <QHash>
#include <QList>

namespace skein {

class DemoPeople {
public:
    /// From now on only what is said after `nowMs` is answered.
    DemoPeople(DemoWorld& world, quint32 seed, qint64 nowMs);

    /// Does what is due. Call it about twice a second.
    void tick(qint64 nowMs);

private:
    struct Deed {
        qint64 due = 0;
        QString person;
        QString read; ///< a message to have read; empty: say `text`
        QString text;
        QString place = {}; ///< a group or topic; empty: the direct chat
        QString liked = {}; ///< a message to react to with `text`; empty: nothing is reacted to
    };
    void noticeIn(const QString& place, const DemoGroup& group, qint64 nowMs);
    void noticeGroups(qint64 nowMs);
    void planTalk(qint64 nowMs);
    [[nodiscard]] QString writerIn(const DemoGroup& group);
    void notice(const QString& person, qint64 nowMs);
    void planAnswer(const QString& person, const DemoMessage& heard, qint64 nowMs);
    void planOpening(qint64 nowMs);
    void planReaction(
        const QString& person, const QString& place, const QString& message, qint64 due);
    void act(const Deed& deed);
    void say(const Deed& deed);

    DemoWorld& m_world;
    const DemoCorpus m_corpus;
    DemoDice m_dice;
    QHash<QString, QString> m_heard; ///< by person or place, the newest message noticed
    QList<Deed> m_deeds;
    qint64 m_nextOpening = 0;
    qint64 m_nextTalk = 0; ///< in a group
};

} // namespace skein

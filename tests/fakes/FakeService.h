// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's direct messages as tests need them: a history per person, its calls answered through a
// FakeTransport, its odd habits as switches and its faults one by one. It remembers a guid for a
// minute of its own clock, which the local wall clock does not move. Main thread.

#include "core/base/Clock.h"
#include "tests/fakes/FakeTransport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QUrlQuery>

namespace skein {

class FakeService {
public:
    using Method = HttpRequest::Method;
    using Answer = FakeTransport::Answer;

    struct Line {
        QString id;
        QString guid;
        QString sender;
        QString text;
        std::chrono::milliseconds at; ///< of the service's clock
        QJsonObject event = {}; ///< of a system row
        QJsonArray attachments = {};
        QJsonArray likedBy = {};
    };
    /// What happens to a request instead of a good answer.
    struct Fault {
        enum When { Never, BeforeTheWork, AfterTheWork };
        When when = Never;
        Answer answer = FakeTransport::noAnswer(ErrorKind::Interrupted);
    };
    /// How after_id is answered (protocol.md M4).
    enum class After { Works, NewestFirst, AsIfUnknown, Empty };

    static inline const QString me = QStringLiteral("1001");

    explicit FakeService(const Clock& clock) : m_clock(clock) { }

    /// Answers every request that reaches `network` from now on.
    void serve(FakeTransport& network);

    // The world. `person` is somebody's user id.
    QString receive(const QString& person, const QString& text);
    void receiveMany(const QString& person, int count);
    /// That message of a direct chat carries these.
    void attach(const QString& person, const QString& id, const QJsonArray& attachments);
    /// Somebody gives a heart to a message, in any place.
    void like(const QString& place, const QString& id, const QString& user);
    QString writeElsewhere(const QString& person, const QString& text);
    /// Somebody says something in a place that is no direct chat (FakeGroups).
    QString sayIn(
        const QString& place, const QString& sender, const QString& text, const QString& guid = {});
    /// Everybody hears of what happened in a place: a system row with this event.
    QString announceIn(const QString& place, const QString& text, const QJsonObject& event);
    void remove(const QString& person, const QString& id);
    /// What was removed is there again, in its old place.
    void putBack(const QString& person, const Line& line);
    /// A chat without any message.
    void meet(const QString& person) { m_histories[person]; }
    [[nodiscard]] QList<Line> history(const QString& person) const
    {
        return m_histories.value(person);
    }
    [[nodiscard]] QStringList texts(const QString& person) const;
    [[nodiscard]] std::chrono::milliseconds now() const;

    // Habits.
    int pageSize = 0; ///< messages per page whatever was asked; 0: as asked
    std::function<int()> pageLength; ///< asked for the length of every page when set
    After after = After::Works;
    bool ignoresCursors = false;
    bool repeatsBefore = false; ///< the first before_id page again for every later one
    bool repeatsList = false; ///< every page of /chats is the first
    std::chrono::milliseconds listLag{0};
    std::chrono::milliseconds readLag{0};
    bool offline = false;
    QString answerKey = QStringLiteral("direct_message"); ///< of a 201 (protocol.md M1)
    QMap<QString, QString> positions; ///< answers to GET v4 /read_receipts, pair to message
    QMap<QString, QJsonObject> receipts; ///< "read_receipt" of a history, by person
    QStringList blocked; ///< by me
    QStringList blockers; ///< those who have blocked me
    QMap<QString, QString> contacts; ///< names by id
    bool refusesDelete = false; ///< of a block: something on the way lets no DELETE through
    std::function<QString(const QString& asked)> receiptHead; ///< of an answer to a receipt

    /// One page of a history, as the query asks for it.
    [[nodiscard]] QList<Line> page(const QString& person, const QUrlQuery& query);
    /// A message that is being sent: false when its guid was used within the last minute.
    [[nodiscard]] bool accepts(const QString& guid);
    /// A request's answer, after what was arranged to happen to it.
    Answer answer(
        const HttpRequest& request, const std::function<Answer(const HttpRequest&)>& work);
    /// Called by serve(): more places on the same network.
    std::function<void(FakeTransport&)> alsoServes;
    /// Whether /groups is answered; FakeGroups does it itself.
    bool answersGroups = true;

    /// The next request for this place meets this fault; several in order.
    void failNext(Method method, const QString& place, const Fault& fault);
    /// Asked for every other request.
    std::function<Fault(const HttpRequest&)> fault;
    /// Called with every request before it is looked at.
    std::function<void(const HttpRequest&)> arrived;

private:
    Answer chats(const HttpRequest& request);
    Answer messages(const HttpRequest& request);
    Answer create(const HttpRequest& request);
    Answer receipt(const HttpRequest& request);
    Answer readPositions(const HttpRequest& request);
    Answer noGroups(const HttpRequest& request);
    Answer listBlocks(const HttpRequest& request);
    Answer blockBetween(const HttpRequest& request);
    Answer block(const HttpRequest& request);
    Answer unblock(const HttpRequest& request);
    Answer listContacts(const HttpRequest& request);
    Answer noPins(const HttpRequest& request);
    QString append(
        const QString& person, const QString& sender, const QString& text, const QString& guid);
    [[nodiscard]] QJsonObject json(const QString& person, const Line& line) const;
    [[nodiscard]] QList<Line> visible(const QString& person, std::chrono::milliseconds lag) const;

    const Clock& m_clock;
    QMap<QString, QList<Line>> m_histories;
    QSet<QString> m_places; ///< those that are no direct chats
    QHash<QString, std::chrono::milliseconds> m_guids;
    QHash<QString, QList<Fault>> m_faults;
    QList<Line> m_repeated;
    qint64 m_serial = 0;
};

} // namespace skein

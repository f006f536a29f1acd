// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lets people of the demo world say things in one conversation, one after the other, at times gone
// by: with attachments, which are put on the media hosts too, and with what happened to the
// messages since. One thread.

#include "app/demo/DemoMedia.h"
#include "app/demo/DemoTypes.h"

namespace skein {

class DemoWorld;

class DemoSayer {
public:
    /// The first message comes `at` (Unix seconds), the next ones some seconds later each.
    DemoSayer(DemoWorld& world, const QString& conversation, qint64 at);

    /// Return the message's id. A null text is null on the wire.
    QString say(const QString& from, const QString& text, const QJsonArray& attachments = {});
    QString saySystem(const QString& text, const QString& type, const QJsonObject& data);
    /// As the service says it for who made something, with an event beside the words.
    QString announce(const QString& from, const QString& text, const QJsonObject& attachment,
        const QString& type, const QJsonObject& data);
    /// Said, and gone or changed afterwards, with the system row that tells it.
    QString sayAndDelete(const QString& from);
    QString sayAndEdit(const QString& from, const QString& text);
    void pin(const QString& message, const QString& by);
    /// `users` react one after the other, each with the emoji of the same place.
    void react(const QString& message, const QStringList& users, const QStringList& codes);
    /// Everything said so far has been read by the signed-in person.
    void finish();

    [[nodiscard]] QJsonObject photo(DemoScene::Kind kind, QSize size);
    [[nodiscard]] QJsonObject video();
    [[nodiscard]] QJsonObject voice(int seconds);
    [[nodiscard]] QJsonObject file(const DemoMedia::File& file);
    [[nodiscard]] static QJsonObject place(
        const QString& name, const QString& latitude, const QString& longitude);
    [[nodiscard]] static QJsonObject replyTo(const QString& message);
    /// For the places that hold U+FFFD in the text.
    [[nodiscard]] static QJsonObject emoji(const QList<std::pair<int, int>>& cells);

    [[nodiscard]] const QString& conversation() const { return m_conversation; }
    [[nodiscard]] qint64 time() const { return m_at; }

private:
    [[nodiscard]] QString insert(DemoMessage message);

    DemoWorld& m_world;
    const QString m_conversation;
    qint64 m_at = 0;
    QString m_last;
    quint32 m_serial = 0;
    quint32 m_photos = 0;
};

} // namespace skein

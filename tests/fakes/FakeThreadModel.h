// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A thread whose rows a test changes by the row operations that the program's model uses, and that
// writes down what the view told it. Main thread.

#include "core/models/ThreadModel.h"

namespace skein {

class FakeThreadModel : public ThreadModel {
public:
    using ThreadModel::ThreadModel;

    // What the view reads.
    [[nodiscard]] const ThreadRow& row(int row) const override { return m_rows.at(row); }
    [[nodiscard]] int count() const override { return int(m_rows.size()); }
    [[nodiscard]] bool isLoaded() const override { return loaded; }
    [[nodiscard]] bool isAtEnd() const override { return atEnd; }
    [[nodiscard]] int unread() const override { return m_unread; }
    [[nodiscard]] bool hasFailed() const override { return failed; }
    [[nodiscard]] int firstUnreadRow() const override
    {
        return firstUnreadKey.isEmpty() ? -1 : rowOfKey(firstUnreadKey);
    }

    // What the view says.
    void setVisibleRows(int first, int last) override
    {
        visible = {first, last};
        if (onVisible)
            onVisible(first, last);
    }
    void rememberPlace(const ThreadPlace& place) override { places.append(place); }
    void openAtEnd() override { ++openAtEndCalls; }
    [[nodiscard]] ConversationId conversation() const override { return shown; }
    void openPlace(const ThreadPlace& place, const MessageId& message) override
    {
        placesWanted.append({place, message});
    }
    void openAt(const MessageId& target) override
    {
        jumps.append(target);
        if (rowOfMessage(target) >= 0)
            emit jumpEnded({target, JumpEnd::Outcome::Found, {}});
        else
            emit jumpStarted(target);
    }
    void cancelJump() override { ++cancelled; }

    // What a test does.
    void show(const QList<ThreadRow>& rows, const ThreadPlace& place = {})
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        emit opened(place);
    }
    void insert(int at, const QList<ThreadRow>& rows)
    {
        beginInsertRows({}, at, at + int(rows.size()) - 1);
        for (int i = 0; i < rows.size(); ++i)
            m_rows.insert(at + i, rows.at(i));
        endInsertRows();
    }
    void append(const QList<ThreadRow>& rows) { insert(count(), rows); }
    void remove(int first, int length)
    {
        beginRemoveRows({}, first, first + length - 1);
        m_rows.remove(first, length);
        endRemoveRows();
    }
    void move(int from, int destination) ///< as QAbstractItemModel::beginMoveRows
    {
        beginMoveRows({}, from, from, {}, destination);
        m_rows.move(from, destination > from ? destination - 1 : destination);
        endMoveRows();
    }
    void change(int at, const std::function<void(ThreadRow&)>& edit)
    {
        edit(m_rows[at]);
        emit dataChanged(index(at), index(at));
    }
    void changeUpload(int at, std::optional<int> percent)
    {
        m_rows[at].uploaded = percent;
        emit dataChanged(index(at), index(at), {UploadRole});
    }
    void setUnread(int unread)
    {
        m_unread = unread;
        emit unreadChanged(unread);
    }

    bool loaded = true;
    bool atEnd = true;
    bool failed = false;
    QString firstUnreadKey;
    std::function<void(int, int)> onVisible;
    std::pair<int, int> visible{-1, -1};
    QList<ThreadPlace> places;
    int openAtEndCalls = 0;
    ConversationId shown;
    QList<std::pair<ThreadPlace, MessageId>> placesWanted;
    QList<MessageId> jumps;
    int cancelled = 0;

private:
    QList<ThreadRow> m_rows;
    int m_unread = 0;
};

/// A received message of Iris, number `n`, at `n` minutes after a fixed Tuesday noon.
[[nodiscard]] inline ThreadRow receivedRow(int n, const QString& text)
{
    ThreadRow row;
    row.key = QStringLiteral("m%1").arg(n);
    row.message.id = {QString::number(176'000'000'000'000'000 + n)};
    row.message.createdAt = 1'759'838'400 + 60LL * n;
    row.message.senderId = {QStringLiteral("20450")};
    row.message.senderName = QStringLiteral("Iris Adams");
    row.message.senderType = QStringLiteral("user");
    row.message.text = text;
    return row;
}

[[nodiscard]] inline ThreadRow ownRow(
    int n, const QString& text, ThreadRow::Delivery delivery = ThreadRow::Delivery::Sent)
{
    ThreadRow row = receivedRow(n, text);
    row.message.senderId = {QStringLiteral("1001")};
    row.message.senderName = QStringLiteral("Ben Nash");
    row.message.guid = {QStringLiteral("guid-%1").arg(n)};
    row.delivery = delivery;
    row.isOwn = true;
    const bool isWaiting = delivery != ThreadRow::Delivery::Sent
        && delivery != ThreadRow::Delivery::Seen && delivery != ThreadRow::Delivery::Deleting;
    if (isWaiting)
        row.message.id = {};
    return row;
}

} // namespace skein

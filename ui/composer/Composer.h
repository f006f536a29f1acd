// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the person writes to the conversation in front, and its draft; or the sentence that says
// why not. The text belongs to the conversation it was typed in: it is kept there and nowhere else.
// Sends nothing itself. Main thread.

#include "core/base/Async.h"
#include "core/types/ConversationId.h"
#include "core/types/Mentions.h"
#include "core/types/Outgoing.h"

#include <QJsonArray>
#include <QPointer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace skein {

class MentionPopup;
class MessageField;

/// How a composer reaches the kept drafts; the program gives it Drafts' two verbs.
struct DraftBox {
    std::function<Async<MessageDraft>(const ConversationId&)> load;
    std::function<void(const ConversationId&, const MessageDraft&)> save;
};

class Composer : public QWidget {
    Q_OBJECT
public:
    static constexpr int counterFrom = 900; ///< UTF-16 units

    explicit Composer(QWidget* parent = nullptr);
    ~Composer() override;

    void setDrafts(DraftBox drafts);
    /// Shows that conversation's draft; the same conversation again only renames it.
    void setConversation(const ConversationId& id, const QString& title);
    [[nodiscard]] const ConversationId& conversation() const { return m_conversation; }

    /// Why nobody may write here, in place of the field, which keeps its text; empty when one may.
    void setBarred(const QString& reason);
    /// Whom an "@" may mean, everyone among them where that is allowed.
    void setPeople(const QList<Mentionable>& people);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// The text was sent: empties field and draft.
    void clear();
    /// The text could not be kept: it stands before what was typed since.
    void giveBack(const QString& text);
    void focusField();

signals:
    /// Trimmed, neither blank nor too long, with the mentions in it as they go over the wire. The
    /// composer keeps the text until clear().
    void sendRequested(const QString& text, const QJsonArray& attachments);
    void textEdited(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildFrame();
    void submit();
    [[nodiscard]] bool isBarred() const;
    void noteEdit();
    void showText(const QString& text);
    void showLength();
    void showPlaceholder();
    void applyTheme();

    QWidget* m_frame;
    MessageField* m_field;
    QLabel* m_counter;
    QPushButton* m_send;
    QLabel* m_refusal;
    QLabel* m_barred;
    QPointer<MentionPopup> m_mentions; ///< a child of the window once it was open
    DraftBox m_drafts;
    MessageDraft m_draft; ///< what is kept beside the text
    ConversationId m_conversation;
    QString m_title;
    int m_visit = 0; ///< grows with each change of place or text: late drafts are for an older one
    bool m_showing = false; ///< the text changes, but nobody typed
};

} // namespace skein

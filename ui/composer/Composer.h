// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the person writes to the conversation in front, attaches, answers and edits, and its draft;
// or the sentence that says why not. What is written belongs to the conversation it was written in:
// it is kept there and nowhere else. Sends nothing itself. Main thread.

#include "core/types/Mentions.h"
#include "ui/composer/ComposerDraft.h"
#include "ui/composer/EmojiPicker.h"
#include "ui/composer/EmojiTable.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLabel;
class QMimeData;
class QPushButton;

namespace skein {

class AttachButton;
class AttachmentStrip;
class DropArea;
class EmojiPopup;
class Enclosures;
class IconButton;
class MentionPopup;
class MessageField;
class PurposeBar;

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
    /// `deed`: what can be done about it, as a button.
    void setBarred(const QString& reason, const QString& deed = {});
    /// Whom an "@" may mean, everyone among them where that is allowed.
    void setPeople(const QList<Mentionable>& people);
    /// GroupMe's own emoji, further tabs of the picker.
    void setPacks(const QList<PickerPack>& packs);
    /// Files may be dropped on all of `area`, which the composer is in, not on itself alone.
    void acceptDropsOn(QWidget& area);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// It was sent: empties field and draft; after an edit what was there before it comes back.
    void clear();
    /// It could not be kept: it stands before what was written since, with all that belonged to
    /// it; but an answer only if what it answers is known.
    void giveBack(const OutgoingContent& content,
        const std::optional<AnsweredMessage>& answered = std::nullopt);
    void giveBack(const QString& text) { giveBack(OutgoingContent{text, {}, {}}); }
    void focusField();
    /// Nothing while nobody may write here.
    void openEmoji();
    void openAttach();
    void setButtonTips(const QString& attach, const QString& emoji);

    /// The next message answers that one.
    void setReply(const MessageId& message, const QString& name, const QString& words,
        const QImage& thumbnail = {});
    /// The field holds the words of an own message until they are sent or given up; `attachments`
    /// are the message's.
    void setEditing(
        const MessageId& message, const QString& text, const QJsonArray& attachments = {});
    [[nodiscard]] bool isEditing() const { return !m_edit.message.isEmpty(); }

    [[nodiscard]] Enclosures& enclosures() const { return *m_enclosures; }
    [[nodiscard]] EmojiPicker& emojiPicker() const { return *m_picker; }

signals:
    /// Neither blank nor too long. The composer keeps everything until clear().
    void sendRequested(const skein::ComposedMessage& message);
    void textEdited(const QString& text);
    /// An emoji of this pack stands in the field.
    void packUsed(int pack);
    /// An edit or an answer was sent or given up: there is room for another.
    void purposeEnded();
    /// Up in the empty field: the person wants to edit the last own message.
    void editLastRequested();
    void barDeedRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildFrame();
    [[nodiscard]] QLayout* buildWritingRow();
    void connectParts();
    void submit();
    [[nodiscard]] ComposedMessage composed() const;
    [[nodiscard]] bool isBarred() const;
    [[nodiscard]] bool mayAttach() const;
    /// Whether there is something that makes a message without words.
    [[nodiscard]] bool holdsMore() const;
    void attach(const QMimeData& mime);
    void noteEdit();
    void noteEnclosures();
    void save();
    [[nodiscard]] MessageDraft draft() const;
    void takeDraft(const ComposerDraft& loaded);
    void showDraft(const ComposerDraft& draft);
    void showWords(const QString& text, const QJsonArray& attachments);
    void showEdit();
    void stopEditing();
    void clearMessage();
    void showPurpose();
    void cancelPurpose();
    void say(const QString& sentence);
    void showLength();
    void showPlaceholder();
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    void applyTheme();

    QWidget* m_frame;
    PurposeBar* m_purpose;
    Enclosures* m_enclosures;
    AttachmentStrip* m_strip;
    AttachButton* m_attach;
    MessageField* m_field;
    QLabel* m_counter;
    IconButton* m_smiley;
    QPushButton* m_send;
    QLabel* m_refusal;
    QLabel* m_barred;
    QPushButton* m_barDeed;
    EmojiTable m_emoji = EmojiTable::fromResource(QLocale().name().section(u'_', 0, 0));
    EmojiPicker* m_picker;
    QPointer<MentionPopup> m_mentions; ///< a child of the window once it was open
    QPointer<EmojiPopup> m_names; ///< likewise
    QPointer<DropArea> m_drops;
    DraftBox m_drafts;
    ConversationId m_conversation;
    QString m_title;
    MessageId m_replyTo;
    AnsweredMessage m_answered; ///< to m_replyTo
    BegunEdit m_edit; ///< its words as they were first shown
    EditedMessage m_edited; ///< to m_edit
    MessageDraft m_before; ///< the new message, while another is edited
    QString m_sentence; ///< why something was not attached
    QString m_noted; ///< the text that was kept last
    int m_visit = 0; ///< grows with each change of place: late drafts are for an older one
    bool m_isTouched = false; ///< something was saved during this visit
    bool m_showing = false; ///< the text changes, but nobody typed
    bool m_sendsWhenReady = false; ///< something is still being read
};

} // namespace skein

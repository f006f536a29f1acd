// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where an admin says what a topic is to be. Finds what GroupMe would refuse before it is asked,
// says what it did refuse, and loses nothing that was typed. Asks nobody itself: `submitted`, then
// accept() or refuse(). Main thread.

#include "core/types/Group.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace skein {

class LikeIconField;

class TopicDialog : public QDialog {
    Q_OBJECT
public:
    enum class Purpose { Create, Edit };
    /// Lists do not tell who may write in a topic (protocol.md E1): then the person has to say.
    enum class Kind { Known, Unknown };

    TopicDialog(Purpose purpose, const TopicDraft& draft, Kind kind, QWidget* parent = nullptr);

    [[nodiscard]] TopicDraft draft() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// The service said no, in this sentence.
    void refuse(const QString& sentence);
    /// Where the like icon is chosen; it needs the packs.
    [[nodiscard]] LikeIconField& likeIcon() const { return *m_likeIcon; }
    /// Asks first when something was typed that would be lost.
    void reject() override;

signals:
    /// Without a flaw. The dialog is busy now.
    void submitted(const skein::TopicDraft& draft);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A caption with a counter above a field, and beneath it what is wrong.
    struct Field {
        QWidget* input = nullptr;
        QLabel* counter = nullptr;
        QLabel* refusal = nullptr;
    };
    Field addField(const QString& caption, QWidget* input);
    void buildFields();
    void buildKind();
    void buildLikeIcon();
    QLayout* buildButtons(Purpose purpose);
    void orderTabs();
    void fill(const TopicDraft& draft, Kind kind);
    [[nodiscard]] QLabel* addNote(const QString& words);
    void showCounts();
    void submit();
    bool findFlaw();
    bool blame(const Field& field, const QString& sentence);
    void forgive();
    void setBusy(bool busy);
    void applyTheme();

    GroupKind m_kindBefore = GroupKind::Private;
    QWidget* m_fields;
    QVBoxLayout* m_column;
    QLineEdit* m_title;
    QPlainTextEdit* m_description;
    QButtonGroup* m_kind;
    QLineEdit* m_picture;
    LikeIconField* m_likeIcon;
    QWidget* m_likeRow; ///< with its caption
    Field m_titleField;
    Field m_descriptionField;
    Field m_kindField;
    Field m_pictureField;
    QLabel* m_answer; ///< that it is busy, or what the service said
    QPushButton* m_submit;
    QPushButton* m_cancel;
    QList<QLabel*> m_captions;
    QList<QLabel*> m_notes;
    TopicDraft m_before;
    bool m_isBusy = false;
};

} // namespace skein

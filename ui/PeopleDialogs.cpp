// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/PeopleDialogs.h"

#include "core/base/WhenDone.h"
#include "core/models/PeopleListModel.h"
#include "core/platform/NotificationSettings.h"
#include "core/sync/Blocks.h"
#include "core/sync/Contacts.h"
#include "core/sync/GroupDetails.h"
#include "ui/ErrorWords.h"
#include "ui/people/NewMessageDialog.h"
#include "ui/people/PeopleSection.h"
#include "ui/people/PersonCard.h"
#include "ui/theme/Question.h"

#include <QApplication>

namespace skein {

namespace {

QString calledOf(const Person& person)
{
    return person.name.isEmpty() ? PeopleDialogs::tr("this person") : person.name;
}

} // namespace

QWidget* topOf(QWidget& window)
{
    QWidget* modal = QApplication::activeModalWidget();
    for (const QObject* each = modal; each; each = each->parent()) { // also through windows
        if (each == window.window())
            return modal;
    }
    return &window;
}

PeopleDialogs::PeopleDialogs(const Session& session, QWidget& window)
    : m_session(session)
    , m_window(window)
{
}

void PeopleDialogs::startMessage()
{
    auto* dialog = new NewMessageDialog(m_session.people, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    Contacts& contacts = m_session.contacts;
    connect(&contacts, &Contacts::told, dialog, [dialog](const std::optional<Error>& error) {
        dialog->setLoading(false);
        dialog->setTrouble(error ? errorWords(*error) : QString());
    });
    connect(dialog, &NewMessageDialog::retryRequested, &contacts, [dialog, &contacts] {
        dialog->setTrouble({});
        dialog->setLoading(true);
        contacts.refresh();
    });
    connect(dialog, &NewMessageDialog::chosen, this, &PeopleDialogs::write);
    dialog->setLoading(m_session.people.rowCount() == 0);
    dialog->open();
    contacts.look();
}

void PeopleDialogs::write(const Person& person)
{
    whenDone(this, m_session.groupDetails.directChat(person),
        [this](const Result<ConversationId>& chat) {
            if (chat)
                emit openRequested(*chat);
            else
                emit refused(errorWords(chat.error()));
        });
}

void PeopleDialogs::showCard(const Person& person, const QString& role)
{
    auto* card = new PersonCard(person, role, person.id == m_session.me.id, topOf(m_window));
    Blocks& blocks = m_session.blocks;
    const auto sayBlock
        = [card, &blocks, id = person.id] { card->setBlocked(blocks.isBlocked(id)); };
    connect(&blocks, &Blocks::changed, card, sayBlock);
    Settings& settings = m_session.settings;
    const auto sayHeard = [card, &settings, id = person.id] {
        card->setHeard(notificationChoices(settings).quietPeople.contains(id));
    };
    settings.onChange(setting::quietPeople, card, sayHeard);
    connect(card, &PersonCard::heardRequested, &settings,
        [&settings, id = person.id](bool isHeard) { setHeardInQuiet(settings, id, isHeard); });
    connect(card, &PersonCard::messageRequested, this, &PeopleDialogs::write);
    connect(card, &PersonCard::blockRequested, this, &PeopleDialogs::askToBlock);
    connect(card, &PersonCard::unblockRequested, this, &PeopleDialogs::unblock);
    sayBlock();
    sayHeard();
    card->open();
}

void PeopleDialogs::askToBlock(const Person& person)
{
    auto* question = new Question({.question = tr("Block %1?").arg(calledOf(person)),
                                      .meaning = tr("They can no longer send you direct messages. "
                                                    "In groups Skein hides what they write; others "
                                                    "see it. You can unblock them at any time."),
                                      .agree = tr("Block"),
                                      .decline = tr("Cancel")},
        topOf(m_window));
    connect(question, &Question::agreed, this, [this, person] {
        report(m_session.blocks.block(person), tr("%1 is not blocked.").arg(calledOf(person)));
    });
    question->open();
}

void PeopleDialogs::unblock(const Person& person)
{
    report(m_session.blocks.unblock(person), tr("%1 is still blocked.").arg(calledOf(person)));
}

void PeopleDialogs::accept(const ConversationId& chat)
{
    report(m_session.contacts.accept(chat), tr("The message request was not accepted."));
}

void PeopleDialogs::report(const Async<std::monostate>& done, const QString& refusal)
{
    whenDone(this, done, [this, refusal](const Result<std::monostate>& result) {
        if (!result)
            emit refused(refusal + u' ' + errorWords(result.error()));
    });
}

QWidget* PeopleDialogs::blockedSection(QWidget* parent)
{
    auto* section
        = new PeopleSection({.nobody = tr("You have blocked nobody."),
                                .meaning = tr("They cannot send you direct messages. In groups "
                                              "Skein hides what they write; others see it."),
                                .remove = tr("Unblock"),
                                .removeName = tr("Unblock %1")},
            parent);
    Blocks& blocks = m_session.blocks;
    const auto present = [section, &blocks] {
        const auto& trouble = blocks.trouble();
        section->present(blocks.people(), trouble ? errorWords(*trouble) : QString());
    };
    connect(&blocks, &Blocks::changed, section, present);
    connect(section, &PeopleSection::removeRequested, this, &PeopleDialogs::unblock);
    connect(section, &PeopleSection::retryRequested, &blocks, &Blocks::refresh);
    present();
    blocks.refresh();
    return section;
}

QWidget* PeopleDialogs::heardSection(QWidget* parent)
{
    auto* section = new PeopleSection(
        {.nobody = tr("Nobody yet. The card of a person offers to hear of them in quiet hours."),
            .meaning = tr("What they write is shown at once, also in quiet hours."),
            .remove = tr("Remove"),
            .removeName = tr("Remove %1")},
        parent);
    Settings& settings = m_session.settings;
    const auto present = [section, &settings, &known = m_session.people] {
        section->present(known.called(notificationChoices(settings).quietPeople));
    };
    settings.onChange(setting::quietPeople, section, present);
    connect(&m_session.people, &QAbstractItemModel::rowsInserted, section, present); // named now
    connect(section, &PeopleSection::removeRequested, &settings,
        [&settings](const Person& person) { setHeardInQuiet(settings, person.id, false); });
    present();
    return section;
}

} // namespace skein

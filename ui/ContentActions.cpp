// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/ContentActions.h"

#include "core/models/MessageThreadModel.h"
#include "core/platform/Settings.h"
#include "core/sync/ContentDetails.h"
#include "core/types/FileNames.h"
#include "core/types/ImageUrl.h"
#include "core/types/Reactions.h"
#include "ui/ThreadPane.h"
#include "ui/theme/Question.h"
#include "ui/thread/ThreadView.h"
#include "ui/thread/content/ReactionContent.h"

#include <QDesktopServices>

namespace skein {

namespace {

std::optional<CardKind> cardKindOf(ContentNeed::Kind kind)
{
    switch (kind) {
    case ContentNeed::Kind::File:
        return CardKind::File;
    case ContentNeed::Kind::Poll:
        return CardKind::Poll;
    case ContentNeed::Kind::Event:
        return CardKind::Event;
    default:
        return std::nullopt;
    }
}

} // namespace

ContentActions::ContentActions(const Session& session, ThreadPane& pane)
    : m_session(session)
    , m_pane(pane)
    , m_pictures(session.media, session.clock)
    , m_source(m_pictures, session.emoji, session.downloads, details())
    , m_viewing(session)
{
    connect(
        &session.contentDetails, &ContentDetails::changed, &m_source, &MediaSource::detailsChanged);
    connect(
        &session.contentDetails, &ContentDetails::changed, this, &ContentActions::downloadWanted);
    m_pictures.setOwnFiles({.has
        = [&staged = session.staged](const QUrl& url) { return !staged.nameOf(url).isEmpty(); },
        .read
        = [&staged = session.staged](const QUrl& url) { return staged.read(staged.nameOf(url)); }});
    m_pictures.setPlays(mayAnimate());
    session.settings.onChange(
        setting::playAnimations, this, [this] { m_pictures.setPlays(mayAnimate()); });
    connect(
        &m_pane, &ThreadPane::motionChanged, this, [this] { m_pictures.setPlays(mayAnimate()); });
    m_pane.view().setContentSource(&m_source);
    connect(&m_pane.view(), &ThreadView::contentActivated, this, &ContentActions::act);
}

ContentActions::~ContentActions() { m_pane.view().setContentSource(nullptr); }

bool ContentActions::mayAnimate() const
{
    return m_pane.mayMove() && m_session.settings.value(setting::playAnimations);
}

MediaSource::Details ContentActions::details()
{
    ContentDetails& known = m_session.contentDetails;
    return {.want =
                [&known](const ContentNeed& need) {
                    if (const auto kind = cardKindOf(need.kind))
                        known.want(*kind, need.conversation, need.id);
                },
        .file = [&known](const QString& id) { return known.file(id); },
        .poll = [&known](const QString& id) { return known.poll(id); },
        .event = [&known](const QString& id) { return known.calendarEvent(id); },
        .nameOf = [this](const ConversationId&, const UserId& user) { return nameOf(user); }};
}

void ContentActions::act(const ContentAction& action, const MessageId& message)
{
    using Kind = ContentAction::Kind;
    switch (action.kind) {
    case Kind::OpenPicture:
        return m_viewing.open(action.url, message, *m_pane.window(), mayAnimate());
    case Kind::LoadPicture:
        return m_source.load(action.url);
    case Kind::PlayPicture:
        return m_source.play(action.url);
    case Kind::OpenLink:
        if (mayLoadAsked(action.url))
            QDesktopServices::openUrl(action.url);
        return;
    case Kind::Download:
        return download(action.id);
    case Kind::CancelDownload:
        return m_session.downloads.cancel(action.id);
    case Kind::OpenFile:
        return askToOpen(action.id);
    case Kind::React:
        return react(action.id, message);
    case Kind::GoToMessage: // the thread's own matter
        return;
    }
}

/// As soon as it is known how the file is called.
void ContentActions::download(const QString& file)
{
    const auto& conversation = m_session.thread.conversation();
    if (const auto facts = m_session.contentDetails.file(file)) {
        m_session.downloads.start(conversation, *facts);
    } else {
        m_wanted.insert(file, conversation);
        m_session.contentDetails.want(CardKind::File, conversation, file);
    }
}

void ContentActions::downloadWanted(const QString& file)
{
    if (const auto facts = m_session.contentDetails.file(file); facts && m_wanted.contains(file))
        m_session.downloads.start(m_wanted.take(file), *facts);
}

/// Never by itself: what somebody sent may be a program.
void ContentActions::askToOpen(const QString& file)
{
    const FileDownload done = m_session.downloads.download(file);
    if (done.state != FileDownload::State::Done)
        return;
    const auto facts = m_session.contentDetails.file(file);
    auto* question = new Question(
        {.question = tr("Open “%1”?").arg(safeFileName(facts ? facts->name : QString())),
            .meaning = tr("Files can do harm. Open it only if you trust who sent it."),
            .agree = tr("Open"),
            .decline = tr("Cancel")},
        &m_pane);
    connect(question, &Question::agreed, this, [this, path = done.path] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
            emit refused(tr("No program on this computer opens this file."));
    });
    question->open();
}

void ContentActions::react(const QString& kind, const MessageId& message)
{
    const auto known = find(message);
    if (!known)
        return;
    const ReactionKind chosen = reactionKindOf(kind);
    const ConversationId conversation = m_session.thread.conversation();
    if (reactionOf(*known, m_session.me.id) == chosen)
        m_session.actions.unreact(conversation, message);
    else
        m_session.actions.react(conversation, message, chosen);
}

QString ContentActions::nameOf(const UserId& user) const
{
    if (const auto name = m_names.constFind(user); name != m_names.constEnd())
        return *name;
    const MessageThreadModel& thread = m_session.thread;
    for (int row = thread.count() - 1; row >= 0; --row) {
        if (thread.row(row).message.senderId == user)
            return thread.row(row).message.senderName;
    }
    return {};
}

std::optional<Message> ContentActions::find(const MessageId& message) const
{
    const int row = m_session.thread.rowOfMessage(message);
    return row < 0 ? std::nullopt : std::optional(m_session.thread.row(row).message);
}

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tour's part about what messages carry and what one makes of them.

#include "app/Tour.h"

#include "core/types/ImageUrl.h"
#include "ui/ChatsPage.h"
#include "ui/chats/ChatListPane.h"
#include "ui/chats/ConversationMenu.h"
#include "ui/composer/Composer.h"
#include "ui/composer/Enclosures.h"
#include "ui/media/ImageViewer.h"
#include "ui/thread/ThreadView.h"
#include "ui/topics/TopicPane.h"

#include <QLinearGradient>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

QImage sky(const QColor& high)
{
    QImage image(1200, 800, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient light(0, 0, 0, image.height());
    light.setColorAt(0, high);
    light.setColorAt(0.7, QColor(0xf2, 0xb0, 0x72));
    light.setColorAt(1, QColor(0x3a, 0x5a, 0x4a));
    painter.fillRect(image.rect(), light);
    return image;
}

const QColor evening(0x27, 0x4b, 0x7a);
const QColor morning(0xb9, 0xd3, 0xe8);
const QColor storm(0x4a, 0x50, 0x58);

bool isThere(const ContentNeed& need, const ContentSource& source)
{
    switch (need.kind) {
    case ContentNeed::Kind::Picture:
        return source.picture(need.url).state != Picture::State::Loading;
    case ContentNeed::Kind::File:
        return source.file(need.id).has_value();
    case ContentNeed::Kind::Poll:
        return source.poll(need.id).has_value();
    case ContentNeed::Kind::Event:
        return source.calendarEvent(need.id).has_value();
    default:
        return true;
    }
}

} // namespace

void Tour::addContentStates()
{
    m_states.append({u"contents"_s,
        [this] {
            lowerBars();
            const auto club
                = chatWhere([](const Conversation& c) { return c.title == u"Rowing club"_s; });
            emit m_context.window().chatsPage()->findChild<TopicPane*>()->picked(club);
            view().thread.openAtEnd();
        },
        [this] {
            return view().thread.conversation().kind == ConversationId::Kind::Group
                && view().thread.count() > 5 && list().isAtEnd() && contentsAreThere()
                && areBarsLowered();
        },
        {}});
    for (const auto& name : {u"more-contents"_s, u"photos"_s, u"grid"_s, u"cards"_s, u"files"_s})
        m_states.append({name,
            [this] {
                QScrollBar* bar = list().verticalScrollBar();
                bar->setValue(bar->value() - list().viewport()->height() * 9 / 10);
            },
            [this] { return !list().isAtEnd() && contentsAreThere(); }, {}});
    m_states.append({u"viewer"_s, [this] { openPicture(); },
        [this] { return m_context.window().findChild<ImageViewer*>() != nullptr; }, {}});
    addWritingStates();
}

void Tour::addWritingStates()
{
    m_states.append({u"composing"_s,
        [this] {
            m_context.window().findChild<ImageViewer*>()->leave();
            Composer& composer = this->composer();
            const Message answered = newestWithWords();
            composer.setReply(answered.id, answered.senderName, previewWords(answered));
            composer.enclosures().addImage(sky(evening));
            composer.setText(u"From the other bank it looked like this"_s);
        },
        [this] { return !composer().enclosures().isBusy(); }, {}});
    m_states.append({u"emoji"_s,
        [this] {
            composer().setText({});
            press(Composer::tr("Emoji"));
        },
        [this] { return composer().emojiPicker().isVisible(); },
        [this] { return &composer().emojiPicker(); }});
    m_states.append({u"uploading"_s,
        [this] {
            composer().emojiPicker().close();
            // The first picture arrives, the second stays on its way.
            m_demo.faults().add({.kind = DemoFault::Kind::Delay,
                .method = u"POST"_s,
                .path = u"pictures"_s,
                .every = 2,
                .delay = std::chrono::minutes(1)});
            composer().enclosures().addImage(sky(morning));
            composer().enclosures().addImage(sky(storm));
            composer().setText(u"Three skies of one day"_s);
            press(Composer::tr("Send"));
        },
        [this] {
            constexpr int twoOfThree = 66; // per cent
            const auto& thread = view().thread;
            return list().isAtEnd() && thread.count() > 0
                && thread.row(thread.count() - 1).uploaded == twoOfThree && contentsAreThere();
        },
        {}});
    const auto menu = [this]() -> QWidget* {
        const auto* opened = m_context.window().findChild<ConversationMenu*>();
        return opened ? opened->findChild<QMenu*>() : nullptr;
    };
    m_states.append({u"mute-menu"_s,
        [this] {
            view().outbox.discard(view().thread.row(view().thread.count() - 1).message.guid);
            openMuteMenu();
        },
        [menu] { return menu() && menu()->isVisible(); }, menu});
}

Message Tour::newestWithWords() const
{
    constexpr int words = 12; // characters
    int row = view().thread.count() - 1;
    while (row > 0 && view().thread.row(row).message.text.size() < words)
        --row;
    return view().thread.row(row).message;
}

void Tour::openMuteMenu()
{
    const auto club = chatWhere([](const Conversation& c) { return c.title == u"Rowing club"_s; });
    emit m_context.window().chatsPage()->findChild<ChatListPane*>()->menuRequested(
        club, m_context.window().mapToGlobal(QPoint(40, 200)));
    auto* menu = m_context.window().findChild<ConversationMenu*>();
    if (menu)
        menu->setActiveAction(menu->actions().first()); // opens what is in it
}

MessageList& Tour::list() const
{
    return m_context.window().chatsPage()->findChild<ThreadView*>()->list();
}

Composer& Tour::composer() const { return *m_context.window().chatsPage()->findChild<Composer*>(); }

/// Every picture in view that may be loaded unasked is, and what cards say is known.
bool Tour::contentsAreThere() const
{
    for (int row = list().firstVisibleRow(); row >= 0 && row <= list().lastVisibleRow(); ++row) {
        for (const auto& part : list().layoutOf(row).parts) {
            for (const ContentNeed& need : part.content->needs()) {
                if (!isThere(need, *list().contentSource()))
                    return false;
            }
        }
    }
    return true;
}

void Tour::openPicture()
{
    for (int row = list().model().count() - 1; row >= 0; --row) {
        for (const ContentTarget& target : list().layoutOf(row).targets()) {
            if (target.action.kind == ContentAction::Kind::OpenPicture)
                return list().activate(target.action, row);
        }
    }
}

} // namespace skein

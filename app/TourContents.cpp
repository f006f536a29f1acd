// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tour's part about what messages carry and what one makes of them.

#include "app/Tour.h"

#include "core/types/ImageUrl.h"
#include "ui/ChatsPage.h"
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

QImage eveningSky()
{
    QImage sky(1200, 800, QImage::Format_RGB32);
    QPainter painter(&sky);
    QLinearGradient light(0, 0, 0, sky.height());
    light.setColorAt(0, QColor(0x27, 0x4b, 0x7a));
    light.setColorAt(0.7, QColor(0xf2, 0xb0, 0x72));
    light.setColorAt(1, QColor(0x3a, 0x5a, 0x4a));
    painter.fillRect(sky.rect(), light);
    return sky;
}

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
            const auto club
                = chatWhere([](const Conversation& c) { return c.title == u"Rowing club"_s; });
            emit m_context.window().chatsPage()->findChild<TopicPane*>()->picked(club);
            view().thread.openAtEnd();
        },
        [this] {
            return view().thread.conversation().kind == ConversationId::Kind::Group
                && view().thread.count() > 5 && list().isAtEnd() && contentsAreThere();
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
    m_states.append({u"composing"_s,
        [this] {
            m_context.window().findChild<ImageViewer*>()->leave();
            Composer& composer = this->composer();
            composer.setReply({u"1"_s}, u"Cleo Cole"_s, u"Who brings the straps on Saturday?"_s);
            composer.enclosures().addImage(eveningSky());
            composer.setText(u"They hang behind the door, as on this picture"_s);
        },
        [this] { return !composer().enclosures().isBusy(); }, {}});
    m_states.append({u"emoji"_s,
        [this] {
            composer().setText({});
            press(u"Emoji"_s);
        },
        [this] { return composer().emojiPicker().isVisible(); },
        [this] { return &composer().emojiPicker(); }});
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

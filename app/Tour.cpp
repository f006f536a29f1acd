// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Tour.h"
#include "app/Sweep.h"

#include "ui/ChatsColumn.h"
#include "ui/ChatsPage.h"
#include "ui/ThreadPane.h"
#include "ui/chats/ChatListPane.h"
#include "ui/chats/ConversationMenu.h"
#include "ui/composer/Composer.h"
#include "ui/media/AvatarPictures.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/settings/SyncSection.h"
#include "ui/signin/BrowserPanel.h"
#include "ui/signin/SignInPage.h"
#include "ui/signin/WhoPanel.h"
#include "ui/thread/ThreadView.h"
#include "ui/topics/LikeIconField.h"
#include "ui/topics/TopicDialog.h"
#include "ui/topics/TopicPane.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace skein {

namespace {

constexpr int lookEvery = 50; // ms
constexpr int maxLooks = 600; // half a minute for a state to come
constexpr int quietLooks = 6; // the state must stand this long: fades end, images settle
constexpr QSize windowSize{1280, 800};
constexpr int quickly = 80; // QImage's word for zlib's lowest level: pictures are looked at once

QImage rendered(QWidget& widget, int scale)
{
    QImage picture(widget.size() * scale, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    widget.render(&picture);
    return picture;
}

QPalette darkPalette()
{
    QPalette palette;
    const QColor ground(0x15, 0x18, 0x1d);
    const QColor raised(0x26, 0x2c, 0x35);
    const QColor text(0xe8, 0xec, 0xf2);
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase})
        palette.setColor(role, ground);
    for (const auto role : {QPalette::Button, QPalette::ToolTipBase})
        palette.setColor(role, raised);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
             QPalette::BrightText, QPalette::ToolTipText})
        palette.setColor(role, text);
    return palette;
}

} // namespace

Tour::Tour(AppContext& context, DemoService& demo, const QString& folder)
    : m_context(context)
    , m_demo(demo)
    , m_folder(folder)
    , m_light(QApplication::palette())
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Tour::look);
    addThreadStates();
    addGroupStates();
    addPeopleStates();
    addContentStates();
    addGapState();
    addTroubleStates();
    addOtherStates();
    addSettingsStates();
}

void Tour::start()
{
    if (!m_folder.mkpath(u"."_s)) {
        std::fputs("The folder for the pictures could not be made.\n", stderr);
        emit finished(1);
        return;
    }
    m_context.window().resize(windowSize);
    next();
}

void Tour::addThreadStates()
{
    const auto threadStands = [this] {
        const auto& thread = view().thread;
        return thread.isLoaded() && thread.count() > 5;
    };
    m_states.append({u"chats"_s, {},
        [this] {
            return m_context.session() && view().chats.rowCount() > 20
                && view().chats.totalUnread() > 0;
        },
        {}});
    m_states.append({u"unread"_s,
        [this] { openChat(chatWhere([](const Conversation& c) { return c.unread > 2; })); },
        [this, threadStands] { return threadStands() && view().thread.firstUnreadRow() >= 0; },
        {}});
    m_states.append({u"thread"_s,
        [this] { openChat(chatWhere([](const Conversation& c) { return c.unread == 0; })); },
        threadStands, {}});
    m_states.append({u"avatars"_s,
        [this] { m_context.window().chatsPage()->findChild<ChatsColumn*>()->toggle(); },
        [] { return true; }, {}});
    m_states.append({u"history"_s,
        [this] {
            m_context.window().chatsPage()->findChild<ChatsColumn*>()->toggle();
            auto& list = m_context.window().chatsPage()->findChild<ThreadView*>()->list();
            list.verticalScrollBar()->setValue(list.verticalScrollBar()->minimum());
        },
        [this] {
            auto& list = m_context.window().chatsPage()->findChild<ThreadView*>()->list();
            return !list.isAtEnd() && view().thread.count() > 150;
        },
        {}});
}

void Tour::addGroupStates()
{
    const auto isGroup = [](const QString& title) {
        return [title](const Conversation& c) { return c.title == title; };
    };
    const auto stands = [this](ConversationId::Kind kind) {
        return [this, kind] {
            const auto& thread = view().thread;
            return thread.conversation().kind == kind && thread.isLoaded() && thread.count() > 5;
        };
    };
    const auto dialog = [this] { return m_context.window().findChild<QDialog*>(); };
    const auto closeDialog = [dialog] { delete dialog(); };
    // The club opens at what is unread in its topics, which has to be counted before.
    m_states.append({u"group"_s, [=, this] { openChat(chatWhere(isGroup(u"Flat 12"_s))); },
        [=, this] {
            const auto unread = view().chats.unreadIn(chatWhere(isGroup(u"Rowing club"_s)));
            return stands(ConversationId::Kind::Group)()
                && unread.kind == ConversationId::Kind::Topic;
        },
        {}});
    m_states.append({u"topic"_s,
        [=, this] {
            const auto club = chatWhere(isGroup(u"Rowing club"_s));
            view().topics.setGroup(club);
            openChat(club);
        },
        [=, this] {
            // Who may make topics is known with the members only.
            const auto* club = view().chats.known(chatWhere(isGroup(u"Rowing club"_s)));
            return stands(ConversationId::Kind::Topic)() && view().topics.rowCount() > 4 && club
                && club->isManaged();
        },
        {}});
    m_states.append({u"new-topic"_s, [this] { press(TopicPane::tr("New topic")); },
        [dialog] { return dialog() != nullptr; }, dialog});
    m_states.append({u"edit-topic"_s,
        [=, this] {
            closeDialog();
            editTopic();
        },
        [this] { return isLikeIconChosen(); }, dialog});
    m_states.append({u"members"_s,
        [=, this] {
            closeDialog();
            press(ThreadPane::tr("Details"));
        },
        [=] { return dialog() && dialog()->findChild<QAbstractItemView*>()->model()->rowCount(); },
        dialog});
    m_states.append({u"only-admins"_s,
        [=, this] {
            closeDialog();
            openChat(chatWhere(isGroup(u"Regatta volunteers"_s)));
        },
        [=, this] {
            const auto* known = view().chats.known(view().thread.conversation());
            return stands(ConversationId::Kind::Group)() && known
                && known->myRole == GroupRole::Member;
        },
        {}});
}

void Tour::press(const QString& button)
{
    for (auto* each : m_context.window().findChildren<QAbstractButton*>()) {
        if (each->accessibleName() == button && each->isVisible())
            // Its dialog may run an event loop of its own.
            return void(
                QMetaObject::invokeMethod(each, [each] { each->click(); }, Qt::QueuedConnection));
    }
}

/// Opens the dialog of the topic in front, from its menu.
void Tour::editTopic()
{
    emit m_context.window().chatsPage()->findChild<ChatListPane*>()->menuRequested(
        view().thread.conversation(), {});
    auto* menu = m_context.window().findChild<ConversationMenu*>();
    if (!menu)
        return;
    for (QAction* action : menu->actions()) {
        if (action->text() == ConversationMenu::tr("Edit topic\u2026"))
            action->trigger();
    }
    menu->close();
}

/// In the dialog of the topic, once there is something to choose from.
bool Tour::isLikeIconChosen()
{
    auto* dialog = m_context.window().findChild<TopicDialog*>();
    if (!dialog || view().emoji.packs().isEmpty())
        return false;
    LikeIconField& field = dialog->likeIcon();
    if (!field.icon())
        emit field.picker().packEmojiPicked(3, 7, {});
    return field.hasPicture();
}

/// Somebody tells much at once, and the service cannot give what lies in the middle.
void Tour::addGapState()
{
    m_states.append({u"gap"_s,
        [this] {
            delete m_context.window().findChild<ConversationMenu*>();
            m_demo.faults().add({.kind = DemoFault::Kind::PageSize,
                .parameter = u"since_id"_s,
                .times = -1,
                .pageSize = 20});
            m_demo.faults().add({.kind = DemoFault::Kind::Status,
                .parameter = u"^(after|before)_id$"_s,
                .times = -1,
                .status = 503});
            openChat(chatWhere([](const Conversation& c) {
                return c.id.kind == ConversationId::Kind::Direct && c.unread == 0;
            }));
            for (int boat = 1; boat <= 40; ++boat)
                m_demo.world().say(view().thread.conversation().related, m_demo.world().me().id,
                    u"Boat %1 is past the bridge"_s.arg(boat));
            view().thread.openAtEnd();
            view().sync.lookNow();
        },
        [this] { return bringGapIntoView(); }, {}});
}

bool Tour::bringGapIntoView()
{
    auto& list = m_context.window().chatsPage()->findChild<ThreadView*>()->list();
    const auto& thread = view().thread;
    int row = thread.count() - 1;
    while (row > 0 && thread.row(row).above != ThreadRow::Above::Gap)
        --row;
    const int middle = list.viewport()->height() / 2;
    if (row <= 0)
        return false;
    const int off = list.rowRect(row).top() - middle;
    list.verticalScrollBar()->setValue(list.verticalScrollBar()->value() + off);
    return std::abs(off) <= 1;
}

void Tour::addTroubleStates()
{
    m_states.append({u"failed"_s,
        [this] {
            m_demo.faults().clear();
            view().sync.lookNow();
            m_demo.faults().add({.kind = DemoFault::Kind::Status,
                .method = u"POST"_s,
                .path = u"direct_messages"_s,
                .status = 400});
            view().thread.openAtEnd();
            view().outbox.send(view().thread.conversation(),
                u"The van is booked for Saturday at nine. Bring gloves!"_s);
        },
        [this] {
            const auto& thread = view().thread;
            list().goToEnd(); // one may have been anywhere
            return view().connection.state().kind == ConnectionState::Kind::Online
                && thread.isAtEnd() && list().isAtEnd() && thread.count() > 0
                && thread.row(thread.count() - 1).delivery == ThreadRow::Delivery::Failed;
        },
        {}});
    m_states.append({u"limit"_s,
        [this] {
            const auto sentence = u"A long message is cut at a thousand characters, not before. "_s;
            m_context.window().chatsPage()->findChild<Composer*>()->setText(
                sentence.repeated(18).left(1012));
        },
        [] { return true; }, {}});
    m_states.append({u"slowed-down"_s,
        [this] {
            m_context.window().chatsPage()->findChild<Composer*>()->setText({});
            m_demo.faults().add(
                {.kind = DemoFault::Kind::Status, .times = 1, .status = 429, .retryAfter = 12});
            view().sync.lookNow();
        },
        [this] { return view().connection.state().kind == ConnectionState::Kind::SlowedDown; },
        {}});
    m_states.append({u"offline"_s, [this] { m_demo.setOut(true); },
        [this] {
            view().sync.lookNow();
            return view().connection.state().kind == ConnectionState::Kind::Offline;
        },
        {}});
}

void Tour::addOtherStates()
{
    m_states.append({u"search"_s,
        [this] {
            m_context.window().chatsPage()->focusSearch();
            auto* field = m_context.window()
                              .chatsPage()
                              ->findChild<ChatListPane*>()
                              ->findChild<QLineEdit*>();
            field->setText(u"an"_s);
        },
        [] { return true; }, {}});
    m_states.append({u"narrow"_s,
        [this] {
            auto* pane = m_context.window().chatsPage()->findChild<ChatListPane*>();
            pane->findChild<QLineEdit*>()->clear();
            m_context.window().resize(420, 760);
            emit pane->picked(view().thread.conversation());
        },
        [] { return true; }, {}});
}

void Tour::addSettingsStates()
{
    m_states.append({u"settings"_s,
        [this] {
            m_context.window().resize(windowSize);
            QMetaObject::invokeMethod(
                m_context.window().chatsPage(),
                [page = m_context.window().chatsPage()] {
                    page->showSettings();
                    page->findChild<SettingsDialog*>()->showPage(SettingsPage::Notifications);
                },
                Qt::QueuedConnection);
        },
        [this] { return m_context.window().findChild<SettingsDialog*>() != nullptr; },
        [this] { return m_context.window().findChild<SettingsDialog*>(); }});
    m_states.append({u"synchronization"_s,
        [this] { m_context.window().findChild<SettingsDialog*>()->showPage(SettingsPage::Sync); },
        [this] {
            const auto* table
                = m_context.window().findChild<SyncSection*>()->findChild<QAbstractItemView*>();
            return table->model()->rowCount() > 0;
        },
        [this] { return m_context.window().findChild<SettingsDialog*>(); }});
    m_states.append({u"sign-in"_s,
        [this] {
            m_context.window().findChild<SettingsDialog*>()->close();
            emit m_context.window().signOutRequested(false);
        },
        [this] { return m_context.window().chatsPage() == nullptr; }, {}});
    addSignInStates();
}

void Tour::addSignInStates()
{
    m_states.append(
        {u"sign-in-waiting"_s, [this] { press(BrowserPanel::tr("Sign in with the browser")); },
            [this] { return m_context.browser()->isWaiting(); }, {}});
    m_states.append({u"sign-in-continue"_s,
        [this] {
            m_demo.setOut(false);
            emit m_context.browser()->tokenCame(m_demo.token());
        },
        [this] { return m_context.window().signInPage().findChild<WhoPanel*>()->isVisible(); },
        {}});
}

void Tour::openChat(const ConversationId& id)
{
    emit m_context.window().chatsPage()->findChild<ChatListPane*>()->picked(id);
}

ConversationId Tour::chatWhere(const std::function<bool(const Conversation&)>& suits) const
{
    const auto& chats = view().chats;
    for (int row = 0; row < chats.rowCount(); ++row) {
        if (suits(chats.row(row)))
            return chats.row(row).id;
    }
    return chats.rowCount() > 0 ? chats.row(0).id : ConversationId{};
}

void Tour::next()
{
    if (++m_at == m_states.size())
        return end(m_isFaultless ? 0 : 1);
    m_looks = 0;
    m_isRehearsed = false;
    if (m_states.at(m_at).enter)
        m_states.at(m_at).enter();
    m_timer.start();
}

void Tour::look()
{
    if (++m_looks > maxLooks) {
        std::fprintf(
            stderr, "The tour waited in vain for \"%s\".\n", qPrintable(m_states.at(m_at).name));
        return end(1);
    }
    if (m_looks < quietLooks || !m_states.at(m_at).isThere() || !facesAreThere())
        return;
    m_timer.stop();
    takePictures();
}

/// Who is in the picture is pictured, at both scales.
bool Tour::facesAreThere()
{
    if (!std::exchange(m_isRehearsed, true))
        rendered(shown(), 2); // whoever is painted is asked for
    return std::ranges::none_of(
        m_context.window().findChildren<AvatarPictures*>(), &AvatarPictures::isBusy);
}

QWidget& Tour::shown()
{
    const State& state = m_states.at(m_at);
    return state.shows ? *state.shows() : m_context.window();
}

void Tour::end(int status)
{
    m_timer.stop();
    emit finished(status);
}

void Tour::takePictures()
{
    const State& state = m_states.at(m_at);
    bool written = true;
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : m_light);
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        const QString name = u"%1-%2%3"_s.arg(m_at + 1, 2, 10, QChar(u'0'))
                                 .arg(state.name, dark ? u"-dark"_s : u"-light"_s);
        written = write(shown(), name, 1) && write(shown(), name, 2) && written;
    }
    QApplication::setPalette(m_light);
    if (written)
        next();
    else
        end(1);
}

void Tour::sweep(QWidget& widget, const QImage& picture, const QString& name)
{
    for (const QString& fault : faultsOf(widget, picture)) {
        std::fprintf(stderr, "%s: %s.\n", qPrintable(name), qPrintable(fault));
        m_isFaultless = false;
    }
}

bool Tour::write(QWidget& widget, const QString& name, int scale)
{
    const QImage picture = rendered(widget, scale);
    if (scale > 1)
        sweep(widget, picture, name);
    const QString file = name + (scale == 1 ? u".png"_s : u"@2x.png"_s);
    if (picture.save(m_folder.filePath(file), nullptr, quickly))
        return true;
    std::fprintf(stderr, "%s could not be written.\n", qPrintable(file));
    return false;
}

} // namespace skein

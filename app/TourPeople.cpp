// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tour's part about other people: whom one writes to, and whom one has blocked.

#include "app/Tour.h"

#include "core/platform/QuietForOnce.h"
#include "core/sync/Blocks.h"
#include "core/sync/GroupDetails.h"
#include "ui/ChatsPage.h"
#include "ui/chats/ChatListPane.h"
#include "ui/settings/SettingsDialog.h"

#include <QAbstractItemView>

using namespace Qt::StringLiterals;

namespace skein {

void Tour::addPeopleStates()
{
    const auto flat = [this] {
        return chatWhere([](const Conversation& c) { return c.title == u"Flat 12"_s; });
    };
    const auto dialog = [this] { return m_context.window().findChild<QDialog*>(); };
    m_states.append({u"new-message"_s,
        [=, this] {
            openChat(flat());
            press(ChatListPane::tr("New message"));
        },
        [dialog] {
            return dialog() && dialog()->findChild<QAbstractItemView*>()->model()->rowCount() > 8;
        },
        dialog});
    m_states.append({u"blocked"_s,
        [=, this] {
            delete dialog();
            blockWriterOf(flat());
            auto* page = m_context.window().chatsPage();
            const auto open = [page] {
                page->showSettings();
                page->findChild<SettingsDialog*>()->showPage(SettingsPage::Privacy);
            };
            QMetaObject::invokeMethod(page, open, Qt::QueuedConnection);
        },
        [=, this] { return !view().blocks.people().isEmpty() && dialog(); }, dialog});
    m_states.append({u"hidden"_s, [dialog] { delete dialog(); },
        [this] {
            const auto& thread = view().thread;
            for (int row = 0; row < thread.count(); ++row) {
                if (thread.row(row).isHidden)
                    return true;
            }
            return false;
        },
        {}});
    m_states.append({u"barred"_s,
        [this] {
            const Person blocked = view().blocks.people().value(0);
            const auto chat = view().groupDetails.directChat(blocked);
            Q_UNUSED(chat) // it is in the list from now on
            openChat(ConversationId::direct(view().me.id, blocked.id));
        },
        [this] {
            const auto* known = view().chats.known(view().thread.conversation());
            return known && known->isBlocked;
        },
        {}});
    m_states.append({u"bars"_s, [this] { raiseBars(); },
        [this] {
            const auto* known = view().chats.known(view().thread.conversation());
            return known && known->requiresApproval && view().thread.isLoaded();
        },
        {}});
}

/// Somebody whom one does not know writes, in an hour of quiet, while the keychain is slow.
void Tour::raiseBars()
{
    const auto chat = chatWhere(
        [](const Conversation& c) { return c.id.kind == ConversationId::Kind::Direct; });
    m_demo.world().setRequest(chat.id, true);
    QuietForOnce(view().settings, view().clock).setQuiet(true);
    m_context.window().chatsPage()->sayTokenAwaited(AppContext::slowKeychainWords());
    openChat(chat);
    view().sync.lookNow();
}

void Tour::lowerBars()
{
    m_request = view().thread.conversation();
    m_demo.world().setRequest(m_request.id, false);
    QuietForOnce(view().settings, view().clock).setQuiet(false);
    m_context.window().chatsPage()->sayTokenAwaited({});
    view().sync.lookNow();
}

bool Tour::areBarsLowered() const
{
    const Conversation* known = view().chats.known(m_request);
    return known && !known->requiresApproval;
}

/// Whoever wrote there last.
void Tour::blockWriterOf(const ConversationId& group)
{
    const DemoWorld& world = m_demo.world();
    const QList<DemoMessage> said = world.messages(group.id);
    for (auto each = said.crbegin(); each != said.crend(); ++each) {
        if (each->isSystem() || each->senderId == world.me().id)
            continue;
        const auto done = view().blocks.block({{each->senderId}, each->name, {}});
        Q_UNUSED(done) // seen in the list
        return;
    }
}

} // namespace skein

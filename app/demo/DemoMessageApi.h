// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's calls about single messages, request to answer, as protocol.md B9 to B11 say: show,
// edit, react, pin; and the polls and events that messages name (F4). DemoApi has checked the token
// and the rate before. Any thread.

#include "app/demo/DemoHttp.h"
#include "app/demo/DemoJson.h"
#include "app/demo/DemoRoutes.h"
#include "app/demo/DemoWorld.h"

#include <atomic>

namespace skein {

class DemoMessageApi {
public:
    DemoMessageApi(DemoWorld& world, DemoEnvelope& envelope);

    /// Nothing when the path is none of a message's.
    [[nodiscard]] std::optional<DemoAnswer> answer(const DemoRequest& request, const QString& user);

private:
    using Call = DemoCall;
    [[nodiscard]] static const DemoRoutes<DemoMessageApi>& routes();

    [[nodiscard]] DemoAnswer react(const Call& call);
    [[nodiscard]] DemoAnswer pin(const Call& call);
    [[nodiscard]] DemoAnswer pinnedInGroup(const Call& call);
    [[nodiscard]] DemoAnswer pinnedInDirect(const Call& call);
    [[nodiscard]] DemoAnswer showInGroup(const Call& call);
    [[nodiscard]] DemoAnswer showInDirect(const Call& call);
    [[nodiscard]] DemoAnswer showDirectOld(const Call& call);
    [[nodiscard]] DemoAnswer editInGroup(const Call& call);
    [[nodiscard]] DemoAnswer editInDirect(const Call& call);
    [[nodiscard]] DemoAnswer polls(const Call& call);
    [[nodiscard]] DemoAnswer poll(const Call& call);
    [[nodiscard]] DemoAnswer events(const Call& call);
    [[nodiscard]] DemoAnswer event(const Call& call);

    [[nodiscard]] DemoAnswer edit(const Call& call, const QString& conversation);
    [[nodiscard]] DemoAnswer shown(
        const Call& call, const QString& conversation, const QString& id);
    [[nodiscard]] DemoAnswer listed(
        const Call& call, const QString& conversation, const QString& key);
    [[nodiscard]] DemoAnswer refuse(const DemoRefusal& refusal);

    DemoWorld& m_world;
    DemoEnvelope& m_envelope;
    std::atomic<unsigned> m_pollsShown = 0;
};

} // namespace skein

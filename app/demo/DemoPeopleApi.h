// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's calls about contacts and blocks, request to answer, as protocol.md C and G say. DemoApi
// has checked the token and the rate before. Any thread.

#include "app/demo/DemoHttp.h"
#include "app/demo/DemoJson.h"
#include "app/demo/DemoRoutes.h"
#include "app/demo/DemoWorld.h"

#include <atomic>

namespace skein {

class DemoPeopleApi {
public:
    static constexpr int contactsPerPage = 12; ///< the service decides

    /// `allowsDelete`: whether what stands before the service lets DELETE through.
    DemoPeopleApi(DemoWorld& world, DemoEnvelope& envelope, bool allowsDelete);

    /// Nothing when the path is none of these.
    [[nodiscard]] std::optional<DemoAnswer> answer(const DemoRequest& request, const QString& user);

private:
    using Call = DemoCall;
    [[nodiscard]] static const DemoRoutes<DemoPeopleApi>& routes();

    [[nodiscard]] DemoAnswer contacts(const Call& call);
    [[nodiscard]] DemoAnswer blocks(const Call& call);
    [[nodiscard]] DemoAnswer between(const Call& call);
    [[nodiscard]] DemoAnswer block(const Call& call);
    [[nodiscard]] DemoAnswer unblock(const Call& call);
    [[nodiscard]] DemoAnswer approve(const Call& call);

    /// Who is meant by otherUser; nothing unless `user` is the caller and the other exists.
    [[nodiscard]] std::optional<QString> otherOf(const Call& call) const;

    DemoWorld& m_world;
    DemoEnvelope& m_envelope;
    const bool m_allowsDelete;
    std::atomic<unsigned> m_turn = 0;
};

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GroupMe's calls about groups and topics, request to answer, as strict and as odd as protocol.md
// D and E say. DemoApi has checked the token and the rate before. Any thread.

#include "app/demo/DemoHttp.h"
#include "app/demo/DemoJson.h"
#include "app/demo/DemoRoutes.h"
#include "app/demo/DemoWorld.h"

namespace skein {

class DemoGroupApi {
public:
    /// `positions`: whether POST v4 /read_receipts/:id is known.
    DemoGroupApi(DemoWorld& world, DemoEnvelope& envelope, bool withUnread, bool positions);

    /// Nothing when the path is none of a group's.
    [[nodiscard]] std::optional<DemoAnswer> answer(const DemoRequest& request, const QString& user);

private:
    using Call = DemoCall;
    [[nodiscard]] static const DemoRoutes<DemoGroupApi>& routes();

    [[nodiscard]] DemoAnswer list(const Call& call);
    [[nodiscard]] DemoAnswer show(const Call& call);
    [[nodiscard]] DemoAnswer members(const Call& call);
    [[nodiscard]] DemoAnswer states(const Call& call);
    [[nodiscard]] DemoAnswer messages(const Call& call);
    [[nodiscard]] DemoAnswer send(const Call& call);
    [[nodiscard]] DemoAnswer rename(const Call& call);
    [[nodiscard]] DemoAnswer remove(const Call& call);
    [[nodiscard]] DemoAnswer muteMain(const Call& call);
    [[nodiscard]] DemoAnswer topics(const Call& call);
    [[nodiscard]] DemoAnswer topic(const Call& call);
    [[nodiscard]] DemoAnswer create(const Call& call);
    [[nodiscard]] DemoAnswer update(const Call& call);
    [[nodiscard]] DemoAnswer drop(const Call& call);
    [[nodiscard]] DemoAnswer muteTopic(const Call& call);
    [[nodiscard]] DemoAnswer position(const Call& call);

    [[nodiscard]] DemoAnswer refuse(const DemoRefusal& refusal);
    /// What `work` gives as the answer, or its refusal.
    template <class T, class F>
    [[nodiscard]] DemoAnswer answered(const DemoWorld::Answer<T>& result, F work, int status = 200);
    [[nodiscard]] std::optional<qint64> untilOf(const Call& call) const;

    DemoWorld& m_world;
    DemoEnvelope& m_envelope;
    const bool m_withUnread;
    const bool m_positions;
};

} // namespace skein

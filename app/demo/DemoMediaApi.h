// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The hosts beside api.groupme.com, request to answer, as protocol.md A4 and F say: the image and
// the file service, which want a token, and the CDN hosts, which must never see one. Any thread.

#include "app/demo/DemoHttp.h"
#include "app/demo/DemoJson.h"
#include "app/demo/DemoRoutes.h"
#include "app/demo/DemoWorld.h"

#include <atomic>

namespace skein {

class DemoMediaApi {
public:
    DemoMediaApi(DemoWorld& world, DemoEnvelope& envelope);

    /// For hosts that ask for no token, and refuse one (400). Nothing for all others.
    [[nodiscard]] std::optional<DemoAnswer> openAnswer(const DemoRequest& request);
    /// For the services of `user`, whose token DemoApi has checked.
    [[nodiscard]] std::optional<DemoAnswer> answer(const DemoRequest& request, const QString& user);

private:
    using Call = DemoCall;
    [[nodiscard]] static const DemoRoutes<DemoMediaApi>& routes();

    [[nodiscard]] DemoAnswer fromCdn(const QString& host, const QString& path);
    [[nodiscard]] DemoAnswer uploadPicture(const Call& call);
    [[nodiscard]] DemoAnswer uploadFile(const Call& call);
    [[nodiscard]] DemoAnswer uploadStatus(const Call& call);
    [[nodiscard]] DemoAnswer fileData(const Call& call);
    [[nodiscard]] DemoAnswer download(const Call& call);
    [[nodiscard]] bool mayUse(const Call& call) const;

    DemoWorld& m_world;
    DemoEnvelope& m_envelope;
    std::atomic<unsigned> m_described = 0;
};

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The places in a thread from which the reader jumped away, for the way back: last in, first out.
// Pure.

#include "core/models/ThreadModel.h"

namespace skein {

/// A place that can be found again, also when its row is no longer in the window.
struct JumpOrigin {
    ThreadPlace place; ///< empty: the end
    MessageId message; ///< of its row; empty for the end and for waiting rows, which stand there

    bool operator==(const JumpOrigin&) const = default;
};

class JumpHistory {
public:
    static constexpr int most = 100; ///< then the oldest is forgotten

    void push(const JumpOrigin& origin);
    /// The latest place, which is thereby forgotten; none: there is no way back.
    [[nodiscard]] std::optional<JumpOrigin> pop();
    void clear() { m_origins.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_origins.isEmpty(); }
    [[nodiscard]] int count() const { return int(m_origins.size()); }

private:
    QList<JumpOrigin> m_origins;
};

} // namespace skein

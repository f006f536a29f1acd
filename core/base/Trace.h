// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the time goes: `--trace FILE` writes the phases of the start, reads and writes of the
// store, layout and painting as Chrome's trace events (for chrome://tracing or ui.perfetto.dev).
// Like the log it is one per process, and holds names of phases and times, nothing of what is
// worked on. Costs one look at a flag while nobody traces. Any thread.

#include <QString>

namespace skein::trace {

/// From now on; false when the file cannot be written. Once per process, on the main thread.
[[nodiscard]] bool start(const QString& file);

/// This moment. `name` is a literal.
void mark(const char* name);
/// This moment, when it is the first of its name in this process.
void markFirst(const char* name);

/// From here to the end of the scope.
class Span {
public:
    explicit Span(const char* name);
    ~Span();
    Q_DISABLE_COPY_MOVE(Span)

private:
    const char* const m_name;
    const qint64 m_begin; ///< -1: nobody traces
};

} // namespace skein::trace

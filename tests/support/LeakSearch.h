// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks for secrets in what a life with Skein leaves: in what anybody logs, with all categories on,
// and in every byte of every file under a folder. Main thread; what is logged comes from any.

#include <QByteArray>
#include <QLoggingCategory>
#include <QMutex>
#include <QStringList>

#include <functional>

namespace skein {

/// What anybody logs, on any thread.
class Overheard {
public:
    Overheard()
    {
        s_here = this;
        QLoggingCategory::setFilterRules(QStringLiteral("skein.*=true"));
        m_before = qInstallMessageHandler(&Overheard::hear);
    }
    ~Overheard()
    {
        qInstallMessageHandler(m_before);
        QLoggingCategory::setFilterRules({});
    }
    Q_DISABLE_COPY_MOVE(Overheard)
    [[nodiscard]] QByteArray words() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_words;
    }

private:
    static void hear(QtMsgType type, const QMessageLogContext& context, const QString& words)
    {
        const QMutexLocker lock(&s_here->m_mutex);
        s_here->m_words += qFormatLogMessage(type, context, words).toUtf8() + '\n';
    }
    static inline Overheard* s_here = nullptr;
    mutable QMutex m_mutex;
    QByteArray m_words;
    QtMessageHandler m_before = nullptr;
};

/// What looks for a folder of the computer's finds one under `place` from now on; false if it
/// cannot.
[[nodiscard]] bool moveHome(const QString& place);

/// "file: secret" for each that a file under `folder` holds, by content or by name; `isKept`: where
/// it may be.
[[nodiscard]] QStringList found(const QString& folder, const QStringList& secrets,
    const std::function<bool(const QString&)>& isKept = {});
[[nodiscard]] QStringList heard(const QByteArray& words, const QStringList& secrets);

} // namespace skein

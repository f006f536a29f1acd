// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ReducedMotion: Windows, by "Animation effects" of its settings, each change of which it tells
// every window.

#include "app/platform/ReducedMotion.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>

#include <windows.h>

namespace skein {

namespace {

class MotionWatch final : public QObject, public QAbstractNativeEventFilter {
public:
    MotionWatch(QObject* context, std::function<void(bool)> tell)
        : QObject(context)
        , m_tell(std::move(tell))
    {
        QCoreApplication::instance()->installNativeEventFilter(this); // until it is destroyed
        look();
    }
    bool nativeEventFilter(const QByteArray&, void* message, qintptr*) override
    {
        const auto* told = static_cast<const MSG*>(message);
        if (told->message == WM_SETTINGCHANGE && told->wParam == SPI_SETCLIENTAREAANIMATION)
            look();
        return false;
    }

private:
    void look()
    {
        BOOL moves = TRUE;
        SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &moves, 0);
        if (m_reduces == !moves)
            return;
        m_reduces = !moves;
        m_tell(m_reduces);
    }

    const std::function<void(bool)> m_tell;
    bool m_reduces = false;
};

} // namespace

void followReducedMotion(QObject* context, std::function<void(bool)> tell)
{
    new MotionWatch(context, std::move(tell)); // the context owns it
}

} // namespace skein

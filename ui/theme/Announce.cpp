// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/Announce.h"

#include <QAccessible>
#include <QPointer>
#include <QWidget>

namespace skein {

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

void announce(QWidget& by, const QString& words)
{
    QAccessibleAnnouncementEvent event(&by, words);
    QAccessible::updateAccessibility(&event);
}

#else

// Before 6.8 Qt cannot announce. On Linux, what screen readers say is a notification that begins to
// show; elsewhere nothing is said.
namespace {

class Announcement : public QAccessibleInterface {
public:
    Announcement(QWidget& window, QString words) : m_window(&window), m_words(std::move(words)) { }

    [[nodiscard]] bool isValid() const override { return !m_window.isNull(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return m_window ? QAccessible::queryAccessibleInterface(m_window) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_words : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    [[nodiscard]] QRect rect() const override { return {}; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Notification; }
    [[nodiscard]] QAccessible::State state() const override { return {}; }

private:
    const QPointer<QWidget> m_window;
    const QString m_words;
};

/// The latest ones of a window: a screen reader asks for the words a moment later.
class Announcements : public QObject {
public:
    explicit Announcements(QWidget& window) : QObject(&window) { }
    ~Announcements() override { keep(0); }
    Q_DISABLE_COPY_MOVE(Announcements)

    void say(QWidget& window, const QString& words)
    {
        constexpr qsizetype most = 8;
        auto* announcement = new Announcement(window, words);
        m_ids.append(QAccessible::registerAccessibleInterface(announcement));
        keep(most);
        QAccessibleEvent event(announcement, QAccessible::ObjectShow);
        QAccessible::updateAccessibility(&event);
    }

private:
    void keep(qsizetype most)
    {
        while (m_ids.size() > most)
            QAccessible::deleteAccessibleInterface(m_ids.takeFirst());
    }

    QList<QAccessible::Id> m_ids;
};

Announcements& announcementsOf(QWidget& window)
{
    for (QObject* child : window.children()) {
        if (auto* found = dynamic_cast<Announcements*>(child))
            return *found;
    }
    return *new Announcements(window);
}

} // namespace

void announce(QWidget& by, const QString& words)
{
    announcementsOf(*by.window()).say(*by.window(), words);
}

#endif

} // namespace skein

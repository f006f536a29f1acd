// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The person's choices and what the program remembers of its window: SettingsTable's rows over an
// ini file in the profile. Nothing secret. Main thread.

#include "core/platform/SettingsTable.h"

#include <QObject>
#include <QSettings>

namespace skein {

class Settings : public QObject {
    Q_OBJECT
public:
    /// Keeps everything in `file`, which need not exist yet.
    explicit Settings(const QString& file, QObject* parent = nullptr);

    template <class T>
    [[nodiscard]] T value(const SettingKey<T>& key) const
    {
        return read(key.name).template value<T>();
    }

    template <class T>
    void set(const SettingKey<T>& key, const T& value)
    {
        write(key.name, QVariant::fromValue(value));
    }

    /// By the name of a row of the table: of the default's type, which is the answer to whatever
    /// the file holds that is not of it.
    [[nodiscard]] QVariant read(QAnyStringView name) const;
    void write(QAnyStringView name, const QVariant& value);

    /// `act()` at each change of that setting, as long as `context` lives.
    template <class T, class F>
    void onChange(const SettingKey<T>& key, QObject* context, const F& act)
    {
        connect(this, &Settings::changed, context, [name = key.name, act](const QString& changed) {
            if (changed == name)
                act();
        });
    }

signals:
    void changed(const QString& name); ///< to another value than it had

private:
    QSettings m_store;
};

} // namespace skein

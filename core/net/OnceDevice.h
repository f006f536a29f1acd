// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A request body that can be read only once. Qt's HTTP silently sends a request again when a
// connection closes before the answer, POSTs included; it has to rewind the body for that, and this
// one refuses, so Qt reports an error instead. Any thread.

#include <QIODevice>

namespace skein {

class OnceDevice final : public QIODevice {
    Q_OBJECT
public:
    explicit OnceDevice(const QByteArray& bytes, QObject* parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_read = 0;
};

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What lies on the media hosts of the demo world: pictures by address, drawn ones made only when
// somebody asks for them, smaller versions, videos and sounds, and the files of conversations
// (protocol.md F1 to F3). Knows no HTTP and no people. Any thread: every public function locks.

#include "app/demo/DemoScene.h"

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QString>

#include <optional>

namespace skein {

class DemoMedia {
public:
    struct Blob {
        QByteArray bytes;
        QByteArray type; ///< the Content-Type
    };
    struct File {
        QString id = {};
        QString conversation = {};
        QString name = {}; ///< as the sender called it, whatever that is
        QString mimeType = {};
        QByteArray bytes = {};
        bool onlyByPost = false; ///< GET is refused for it
    };
    enum class Version { Whole, Large, Preview, Avatar };

    /// Keeps a picture; returns its address, which tells `size` and `format`.
    QString addPicture(const QByteArray& bytes, const QByteArray& format, QSize size);
    /// A picture that is drawn when it is asked for.
    QString addScene(const DemoScene& scene);
    /// This picture has no smaller versions: 404 for them.
    void dropVersions(const QString& url);
    /// Anything else at an https address of a media host.
    void addBlob(const QString& url, const Blob& blob);
    void addDrawnBlob(const QString& url, const DemoScene& scene);

    [[nodiscard]] bool hasPicture(const QString& url) const;
    /// `address`: host and path, "i.groupme.com/640x480.jpeg.0123...", without a version's suffix.
    [[nodiscard]] std::optional<Blob> blob(const QString& address, Version version);

    /// Returns the file's id; there is one made up when it has none.
    QString addFile(const File& file);
    [[nodiscard]] std::optional<File> file(const QString& conversation, const QString& id) const;
    /// An upload whose file is ready after a few questions for it; returns the job.
    QString beginUpload(const File& file);
    /// How often is asked in vain for the file of an upload; many: never ready.
    void setQuestionsUntilReady(int questions);
    struct Upload {
        QString fileId; ///< empty: not yet
    };
    [[nodiscard]] std::optional<Upload> upload(const QString& conversation, const QString& job);

private:
    struct Job {
        File file;
        int questions = 0;
    };
    [[nodiscard]] std::optional<Blob> wholeAt(const QString& address, bool forVersion);
    [[nodiscard]] QString keep(File file);
    [[nodiscard]] QString freshToken(const QByteArray& source);

    mutable QMutex m_mutex;
    QHash<QString, Blob> m_blobs; ///< by address
    QHash<QString, DemoScene> m_scenes; ///< by address, what is not drawn yet
    QSet<QString> m_withoutVersions;
    QHash<QString, File> m_files; ///< by id
    QHash<QString, Job> m_jobs;
    int m_serial = 0;
    int m_questionsUntilReady = 2;
};

} // namespace skein

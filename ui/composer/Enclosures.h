// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What goes along with the message being written: photos, files, places, in their order. Reads and
// prepares them on a thread of its own; what cannot go along is refused with a sentence, and the
// rest stays. Main thread.

#include "core/base/Async.h"
#include "ui/composer/FileIntake.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>

class QMimeData;

namespace skein {

struct Enclosure {
    enum class Kind { Unknown, Photo, File, Place }; ///< Unknown: it is still being read

    int id = 0;
    Kind kind = Kind::Unknown;
    QString name;
    QImage thumbnail;
    OutgoingFile file; ///< of a photo or file
    QJsonObject place; ///< of a place, ready for the wire
    std::optional<qreal> progress; ///< 0 to 1 while it is uploaded

    [[nodiscard]] bool isReady() const { return kind != Kind::Unknown; }
};

/// Where what is attached lies until it is sent (core/sync/StagedFiles).
struct FileKeeper {
    /// The same with our copy.
    std::function<Async<OutgoingFile>(const TakenFile&)> keep;
    std::function<QString(const OutgoingFile&)> pathOf;
    /// It is not to be sent after all.
    std::function<void(const OutgoingFile&)> discard;
};

class Enclosures : public QObject {
    Q_OBJECT
public:
    static constexpr int most = 10; ///< in one message

    explicit Enclosures(QObject* parent = nullptr);
    ~Enclosures() override;

    void setKeeper(const FileKeeper& keeper) { m_keeper = keeper; }

    void addPaths(const QStringList& paths);
    void addImage(const QImage& image);
    /// A location attachment (protocol.md F4).
    void addPlace(const QJsonObject& place);
    /// The files and places of a draft in the place of all that is ready. They are ready at once,
    /// however many they are: only the pictures come later.
    void show(const OutgoingContent& draft);
    /// Whether there are files or a picture in `data` that addFrom() would take: text wins over the
    /// picture of it that some programs put beside it.
    [[nodiscard]] static bool canAdd(const QMimeData& data);
    void addFrom(const QMimeData& data);

    void remove(int id);
    void clear();
    /// For another conversation: clears, and gives `late` what is still being read when it is
    /// ready.
    void leave(const std::function<void(const OutgoingFile&)>& late);
    void setProgress(int id, std::optional<qreal> fraction);

    [[nodiscard]] const QList<Enclosure>& all() const { return m_all; }
    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); }
    /// Something is still being read.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] QList<OutgoingFile> files() const;
    /// As a draft keeps them: the name also of what has no copy yet, so that it is said if none
    /// comes.
    [[nodiscard]] QList<OutgoingFile> draftFiles() const;
    [[nodiscard]] QJsonArray places() const;

signals:
    void changed();
    /// A sentence for the person.
    void refused(const QString& sentence);

private:
    using Taken = std::expected<TakenFile, QString>;

    void take(const QString& name, std::function<Taken()> work);
    void read(std::function<Taken()> work, std::function<void(const Taken&)> next);
    void finish(int id, const Taken& taken);
    void keep(int id, const Result<OutgoingFile>& file, const QImage& thumbnail);
    void drop(int id, const QString& sentence);
    [[nodiscard]] Enclosure* find(int id);
    [[nodiscard]] bool isBeingRead(const QString& name) const;
    void showFile(const OutgoingFile& file);
    void showPlace(const QJsonObject& place);
    bool hasRoom();

    QThreadPool m_reader;
    FileKeeper m_keeper;
    QList<Enclosure> m_all;
    struct Left {
        QString name;
        std::function<void(const OutgoingFile&)> late; ///< who waits for it
    };
    QHash<int, Left> m_left; ///< what is read for another conversation
    int m_lastId = 0;
};

} // namespace skein

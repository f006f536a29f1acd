// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as the database's file, and files of every version with damage here and there. Whatever
// stands there, Skein starts: what is damaged is set aside when it is met, at the latest the next
// time, and the new file works.

#include "tests/fuzz/OldFiles.h"
#include "tests/fuzz/Promise.h"

#include <fuzzer/FuzzedDataProvider.h>

using namespace skein;
using namespace Qt::StringLiterals;

namespace {

QByteArray takeBytes(FuzzedDataProvider& input, std::size_t most)
{
    return QByteArray::fromStdString(input.ConsumeRandomLengthString(most));
}

void damage(QByteArray& bytes, FuzzedDataProvider& input)
{
    const auto place = input.ConsumeIntegralInRange<qsizetype>(0, bytes.size());
    switch (input.ConsumeIntegralInRange(0, 3)) {
    case 0:
        return bytes.truncate(place);
    case 1:
        return void(bytes.insert(place, takeBytes(input, 64)));
    case 2: // a page that went to the wrong place
        return void(bytes.replace(place / 512 * 512, 512,
            bytes.mid(input.ConsumeIntegralInRange<qsizetype>(0, bytes.size()) / 512 * 512, 512)));
    default: {
        const QByteArray noise = takeBytes(input, 16);
        bytes.replace(place, noise.size(), noise);
    }
    }
}

/// Opens it and asks for everything; true when all is well.
bool isUsable(const QString& file)
{
    try {
        Database database(file);
        const bool isNew = !database.quarantined().isEmpty();
        require(!isNew || QFile::exists(database.quarantined()));
        Stores stores(database, fuzzMe);
        try {
            readAll(stores);
            useAll(database, stores);
            return true;
        } catch (const StorageError& error) {
            require(!isNew);
            if (error.trouble() == StorageTrouble::Damaged)
                database.suspect();
            return error.trouble() != StorageTrouble::Damaged;
        }
    } catch (const StorageError& error) {
        // Made by another Skein, or by none at all; but neither damaged nor a matter of rights.
        require(
            error.trouble() == StorageTrouble::TooNew || error.trouble() == StorageTrouble::None);
        return true;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const FuzzProgram program;
    static const QList<QByteArray> bases = oldFiles(program, true);
    FuzzedDataProvider input(data, size);
    const auto base = input.ConsumeIntegralInRange<qsizetype>(0, bases.size() - 1);
    const bool isSuspect = input.ConsumeBool();
    QByteArray bytes = base == 0 ? QByteArray::fromStdString(input.ConsumeRemainingBytesAsString())
                                 : bases.at(base);
    while (base > 0 && input.remaining_bytes() > 3)
        damage(bytes, input);
    program.clearFolder();
    const QString file = program.path(u"skein.db"_s);
    writeFile(file, bytes);
    if (isSuspect)
        writeFile(file + u".suspect"_s, {});
    if (!isUsable(file))
        require(isUsable(file));
    return 0;
}

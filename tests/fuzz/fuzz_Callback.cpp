// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes on the port where the browser's way back is awaited: a token comes of nothing but a GET
// of the one path under a name of this computer, and is visible ASCII. What is decided stays
// decided when more comes.

#include "core/net/CallbackRequest.h"
#include "tests/fuzz/Promise.h"

#include <algorithm>

using namespace skein;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using Kind = CallbackReading::Kind;
    const QByteArray bytes = bytesOf(data, size);
    const CallbackReading reading = readCallback(bytes, {21753, "/signed-in"});
    require((reading.kind == Kind::Incomplete) == (reading.status == 0));
    require((reading.kind == Kind::Token) == !reading.token.isEmpty());
    if (reading.kind == Kind::Token || reading.kind == Kind::NoToken) {
        require(bytes.startsWith("GET /signed-in") && bytes.contains(":21753"));
        require(reading.token.size() <= longestToken);
        require(std::ranges::all_of(
            reading.token, [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; }));
    }
    if (reading.kind != Kind::Incomplete && bytes.contains("\r\n\r\n"))
        require(readCallback(bytes + "more", {21753, "/signed-in"}) == reading);
    return 0;
}

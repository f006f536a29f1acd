// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The remote control of the stand-alone demo service, under /_demo/: for tests that run in
// another program. Not part of GroupMe's interface; off unless asked for. Any thread.
//   POST   /_demo/say       {"from": id, "to": id or none for me, "text": ..., "attachments":
//   [...]} POST   /_demo/read      {"user": id, "conversation": id, "message": id} POST
//   /_demo/delete    {"conversation": id, "message": id} POST   /_demo/faults    one rule
//   (DemoFaults::fromJson);  DELETE /_demo/faults GET    /_demo/log, DELETE /_demo/log, GET
//   /_demo/people GET    /_demo/messages?conversation=...,  GET /_demo/receipts

#include "app/demo/DemoHttp.h"

namespace skein {

class DemoService;

[[nodiscard]] bool isDemoControl(const DemoRequest& request);
[[nodiscard]] DemoAnswer answerDemoControl(DemoService& service, const DemoRequest& request);

} // namespace skein

// SPDX-FileCopyrightText: 2026 The Skein authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The remote control of the stand-alone demo service, under /_demo/: for tests that run in
// another program. Not part of GroupMe's interface; off unless asked for. Any thread.
// Orders are JSON; DemoControl.cpp says at each what it reads.
//   POST say, read, delete, react, edit, edit_period, pin: what somebody does
//   POST picture, file: what messages may then carry;  POST uploads, topic, group
//   POST faults (one rule, DemoFaults::fromJson);  DELETE faults
//   GET people, groups, messages?conversation=&newest=, receipts, log;  DELETE log

#include "app/demo/DemoHttp.h"

namespace skein {

class DemoService;

[[nodiscard]] bool isDemoControl(const DemoRequest& request);
[[nodiscard]] DemoAnswer answerDemoControl(DemoService& service, const DemoRequest& request);

} // namespace skein

# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop tests share: a service, an empty keyring and an empty profile for each test."""

import pathlib
import tempfile
import unittest

from program import Skein
from service import DemoService


class DesktopTest(unittest.TestCase):
    desktop = None  # set by run.py, once
    skein_executable = None
    service_executable = None
    longest = None  # messages of each conversation; None: all that was ever said, which takes a while

    def run(self, result=None):
        # Around the whole test, so that a failure is looked at while everything still stands.
        failed_before = len(result.failures) + len(result.errors)
        self._programs = []
        self._services = []
        super().run(result)
        if len(result.failures) + len(result.errors) > failed_before:
            self._record_failure()
        for report in filter(None, [program.end() for program in self._programs]):
            complaint = AssertionError(f"a sanitizer complained:\n{report}")
            result.addFailure(self, (AssertionError, complaint, None))
        for service in self._services:
            service.stop()
        return result

    def setUp(self):
        self.desktop.new_keyring()
        self.profile = pathlib.Path(tempfile.mkdtemp(prefix="profile-", dir=self.desktop.folder))
        self.service = DemoService(self.service_executable, self.desktop.log, self.longest)
        self._services.append(self.service)

    def start_skein(self, token=None, profile=None, hidden=False):
        """Starts the program on this test's profile; `token`: signed in for this run only."""
        log = self.desktop.output / f"{self.id()}-{len(self._programs) + 1}.log"
        log.unlink(missing_ok=True)
        skein = Skein(self.skein_executable, self.service, profile or self.profile, log, token, hidden)
        self._programs.append(skein)
        return skein

    def start_signed_in(self, hidden=False):
        return self.start_skein(token=self.service.token, hidden=hidden)

    def assert_closes(self, skein):
        self.assertEqual(skein.close(), 0, "the exit status")

    def _record_failure(self):
        self.desktop.screenshot(self.id())
        outline = [line for program in self._programs for line in program.view.outline()]
        (self.desktop.output / f"{self.id()}.outline").write_text("\n".join(outline))

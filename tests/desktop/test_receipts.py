# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

import subprocess

from case import DesktopTest
from desktop import never, start, stop, wait_for
from program import active_window, click

LONGER_THAN_A_GLANCE = 3.0  # a message counts as read after one second in view


class Receipts(DesktopTest):
    """What was really seen is marked read, and nothing else."""

    longest = 60

    def setUp(self):
        super().setUp()
        self.person = self.service.talkative_person()
        self.skein = self.start_signed_in()
        self.skein.open_chat(self.person["name"])
        self.messages = self.skein.messages
        click(self.messages)

    def hear(self, text):
        """Something is said and has come to the program's list; returns its id. A window that
        nobody looks at asks only once a minute."""
        message = self.service.say(self.person, text)
        self.messages.row(lambda name: text in name, f"with “{text}”", seconds=75)
        return message

    def assert_read_once(self, message):
        wait_for(lambda: self.service.receipts_for(message), "a receipt")
        never(lambda: len(self.service.receipts_for(message)) > 1, "a second receipt", 2)

    def assert_unread(self, message):
        never(lambda: self.service.receipts_for(message), "a receipt", LONGER_THAN_A_GLANCE)

    def come_back(self, message):
        """The person comes back and clicks; a window that was just mapped loses the first ones."""
        self.skein.activate()
        wait_for(lambda: click(self.messages) or self.service.receipts_for(message), "a receipt")

    def test_a_message_in_an_active_window_is_read_once(self):
        self.assert_read_once(self.hear("The kettle is on"))

    def test_a_minimised_window_reads_nothing(self):
        self.skein.minimise()
        message = self.hear("Nobody looks at this")
        self.assert_unread(message)
        self.come_back(message)
        self.assert_read_once(message)

    def test_a_window_behind_another_program_reads_nothing(self):
        other = start(["display", "-size", "200x150", "-geometry", "+0+0", "xc:gray"],
                      stdin=subprocess.DEVNULL, stdout=self.desktop.log, stderr=self.desktop.log)
        try:
            wait_for(lambda: active_window() not in (None, self.skein.window), "the other program")
            message = self.hear("Somebody works elsewhere")
            self.assert_unread(message)
        finally:
            stop(other)
        self.come_back(message)
        self.assert_read_once(message)

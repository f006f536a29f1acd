# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

from gi.repository import GLib

from accessible import NOTIFICATION, Bus, Element
from case import DesktopTest
from desktop import wait_for


class Announcements(DesktopTest):
    """What a screen reader says by itself: notifications of the program that begin to show."""

    longest = 60

    def setUp(self):
        super().setUp()
        self.skein = self.start_signed_in()
        self.friend, self.other = self.service.people[:2]
        self._said = []
        self._bus = Bus()
        self._bus.follow("showing", self._hear)

    def _hear(self, owner, path):
        what = Element(self._bus, owner, path)
        if owner == self.skein.view.owner and what.role == NOTIFICATION:
            self._said.append(what.name)

    def said(self, words):
        while GLib.MainContext.default().iteration(False):
            pass
        return [each for each in self._said if words in each]

    def test_a_message_that_arrives_in_the_open_conversation_is_said_once(self):
        self.skein.open_chat(self.friend["name"])
        newest = self.service.messages(self.friend)[-1]["text"]
        self.skein.messages.row(lambda row: newest in row, "the newest")
        self.service.say(self.other, "Elsewhere")
        self.service.say(self.friend, "The ferry is late")
        wait_for(lambda: self.said("The ferry is late"), "the message to be said")
        self.skein.write("Then we wait")
        self.service.say(self.friend, "Here it comes")
        wait_for(lambda: self.said("Here it comes"), "the next one to be said")
        self.assertEqual(len(self.said("The ferry is late")), 1)
        self.assertTrue(self.said("The ferry is late")[0].startswith(self.friend["name"]), self._said)
        self.assertEqual(self.said("Elsewhere") + self.said("Then we wait") + self.said(newest), [])

# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program used by keys alone, by somebody who hears where the focus is and sees nothing.

Menus and popups are in no tree of windows: a screen reader knows them by the events of the focus.
"""

import subprocess

from gi.repository import GLib

from accessible import FOCUSED, Bus, Element
from case import DesktopTest
from desktop import Timeout, wait_for
from program import press_key, type_text

LIST_ITEM = 32  # of AT-SPI's roles
MOST_STEPS = 60  # further is nobody's way


def clipboard_text():
    """What another program would paste."""
    answer = subprocess.run(["xclip", "-selection", "clipboard", "-out", "-t", "UTF8_STRING"],
                            capture_output=True, check=False, timeout=20)
    return answer.stdout.decode(errors="replace")


class Keyboard:
    def __init__(self, skein):
        self._skein = skein
        self._bus = Bus()
        self._heard = None
        self._bus.follow("focused", self._hear)

    def _hear(self, owner, path):
        if owner == self._skein.view.owner:
            self._heard = Element(self._bus, owner, path)

    @property
    def focus(self):
        """What was last said to have the focus; None before anything was."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self._heard

    @property
    def focus_name(self):
        focus = self.focus
        return focus.name if focus else ""

    def wait_for_focus(self, name):
        """Waits until what has the focus is named so; returns it."""
        try:
            wait_for(lambda: self.focus_name == name, f"the focus on “{name}”")
        except Timeout as timeout:
            raise Timeout(f"{timeout}, it is on “{self.focus_name}”") from None
        return self.focus

    def step(self, key):
        """Presses a key that moves the focus; returns what is said then."""
        before = self.focus
        press_key(key)
        wait_for(lambda: self.focus != before and self.focus_name, f"another focus after {key}")
        return self.focus

    def step_to(self, key, matches, what):
        """Presses the key until what has the focus is it."""
        passed = []
        for _ in range(MOST_STEPS):
            if matches(self.focus_name):
                return self.focus
            passed.append(self.focus_name)
            self.step(key)
        raise AssertionError(f"{key} never came to {what}, but to {passed}")

    def tab_to(self, name, key="Tab"):
        return self.step_to(key, lambda said: said == name, f"“{name}”")

    def choose(self, *names):
        """In an open menu, goes to these entries, one submenu after the other, and takes the last."""
        for name in names[:-1]:
            self.tab_to(name, "Down")
            self.step("Right")
        self.tab_to(names[-1], "Down")
        press_key("Return")

    def menu(self, *names):
        """Opens the menu of what has the focus and takes an entry."""
        self._skein.open_menu()
        self.step("Down")
        self.choose(*names)

    def write_and_send(self, text):
        """Types into the message field, which has the focus, and presses Enter."""
        field = self.wait_for_focus("Message")
        type_text(text)
        wait_for(lambda: field.text == text, "the typed text")
        press_key("Return")

    def go_to_thread(self):
        """From the message field to the message where the keyboard was, or to the newest."""
        self.wait_for_focus("Message")
        messages = self._skein.messages
        press_key("shift+Tab")
        wait_for(lambda: messages.has_state(FOCUSED) and self.focus_name != messages.name
                 and self.focus.role == LIST_ITEM, "the focus on a message")

    def go_to_message(self, *words, key="Up"):
        """From the message field to the message that says all of these words."""
        self._skein.messages.row(lambda name: all(word in name for word in words), f"with {words}")
        self.go_to_thread()
        return self.step_to(key, lambda name: all(word in name for word in words), f"{words}")


class KeyboardTest(DesktopTest):
    """Starts the program and goes to a person's chat, as one does without a mouse."""

    def setUp(self):
        super().setUp()
        self.desktop.forget_opened()
        self.person = self.service.talkative_person()
        self.name = self.person["name"]
        self.place = self.service.conversation_with(self.person)
        is_something_new = self.prepare()
        self.skein = self.start_signed_in()
        self.keys = Keyboard(self.skein)
        if is_something_new:  # a chat opens there once it is known what is unread
            self.skein.chats.row(lambda row: row.startswith(self.name) and "unread" in row, "unread")
        self.skein.find_chat(self.name)
        self.keys.wait_for_focus("Message")

    def prepare(self):
        """What is said before the program starts; returns whether anything is."""
        return False

    def row_with(self, *words):
        return self.skein.messages.row(
            lambda name: all(word in name for word in words), f"with {words}")

    def newest(self):
        return self.service.messages(self.person)[-1]

    def message(self, text):
        """What the service holds under that text."""
        return next(each for each in self.service.messages(self.person) if each["text"] == text)

    def hear(self, text, attachments=None):
        """The other person writes, and it is here."""
        self.service.say_with(self.place, self.person, text, attachments or [])
        self.row_with(self.name, text)

    def write(self, text):
        """Writes a message; returns when the service has it."""
        self.keys.write_and_send(text)
        self.row_with(f"You, {text}", "sent")

    def back_to_field(self):
        press_key("Escape")
        self.keys.wait_for_focus("Message")

    def wait_for_clipboard(self, matches, what):
        wait_for(lambda: matches(clipboard_text()), what)
        return clipboard_text()

    def wait_for_opened(self, count=1):
        wait_for(lambda: len(self.desktop.opened()) >= count, "something to be opened")
        return self.desktop.opened()

# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import shlex

from accessible import FOCUSED
from case import DesktopTest
from desktop import wait_for
from program import press_key, type_text, xdo


class Window(DesktopTest):
    """How the window comes back, and when."""

    longest = 60

    def place(self, skein):
        return xdo("getwindowgeometry", "--shell", skein.window)[1:5]

    def test_it_comes_back_where_it_was_with_what_was_open(self):
        skein = self.start_signed_in()
        name = self.service.talkative_person()["name"]
        skein.find_chat(name)
        before = self.place(skein)
        xdo("windowsize", "--sync", skein.window, 900, 600)
        xdo("windowmove", "--sync", skein.window, 210, 90)
        place = wait_for(lambda: self.place(skein) != before and self.place(skein), "another place")
        self.assert_closes(skein)

        again = self.start_signed_in()
        wait_for(lambda: name in again.title, "the conversation in front")
        self.assertEqual(self.place(again), place)
        self.assert_closes(again)

    def test_starting_at_login_is_written_down_for_the_desktop(self):
        skein = self.start_signed_in()
        wait_for(lambda: skein.chats.rows(), "chats")
        folder = self.desktop.folder / "config" / "autostart"
        skein.activate()
        press_key("ctrl+comma")
        field = skein.view.field("Search settings")
        wait_for(lambda: field.has_state(FOCUSED), "the settings")
        type_text("when I sign in")
        wait_for(lambda: field.text == "when I sign in", "the typed words")
        press_key("Return")
        press_key("space")
        self.desktop.screenshot("a-start-at-login")
        file, = wait_for(lambda: list(folder.glob("*.desktop")), "an entry of the desktop")
        command = next(line for line in file.read_text().splitlines() if line.startswith("Exec="))
        program, *arguments = shlex.split(command.removeprefix("Exec="))
        self.assertEqual(program, os.path.realpath(self.skein_executable))
        self.assertEqual(arguments, ["--hidden", "--server", self.service.url,
                                     "--profile", str(self.profile)])
        press_key("space")
        wait_for(lambda: not file.exists(), "no entry any more")
        press_key("Escape")
        self.assert_closes(skein)

# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import subprocess

from case import DesktopTest
from desktop import never, wait_for
from panel import Panel
from program import press_key
from tray import Tray


class InTheTray(DesktopTest):
    """Closing hides where there is a tray, and there is always a way back."""

    longest = 60

    def start_tray(self):
        tray = Tray(self.desktop.log)
        self.addCleanup(tray.stop)
        return tray

    def start_again(self, *arguments):
        """A second start with the same profile; returns its exit status."""
        return subprocess.run(
            [self.skein_executable, "--profile", self.profile, "--server", self.service.url, *arguments],
            env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}, check=False, timeout=60,
            stdin=subprocess.DEVNULL, stdout=self.desktop.log, stderr=self.desktop.log).returncode

    def close_and_hide(self, skein):
        skein.close_window()
        wait_for(lambda: not skein.is_shown, "no window")
        # Longer than Qt takes to notice that the focus has gone (0.4 s): shown again before, a
        # window is not active for Qt although it has the keyboard.
        never(lambda: skein.is_shown or not skein.is_running, "coming back by itself", 0.6)

    def test_closing_hides_and_every_way_leads_back(self):
        tray = self.start_tray()
        skein = self.start_signed_in()
        wait_for(lambda: skein.chats.rows(), "chats")
        wait_for(lambda: "Skein (" in skein.title, "what is unread, in the title")
        tray.wait_for_icon(skein)
        self.desktop.screenshot("an-icon-in-the-tray")
        self.close_and_hide(skein)
        self.assertEqual(self.start_again("--hidden"), 0)
        self.assertFalse(skein.is_shown)
        self.assertEqual(self.start_again(), 0)
        wait_for(lambda: skein.is_shown, "the window, by a second start")
        self.close_and_hide(skein)
        tray.click(skein)
        wait_for(lambda: skein.is_shown, "the window, by a click")
        skein.activate()
        never(lambda: not skein.is_shown, "hiding by itself", 0.6)  # nor is it a double click
        tray.click(skein)
        wait_for(lambda: not skein.is_shown, "no window, by another click")
        tray.click(skein, button=3)
        wait_for(lambda: skein.windows > 1, "the menu")
        self.desktop.screenshot("the-menu-of-the-tray")
        press_key("Up")  # to the last entry, Quit
        press_key("Return")
        self.assertEqual(skein.wait_for_end(), 0)

    def test_a_tray_that_ends_gives_the_window_back_and_then_closing_quits(self):
        tray = self.start_tray()
        skein = self.start_signed_in()
        wait_for(lambda: skein.chats.rows(), "chats")
        tray.wait_for_icon(skein)
        self.close_and_hide(skein)
        never(lambda: skein.is_shown, "the window while there is a tray", 2.5)
        tray.stop()
        wait_for(lambda: skein.is_shown, "the window")
        skein.find()
        self.start_tray().wait_for_icon(skein)  # a tray that comes later
        self.close_and_hide(skein)
        self.assertEqual(self.start_again(), 0)
        wait_for(lambda: skein.is_shown, "the window again")
        skein.activate()
        press_key("ctrl+q")
        self.assertEqual(skein.wait_for_end(), 0)

    def test_a_panel_of_the_bus_is_a_tray_too(self):
        panel = Panel(self.desktop.log)
        self.addCleanup(panel.stop)
        skein = self.start_signed_in()
        wait_for(lambda: "Skein (" in skein.title, "what is unread, in the title")
        wait_for(lambda: panel.tool_tip.startswith("Skein: "), "what is unread, at the icon")
        self.close_and_hide(skein)
        panel.click()
        wait_for(lambda: skein.is_shown, "the window, by a click")
        self.close_and_hide(skein)
        panel.stop()
        wait_for(lambda: skein.is_shown, "the window, when the panel is gone")
        self.assert_closes(skein)

    def test_a_panel_that_starts_late_is_found(self):
        skein = self.start_signed_in()
        wait_for(lambda: "Skein (" in skein.title, "what is unread, in the title")
        panel = Panel(self.desktop.log)
        self.addCleanup(panel.stop)
        wait_for(lambda: panel.tool_tip.startswith("Skein: "), "what is unread, at the icon")
        self.close_and_hide(skein)
        panel.click()
        wait_for(lambda: skein.is_shown, "the window, by a click")

    def test_a_hidden_start_needs_a_tray(self):
        tray = self.start_tray()
        skein = self.start_signed_in(hidden=True)
        tray.wait_for_icon(skein)
        never(lambda: skein.is_shown, "a window", 4)
        tray.click(skein)
        wait_for(lambda: skein.is_shown, "the window")
        skein.find()
        wait_for(lambda: skein.chats.rows(), "chats")
        tray.stop()
        self.assert_closes(skein)

        alone = self.start_signed_in(hidden=True)
        wait_for(lambda: alone.is_minimised, "a minimised window", 60)
        self.assertEqual(self.start_again(), 0)
        wait_for(lambda: alone.is_shown, "the window")
        alone.find()
        self.assert_closes(alone)

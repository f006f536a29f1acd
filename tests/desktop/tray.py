# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's tray (trayer), and the icons in it."""

import subprocess

from desktop import start, stop, wait_for
from program import xdo


class Tray:
    def __init__(self, log):
        # In a corner, where no window of a test is.
        self._process = start(["trayer", "--edge", "bottom", "--align", "right", "--widthtype",
                               "request", "--height", "32"],
                              stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        wait_for(self._window, "a tray")

    def _window(self):
        found = subprocess.run(["xdotool", "search", "--class", "trayer"], capture_output=True,
                               check=False)
        return found.stdout.decode().split()

    def stop(self):
        stop(self._process)

    def icon_of(self, skein):
        """The icon's window; None when there is none."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(skein.pid), ""],
                               capture_output=True, check=False)
        for window in found.stdout.decode().split():
            place = dict(line.split("=") for line in
                         xdo("getwindowgeometry", "--shell", window) if "=" in line)
            if int(place["WIDTH"]) <= 32:
                return window
        return None

    def wait_for_icon(self, skein):
        return wait_for(lambda: self.icon_of(skein), "the icon in the tray")

    def click(self, skein, button=1):
        xdo("mousemove", "--window", self.wait_for_icon(skein), 8, 8, "click", button)

# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's notification server (dunst), and what it showed."""

import json
import subprocess

from desktop import start, stop, wait_for

CONFIGURATION = """\
[global]
    timeout = 0
    idle_threshold = 0
    dmenu = {menu}
    markup = full
[everything]
    summary = "*"
    script = {record}
    timeout = 0
"""


class NotificationServer:
    def __init__(self, folder, log):
        folder.mkdir()
        self._shown = folder / "shown"
        self._choice = folder / "choice"
        record = self._program(folder / "record", f"""\
import json, os
with open({str(self._shown)!r}, "a") as file:
    file.write(json.dumps([os.environ["DUNST_SUMMARY"], os.environ["DUNST_BODY"]]) + "\\n")
""")
        menu = self._program(folder / "menu", f"""\
import sys
wanted = open({str(self._choice)!r}).read()
print(next(line.rstrip("\\n") for line in sys.stdin if line.startswith("#" + wanted)))
""")
        self._configuration = folder / "dunstrc"
        self._configuration.write_text(CONFIGURATION.format(record=record, menu=menu))
        self._log = log
        self._start()

    def _start(self):
        self._process = start(["dunst", "-config", str(self._configuration)],
                              stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log)
        wait_for(lambda: self._ctl("count", "displayed").strip() == "0", "a notification server")

    @staticmethod
    def _program(path, text):
        path.write_text(f"#!/usr/bin/python3\n{text}")
        path.chmod(0o755)
        return path

    @staticmethod
    def _ctl(*arguments):
        return subprocess.run(["dunstctl", *arguments], capture_output=True, check=False,
                              timeout=20).stdout.decode()

    def stop(self):
        stop(self._process)

    def restart(self):
        """The server ends, as after a crash, and starts again."""
        self.stop()
        self._start()

    @property
    def shown(self):
        """Title and body of all that was ever shown, in order."""
        if not self._shown.exists():
            return []
        return [tuple(json.loads(line)) for line in self._shown.read_text().splitlines()]

    @property
    def displayed(self):
        """How many are on the screen."""
        return int(self._ctl("count", "displayed") or -1)

    def click(self):
        """Clicks the newest one."""
        self._ctl("action", "0")

    def choose(self, action):
        """Chooses an action of the newest one by its label."""
        self._choice.write_text(action)
        self._ctl("context")

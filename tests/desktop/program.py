# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Skein itself, started as a person starts it and used through its accessible names."""

import os
import pathlib
import re
import resource
import signal
import subprocess

from accessible import BUTTONS, Bus
from desktop import Timeout, start, stop, wait_for

SANITIZER_REPORT = re.compile(r"ERROR: \w*Sanitizer|runtime error:")
# Files that are not to be written stop root too, once it has no more rights than others.
WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
START_SECONDS = 60  # built with AddressSanitizer, on a busy machine


def xdo(*arguments):
    """Keys, mouse and windows, as the X server sees them."""
    answer = subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True,
                            timeout=30)
    return answer.stdout.decode().split()


def active_window():
    """The window in front; None while the focus is on its way from one to another."""
    answer = subprocess.run(["xdotool", "getactivewindow"], check=False, capture_output=True,
                            timeout=30)
    return answer.stdout.decode().strip() or None


def press_key(*keys):
    xdo("key", "--clearmodifiers", *keys)


def type_text(text):
    xdo("type", "--clearmodifiers", "--delay", 8, "--", text)


def click(element, button=1):
    """A real click into the middle of a control: input that counts as somebody being there."""
    x, y, width, height = wait_for(element.resting_place, f"a place of {element!r}")
    xdo("mousemove", x + width // 2, y + height // 2, "click", button)


class Clipboard:
    """Holds a text, or bytes of a MIME type, as another program would."""

    def __init__(self, content, mime_type=None):
        held = content if mime_type else content.encode()
        command = ["xclip", "-selection", "clipboard", *(["-t", mime_type] if mime_type else [])]
        self._owner = start([*command, "-quiet"], stdin=subprocess.PIPE,
                            stderr=subprocess.DEVNULL)
        self._owner.stdin.write(held)
        self._owner.stdin.close()

        def offered():
            answer = subprocess.run([*command, "-out"], capture_output=True, check=False)
            return answer.stdout == held
        wait_for(offered, "the clipboard")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        stop(self._owner)


class DraggedFile:
    """A window of another program, and a file that a person drags out of it."""

    def __init__(self, path):
        self._owner = start(["/usr/bin/python3", pathlib.Path(__file__).with_name("drag_source.py"), path],
                            stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._window, = wait_for(self._find_window, "the window to drag from")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        stop(self._owner)

    def _find_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Drag source$"],
                               capture_output=True, check=False)
        return found.stdout.decode().split()[:1]

    def drag_over(self, element):
        """Takes the file and moves it over the middle of a control; the button stays down."""
        x, y, width, height = wait_for(element.resting_place, f"a place of {element!r}")
        xdo("mousemove", "--window", self._window, 20, 20, "mousedown", 1)
        # Step by step, as a hand does: a drag begins and is told of by movements only.
        for step in range(1, 21):
            xdo("mousemove", 20 + (x + width // 2 - 20) * step // 20,
                20 + (y + height // 2 - 20) * step // 20, "sleep", 0.02)

    def drop(self):
        xdo("mouseup", 1)


class Skein:
    def __init__(self, executable, service, profile, log_path, token=None, hidden=False):
        environment = {
            **os.environ,
            # Libraries of the desktop leak; the unit tests look for leaks of ours.
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0:exitcode=99",
            "UBSAN_OPTIONS": "print_stacktrace=1",
            **({"SKEIN_TOKEN": token} if token else {})}
        self._log_path = log_path
        self._log = open(log_path, "ab")
        self._process = start(
            [*WITHOUT_RIGHTS, executable, "--profile", profile, "--server", service.url,
             *(["--hidden"] if hidden else [])], env=environment,
            stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log)
        self._bus = Bus()
        self.view = None
        if not hidden:
            self.find()

    def find(self):
        """Waits until its window is there."""
        self.view = wait_for(self._find_view, "Skein's window", START_SECONDS)
        self.window, = wait_for(self._find_window, "Skein's window on the screen")

    def _find_view(self):
        if self._process.poll() is not None:
            raise RuntimeError(f"Skein ended with status {self._process.returncode}")
        program = self._bus.program(self._process.pid)
        return program if program and program.children else None

    def _find_window(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--all", "--pid", str(self._process.pid), "--name",
             "Skein"], capture_output=True, check=False)
        return found.stdout.decode().split()[:1]

    @property
    def windows(self):
        """How many windows of the program are on the screen, menus too."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                str(self._process.pid), ""], capture_output=True, check=False)
        return len(found.stdout.split())

    @property
    def pid(self):
        return self._process.pid

    @property
    def is_shown(self):
        """Whether its window is on the screen."""
        return bool(self._find_window())

    @property
    def is_minimised(self):
        """Whether its window is the window manager's, but not on the screen."""
        found = subprocess.run(["xdotool", "search", "--all", "--pid", str(self._process.pid), "--name",
                                "Skein"], capture_output=True, check=False)
        return not self.is_shown and any(
            subprocess.run(["xdotool", "get_desktop_for_window", window], capture_output=True,
                           check=False).stdout.strip()
            for window in found.stdout.decode().split())

    @property
    def is_running(self):
        return self._process.poll() is None

    @property
    def title(self):
        return self.view.children[0].name

    @property
    def chats(self):
        return self.view.list("Chats")

    @property
    def messages(self):
        return self.view.list("Messages")

    def activate(self):
        xdo("windowactivate", "--sync", self.window)

    def minimise(self):
        xdo("windowminimize", "--sync", self.window)

    def paste_token(self, token):
        field = self.view.field("Access token").focus()
        with Clipboard(token):
            press_key("ctrl+a", "ctrl+v")
            # A hidden token says nothing to a screen reader either.
            if self.view.find(BUTTONS, "Show the token"):
                self.view.button("Show the token").press()
            wait_for(lambda: field.text.strip() == token.strip(), "the pasted token")

    def sign_in(self, token):
        self.paste_token(token)
        self.view.button("Sign in").press()

    def open_chat(self, title):
        """Clicks a chat, as a person does; its thread is there when this returns."""
        row = self.chats.row(lambda name: name.startswith(title), f"of {title}")
        click(row)
        try:
            wait_for(lambda: title in self.title, f"{title} in front", 10)
        except Timeout:  # chats move while the lists are read: it was another by then
            click(row)
            wait_for(lambda: title in self.title, f"{title} in front")
        wait_for(lambda: self.messages.children, f"messages of {title}")

    def search(self, name):
        """Leaves only this chat and a few like it in the list; returns its row."""
        self.activate()
        press_key("ctrl+k", "ctrl+a")
        type_text(name)
        field = self.view.field("Search chats")
        wait_for(lambda: field.text == name, "the typed name")
        row = self.chats.row(lambda row: row.startswith(name), f"of {name}", seconds=60)
        wait_for(lambda: len(self.chats.rows()) < 4, "the others out of the way")
        return row

    def find_chat(self, name):
        """Opens a chat by keyboard: searches it and presses Enter."""
        self.search(name)
        press_key("Return")
        wait_for(lambda: name in self.title, f"{name} in front")

    def open_menu(self):
        """Opens the menu of what has the focus, by keyboard."""
        before = self.windows
        press_key("shift+F10")
        wait_for(lambda: self.windows > before, "the menu")

    def fill(self, field, text):
        """Types into a field, in place of what is there."""
        element = self.view.field(field).focus()
        press_key("ctrl+a")
        type_text(text)
        wait_for(lambda: element.text == text, f"“{text}” in {field}")

    def write(self, text):
        """Types a message and presses Send."""
        field = self.view.field("Message").focus()
        type_text(text)
        wait_for(lambda: field.text == text, "the typed text")
        self.view.button("Send").press()

    def fill_disk(self):
        """From now on the system refuses every write to a file, as a full disk does."""
        self._room = resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (0, self._room[1]))

    def make_room(self):
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, self._room)

    def close_window(self):
        self.activate()
        press_key("alt+F4")

    def close(self):
        """Closes the window; returns the exit status."""
        self.close_window()
        return self.wait_for_end()

    def wait_for_end(self):
        wait_for(lambda: not self.is_running, "the end of the program")
        return self._process.returncode

    def crash(self):
        """Ends the program between two instructions."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def end(self):
        """However the test went: leaves nothing running. Returns what the sanitizers said."""
        stop(self._process)
        self._log.close()
        said = self._log_path.read_text(errors="replace")
        return said if SANITIZER_REPORT.search(said) else ""

# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole desktop of its own: screen, window manager, message bus, keyring, accessibility.

Everything lives in one throw-away folder and ends with this process, however that ends.
"""

import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

SCREEN = "1280x800x24"
KEYRING_PASSWORD = "for the tests only"
BUS_CONFIGURATION = """\
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Timeout(AssertionError):
    """What was waited for did not come."""


def pause_after(took):
    """Questions keep the program busy, too: most of the time is left to what is waited for."""
    time.sleep(max(0.05, 2 * took))


def wait_for(ask, what, seconds=40.0):
    """Asks again and again until the answer is true, and returns it."""
    deadline = time.monotonic() + seconds
    while True:
        asked = time.monotonic()
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise Timeout(f"waited {seconds:g} s in vain: {what}")
        pause_after(time.monotonic() - asked)


def never(ask, what, seconds):
    """Watches for a while that something does not happen."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        asked = time.monotonic()
        if ask():
            raise AssertionError(f"must not happen: {what}")
        pause_after(time.monotonic() - asked)


def _prepare_child():
    prctl_set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(prctl_set_parent_death_signal, signal.SIGKILL)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # Skein.fill_disk() refuses writes, kills nobody


def start(command, **options):
    """A child that cannot outlive this process."""
    return subprocess.Popen(command, preexec_fn=_prepare_child, **options)


def stop(process, seconds=10.0):
    """Asks a process to end, insists when it does not; returns its exit status."""
    if process.poll() is None:
        process.terminate()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


class Desktop:
    """Started once for a run of tests; the accessibility library knows one desktop per process."""

    def __init__(self, output):
        self.output = pathlib.Path(output)
        self.output.mkdir(parents=True, exist_ok=True)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="skein-desktop-"))
        self._processes = []
        self._keyring = None
        self._keyrings = 0
        self.log = open(self.output / "desktop.log", "wb")
        self._make_home()

    def __enter__(self):
        try:
            self._start_screen()
            self._start_message_bus()
            self.new_keyring()
            self._run(["openbox"])
            self._start_accessibility()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed([*self._processes, *filter(None, [self._keyring])]):
            stop(process, 3)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_keyring(self):
        """An empty, unlocked keyring in place of the one before."""
        self.remove_keyring()
        self._keyrings += 1
        data = self.folder / f"keyring-{self._keyrings}"
        data.mkdir()
        self._keyring = start(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env={**os.environ, "XDG_DATA_HOME": str(data)},
            stdin=subprocess.PIPE, stdout=self.log, stderr=self.log)
        self._keyring.stdin.write(KEYRING_PASSWORD.encode())
        self._keyring.stdin.close()
        wait_for(self._keyring_answers, "an unlocked keyring")

    def lock_keyring(self):
        """Nobody answers when it asks to be unlocked: there is no prompter on this desktop."""
        subprocess.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets",
             "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock",
             "array:objpath:/org/freedesktop/secrets/collection/login"],
            check=True, stdout=self.log, stderr=self.log, timeout=20)

    def remove_keyring(self):
        """A desktop without any keyring."""
        if self._keyring:
            stop(self._keyring)
            self._keyring = None
            wait_for(lambda: not self._has_name("org.freedesktop.secrets"), "no keyring")

    @property
    def downloads(self):
        """The person's folder of downloads."""
        return self.folder / "home" / "Downloads"

    def opened(self):
        """The addresses and files that programs gave to the desktop to open, in order."""
        return self._opened.read_text().splitlines() if self._opened.exists() else []

    def forget_opened(self):
        self._opened.unlink(missing_ok=True)

    def screenshot(self, name):
        """A picture of the whole screen, in the folder of results."""
        picture = self.output / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(picture)], check=False,
                       stdout=self.log, stderr=self.log)
        return picture

    def _run(self, command):
        process = start(command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self._processes.append(process)
        return process

    def _make_home(self):
        # No variable of the person who runs the tests leads to their own data.
        places = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data",
                  "XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "runtime", "TMPDIR": "tmp"}
        for variable, name in places.items():
            (self.folder / name).mkdir(mode=0o700)
            os.environ[variable] = str(self.folder / name)
        for variable in ("WAYLAND_DISPLAY", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "SKEIN_TOKEN",
                         "AT_SPI_BUS_ADDRESS", "GNOME_KEYRING_CONTROL", "XAUTHORITY",
                         "QT_QPA_PLATFORMTHEME", "SESSION_MANAGER", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
            os.environ.pop(variable, None)
        # Nothing is really opened: it is written down.
        self._opened = self.folder / "opened"
        opener = self.folder / "bin" / "xdg-open"
        opener.parent.mkdir()
        opener.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$1\" >> '{self._opened}'\n")
        opener.chmod(0o755)
        os.environ.update({
            "PATH": f"{opener.parent}:{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "XDG_CURRENT_DESKTOP": "Openbox", "XDG_SESSION_TYPE": "x11",
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "1", "GSETTINGS_BACKEND": "memory"})

    def _start_screen(self):
        reading, writing = os.pipe()
        self._processes.append(start(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log))
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        os.environ["DISPLAY"] = f":{number}"

    def _start_message_bus(self):
        # A bus that starts no service by itself: otherwise whoever asks for a keyring that is gone
        # gets a second, locked one, which then stands in the way of every later one.
        configuration = self.folder / "bus.conf"
        configuration.write_text(BUS_CONFIGURATION.format(folder=self.folder / "runtime"))
        bus = start(["dbus-daemon", f"--config-file={configuration}", "--nofork",
                     "--print-address"],
                    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log)
        self._processes.append(bus)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def _start_accessibility(self):
        # The bus would start it on demand; started here it ends with the other processes.
        launcher = next(path for path in ("/usr/libexec/at-spi-bus-launcher",
                                          "/usr/lib/at-spi2-core/at-spi-bus-launcher",
                                          "/usr/lib/at-spi-bus-launcher")
                        if os.path.exists(path))
        self._run([launcher, "--launch-immediately"])
        wait_for(lambda: self._has_name("org.a11y.Bus"), "the accessibility bus")

    def _has_name(self, name):
        answer = subprocess.run(
            ["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/",
             "org.freedesktop.DBus.NameHasOwner", f"string:{name}"],
            capture_output=True, check=False)
        return b"true" in answer.stdout

    def _keyring_answers(self):
        if not self._has_name("org.freedesktop.secrets"):
            return False
        attributes = ["skein-test", "keyring"]
        stored = subprocess.run(["secret-tool", "store", "--label=probe", *attributes],
                                input=b"probe", capture_output=True, check=False, timeout=20)
        if stored.returncode != 0:
            return False
        subprocess.run(["secret-tool", "clear", *attributes], check=True, timeout=20)
        return True

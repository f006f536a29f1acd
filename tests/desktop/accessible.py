# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a screen reader meets it: controls by role and accessible name.

Speaks AT-SPI over D-Bus by itself: libatspi answers the program's events in the middle of its own
calls and locks up there. Only where a control was found is remembered; what is said of it here is
so now.
"""

import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from desktop import wait_for  # noqa: E402

ATSPI = "org.a11y.atspi."
PATIENCE_MS = 5000

# Of AT-SPI's numbered roles and states those that Skein's controls have.
NOTIFICATION = 101
LISTS = (31, 55, 65, 66)  # list, table, tree, tree table
TEXT_FIELDS = (40, 61, 73, 79)  # password text, text, paragraph, entry
BUTTONS = (43, 62)  # push button, toggle button
LABEL = 29
ENDS = (*LISTS, *BUTTONS, LABEL)  # nothing that is looked for lies inside
WINDOWS = (16, 23, 69)  # dialog, frame, window
ACTIVE, ENABLED, FOCUSED, SHOWING = 1, 8, 12, 25


class Bus:
    """The accessibility bus of the desktop that the environment names."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address, = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
            Gio.DBusCallFlags.NONE, PATIENCE_MS).unpack()
        self._connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.found = {}  # what was looked for, and the control that it was

    def call(self, owner, path, interface, method, arguments=None):
        return self._connection.call_sync(
            owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
            PATIENCE_MS).unpack()

    def follow(self, state, heard):
        """Calls heard(owner, path) whenever a control says that it is "focused" or "showing" now."""
        self.call("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", ATSPI + "Registry",
                  "RegisterEvent", GLib.Variant("(s)", (f"object:state-changed:{state}",)))

        def told(_connection, owner, path, _interface, _signal, arguments):
            what, is_on = arguments.unpack()[:2]
            if what == state and is_on:
                heard(owner, path)
        self._connection.signal_subscribe(None, ATSPI + "Event.Object", "StateChanged", None, None,
                                          Gio.DBusSignalFlags.NONE, told)

    def program(self, process_id):
        """The application that this process shows, or None."""
        root = Element(self, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        return next((each for each in root.children if self._process_of(each) == process_id), None)

    def _process_of(self, element):
        try:
            return self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus",
                             "GetConnectionUnixProcessID",
                             GLib.Variant("(s)", (element.owner,)))[0]
        except GLib.Error:
            return None


class Element:
    """One control. A control may vanish at any time: what is asked of it then is empty."""

    def __init__(self, bus, owner, path):
        self.bus, self.owner, self.path = bus, owner, path

    def __repr__(self):
        return f"{self._call('Accessible', 'GetRoleName', otherwise='gone')} “{self.name}”"

    def __eq__(self, other):
        return (self.owner, self.path) == (other.owner, other.path)

    def _call(self, interface, method, arguments=None, otherwise=None):
        try:
            answer = self.bus.call(self.owner, self.path, ATSPI + interface, method, arguments)
            return answer[0] if answer else otherwise
        except GLib.Error:
            return otherwise

    def _property(self, interface, name, otherwise):
        try:
            return self.bus.call(self.owner, self.path, "org.freedesktop.DBus.Properties", "Get",
                                 GLib.Variant("(ss)", (ATSPI + interface, name)))[0]
        except GLib.Error:
            return otherwise

    @property
    def name(self):
        return self._property("Accessible", "Name", "")

    @property
    def description(self):
        return self._property("Accessible", "Description", "")

    @property
    def role(self):
        return self._call("Accessible", "GetRole", otherwise=0)

    @property
    def children(self):
        found = self._call("Accessible", "GetChildren", otherwise=[])
        return [Element(self.bus, owner, path) for owner, path in found]

    def has_state(self, state):
        words = self._call("Accessible", "GetState", otherwise=[])
        return len(words) > state // 32 and bool(words[state // 32] >> state % 32 & 1)

    @property
    def is_showing(self):
        return self.has_state(SHOWING)

    @property
    def is_enabled(self):
        return self.has_state(ENABLED)

    @property
    def text(self):
        """What is written in a text field."""
        return self._call("Text", "GetText", GLib.Variant("(ii)", (0, -1)), otherwise="")

    @property
    def bounds(self):
        """x, y, width, height on the screen."""
        on_screen = GLib.Variant("(u)", (0,))
        return self._call("Component", "GetExtents", on_screen, otherwise=(0, 0, 0, 0))

    def descendants(self):
        """Every control below this one that can be seen now, rows of lists left out."""
        for child in self.children:
            if not child.is_showing:
                continue
            yield child
            if child.role not in ENDS:
                yield from child.descendants()

    def find(self, roles, name):
        """The control of that name which can be seen now, or None."""
        wanted = (self.owner, self.path, roles, name)
        known = self.bus.found.get(wanted)
        if known and known.name == name and known.is_showing:
            return known
        for each in self.descendants():
            if each.name == name and each.role in roles:
                self.bus.found[wanted] = each
                return each
        return None

    def button(self, name):
        """Waits until the button can be pressed."""
        def ready():
            found = self.find(BUTTONS, name)
            return found if found and found.is_enabled else None
        return wait_for(ready, f"button “{name}”")

    def field(self, name):
        return wait_for(lambda: self.find(TEXT_FIELDS, name), f"field “{name}”")

    def list(self, name):
        return wait_for(lambda: self.find(LISTS, name), f"list “{name}”")

    def says(self, words):
        """Whether a label or another control that can be seen has these words in its name."""
        return any(words in each.name for each in self.descendants())

    def rows(self):
        """The names of a list's rows, in order."""
        return [child.name for child in self.children]

    def row(self, matches, what, seconds=40.0):
        """Waits for a row whose name matches."""
        def find():
            return next((each for each in self.children if matches(each.name)), None)
        return Row(wait_for(find, f"a row {what} in {self!r}", seconds), matches, find)

    def focus(self):
        def focused():
            self._call("Component", "GrabFocus")
            return self.has_state(FOCUSED)
        wait_for(focused, f"focus on {self!r}")
        return self

    def press(self, *wanted):
        """Does the first of these actions that the control has; its first one when none is named."""
        actions = [action[0] for action in self._call("Action", "GetActions", otherwise=[])]
        index = next((actions.index(each) for each in wanted or actions if each in actions), None)
        if index is None or not self._call("Action", "DoAction", GLib.Variant("(i)", (index,))):
            raise AssertionError(f"cannot press {self!r}: its actions are {actions}")

    def resting_place(self):
        """Its bounds when they are the same twice in a row, or None: lists move by themselves."""
        before = self.bounds
        time.sleep(0.05)
        return before if min(before[2:]) > 0 and self.bounds == before else None

    def outline(self, depth=0):
        """The tree as lines of text, for the report of a failure."""
        lines = ["  " * depth + repr(self) + ("" if self.is_showing else " (hidden)")]
        for child in self.children:
            lines += child.outline(depth + 1)
        return lines


class Row(Element):
    """A row of a list. Rows go and come anew whenever the list is filtered or sorted: this one is
    found again by its name when it is another's by the time that its place is asked for."""

    def __init__(self, found, matches, find):
        super().__init__(found.bus, found.owner, found.path)
        self._matches, self._find = matches, find

    @property
    def bounds(self):
        if not self._matches(self.name):
            now = self._find()
            if now:
                self.owner, self.path = now.owner, now.path
        return super().bounds

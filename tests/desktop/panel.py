#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A panel whose icons are told of on the session's bus (StatusNotifierItem), as in KDE and GNOME.

Started as a program it is the panel, and prints a line for each icon.
"""

import select
import subprocess
import sys

from gi.repository import Gio, GLib

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
INTERFACE = f"""\
<node><interface name="{WATCHER}">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
</interface></node>
"""


class Panel:
    def __init__(self, log):
        from desktop import start

        self._process = start(["/usr/bin/python3", __file__], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=log, bufsize=0)
        self._process.stdout.readline()  # it is there
        self._icon = None

    def stop(self):
        from desktop import stop

        stop(self._process)

    def wait_for_icon(self):
        """Of the one program that shows one."""
        if not self._icon:
            told, _, _ = select.select([self._process.stdout], [], [], 20)
            assert told, "no icon came to the panel"
            self._icon = self._process.stdout.readline().decode().strip()

    def _call(self, interface, method, arguments, answer=None):
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.wait_for_icon()
        return bus.call_sync(self._icon, "/StatusNotifierItem", interface, method, arguments,
                             answer, Gio.DBusCallFlags.NONE, 5000).unpack()

    def click(self):
        self._call(ITEM, "Activate", GLib.Variant("(ii)", (0, 0)))

    @property
    def tool_tip(self):
        what = GLib.Variant("(ss)", (ITEM, "ToolTip"))
        return self._call("org.freedesktop.DBus.Properties", "Get", what)[0][2]


def be_the_panel():
    values = {"IsStatusNotifierHostRegistered": GLib.Variant("b", True),
              "RegisteredStatusNotifierItems": GLib.Variant("as", []),
              "ProtocolVersion": GLib.Variant("i", 0)}

    def called(_bus, sender, _path, _interface, method, _arguments, invocation):
        invocation.return_value(None)
        if method == "RegisterStatusNotifierItem":
            print(sender, flush=True)

    def asked(_bus, _sender, _path, _interface, name):
        return values[name]

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    bus.register_object("/StatusNotifierWatcher", interface, called, asked, None)
    Gio.bus_own_name_on_connection(bus, WATCHER, Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: print("there", flush=True), lambda *_: sys.exit(1))
    GLib.MainLoop().run()


if __name__ == "__main__":
    be_the_panel()

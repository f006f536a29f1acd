#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program's window that a file can be dragged out of, above all others in a corner.

Started by DraggedFile (program.py) with the file's path.
"""

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

SIZE = 60


def main():
    address = pathlib.Path(sys.argv[1]).as_uri()
    window = Gtk.Window(title="Drag source")
    window.set_default_size(SIZE, SIZE)
    window.set_decorated(False)
    window.set_keep_above(True)
    window.set_accept_focus(False)
    handle = Gtk.EventBox()
    window.add(handle)
    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    handle.drag_source_add_uri_targets()
    handle.connect("drag-data-get", lambda _widget, _drag, data, _info, _time: data.set_uris([address]))
    window.connect("destroy", Gtk.main_quit)
    window.show_all()
    window.move(0, 0)
    Gtk.main()


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import subprocess

from accessible import BUTTONS, TEXT_FIELDS
from case import DesktopTest
from desktop import wait_for


class Languages(DesktopTest):
    """The program speaks the language of the settings, or the system's."""

    longest = 60

    def test_the_language_of_the_settings_is_spoken_from_the_start(self):
        (self.profile / "skein.ini").write_text("[window]\nlanguage=es\n")
        skein = self.start_signed_in()
        wait_for(lambda: skein.view.find(TEXT_FIELDS, "Buscar chats"), "the search in Spanish")
        self.assertIsNotNone(skein.view.find(BUTTONS, "Ajustes"))
        self.assertIsNone(skein.view.find(BUTTONS, "Settings"))

    def help(self, **environment):
        return subprocess.run([self.skein_executable, "--help"], env={**os.environ, **environment},
                              capture_output=True, check=True, timeout=60).stdout.decode()

    def test_help_comes_in_the_systems_language(self):
        self.assertIn("Mostrar esta ayuda.", self.help(LC_ALL="es_MX.UTF-8", LANGUAGE="es"))
        self.assertIn("Show this help.", self.help(LC_ALL="de_AT.UTF-8", LANGUAGE="de"))

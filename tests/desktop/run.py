#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the desktop tests: the real program on a desktop made for them.

Pictures and logs of what failed are left in the folder of results.
"""

import argparse
import pathlib
import sys
import unittest

from desktop import Desktop


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--skein", required=True, help="the program")
    parser.add_argument("--service", required=True, help="skein-demo-service")
    parser.add_argument("--output", required=True, help="folder of results")
    parser.add_argument("-k", dest="patterns", action="append", help="only tests named so")
    arguments = parser.parse_args()

    with Desktop(arguments.output) as desktop:
        from case import DesktopTest  # needs the desktop's environment

        DesktopTest.desktop = desktop
        DesktopTest.skein_executable = arguments.skein
        DesktopTest.service_executable = arguments.service
        loader = unittest.TestLoader()
        if arguments.patterns:
            loader.testNamePatterns = [f"*{pattern}*" for pattern in arguments.patterns]
        tests = loader.discover(str(pathlib.Path(__file__).parent))
        result = unittest.TextTestRunner(verbosity=2).run(tests)
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


if __name__ == "__main__":
    sys.exit(main())

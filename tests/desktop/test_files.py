# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that messages carry, taken and opened by keys alone; and what is heard of all cards."""

import shutil

from desktop import wait_for
from keyboard import KeyboardTest
from program import click, press_key

LARGE = 300_000  # bytes: more than one packet, so that half of it is something


class Files(KeyboardTest):
    def setUp(self):
        super().setUp()
        shutil.rmtree(self.desktop.downloads, ignore_errors=True)

    def hear_file(self, name, text, **order):
        file = self.service.file(self.place, name, text, type="text/plain", **order)
        self.hear("the plan", [{"type": "file", "file_id": file}])

    def downloaded(self):
        folder = self.desktop.downloads
        return sorted(each.name for each in folder.iterdir()) if folder.exists() else []

    def row_without(self, *words):
        return self.skein.messages.row(
            lambda name: "the plan" in name and not any(word in name for word in words),
            f"without {words}")

    def test_a_file_is_stopped_half_way_taken_and_opened_after_the_question(self):
        self.service.fault(kind="stall", method="GET", path="/files/", times=1, delayMs=60_000)
        self.hear_file("plan.txt", "x" * LARGE)
        self.keys.go_to_message("the plan", "file plan.txt")
        self.assertEqual(self.downloaded(), [])
        press_key("Return")
        self.row_with("the plan", "file plan.txt", "so far")
        self.assertEqual(self.downloaded(), ["plan.txt.part"])
        press_key("Return")
        self.row_without("so far", "Downloaded")
        wait_for(lambda: self.downloaded() == [], "no trace of it")

        press_key("Return")
        self.row_with("the plan", "file plan.txt", "Downloaded")
        self.assertEqual(self.downloaded(), ["plan.txt"])
        path = self.desktop.downloads / "plan.txt"
        self.assertEqual(path.read_text(), "x" * LARGE)

        press_key("Return")
        self.keys.wait_for_focus("Cancel")
        press_key("Return")
        wait_for(lambda: "the plan" in self.keys.focus_name, "the thread again")
        self.assertEqual(self.desktop.opened(), [])
        press_key("Return")
        self.keys.wait_for_focus("Cancel")
        self.keys.tab_to("Open")
        press_key("Return")
        opened, = self.wait_for_opened()
        self.assertEqual(opened.removeprefix("file://"), str(path))

    def test_a_name_that_leads_elsewhere_stays_in_the_folder_of_downloads(self):
        self.hear_file("../../x", "mischief")
        self.keys.go_to_message("the plan", "file ")
        press_key("Return")  # its name may still be on its way
        self.row_with("the plan", "Downloaded")
        self.assertEqual(self.downloaded(), ["x"])
        self.assertFalse((self.desktop.downloads / ".." / ".." / "x").exists())
        press_key("Return")
        self.keys.wait_for_focus("Cancel")
        self.assertTrue(self.skein.view.says("Open \u201cx\u201d?"))
        press_key("Escape")
        self.assertEqual(self.desktop.opened(), [])

    def test_a_lost_download_says_so_and_is_taken_again(self):
        # Each time: a connection that ends before its first byte is tried again by the network itself.
        self.service.fault(kind="cutOff", method="GET", path="/files/", times=-1)
        self.hear_file("plan.txt", "x" * LARGE)
        self.keys.go_to_message("the plan", "file plan.txt")
        press_key("Return")
        self.row_without("KiB", "so far", "Downloaded")  # but a reason
        self.assertEqual(self.downloaded(), [])
        self.service.no_faults()
        press_key("Return")
        self.row_with("the plan", "Downloaded")
        self.assertEqual(self.downloaded(), ["plan.txt"])


class WhatIsHeard(KeyboardTest):
    def prepare(self):
        lake = self.service.picture(kind="lake", width=640, height=480)
        fog = self.service.picture(kind="fog", width=640, height=360)
        file = self.service.file(self.place, "plan.txt", "x" * 2000, type="text/plain")
        dusk = self.say("at dusk", {"type": "image", "url": lake})
        self.service.react(self.place, dusk, self.person, "\U0001F44D")
        self.service.react(self.place, dusk, self.service.me, "\U0001F389")
        self.say("the start", {"type": "video", "url": "https://v.groupme.com/1/a.mp4",
                               "preview_url": fog})
        self.say("we meet", {"type": "location", "name": "Boathouse", "lat": "51.7470",
                             "lng": "-1.2530"})
        self.say("the plan", {"type": "file", "file_id": file})
        return True

    def say(self, text, attachment):
        return self.service.say_with(self.place, self.person, text, [attachment])

    def test_cards_say_who_what_and_with_which_words(self):
        self.row_with("at dusk")  # so that the way to the newest is there
        self.keys.step_to("shift+Tab", lambda said: said.startswith("Jump to newest"), "the newest")
        press_key("space")
        self.row_with("the plan", "file plan.txt")  # its name comes once it is seen
        for text, expected in {
                "at dusk": f"{self.name}: photo, 640 by 480, with caption at dusk, 2 reactions, ",
                "the start": f"{self.name}: video, with caption the start, ",
                "we meet": f"{self.name}, we meet, location Boathouse, ",
                "the plan": f"{self.name}, the plan, file plan.txt, 1.95 KiB, "}.items():
            name = self.row_with(text).name
            self.assertTrue(name.startswith(expected), name)

    def test_polls_and_events_say_what_they_ask_and_how_it_stands(self):
        self.skein.find_chat("Rowing club")  # which comes up where there is news, once that is known
        if not self.skein.title.startswith("Rowing club"):
            click(self.skein.view.list("Topics").row(
                lambda name: name.startswith("Main chat"), "of the main chat"))
            wait_for(lambda: self.skein.title.startswith("Rowing club"), "the main chat in front")
            self.skein.view.field("Message").focus()
        self.keys.wait_for_focus("Message")
        self.keys.go_to_message("Created new poll")
        self.row_with("poll Which morning for the long row?",
                      "Saturday, before anybody is up: 3", "Sunday, like civilised people: 4")
        self.keys.step("Down")
        event = self.row_with("event Winter regatta", "The boathouse", "4 going, 1 not")
        self.assertIn("created event", event.name)
        # They are read here, and answered in GroupMe: there is nothing that Enter opens by itself.
        self.assertEqual(self.desktop.opened(), [])

# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything one does with what messages carry, by keys alone: no click, and no help by way of the
tree that screen readers have. It is only listened to."""

import re

from desktop import wait_for
from keyboard import KeyboardTest
from program import press_key, type_text

TIME = re.compile(r"\(\d{1,2}:\d\d[^)]*\)|\([^)]*\d{1,2}:\d\d[^)]*\)")


class ByKeyboard(KeyboardTest):
    def test_a_message_is_answered_and_gone_to_and_come_back_from(self):
        self.hear("Who brings the cake?")
        self.keys.go_to_message(f"{self.name}, Who brings")
        press_key("r")
        self.keys.wait_for_focus("Message")
        wait_for(lambda: self.skein.view.says("Reply to"), "the bar of the answer")
        self.write("I do, with candles")
        attachment = self.newest()["attachments"][0]
        self.assertEqual(attachment["reply_id"], self.message("Who brings the cake?")["id"])

        self.keys.go_to_message("You, I do, with candles", "reply to", key="Down")
        press_key("Return")
        wait_for(lambda: f"{self.name}, Who brings" in self.keys.focus_name, "the answered message")
        press_key("alt+Left")
        self.back_to_field()

    def test_a_reaction_is_given_and_taken_back(self):
        self.hear("Snow on Sunday")
        row = f"{self.name}, Snow on Sunday"
        self.keys.go_to_message(row)
        self.keys.menu("React", "\U0001F44D")
        self.row_with(row, "1 reaction")
        wait_for(lambda: self.message("Snow on Sunday").get("reactions"), "it at the service")
        self.keys.menu("React", "\U0001F44D")
        self.skein.messages.row(lambda name: row in name and "reaction" not in name, "without it")
        wait_for(lambda: not self.message("Snow on Sunday").get("reactions"), "its end at the service")

    def test_own_messages_are_edited_from_the_field_and_from_the_thread(self):
        self.write("Half past sevn")
        self.write("At the gaet")
        press_key("Up")
        wait_for(lambda: self.skein.view.says("Edit message"), "the bar of the edit")
        press_key("ctrl+a")
        self.keys.write_and_send("At the gate")
        self.row_with("You, At the gate", "edited")
        self.keys.go_to_message("You, Half past sevn")
        press_key("e")
        self.keys.wait_for_focus("Message")
        wait_for(lambda: self.skein.view.says("Edit message"), "the bar of the edit")
        press_key("ctrl+a")
        self.keys.write_and_send("Half past seven")
        self.row_with("You, Half past seven", "edited")
        wait_for(lambda: {"Half past seven", "At the gate"} <= set(self.service.texts(self.person)),
                 "both at the service")

    def test_a_message_is_pinned_gone_to_and_unpinned(self):
        self.hear("Gate code until Monday")
        self.keys.go_to_message("Gate code until Monday")
        self.keys.menu("Pin")
        bar = wait_for(self.pinned_bar, "the bar of what is pinned")
        wait_for(lambda: self.message("Gate code until Monday")["pinned_at"], "it at the service")
        self.keys.step_to("shift+Tab", lambda name: name == bar.name, "the bar")
        press_key("space")
        wait_for(lambda: "Gate code until Monday" in self.keys.focus_name
                 and not self.keys.focus_name.startswith("Pinned"), "the pinned message")
        self.keys.menu("Unpin")
        wait_for(lambda: not self.message("Gate code until Monday")["pinned_at"], "its end there")
        wait_for(lambda: not self.pinned_bar(), "no bar any more")

    def pinned_bar(self):
        return next((each for each in self.skein.view.descendants()
                     if each.name.startswith("Pinned message") and "Gate code" in each.name), None)

    def test_texts_quotations_and_several_messages_are_copied(self):
        self.hear("Bring a rope")
        self.write("And two oars")
        self.write("Nothing else")
        self.keys.go_to_message("You, And two oars")
        press_key("ctrl+c")
        self.wait_for_clipboard(lambda text: text == "And two oars", "the text")
        self.keys.step("Up")
        self.keys.menu("Copy as quotation")
        self.wait_for_clipboard(lambda text: text == f"> {self.name}: Bring a rope\n", "the quotation")
        self.keys.step("shift+Down")
        self.keys.step("shift+Down")
        press_key("ctrl+c")
        said = self.wait_for_clipboard(lambda text: text.count("\n") == 2, "three messages")
        self.assertEqual([TIME.sub("(time)", line) for line in said.splitlines()],
                         [f"{self.name} (time): Bring a rope", f"{self.me} (time): And two oars",
                          f"{self.me} (time): Nothing else"])

    @property
    def me(self):
        return self.service.me["name"]

    def test_a_message_is_deleted_only_after_the_question(self):
        self.write("Wrong window")
        self.keys.go_to_message("You, Wrong window")
        press_key("Delete")
        self.keys.wait_for_focus("Keep")
        press_key("Return")
        wait_for(lambda: "Wrong window" in self.keys.focus_name, "the thread again")
        self.assertFalse(self.message("Wrong window").get("deleted_at"))
        press_key("Delete")
        self.keys.wait_for_focus("Keep")
        self.keys.tab_to("Delete")
        press_key("Return")
        self.row_with("Message deleted")
        wait_for(lambda: "Wrong window" not in self.service.texts(self.person), "its end there")


class CardsByKeyboard(KeyboardTest):
    def picture(self, text, width, height):
        url = self.service.picture(kind="lake", width=width, height=height)
        self.hear(text, [{"type": "image", "url": url}])

    def test_pictures_are_looked_at_and_left(self):
        self.picture("the first lake", 640, 480)
        self.picture("the second lake", 320, 200)
        self.keys.go_to_message("photo, 640 by 480, with caption the first lake")
        press_key("Return")
        self.wait_for_photo("640 by 480")
        press_key("Right")
        self.wait_for_photo("320 by 200")
        press_key("Left")
        self.wait_for_photo("640 by 480")
        self.desktop.screenshot("viewer")
        self.keys.tab_to("Zoom in")
        press_key("space", "plus", "minus", "r", "0")
        self.keys.tab_to("Copy photo")
        press_key("space")
        wait_for(lambda: self.skein.view.says("Copied."), "that it is copied")
        press_key("Escape")
        wait_for(lambda: "the first lake" in self.keys.focus_name, "the thread again")

    def wait_for_photo(self, size):
        wait_for(lambda: any(each.name.startswith("Photo ") and each.name.endswith(size)
                             for each in self.skein.view.descendants()), f"the photo of {size}")

    def test_a_place_is_attached_sent_and_shown_on_a_map(self):
        press_key("ctrl+shift+a")
        self.keys.choose("Location\u2026")
        self.keys.wait_for_focus("Name")
        type_text("Boathouse")
        self.keys.step("Tab")
        type_text("48.2082")
        self.keys.step("Tab")
        type_text("16.3738")
        press_key("Return")
        self.keys.wait_for_focus("Message")
        wait_for(lambda: any("Boathouse" in each.description
                             for each in self.skein.view.descendants()), "the attached place")
        self.write("Come here")
        place = self.newest()["attachments"][0]
        self.assertEqual((place["type"], place["name"]), ("location", "Boathouse"))
        self.assertEqual(self.desktop.opened(), [])
        self.keys.go_to_message("You, Come here", "location Boathouse")
        press_key("Return")
        address, = self.wait_for_opened()
        self.assertIn("https://www.openstreetmap.org/", address)
        self.assertIn("mlat=48.208200&mlon=16.373800", address)

    def test_a_video_is_played_outside(self):
        preview = self.service.picture(kind="fog", width=640, height=360)
        self.hear("the start", [{"type": "video", "url": "https://v.groupme.com/1/a.mp4",
                                 "preview_url": preview}])
        self.keys.go_to_message(f"{self.name}: video, with caption the start")
        self.assertEqual(self.desktop.opened(), [])
        press_key("Return")
        self.assertEqual(self.wait_for_opened(), ["https://v.groupme.com/1/a.mp4"])

    def test_emoji_are_found_by_name_and_chosen(self):
        press_key("ctrl+e")
        self.keys.wait_for_focus("Search emoji")
        type_text("dog face")
        self.keys.wait_for_focus("dog face")
        press_key("Return")
        field = self.keys.wait_for_focus("Message")
        wait_for(lambda: field.text == "\U0001F436", "the dog")
        type_text(" and :sailb")
        wait_for(lambda: "sailboat" in field.description, "the offer of a sailboat")
        press_key("Return")
        wait_for(lambda: field.text.strip() == "\U0001F436 and \u26F5", "the boat")
        press_key("Return")
        self.row_with("You, \U0001F436 and \u26F5", "sent")
        wait_for(lambda: self.newest()["text"].strip() == "\U0001F436 and \u26F5", "it there")

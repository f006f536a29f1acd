# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What messages carry beside their text, made and shown by the real program."""

import subprocess

from accessible import BUTTONS
from case import DesktopTest
from desktop import wait_for
from program import Clipboard, DraggedFile, press_key, type_text


def picture(width, height):
    """A PNG of that many pixels."""
    return subprocess.run(["convert", "-size", f"{width}x{height}", "gradient:navy-orange", "png:-"],
                          check=True, capture_output=True).stdout


class Contents(DesktopTest):
    def setUp(self):
        super().setUp()
        self.person = self.service.talkative_person()
        self.place = self.service.conversation_with(self.person)
        self.skein = self.start_signed_in()
        self.skein.open_chat(self.person["name"])

    def row_with(self, *words):
        return self.skein.messages.row(
            lambda name: all(word in name for word in words), f"with {words}")

    def newest(self):
        return self.service.messages(self.person)[-1]

    def sent(self, text):
        """Writes a message and waits until the service has it; returns its row."""
        self.skein.write(text)
        wait_for(lambda: "sent" in self.row_with(text).name, "its state")
        return self.row_with(text)

    def test_a_pasted_picture_arrives_with_its_caption(self):
        field = self.skein.view.field("Message").focus()
        with Clipboard(picture(320, 200), "image/png"):
            press_key("ctrl+v")
            wait_for(lambda: self.skein.view.says("Photo"), "the preview of the picture")
            type_text("the bridge at dusk")
            wait_for(lambda: field.text == "the bridge at dusk", "the typed text")
        self.skein.view.button("Send").press()
        self.row_with("the bridge at dusk", "photo, 320 by 200")
        wait_for(lambda: self.newest()["text"] == "the bridge at dusk", "the message at the service")
        self.assertEqual([each["type"] for each in self.newest()["attachments"]], ["image"])
        self.assertIn("320x200", self.newest()["attachments"][0]["url"])
        wait_for(lambda: "sent" in self.row_with("the bridge at dusk").name, "its state")

    def test_a_lost_upload_is_tried_again_and_sends_one_message(self):
        self.service.fault(kind="status", method="POST", path="pictures", times=1, status=503)
        self.skein.view.field("Message").focus()
        with Clipboard(picture(64, 48), "image/png"):
            press_key("ctrl+v")
            wait_for(lambda: self.skein.view.says("Photo"), "the preview of the picture")
        press_key("Return")
        wait_for(lambda: "sent" in self.row_with("photo, 64 by 48").name, "its state", seconds=60)
        pictures = [message for message in self.service.messages(self.person)
                    if any("64x48" in each.get("url", "") for each in message["attachments"])]
        self.assertEqual(len(pictures), 1)

    def test_a_sending_that_is_cancelled_on_its_way_comes_back_to_the_field(self):
        self.service.fault(kind="delay", method="POST", path="pictures", times=-1, delayMs=20_000)
        field = self.skein.view.field("Message").focus()
        with Clipboard(picture(320, 200), "image/png"):
            press_key("ctrl+v")
            wait_for(lambda: self.skein.view.says("Photo"), "the preview of the picture")
        type_text("the bridge at dusk")
        wait_for(lambda: field.text == "the bridge at dusk", "the typed text")
        press_key("Return")
        row = self.row_with("the bridge at dusk", "sending, ")
        self.assertEqual(field.text, "")
        self.assertFalse(self.skein.view.says("Photo"))
        row.press("cancel sending")
        wait_for(lambda: field.text == "the bridge at dusk", "the text in the field")
        wait_for(lambda: self.skein.view.says("Photo"), "the picture above it")
        wait_for(lambda: not any("the bridge at dusk" in name for name in self.skein.messages.rows()),
                 "no row of it")

        self.service.no_faults()
        press_key("Return")  # the keyboard is in the field again
        wait_for(lambda: "sent" in self.row_with("the bridge at dusk").name, "its state", seconds=60)
        self.assertEqual(self.service.texts(self.person).count("the bridge at dusk"), 1)
        self.assertIn("320x200", self.newest()["attachments"][0]["url"])

    def test_a_file_dropped_on_the_thread_is_attached(self):
        path = self.profile.with_suffix(".png")
        path.write_bytes(picture(320, 200))
        with DraggedFile(path) as file:
            file.drag_over(self.skein.messages)
            wait_for(lambda: self.skein.view.says("Drop"), "the invitation to drop it")
            file.drop()
            wait_for(lambda: self.skein.view.says("Photo"), "the preview of the picture")
        self.assertTrue(path.exists())  # it is copied, not taken away
        self.skein.write("the bridge at dusk")
        self.row_with("the bridge at dusk", "photo, 320 by 200")
        wait_for(lambda: "sent" in self.row_with("the bridge at dusk").name, "its state")

    def test_a_reaction_is_given_and_what_others_give_is_counted(self):
        self.sent("Who is in for Sunday?")
        message = self.newest()["id"]
        self.service.react(self.place, message, self.person, "\U0001F44D")
        row = self.row_with("Who is in for Sunday?", "1 reaction")
        row.press("react")
        press_key("Down", "Return")
        self.row_with("Who is in for Sunday?", "2 reactions")
        wait_for(lambda: len(self.newest()["reactions"]) == 2, "both at the service")

    def test_an_own_message_is_edited_with_the_keyboard(self):
        self.sent("Half past sevn")
        self.skein.view.field("Message").focus()
        press_key("Up")
        wait_for(lambda: self.skein.view.says("Edit message"), "the bar of the edit")
        press_key("ctrl+a")
        type_text("Half past seven")
        press_key("Return")
        self.row_with("Half past seven", "edited")
        wait_for(lambda: "Half past seven" in self.service.texts(self.person), "it at the service")
        self.assertNotIn("Half past sevn", self.service.texts(self.person))

    def test_an_answer_names_what_it_answers(self):
        self.sent("Is the van ours on Friday?")
        answered = self.newest()["id"]
        self.row_with("Is the van ours on Friday?").press("reply")
        wait_for(lambda: self.skein.view.says("Reply to"), "the bar of the answer")
        type_text("It is, till noon")
        press_key("Return")
        self.row_with("It is, till noon", "reply to you: Is the van ours on Friday?", "sent")
        attachment = self.newest()["attachments"][0]
        self.assertEqual((attachment["type"], attachment["reply_id"]), ("reply", answered))

    def test_a_pinned_message_stands_above_the_thread(self):
        self.sent("Gate code until Monday: ask me").press("pin")
        bar = wait_for(lambda: next(
            (each for each in self.skein.view.descendants()
             if each.role in BUTTONS and each.name.startswith("Pinned message")
             and "Gate code" in each.name), None), "the bar of what is pinned")
        self.assertTrue(bar.is_enabled)
        wait_for(lambda: any(message["text"].startswith("Gate code") and message["pinned_at"]
                             for message in self.service.messages(self.person)), "the pin")

    def test_the_token_never_goes_to_where_pictures_lie(self):
        url = self.service.picture(kind="lake", width=640, height=480)
        self.service.say_with(self.place, self.person, "look", [{"type": "image", "url": url}])
        self.row_with("look", "photo, 640 by 480")
        wait_for(lambda: any("/i.groupme.com/" in each["path"] for each in self.service.requests()),
                 "the picture fetched")
        log = self.service.requests()
        self.assertTrue(any(each["token_in_header"] for each in log))
        self.assertEqual([each for each in log if each["violations"]], [])
        self.assertEqual([each["path"] for each in log if "/i.groupme.com/" in each["path"]
                          and each["token_in_header"]], [])

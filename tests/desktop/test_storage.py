# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

import contextlib
import sqlite3

from case import DesktopTest
from desktop import wait_for
from program import press_key, type_text

SET_ASIDE = "was damaged and has been set aside"
UNWRITABLE = "Skein cannot write to its folder"


def damage_messages(file):
    """Overwrites the pages that hold messages, and leaves the rest of the database."""
    with contextlib.closing(sqlite3.connect(file)) as database:
        pages = [number for number, in database.execute(
            "SELECT pageno FROM dbstat WHERE name = 'message' AND pagetype = 'leaf'")]
        size, = database.execute("PRAGMA page_size").fetchone()
    with open(file, "r+b") as contents:
        for number in pages:
            contents.seek((number - 1) * size)
            contents.write(b"\x5a" * 200)


class Storage(DesktopTest):
    """The file in which Skein keeps an account is damaged, or cannot be written."""

    def setUp(self):
        super().setUp()
        self.person = self.service.talkative_person()

    @property
    def database(self):
        file, = self.profile.glob("accounts/*/skein.sqlite")
        return file

    def test_a_ruined_file_is_set_aside_and_the_messages_return(self):
        skein = self.start_signed_in()
        chats = wait_for(lambda: skein.chats.rows(), "chats")
        self.assert_closes(skein)
        self.database.write_bytes(b"noise " * 20000)

        skein = self.start_signed_in()
        wait_for(lambda: skein.view.says(SET_ASIDE), "the sentence")
        wait_for(lambda: len(skein.chats.rows()) >= len(chats), "the chats again", seconds=60)
        skein.open_chat(self.person["name"])
        newest = self.service.texts(self.person)[-1]
        skein.messages.row(lambda name: newest in name, f"with “{newest}”")
        skein.view.button("Close this notice").press()
        wait_for(lambda: not skein.view.says(SET_ASIDE), "the notice closed")
        self.assertTrue(self.database.with_name("skein.sqlite.damaged-1").exists())
        self.assert_closes(skein)

        skein = self.start_signed_in()
        wait_for(lambda: skein.chats.rows(), "chats")
        self.assertFalse(skein.view.says(SET_ASIDE))

    def write_unsent(self, waiting, draft):
        """Leaves a message that cannot go out and, for somebody else, a draft; ends Skein."""
        other = next(person for person in self.service.people
                     if person != self.person and person["messages"])
        self.service.fault(kind="dropBefore", method="POST", path="direct_messages", times=-1)
        skein = self.start_signed_in()
        if waiting:
            skein.open_chat(self.person["name"])
            skein.write(waiting)
            skein.messages.row(lambda name: waiting in name, "that waits")
        skein.open_chat(other["name"])
        field = skein.view.field("Message").focus()
        type_text(draft)
        wait_for(lambda: field.text == draft, "the typed text")
        skein.open_chat(self.person["name"])
        self.assert_closes(skein)
        self.service.no_faults()
        return other

    def test_damage_is_said_where_it_is_met_and_a_draft_outlives_it(self):
        draft = "and before I forget"
        other = self.write_unsent("", draft)
        damage_messages(self.database)

        skein = self.start_signed_in()  # meets the damage where it reads
        wait_for(lambda: skein.view.says("is damaged. Quit Skein and start it again"), "a sentence")
        self.assert_closes(skein)

        skein = self.start_signed_in()
        wait_for(lambda: skein.view.says(SET_ASIDE), "the sentence")
        skein.open_chat(other["name"])
        wait_for(lambda: skein.view.field("Message").text == draft, "the draft")

    def test_drafts_and_waiting_messages_outlive_the_loss_of_all_else(self):
        waiting, draft = "The lock opens at ten", "and before I forget"
        other = self.write_unsent(waiting, draft)
        self.database.write_bytes(b"noise " * 20000)

        skein = self.start_signed_in()
        wait_for(lambda: skein.view.says(SET_ASIDE), "the sentence")
        skein.open_chat(other["name"])
        wait_for(lambda: skein.view.field("Message").text == draft, "the draft")
        wait_for(lambda: waiting in self.service.texts(self.person), "the message", seconds=90)
        skein.open_chat(self.person["name"])
        row = skein.messages.row(lambda name: waiting in name and "sent" in name, "that is sent")
        self.assertIn(waiting, row.name)
        self.assertEqual(self.service.texts(self.person).count(waiting), 1)

    def test_a_read_only_folder_shows_what_is_there_and_loses_no_text(self):
        skein = self.start_signed_in()
        skein.open_chat(self.person["name"])
        self.assert_closes(skein)
        folder = self.database.parent
        files = [self.database, self.database.with_name("skein-unsent.sqlite")]
        for file in files:
            file.chmod(0o444)
        folder.chmod(0o555)
        try:
            skein = self.start_signed_in()
            wait_for(lambda: skein.view.says(UNWRITABLE), "the sentence")
            skein.open_chat(self.person["name"])
            newest = self.service.texts(self.person)[-1]
            skein.messages.row(lambda name: newest in name, f"with “{newest}”")
            text = "The key is under the mat"
            skein.write(text)
            wait_for(lambda: skein.view.says("It is back where you wrote it."), "a reason")
            field = skein.view.field("Message")
            self.assertEqual(field.text, text)
            self.desktop.screenshot(self.id())
        finally:
            folder.chmod(0o755)
            for file in files:
                file.chmod(0o644)
        skein.view.button("Try again").press()
        wait_for(lambda: not skein.view.says(UNWRITABLE), "the notice gone")
        skein.view.button("Send").press()
        wait_for(lambda: text in self.service.texts(self.person), "the message at the service")
        skein.messages.row(lambda name: text in name and "sent" in name, "that is sent")
        self.assertEqual(self.service.texts(self.person).count(text), 1)

    def test_a_disk_that_fills_up_is_said_and_what_was_typed_comes_through(self):
        other = next(person for person in self.service.people
                     if person != self.person and person["messages"])
        skein = self.start_signed_in()
        for person in (other, self.person):
            skein.open_chat(person["name"])
        skein.fill_disk()
        draft = "Nothing of this is to be lost"
        field = skein.view.field("Message").focus()
        type_text(draft)
        wait_for(lambda: skein.view.says(UNWRITABLE), "the sentence")
        skein.open_chat(other["name"])
        self.assertEqual(skein.view.field("Message").text, "")
        skein.open_chat(self.person["name"])
        wait_for(lambda: field.text == draft, "the draft")
        heard = "The disk cannot take this yet"
        self.service.say(self.person, heard)

        skein.make_room()
        wait_for(lambda: not skein.view.says(UNWRITABLE), "the notice gone by itself", seconds=40)
        skein.messages.row(lambda name: heard in name, f"with “{heard}”")
        self.assert_closes(skein)
        skein = self.start_signed_in()
        wait_for(lambda: skein.view.field("Message").text == draft, "the draft after a restart")

    def test_closing_asks_before_typed_text_is_lost(self):
        skein = self.start_signed_in()
        skein.open_chat(self.person["name"])
        skein.fill_disk()
        skein.view.field("Message").focus()
        type_text("Not to be lost")
        wait_for(lambda: skein.view.says(UNWRITABLE), "the sentence")
        skein.activate()
        press_key("alt+F4")
        question = wait_for(lambda: next((each for each in skein.view.children
            if each.says("Close Skein and lose what you typed?")), None), "a question")
        question.button("Close and lose it").press()
        wait_for(lambda: not skein.is_running, "the end of the program")

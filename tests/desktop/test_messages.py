# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

from case import DesktopTest
from desktop import wait_for
from program import click, press_key


class Messages(DesktopTest):
    longest = 300  # one goes back through them

    def setUp(self):
        super().setUp()
        self.person = self.service.talkative_person()
        self.skein = self.start_signed_in()

    def open(self):
        self.skein.open_chat(self.person["name"])
        return self.skein.messages

    def row_with(self, text):
        return self.skein.messages.row(lambda name: text in name, f"with “{text}”")

    def test_the_newest_messages_can_be_read(self):
        self.open()
        newest = self.service.messages(self.person)[-1]
        row = self.row_with(newest["text"])
        self.assertTrue(row.name.startswith((newest["name"], "You")), row.name)

    def test_a_written_message_reaches_the_service_once(self):
        self.open()
        text = "Half past seven at the jetty, <b>bring a torch</b> & a rope"
        self.skein.write(text)
        self.row_with(text)
        wait_for(lambda: text in self.service.texts(self.person), "the message at the service")
        wait_for(lambda: "sent" in self.row_with(text).name, "its state")
        self.assertEqual(self.service.texts(self.person).count(text), 1)
        self.assertEqual(self.skein.view.field("Message").text, "")

    def test_a_lost_answer_does_not_double_the_message(self):
        self.open()
        text = "Only once please"
        self.service.fault(kind="dropAfter", method="POST", path="direct_messages", times=1)
        self.skein.write(text)
        wait_for(lambda: "sent" in self.row_with(text).name, "its state", seconds=90)
        self.assertEqual(self.service.texts(self.person).count(text), 1)
        self.assertEqual(sum(text in name for name in self.skein.messages.rows()), 1)

    def test_an_own_message_is_deleted_after_asking(self):
        self.open()
        text = "The shed code is 4711"
        self.skein.write(text)
        wait_for(lambda: "sent" in self.row_with(text).name, "its state")
        self.row_with(text).press("delete")
        self.skein.view.button("Delete").press()
        self.row_with("Message deleted")
        self.assertEqual(self.service.texts(self.person).count(text), 0)

    def test_a_refused_deletion_keeps_the_message_and_says_why(self):
        self.open()
        text = "The shed code stays"
        self.skein.write(text)
        wait_for(lambda: "sent" in self.row_with(text).name, "its state")
        self.service.fault(kind="status", status=403, method="DELETE", times=1)
        self.row_with(text).press("delete")
        self.skein.view.button("Delete").press()
        wait_for(lambda: self.skein.view.says("The message was not deleted. GroupMe says:"),
                 "the reason")
        wait_for(lambda: self.row_with(text).name.endswith("sent"), "the message as before")
        self.assertEqual(self.service.texts(self.person).count(text), 1)

    def test_a_message_that_was_seen_says_so(self):
        self.open()
        self.skein.write("Did you see the herons?")
        wait_for(lambda: self.service.texts(self.person)[-1] == "Did you see the herons?",
                 "the message at the service")
        self.service.read(self.person, self.service.messages(self.person)[-1]["id"])
        wait_for(lambda: "read" in self.row_with("the herons").name.rsplit(",", 1)[-1],
                 "the mark of the reader", seconds=40)

    def test_what_others_write_arrives(self):
        self.open()
        self.service.say(self.person, "The ferry leaves at nine")
        self.row_with("The ferry leaves at nine")

    def test_what_others_write_moves_their_chat_to_the_top(self):
        other = next(person for person in reversed(self.service.people)
                     if person["messages"])
        self.service.say(other, "Found your scarf")
        wait_for(lambda: (self.skein.chats.rows() or [""])[0].startswith(other["name"]),
                 "the chat at the top")
        self.assertIn("Found your scarf", self.skein.chats.rows()[0])

    def test_a_gap_is_seen_and_closes_by_itself(self):
        messages = self.open()
        self.service.fault(kind="pageSize", pageSize=20, times=-1)
        self.service.fault(kind="status", status=503, parameter="^(after|before)_id$", times=-1)
        said = [f"Boat {number} is past the bridge" for number in range(1, 41)]
        for text in said:
            self.service.say(self.person, text)
        gap = messages.row(lambda name: name.startswith("Messages missing here"), "with a gap")

        def shown():
            return [name for name in messages.rows() if "past the bridge" in name]
        # Where it begins depends on when the program looked.
        self.assertIn("is past the bridge", gap.name)
        self.assertLess(len(shown()), len(said))
        self.service.no_faults()

        wait_for(lambda: not any("missing" in name for name in messages.rows()), "no gap", 60)
        wait_for(lambda: len(shown()) == len(said), "every message")
        for name, text in zip(shown(), said):
            self.assertIn(text, name)

    def test_page_up_brings_older_messages(self):
        old = self.service.messages(self.person, newest=250)[0]
        messages = self.open()
        click(messages)

        def arrived():
            press_key("Page_Up")
            return any(old["text"] in name for name in messages.rows())
        wait_for(arrived, "a message 250 back", seconds=90)

    def test_history_stays_after_a_restart_without_the_service(self):
        self.open()
        newest = self.service.texts(self.person)[-1]
        self.row_with(newest)
        self.assert_closes(self.skein)
        self.service.fault(kind="dropBefore", times=-1)
        self.skein = self.start_signed_in()
        self.open()
        self.row_with(newest)

# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

from accessible import BUTTONS, FOCUSED
from case import DesktopTest
from desktop import wait_for
from program import click, press_key, type_text

CLUB = "Rowing club"  # the signed-in person owns it
CLASS = "Chem 101"  # here they are one member of many


class Topics(DesktopTest):
    """Groups and their topics: opened, written in, made, changed, muted, deleted."""

    longest = 60

    def setUp(self):
        super().setUp()
        self.skein = self.start_signed_in()

    def open_group(self, name):
        self.skein.find_chat(name)
        self.topics = self.skein.view.list("Topics")

    def topic_row(self, title, also=""):
        return self.topics.row(lambda row: row.startswith(title) and also in row,
                               f"of the topic {title} {also}", seconds=60)

    def open_topic(self, title):
        click(self.topic_row(title))
        wait_for(lambda: self.skein.title.startswith(title), f"{title} in front")

    def menu_of(self, title):
        """Opens the topic's menu by keyboard."""
        self.open_topic(title)
        press_key("ctrl+t")
        wait_for(lambda: self.topic_row(title).has_state(FOCUSED), f"the focus on {title}")
        self.skein.open_menu()

    def test_a_topic_is_opened_and_written_in(self):
        self.open_group(CLUB)
        self.open_topic("Logistics")
        text = "The trailer needs a new light"
        self.skein.write(text)
        place = self.service.topic(CLUB, "Logistics")["id"]
        wait_for(lambda: text in self.service.texts_in(place), "the message at the service")
        row = self.skein.messages.row(lambda name: text in name and "sent" in name, "of it, sent")
        self.assertIn("You", row.name)
        self.assertNotIn(text, self.service.texts_in(self.service.group(CLUB)["id"]))

    def test_what_others_write_in_a_topic_arrives(self):
        self.open_group(CLUB)
        text = "Oars are back from repair"
        self.service.say_in(self.service.topic(CLUB, "Photos")["id"], text)
        self.topic_row("Photos", text)
        self.topic_row("Photos", "1 unread")

    def test_an_owner_makes_changes_and_deletes_a_topic(self):
        self.open_group(CLUB)
        self.skein.view.button("New topic").press()
        self.skein.fill("Title", "Winter training")
        self.skein.view.button("Create").press()
        self.topic_row("Winter training")
        wait_for(lambda: self.service.topic(CLUB, "Winter training"), "the topic at the service")

        self.menu_of("Winter training")
        press_key("Down", "Down", "Return")  # Mute, Edit topic
        self.skein.fill("Title", "Ergometer evenings")
        self.skein.view.button("Save").press()
        wait_for(lambda: self.service.topic(CLUB, "Ergometer evenings"), "the new title")
        self.topic_row("Ergometer evenings")

        self.menu_of("Ergometer evenings")
        press_key("Down", "Down", "Return")
        wait_for(lambda: self.skein.view.says("The group's heart"), "the emoji to choose from")
        before = self.skein.windows
        self.skein.view.button("Choose the like icon").focus()
        press_key("space")
        wait_for(lambda: self.skein.windows > before, "the choice of emoji")
        self.desktop.screenshot("like-icons-to-choose-from")
        type_text("whistle")
        press_key("Return")
        wait_for(lambda: self.skein.windows == before, "the choice made")
        wait_for(lambda: self.skein.view.says("whistle"), "its name")
        self.desktop.screenshot("a-like-icon-is-chosen")
        self.skein.view.button("Save").press()
        wait_for(lambda: self.service.topic(CLUB, "Ergometer evenings")["like_icon"]
                 == {"type": "emoji", "pack_id": 3, "pack_index": 12}, "the like icon")
        self.menu_of("Ergometer evenings")
        press_key("Down", "Down", "Return")
        wait_for(lambda: self.skein.view.says("whistle"), "the like icon by its name")
        self.skein.view.button("Cancel").press()

        self.menu_of("Ergometer evenings")
        press_key("Down", "Down", "Down", "Return")  # Mute, Edit topic, Delete topic
        self.skein.view.button("Delete").press()
        wait_for(lambda: not self.service.topic(CLUB, "Ergometer evenings"), "its end")
        wait_for(lambda: self.skein.view.says("was deleted"), "a sentence about it")
        wait_for(lambda: not self.skein.title.startswith("Ergometer"), "the main chat in front")

    def test_a_topic_is_muted_and_unmuted(self):
        self.open_group(CLUB)
        self.menu_of("Logistics")
        press_key("Down", "Right", "Return")  # Mute, 1 hour
        self.topic_row("Logistics", "muted")
        wait_for(lambda: self.service.topic(CLUB, "Logistics")["muted_until"] > 0, "the mute")
        self.assertEqual(self.service.group(CLUB)["muted_until"], 0)
        self.menu_of("Logistics")
        press_key("Down", "Return")  # what is said of the mute cannot be chosen
        wait_for(lambda: self.service.topic(CLUB, "Logistics")["muted_until"] == 0, "its end")
        wait_for(lambda: "muted" not in self.topic_row("Logistics").name, "the row without it")

    def test_a_topic_deleted_by_somebody_else_leaves_with_a_notice(self):
        self.open_group(CLUB)
        self.open_topic("Photos")
        topic = self.service.topic(CLUB, "Photos")
        self.service.change_topic(group=self.service.group(CLUB)["id"], topic=topic["id"],
                                  do="delete")
        wait_for(lambda: self.skein.view.says("was deleted"), "a sentence about it", seconds=60)
        wait_for(lambda: not self.skein.title.startswith("Photos"), "the main chat in front")
        self.topic_row("Photos", "deleted")
        self.menu_of("Photos")
        press_key("Down", "Return")  # Remove from the list
        wait_for(lambda: not any(row.startswith("Photos") for row in self.topics.rows()),
                 "the topics without it")
        wait_for(lambda: not self.skein.title.startswith("Photos"), "the main chat in front")

    def test_a_topic_closed_by_an_admin_keeps_its_lock(self):
        self.open_group(CLUB)
        self.topic_row("Announcements", "only admins write")
        self.menu_of("Photos")
        press_key("Down", "Down", "Return")  # Mute, Edit topic
        self.skein.view.field("Title").focus()
        press_key("Tab", "Tab", "Down")  # Description, Everyone writes, Only admins write
        self.desktop.screenshot("a-topic-is-closed")
        self.skein.view.button("Save").press()
        self.topic_row("Photos", "only admins write")
        click(self.topic_row("Main chat"))
        self.skein.messages.row(lambda name: "Who may write in Photos" in name, "that says so", 60)
        self.assertIn("only admins write", self.topic_row("Photos").name)

    def test_who_is_no_admin_sees_no_way_to_make_topics(self):
        self.open_group(CLASS)
        self.topic_row("Lab partners")
        wait_for(lambda: self.skein.view.says("members"), "who is in the group")
        self.assertFalse(self.skein.view.find(BUTTONS, "New topic"))

    def test_a_refusal_is_said_in_the_service_s_words(self):
        self.open_group(CLUB)
        self.skein.view.button("New topic").press()
        self.skein.fill("Title", "Not today")
        self.service.fault(kind="status", status=403, method="POST", path="subgroups$", times=1)
        self.skein.view.button("Create").press()
        wait_for(lambda: self.skein.view.field("Title").text == "Not today", "the typed title")
        wait_for(lambda: self.skein.view.button("Create"), "another chance")
        self.assertFalse(self.service.topic(CLUB, "Not today"))

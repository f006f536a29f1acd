# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

from case import DesktopTest
from desktop import wait_for
from program import click, press_key, type_text

CLUB = "Rowing club"
CLASS = "Chem 101"
BOOKS = "Book circle"


class Groups(DesktopTest):
    """The people of a group: mentioned, looked at, written to; being one of them, and leaving."""

    longest = 60

    def setUp(self):
        super().setUp()
        self.skein = self.start_signed_in()

    def open_members(self, group):
        self.skein.find_chat(group)
        self.skein.view.button("Details").press()
        members = self.skein.view.list("Members")
        wait_for(lambda: len(members.rows()) > 2, "the members")
        return members

    def open_menu_of_chat(self, group):
        row = self.skein.search(group)
        before = self.skein.windows
        click(row, button=3)
        wait_for(lambda: self.skein.windows > before, "the menu")

    def test_somebody_is_mentioned_through_the_list(self):
        members = self.open_members(CLUB)
        name = next(row for row in members.rows() if "you" not in row.lower()).split(",")[0]
        self.skein.view.button("Close").press()
        field = self.skein.view.field("Message").focus()
        type_text(f"Who drives, @{name[:4]}")
        offered = self.skein.view.list("People to mention")
        wait_for(lambda: name in offered.rows(), f"{name} offered")
        self.desktop.screenshot("people-to-mention")
        press_key("Return")
        wait_for(lambda: f"@{name}" in field.text, "the whole name")
        type_text("or me?")
        text = field.text
        self.skein.view.button("Send").press()
        place = self.service.group(CLUB)["id"]
        wait_for(lambda: text in self.service.texts_in(place), "the message at the service")
        sent = next(each for each in self.service.messages_in(place) if each["text"] == text)
        mentions, = (each for each in sent["attachments"] if each["type"] == "mentions")
        self.assertEqual(mentions["loci"], [[text.index("@"), len(name) + 1]])
        self.assertEqual(len(mentions["user_ids"]), 1)

    def test_a_member_s_card_leads_to_the_direct_chat(self):
        members = self.open_members(CLUB)
        row = members.row(lambda name: "you" not in name.lower(), "of somebody else")
        name = row.name.split(",")[0]
        click(row)
        message = self.skein.view.button("Message")
        self.desktop.screenshot("a-person-s-card")
        message.press()
        wait_for(lambda: self.skein.title.startswith(name), f"the chat with {name} in front")

    def test_the_own_name_in_a_group_is_changed(self):
        self.open_members(CLUB)
        wait_for(lambda: self.skein.view.field("Your name in this group").text, "the name so far")
        self.skein.fill("Your name in this group", "Stroke seat")
        self.skein.view.button("Save").press()
        wait_for(lambda: self.service.group(CLUB)["nickname"] == "Stroke seat", "the name there")
        wait_for(lambda: self.skein.view.says("Saved."), "the word for it")
        self.skein.view.list("Members").row(lambda name: name.startswith("Stroke seat"), "of oneself")

    def test_a_group_is_left_after_asking(self):
        self.open_members(CLASS)
        self.skein.view.button("Leave group").press()
        wait_for(lambda: self.skein.view.says(f"Leave “{CLASS}”?"), "a question")
        self.assertTrue(self.service.group(CLASS)["member"])
        self.skein.view.button("Leave").press()
        wait_for(lambda: not self.service.group(CLASS)["member"], "the end of it there")
        press_key("ctrl+k", "ctrl+a", "Delete")
        wait_for(lambda: self.skein.chats.rows()
                 and not any(row.startswith(CLASS) for row in self.skein.chats.rows()),
                 "the chats without it")

    def test_a_group_one_was_removed_from_says_so_and_can_be_put_away(self):
        self.skein.find_chat(BOOKS)
        group = self.service.group(BOOKS)
        self.service.change_group(group=group["id"], user=self.service.me["id"], do="remove")
        wait_for(lambda: self.skein.view.says("You are no longer in this group."), "the reason", 90)
        self.open_menu_of_chat(BOOKS)
        press_key("Down", "Return")  # Remove from the list
        wait_for(lambda: self.skein.view.says("No chat matches"), "the search without it")

    def test_the_main_channel_of_a_group_is_muted_and_unmuted(self):
        self.open_menu_of_chat(BOOKS)
        press_key("Down", "Right", "Return")  # Mute, 1 hour
        wait_for(lambda: self.service.group(BOOKS)["muted_until"] > 0, "the mute")
        self.skein.chats.row(lambda name: name.startswith(BOOKS) and "muted" in name, "that says so")
        self.open_menu_of_chat(BOOKS)
        press_key("Down", "Return")  # what is said of the mute cannot be chosen
        wait_for(lambda: self.service.group(BOOKS)["muted_until"] == 0, "its end")

    def test_the_chats_collapse_to_their_avatars_and_back(self):
        chats = self.skein.chats
        wait_for(lambda: chats.rows(), "chats")
        wide = chats.bounds[2]
        self.skein.activate()
        press_key("ctrl+b")
        wait_for(lambda: 0 < chats.bounds[2] < 100, "a narrow list")
        self.assertGreater(wide, 150)
        self.desktop.screenshot("avatars-only")
        press_key("ctrl+b")
        wait_for(lambda: chats.bounds[2] == wide, "the list as before")

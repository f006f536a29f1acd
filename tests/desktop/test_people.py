# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

from accessible import BUTTONS
from case import DesktopTest
from desktop import wait_for
from program import click, press_key, type_text

FLAT = "Flat 12"
HIDDEN = "Message from a blocked person"


class People(DesktopTest):
    """Whom one writes to, and whom one does not want to hear."""

    longest = 60

    def setUp(self):
        super().setUp()
        self.skein = self.start_signed_in()

    def stranger(self):
        """A contact with whom there is no chat."""
        known = {person["id"] for person in self.service.people if person["messages"] > 0}
        offered = self.skein.view.list("People").rows()
        return next(person for person in self.service.people
                    if person["id"] not in known and person["name"] in offered)

    def unblock_button(self):
        return next((each for each in self.skein.view.descendants()
                     if each.name.startswith("Unblock ")), None)

    def card(self):
        """The window that shows somebody, beside the others."""
        return next(window for window in self.skein.view.children
                    if window.find(BUTTONS, "Unblock this person"))

    def test_a_chat_is_started_with_a_contact(self):
        wait_for(lambda: self.skein.chats.rows(), "chats")
        self.skein.activate()
        press_key("ctrl+n")
        people = self.skein.view.list("People")
        wait_for(lambda: len(people.rows()) > 5, "people")
        person = self.stranger()
        type_text(person["name"])
        wait_for(lambda: people.rows()[:1] == [person["name"]], f"{person['name']} found")
        self.desktop.screenshot("new-message")
        press_key("Return")
        wait_for(lambda: self.skein.title.startswith(person["name"]), "the empty chat in front")
        type_text("shall we row on Sunday?")
        press_key("Return")
        wait_for(lambda: "shall we row on Sunday?" in self.service.texts(person), "the message there")

    def test_a_person_is_blocked_hidden_in_a_group_shown_once_and_unblocked(self):
        place = self.service.group(FLAT)["id"]
        said = next(each for each in reversed(self.service.messages_in(place))
                    if each["sender_id"] not in ("system", self.service.me["id"]) and each["text"])
        sender = next(each for each in self.service.people if each["id"] == said["sender_id"])
        self.service.say_with(place, sender, "who took my bicycle", [])
        self.skein.find_chat(FLAT)
        messages = self.skein.messages
        messages.row(lambda name: "who took my bicycle" in name, "with the words")
        self.skein.view.button("Details").press()
        members = self.skein.view.list("Members")
        first_name = sender["name"].split(" ")[0]
        click(members.row(lambda name: name.startswith(first_name), "of the sender"))
        self.skein.view.button("Block this person").press()
        wait_for(lambda: self.skein.view.says("They can no longer send you"), "a question")
        self.desktop.screenshot("block-question")
        self.skein.view.button("Block").press()
        wait_for(lambda: self.service.blocked() == [sender["id"]], "the block at the service")
        wait_for(lambda: self.skein.view.says("You have blocked this person"), "it on the card")
        press_key("Escape")
        wait_for(lambda: not self.skein.view.says("You have blocked this person"), "no card")
        self.skein.view.button("Close").press()
        wait_for(lambda: not self.skein.view.says("Your name in this group"), "no dialog")
        hidden = messages.row(lambda name: name.startswith(HIDDEN), "that is hidden")
        wait_for(lambda: not any("who took my bicycle" in row for row in messages.rows()), "no words")
        wait_for(lambda: any(row.startswith(FLAT) and HIDDEN in row
                             for row in self.skein.chats.rows()), "the list without the words")
        self.desktop.screenshot("hidden-message")
        hidden.press("show once")
        messages.row(lambda name: "bicycle" in name or sender["name"] in name, "that is shown")
        self.skein.activate()
        press_key("ctrl+k", "ctrl+a")
        type_text("blocked people")
        press_key("Return")
        unblock = wait_for(self.unblock_button, "the way back in the settings")
        self.desktop.screenshot("blocked-people")
        unblock.press()
        wait_for(lambda: self.service.blocked() == [], "the end of the block")
        messages.row(lambda name: "who took my bicycle" in name, "with the words again")

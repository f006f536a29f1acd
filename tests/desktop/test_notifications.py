# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

import html

from case import DesktopTest
from desktop import never, wait_for
from notifications import NotificationServer
from program import press_key, type_text

CLUB = "Rowing club"
PATIENCE = 60  # the lists are looked at every so often only


class Notifications(DesktopTest):
    """What arrives where nobody looks is told by the desktop, and leads there."""

    def setUp(self):
        super().setUp()
        self.server = NotificationServer(self.desktop.folder / self.id(), self.desktop.log)
        self.addCleanup(self.server.stop)
        self.skein = self.start_signed_in()
        self.friend, self.other = self.service.people[:2]
        # What was there before all was listed is no news; the topics are asked for after that.
        wait_for(lambda: any(each["path"].endswith("/subgroups")
                             for each in self.service.requests()), "all chats and groups")
        self.skein.find_chat(self.other["name"])

    def tell(self, text):
        """The friend writes, and that is notified: literally, although the server reads markup."""
        self.service.say(self.friend, text)
        wait_for(lambda: any(html.escape(text) in body for _, body in self.server.shown),
                 f"a notification of “{text}”", PATIENCE)

    def test_a_message_elsewhere_is_notified_and_a_click_opens_it(self):
        self.assertEqual(self.server.shown, [])  # not of all that was there
        self.tell("The boat is <b>yours</b> & mine")
        self.assertEqual(self.server.shown[-1][0], self.friend["name"])
        self.desktop.screenshot("a-notification")
        self.skein.minimise()
        self.server.click()
        wait_for(lambda: self.friend["name"] in self.skein.title, "the conversation in front")
        wait_for(lambda: self.skein.messages.row(lambda row: "The boat is" in row, "of it"),
                 "the message")
        wait_for(lambda: self.server.displayed == 0, "no notification any more")

    def test_a_topic_is_opened_as_such_and_opening_withdraws(self):
        topic = self.service.topic(CLUB, "Logistics")["id"]
        self.service.say_in(topic, "Trailer at nine")
        wait_for(lambda: self.server.shown, "a notification", PATIENCE)
        title, body = self.server.shown[-1]
        self.assertIn("Logistics", title)
        self.assertIn(CLUB, title)
        self.assertTrue(body.endswith(": Trailer at nine"), body)
        self.server.click()
        wait_for(lambda: self.skein.title.startswith("Logistics"), "the topic in front")
        self.skein.find_chat(self.other["name"])
        self.tell("Still there?")
        self.skein.find_chat(self.friend["name"])
        wait_for(lambda: self.server.displayed == 0, "no notification any more")

    def test_a_reply_and_a_mark_go_to_the_conversation_of_the_notification(self):
        self.tell("Are you coming?")
        self.server.choose("Reply")
        field = wait_for(lambda: self.skein.view.field("Your reply"), "the reply window")
        self.desktop.screenshot("a-reply-window")
        wait_for(lambda: field.text == "", "an empty field")
        type_text("On my way")
        press_key("Return")
        wait_for(lambda: "On my way" in self.service.texts(self.friend), "the reply there")
        self.assertNotIn("On my way", self.service.texts(self.other))
        self.assertIn(self.other["name"], self.skein.title)
        self.tell("Bring oars")
        message = self.service.messages(self.friend)[-1]["id"]
        self.server.choose("Mark as read")
        wait_for(lambda: self.service.receipts_for(message), "a receipt")
        wait_for(lambda: self.server.displayed == 0, "no notification any more")
        self.tell("And a cox")
        message = self.service.messages(self.friend)[-1]["id"]
        self.server.choose("Like")
        wait_for(lambda: self.service.messages(self.friend)[-1].get("reactions")
                 or self.service.messages(self.friend)[-1].get("favorited_by"), "a like")

    def test_what_is_in_front_is_not_notified_and_another_server_takes_over(self):
        self.service.say(self.other, "I see you reading")
        self.skein.messages.row(lambda row: "I see you reading" in row, "of it", PATIENCE)
        self.server.restart()
        self.tell("And now to you")
        self.assertEqual([title for title, _ in self.server.shown], [self.friend["name"]])
        self.assertEqual(self.server.displayed, 1)
        self.assert_closes(self.skein)
        wait_for(lambda: self.server.displayed == 0, "nothing left behind")

    def test_a_muted_group_is_silent(self):
        self.skein.search(CLUB)
        press_key("Down")
        self.skein.open_menu()
        press_key("Down", "Right", "Return")  # Mute, 1 hour
        wait_for(lambda: self.service.group(CLUB)["muted_until"] > 0, "the mute")
        self.skein.find_chat(self.other["name"])
        self.service.say_in(self.service.group(CLUB)["id"], "Nobody is woken")
        self.tell("But you are")
        never(lambda: any("Nobody" in body for _, body in self.server.shown),
              "a notification of what is muted", 5)

# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

import urllib.parse
import urllib.request

from case import DesktopTest
from desktop import wait_for
from program import press_key

WRONG_TOKEN = "notARealToken0000000000000000000000000000"


def holds(folder, secret):
    """The files below a folder in which the secret can be read."""
    return [str(path) for path in folder.rglob("*")
            if path.is_file() and secret.encode() in path.read_bytes()]


def go_through_the_browser(address, user):
    """Follows GroupMe's pages as the browser does, to the end; returns what the last one says."""
    urllib.request.urlopen(address, timeout=20).close()
    page = address.replace("/oauth/authorize?", "/oauth/login_dialog?")
    form = urllib.parse.urlencode({"user": user}).encode()
    with urllib.request.urlopen(page, form, timeout=20) as answer:
        return answer.read().decode()


class SignIn(DesktopTest):
    longest = 60

    def test_the_browser_signs_in_by_the_keyboard_alone(self):
        self.desktop.forget_opened()
        skein = self.start_skein()
        wait_for(lambda: skein.view.button("Sign in with the browser"), "the way in")
        skein.activate()
        press_key("Return")
        address, = wait_for(self.desktop.opened, "the browser")
        self.assertIn("client_id=", address)
        words = go_through_the_browser(address, self.service.me["id"])
        self.assertIn("You can close this page", words)
        wait_for(lambda: skein.view.says(f"Continue as {self.service.me['name']}?"), "the question")
        press_key("Return")
        wait_for(lambda: skein.chats.rows(), "chats")
        self.assert_closes(skein)

        again = self.start_skein()
        wait_for(lambda: again.chats.rows(), "chats without signing in again")

    def test_a_locked_keyring_is_said_and_keeps_nobody_waiting(self):
        skein = self.start_skein()
        skein.sign_in(self.service.token)
        wait_for(lambda: skein.chats.rows(), "chats")
        self.assert_closes(skein)
        self.desktop.lock_keyring()

        again = self.start_skein()
        wait_for(lambda: again.view.says("keychain"), "a sentence")
        again.sign_in(self.service.token)
        wait_for(lambda: again.chats.rows(), "chats")
        self.assert_closes(again)
        self.assertEqual(holds(self.desktop.folder, self.service.token), [])

    def test_a_pasted_token_signs_in_and_shows_the_chats(self):
        skein = self.start_skein()
        skein.sign_in(f"  {self.service.token}\n")
        rows = wait_for(lambda: skein.chats.rows(), "chats")
        names = tuple(each["name"] for each in self.service.people + self.service.groups())
        for row in rows:
            self.assertTrue(row.startswith(names), f"“{row}” begins with no title")
        self.assertTrue(skein.title.startswith("Skein"), skein.title)

    def test_the_token_is_kept_in_the_keyring_and_nowhere_else(self):
        skein = self.start_skein()
        skein.sign_in(self.service.token)
        wait_for(lambda: skein.chats.rows(), "chats")
        self.assert_closes(skein)
        self.assertEqual(holds(self.desktop.folder, self.service.token), [])

        again = self.start_skein()
        wait_for(lambda: again.chats.rows(), "chats without signing in again")

    def test_a_wrong_token_gets_a_sentence_and_another_chance(self):
        skein = self.start_skein()
        skein.sign_in(WRONG_TOKEN)
        wait_for(lambda: skein.view.says("does not know this token"), "a sentence")
        self.assertEqual(skein.view.field("Access token").text, WRONG_TOKEN, "what was typed stays")
        skein.sign_in(self.service.token)
        wait_for(lambda: skein.chats.rows(), "chats")

    def test_without_a_keyring_it_says_so_and_signs_in_for_this_run(self):
        self.desktop.remove_keyring()
        skein = self.start_skein()
        skein.sign_in(self.service.token)
        wait_for(lambda: skein.chats.rows(), "chats")
        wait_for(lambda: skein.view.says("You are signed in until Skein ends"), "the sentence")
        self.assert_closes(skein)
        self.assertEqual(holds(self.profile, self.service.token), [])

        again = self.start_skein()
        again.view.field("Access token")

    def test_a_token_from_the_environment_is_never_stored(self):
        skein = self.start_signed_in()
        wait_for(lambda: skein.chats.rows(), "chats")
        self.assert_closes(skein)
        self.assertEqual(holds(self.desktop.folder, self.service.token), [])

        again = self.start_skein()
        again.view.field("Access token")

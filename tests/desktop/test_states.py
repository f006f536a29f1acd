# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later

from case import DesktopTest
from desktop import wait_for


class States(DesktopTest):
    longest = 60

    def test_a_captive_portal_is_said_in_words_and_nothing_is_lost(self):
        skein = self.start_signed_in()
        wait_for(lambda: skein.view.says("Up to date"), "that all is listed")
        rows = skein.chats.rows()
        self.service.fault(kind="foreign", times=-1)
        wait_for(lambda: skein.view.says("instead of GroupMe"), "the words", seconds=40)
        self.assertEqual(len(skein.chats.rows()), len(rows))

    def test_signing_out_asks_and_then_forgets_the_account(self):
        skein = self.start_skein()
        skein.sign_in(self.service.token)
        wait_for(lambda: skein.chats.rows(), "chats")
        skein.view.button("Settings").press()
        skein.view.button("Sign out").press()
        question = wait_for(lambda: next((each for each in skein.view.children
            if each.name != "Settings" and each.says("Sign out of Skein?")), None), "a question")
        question.button("Sign out").press()
        skein.view.field("Access token")
        self.assert_closes(skein)
        again = self.start_skein()
        again.view.field("Access token")
        kept = [path for path in self.profile.rglob("*.sqlite")]
        self.assertEqual(kept, [])

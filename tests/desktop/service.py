# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo service as a program of its own, and what its people do on the tests' orders."""

import json
import subprocess
import urllib.parse
import urllib.request

from desktop import start, stop


class DemoService:
    def __init__(self, executable, log, longest=None):
        past = ["--longest", str(longest)] if longest else []
        self._process = start([executable, *past], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=log)
        self.url, self.token = (self._process.stdout.readline().decode().strip() for _ in "ab")
        if not self.token:
            raise RuntimeError("the demo service did not start")
        world = self._ask("GET", "people")
        self.me, self.people = world["me"], world["people"]

    def stop(self):
        stop(self._process)

    def conversation_with(self, person):
        """The conversation's id: the smaller number first."""
        return "+".join(sorted([self.me["id"], person["id"]], key=int))

    def say(self, person, text):
        """Somebody writes to the signed-in person; returns the message's id."""
        return self._ask("POST", "say", {"from": person["id"], "text": text})["id"]

    def read(self, person, message):
        """Somebody reads a message of the signed-in person."""
        self._ask("POST", "read", {"user": person["id"], "message": message,
                                   "conversation": self.conversation_with(person)})

    def messages(self, person, newest=60):
        """The newest of what the service holds of that conversation, oldest first."""
        return self.messages_in(self.conversation_with(person), newest)

    def texts(self, person):
        return [message["text"] for message in self.messages(person)]

    def receipts_for(self, message):
        """The receipts that came from the program for this message."""
        return [receipt for receipt in self._ask("GET", "receipts")["receipts"]
                if receipt["message_id"] == message and receipt["user_id"] == self.me["id"]]

    def groups(self):
        """Every group with its topics, as the service holds them."""
        return self._ask("GET", "groups")["groups"]

    def group(self, name):
        return next(group for group in self.groups() if group["name"] == name)

    def topic(self, group, title):
        """The topic of that title; None when there is none."""
        return next((topic for topic in self.group(group)["topics"] if topic["title"] == title), None)

    def change_topic(self, **order):
        """Somebody else creates, renames or deletes a topic."""
        return self._ask("POST", "topic", order)

    def change_group(self, **order):
        """Members and roles: see DemoControl."""
        self._ask("POST", "group", order)

    def say_in(self, place, text):
        """Somebody writes in a group or topic."""
        return self._ask("POST", "say", {"from": self.people[0]["id"], "to": place, "text": text})["id"]

    def say_with(self, place, sender, text, attachments):
        """Somebody writes with attachments; place: a group, a topic or a pair's conversation."""
        to = self.me["id"] if "+" in place else place
        return self._ask("POST", "say", {"from": sender["id"], "to": to, "text": text,
                                         "attachments": attachments})["id"]

    def react(self, place, message, person, code, off=False):
        """Somebody reacts with one of the allowed emoji, or takes that back."""
        self._ask("POST", "react", {"conversation": place, "message": message, "code": code,
                                    "user": person["id"], "off": off})

    def edit(self, place, message, text):
        """The sender edits a message; what it carries stays."""
        self._ask("POST", "edit", {"conversation": place, "message": message, "text": text})

    def pin(self, place, message, person, off=False):
        self._ask("POST", "pin", {"conversation": place, "message": message,
                                  "user": person["id"], "off": off})

    def blocked(self):
        """The ids of whom the signed-in person has blocked."""
        return self._ask("GET", "blocks")["blocked"]

    def let_edit(self, minutes, place=""):
        """How long messages may be edited, there or everywhere; 0: never."""
        self._ask("POST", "edit_period", {"minutes": minutes, "conversation": place})

    def picture(self, **order):
        """Puts a picture on the image service, drawn or of any bytes; returns its address."""
        return self._ask("POST", "picture", order)["url"]

    def file(self, place, name, text, **order):
        """Puts a file into a conversation; returns its id."""
        return self._ask("POST", "file", {"conversation": place, "name": name, "text": text,
                                          **order})["file_id"]

    def slow_uploads(self, questions):
        """How often the program asks in vain for the file of an upload."""
        self._ask("POST", "uploads", {"questions": questions})

    def messages_in(self, place, newest=60):
        """The newest of what it holds of a conversation, oldest first; all would be thousands."""
        query = urllib.parse.urlencode({"conversation": place, "newest": newest})
        return self._ask("GET", f"messages?{query}")["messages"]

    def texts_in(self, place):
        return [message["text"] for message in self.messages_in(place)]

    def requests(self):
        """Every request that came, in order."""
        return self._ask("GET", "log")["log"]

    def fault(self, **rule):
        """Something goes wrong from now on: see DemoFaults."""
        self._ask("POST", "faults", rule)

    def no_faults(self):
        self._ask("DELETE", "faults")

    def talkative_person(self):
        """Whoever has the longest conversation with the signed-in person."""
        return max(self.people, key=lambda person: person["messages"])

    def _ask(self, method, path, order=None):
        body = None if order is None else json.dumps(order).encode()
        request = urllib.request.Request(f"{self.url}/_demo/{path}", body, method=method,
                                         headers={"Content-Type": "application/json"})
        # Never through a proxy of the person who runs the tests.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=20) as answer:
            return json.load(answer)

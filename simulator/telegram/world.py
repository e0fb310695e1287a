"""The simulated Telegram as a whole: who exists, who may write to whom, what was said."""

import itertools
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from simulator.telegram.errors import WorldError
from simulator.telegram.events import EventLog
from simulator.telegram.inline_memory import InlineMemory
from simulator.telegram.library import Library
from simulator.telegram.messages import MessageBook
from simulator.telegram.model import (
    Bot,
    BotStatus,
    Group,
    Json,
    Message,
    Person,
    Update,
)
from simulator.telegram.news import Signal
from simulator.telegram.questions import Questions
from simulator.telegram.stars import Stars
from simulator.telegram.store import Store
from simulator.telegram.updates import UpdateQueue

TOPIC_COLOUR = 7322096


class World:
    def __init__(self, data: Path | None = None, *, clock: Callable[[], float] = time.time) -> None:
        self._temporary = tempfile.TemporaryDirectory() if data is None else None
        folder = data or Path(self._temporary.name if self._temporary else "")
        self.clock = clock
        self.store = Store(data / "telegram.sqlite3" if data else None)
        self.events = EventLog(self.store)
        self.files = Library(self.store, folder / "files", clock)
        self.messages = MessageBook(self.store, self.events, clock, self.audience)
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.bots: dict[int, Bot] = {}
        self.queues: dict[int, UpdateQueue] = {}
        self.inline = InlineMemory()
        self.questions = Questions(self.store, self.events, clock, self.next_number)
        self.stars = Stars(self.store, clock, self.next_number)
        self.webhooks_changed = Signal()
        self.stopping = False
        self._chosen = 0
        self._numbers = itertools.count(random.randrange(10**8, 5 * 10**8))
        self._load()

    def _load(self) -> None:
        for _, value in self.store.load("person"):
            person = Person.model_validate(value)
            self.people[person.id] = person
        for _, value in self.store.load("group"):
            group = Group.model_validate(value)
            self.groups[group.id] = group
        for _, value in self.store.load("number"):
            self._numbers = itertools.count(value + 1)
        for _, value in self.store.load("bot"):
            self._add_bot(Bot.model_validate(value))
        for key, value in self.store.load("update"):
            owner = self.queues.get(int(key.partition(":")[0]))
            if owner is not None:
                owner.restore(Update.model_validate(value))

    def close(self) -> None:
        self.store.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    def stop(self) -> None:
        """Send everybody home who waits for news."""
        self.stopping = True
        self.questions.stop()
        self.events.signal.fire()
        self.webhooks_changed.fire()
        for queue in self.queues.values():
            queue.signal.fire()

    def next_number(self) -> int:
        """Ids of updates and queries: they grow, over resets and restarts too."""
        number = next(self._numbers)
        self.store.put("number", "last", number)
        return number

    # Bots

    def register(self, token: str, username: str, first_name: str, *, reads_all: bool) -> Bot:
        bot_id = int(token.partition(":")[0])
        known = self.bots.get(bot_id)
        if known is not None:
            known.token, known.username, known.first_name = token, username, first_name
            known.reads_all_group_messages = reads_all
            self.save_bot(known)
            return known
        bot = Bot(
            token=token,
            id=bot_id,
            username=username,
            first_name=first_name,
            reads_all_group_messages=reads_all,
        )
        self._add_bot(bot)
        self.save_bot(bot)
        self.events.add("people")
        return bot

    def _add_bot(self, bot: Bot) -> None:
        self.bots[bot.id] = bot
        self.queues[bot.id] = UpdateQueue(bot, self.store, self.next_number)

    def save_bot(self, bot: Bot) -> None:
        self.store.put("bot", bot.id, bot)

    def bot_by_token(self, token: str) -> Bot | None:
        return next((bot for bot in self.bots.values() if bot.token == token), None)

    @property
    def bot(self) -> Bot | None:
        """The bot whom the people of this world write to: the chosen one, or else the first."""
        return self.bots.get(self._chosen) or next(iter(self.bots.values()), None)

    def choose(self, bot: Bot) -> None:
        self._chosen = bot.id

    # People and groups

    def put_person(self, person: Person) -> Person:
        known = self.people.get(person.id)
        if known is not None:
            person.started, person.blocked = known.started, known.blocked
            person.stars = known.stars
        self.people[person.id] = person
        self.save_person(person)
        self.events.add("people")
        return person

    def put_people(self, people: list[Person]) -> None:
        """Many at once, as they are: one piece of news for all of them."""
        for person in people:
            self.people[person.id] = person
            self.save_person(person)
        self.events.add("people")

    def save_person(self, person: Person) -> None:
        self.store.put("person", person.id, person)

    def person(self, person_id: int) -> Person:
        if person_id not in self.people:
            raise WorldError(f"there is no person {person_id}")
        return self.people[person_id]

    def create_group(self, title: str, members: list[int], *, forum: bool) -> Group:
        group = Group(
            id=-(10**12) - random.randrange(10**9, 2 * 10**9),
            title=title,
            members=[self.person(member).id for member in members],
            forum=forum,
            owner=members[0],
        )
        self.groups[group.id] = group
        self.save_group(group)
        self.events.add("people", people=group.members)
        return group

    def save_group(self, group: Group) -> None:
        self.store.put("group", group.id, group)

    def open_topic(self, group: Group, sender: int, topic: Json, *, by_bot: bool) -> Message:
        """A new topic of a forum is numbered after the message that tells of it."""
        number = self.messages.upcoming(group.id)
        group.topics[number] = topic["name"]
        self.save_group(group)
        content = {"forum_topic_created": topic}
        self.events.add("people", people=group.members)
        return self.messages.add(group.id, sender, content, by_bot=by_bot, thread=number)

    def audience(self, chat: int) -> list[int]:
        return self.groups[chat].members if chat in self.groups else [chat]

    def status(self, bot: Bot, group: Group) -> BotStatus:
        return group.bots.get(bot.id, BotStatus.LEFT)

    # News for the bot

    def tell(self, bot_id: int, kind: str, payload: Json, key: int) -> None:
        if bot_id in self.queues:
            self.queues[bot_id].add(kind, payload, key)

    def reset(self) -> None:
        """An empty world with the same bots; every number goes on where it was."""
        for kind in ("person", "group"):
            self.store.drop_all(kind)
        for table in (self.people, self.groups):
            table.clear()
        self.messages.clear()
        self.inline.clear()
        self.stars.clear()
        self.files.clear()
        for bot in self.bots.values():
            self.queues[bot.id].forget()
            fresh = Bot(
                token=bot.token,
                id=bot.id,
                username=bot.username,
                first_name=bot.first_name,
                reads_all_group_messages=bot.reads_all_group_messages,
            )
            for name in Bot.model_fields:
                setattr(bot, name, getattr(fresh, name))
            self.save_bot(bot)
        self.events.clear()
        self.webhooks_changed.fire()
        self.questions.clear()

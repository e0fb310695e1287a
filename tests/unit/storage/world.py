"""What the storage tests do again and again, in the words of the product."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from jobs.capabilities import Options
from jobs.drafts import TextDraft
from jobs.ids import (
    AccountId,
    ChargeId,
    ChatId,
    FileId,
    JobId,
    MessageId,
    PackId,
    PersonId,
    Place,
    ThreadId,
    VideoId,
)
from jobs.lifecycle import Event, Finished, Job, Result, Sent, Submitted, Uploaded
from jobs.outbox import Owed, Receipt
from jobs.payments import MONTH, Order, Paid
from jobs.people import Profile
from jobs.ports import Card, Lane
from storage import Store
from tests.clock import NOON, SettableClock

ADMIN = PersonId(900)
ACCOUNT = AccountId("pixverse:one@example.com")
RESULT = Result(url="https://media.example/video.mp4", width=960, height=540, seconds=5)
PRICE = 30  # of the draft that `draft` writes

_numbers = count(1000)


def home(person_id: int) -> Place:
    return Place(ChatId(person_id))


def topic(person_id: int, thread: int) -> Place:
    return Place(ChatId(person_id), ThreadId(thread))


@dataclass
class World:
    store: Store
    clock: SettableClock
    path: Path

    async def meet(self, number: int, name: str = "Somebody") -> PersonId:
        profile = Profile(PersonId(number), name, name.lower() + str(number))
        return (await self.store.people.meet(profile)).id

    async def draft(self, person_id: PersonId, place: Place | None = None, **options: Any) -> Card:
        draft = TextDraft(prompt="a cat on the moon", options=Options(**options))
        card, _ = await self.store.drafts.open(person_id, place or home(person_id), draft)
        return card

    async def start(self, person_id: PersonId, place: Place | None = None, **options: Any) -> Job:
        card = await self.draft(person_id, place, **options)
        return (await self.store.jobs.start(card.id, person_id)).job

    async def claim(self, free: int = 1, account: AccountId = ACCOUNT) -> Sequence[Job]:
        return await self.store.work.claim([Lane(account, free)])

    async def apply(self, job_id: JobId, *events: Event) -> Job:
        job: Job | None = None
        for event in events:
            job = await self.store.jobs.apply(job_id, event)
        assert job
        return job

    async def render(self, job_id: JobId) -> Job:
        """A claimed job goes to the provider."""
        video = VideoId(f"video:{next(_numbers)}")
        return await self.apply(job_id, Uploaded(()), Submitted(video))

    async def finish(self, job_id: JobId) -> Job:
        return await self.apply(job_id, Finished(RESULT))

    async def send_all(self, file_id: str | None = None) -> list[Owed]:
        """Deliver everything that is owed now."""
        done: list[Owed] = []
        while owed := await self.store.outbox.claim(100):
            for one in owed:
                sent = Sent(file_id=FileId(file_id)) if file_id else None
                receipt = Receipt(MessageId(next(_numbers)), sent)
                await self.store.outbox.sent(one, receipt)
                done.append(one)
        return done

    async def pay(
        self, person_id: PersonId, charge: str, credits: int, stars: int = 10, months: int = 0
    ) -> bool:
        """Telegram tells of a payment; `months`: it is one of a subscription, paid so far ahead."""
        now = self.clock.now()
        paid = Paid(
            ChargeId(charge),
            Profile(person_id, "Somebody"),
            stars,
            Order(PackId(1), credits, stars, person_id, NOON).pack(),
            now,
            now + months * MONTH if months else None,
        )
        return await self.store.payments.book(paid)

    def sql(self, text: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Look into the file from outside."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            return connection.execute(text, parameters).fetchall()

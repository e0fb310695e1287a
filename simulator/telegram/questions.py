"""Questions that a bot has to answer while they are fresh: pressed buttons, payments, inline queries."""

import asyncio
import secrets
from collections.abc import Callable

from simulator.telegram.events import EventLog
from simulator.telegram.model import Json, Query, QueryKind
from simulator.telegram.news import Signal
from simulator.telegram.store import Store

STALE = "query is too old and response timeout expired or query ID is invalid"
# How long Telegram takes an answer. For payments the number is documented, the others are seen.
PATIENCE = {QueryKind.BUTTON: 60.0, QueryKind.CHECKOUT: 10.0, QueryKind.INLINE: 30.0}
_KEPT_SECONDS = 120.0


class Questions:
    def __init__(
        self,
        store: Store,
        events: EventLog,
        clock: Callable[[], float],
        next_number: Callable[[], int],
    ) -> None:
        self._store = store
        self._events = events
        self._clock = clock
        self._next_number = next_number
        self._open: dict[str, Query] = {}
        self._over = False
        self.answered = Signal()
        for _, value in store.load("query"):
            query = Query.model_validate(value)
            self._open[query.id] = query

    def ask(
        self, bot: int, person: int, chat: int, *, kind: QueryKind, message: int | None = None
    ) -> Query:
        self._forget_old()
        query = Query(
            id=str(self._next_number() * 10**9 + secrets.randbelow(10**9)),
            kind=kind,
            bot=bot,
            person=person,
            chat=chat,
            message=message,
            at=self._clock(),
        )
        self._open[query.id] = query
        self._store.put("query", query.id, query)
        return query

    def fresh(self, bot: int, query_id: str, kind: QueryKind) -> Query | None:
        """The question of this bot with this id, unless it has waited too long for its answer."""
        query = self._open.get(query_id)
        if query is None or query.kind is not kind or query.bot != bot:
            return None
        return query if self._clock() - query.at <= PATIENCE[kind] else None

    def answer(self, query: Query, answer: Json) -> None:
        """The first answer counts."""
        if query.answer is None:
            query.answer = answer
            self._store.put("query", query.id, query)
            if query.kind is QueryKind.BUTTON:
                self._events.add(
                    "answer",
                    chat=query.chat,
                    people=[query.person],
                    message_id=query.message,
                    **answer,
                )
        self.answered.fire()

    async def wait(self, query: Query, seconds: float) -> Json | None:
        """The bot's answer, if it comes within that time."""
        deadline = asyncio.get_running_loop().time() + seconds
        while query.answer is None and query.id in self._open and not self._over:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                break
            await self.answered.wait(left)
        return query.answer

    def find(self, query_id: str) -> Query | None:
        return self._open.get(query_id)

    def expire(self) -> None:
        """From now on every question that is open has waited too long."""
        for query in self._open.values():
            query.at -= max(PATIENCE.values())
            self._store.put("query", query.id, query)

    def stop(self) -> None:
        self._over = True
        self.answered.fire()

    def clear(self) -> None:
        self._open.clear()
        self._store.drop_all("query")
        self.answered.fire()

    def _forget_old(self) -> None:
        old = [q.id for q in self._open.values() if self._clock() - q.at > _KEPT_SECONDS]
        for query_id in old:
            del self._open[query_id]
            self._store.drop("query", query_id)

"""The catalogue of effects: browsed by shelf, searched by words."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from jobs.capabilities import Mode
from jobs.effects import OWN_SHELVES, PICKED_SHELVES, Effect, Shelf
from jobs.errors import EffectGone, Reason
from jobs.ids import EffectId, PersonId
from jobs.ports.effects import Browsed
from jobs.rules import LiveRules
from jobs.tariff import Price
from storage import own_shelves
from storage.desk import Desk
from storage.effect_names import effect_columns, known_names
from storage.rows import EFFECT, to_micros
from storage.searching import searchable

FIND = "SELECT effect FROM effects WHERE id = ?"
ALL = "SELECT effect FROM effects ORDER BY position"
CLEAR = "DELETE FROM effects"
INSERT = """
    INSERT INTO effects (id, position, shelf, words, effect)
    VALUES (:id, :position, :shelf, :words, :effect)
    ON CONFLICT (id) DO NOTHING
"""
# instr() takes words as they are: to LIKE, a person's "%" or "_" would mean anything.
_WITH_WORDS = """
    NOT EXISTS (
        SELECT 1 FROM json_each(:words) AS word WHERE instr(effects.words, word.value) = 0
    ) AND effects.id NOT IN (SELECT value FROM json_each(:hidden))
"""
_MATCHING = f"""
    FROM effects WHERE (:shelf = 'all' OR shelf = :shelf) AND {_WITH_WORDS}
"""
# Whoever looks for an effect by its name finds it before those whose hints have such words.
_IN_NAME = """
    SELECT count(*) FROM json_each(:words) AS word
    WHERE instr(effects.words, word.value) < instr(effects.words, char(10))
"""
PAGE = f"SELECT effect {_MATCHING} ORDER BY position LIMIT :limit OFFSET :offset"
FOUND = f"""
    SELECT effect {_MATCHING}
    ORDER BY ({_IN_NAME}) DESC, position LIMIT :limit OFFSET :offset
"""
TOTAL = f"SELECT count(*) {_MATCHING}"
_OWN = f"""
    FROM own_shelves AS own JOIN effects ON effects.id = own.effect_id
    WHERE own.person_id = :person AND own.shelf = :shelf AND {_WITH_WORDS}
"""
OWN_PAGE = f"SELECT effect {_OWN} ORDER BY own.at DESC LIMIT :limit OFFSET :offset"
OWN_TOTAL = f"SELECT count(*) {_OWN}"

# Whoever wants one that is hidden by now, from a favourite or an old key, shows that it was switched on.
REFUSED = """
    SELECT DISTINCT json_extract(refused.request, '$.effect.id') AS effect_id
    FROM jobs AS refused INDEXED BY jobs_by_time
    WHERE refused.queued_at > :long_ago AND refused.state = 'failed'
      AND refused.reason = :not_activated AND refused.finished_at > :since
      AND effect_id IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM jobs AS later INDEXED BY jobs_by_time
        WHERE later.queued_at > refused.queued_at AND later.started_at > refused.finished_at
          AND json_extract(later.request, '$.effect.id') = effect_id
      )
"""
REFUSED_FOR = timedelta(days=1)
LONGEST_QUEUED = timedelta(days=7)

PICKED = "SELECT DISTINCT shelf FROM effects WHERE shelf IN ('hot', 'new')"

REFRESHED = "effects refreshed"
SET_REFRESHED = """
    INSERT INTO moments (name, at) VALUES (:name, :at)
    ON CONFLICT (name) DO UPDATE SET at = excluded.at
"""
GET_REFRESHED = "SELECT at FROM moments WHERE name = ?"


class _Known(NamedTuple):
    """Which effects are hidden, by these rules and this catalogue."""

    rules: LiveRules
    refreshed: int | None
    hidden: str


class Effects:
    """Implements `jobs.ports.Effects`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: _Known | None = None

    async def replace(self, effects: Sequence[Effect]) -> None:
        def work(connection: sqlite3.Connection) -> None:
            connection.execute(CLEAR)
            connection.executemany(INSERT, _columns(effects, known_names(connection)))
            now = to_micros(self._desk.clock.now())
            connection.execute(SET_REFRESHED, {"name": REFRESHED, "at": now})

        await self._desk.database.write(work)
        self._known = None  # else a catalogue of the same moment would be taken for this one

    async def get(self, effect_id: EffectId) -> Effect:
        def work(connection: sqlite3.Connection) -> Effect:
            row = connection.execute(FIND, (effect_id,)).fetchone()
            if row is None:
                raise EffectGone
            effect, rules = EFFECT.validate_json(row["effect"]), self._desk.rules(connection)
            if rules.hides(effect):
                raise EffectGone
            return _charged(effect, rules)

        return await self._desk.database.read(work)

    async def page(
        self,
        shelf: Shelf,
        *,
        person_id: PersonId | None = None,
        words: str = "",
        offset: int,
        limit: int,
    ) -> tuple[Sequence[Effect], int]:
        wish = _wish(shelf, person_id, words, offset, limit)
        return await self._desk.database.read(lambda connection: self._page(connection, wish))

    async def browse(
        self, shelf: Shelf, *, person_id: PersonId, words: str = "", offset: int, limit: int
    ) -> Browsed:
        wish = _wish(shelf, person_id, words, offset, limit)

        def work(connection: sqlite3.Connection) -> Browsed:
            picked = {Shelf(row["shelf"]) for row in connection.execute(PICKED)}
            empty = PICKED_SHELVES - picked
            there = Shelf.ALL if shelf in empty else shelf
            effects, total = self._page(connection, {**wish, "shelf": there})
            return Browsed(there, effects, total, empty)

        return await self._desk.database.read(work)

    def _page(
        self, connection: sqlite3.Connection, wish: Mapping[str, object]
    ) -> tuple[Sequence[Effect], int]:
        parameters = {**wish, "hidden": self._hidden(connection)}
        if wish["shelf"] in OWN_SHELVES:
            count, find = OWN_TOTAL, OWN_PAGE
        else:
            count, find = TOTAL, FOUND if wish["words"] != "[]" else PAGE
        total: int = connection.execute(count, parameters).fetchone()[0]
        rules = self._desk.rules(connection)
        rows = connection.execute(find, parameters)
        found = [EFFECT.validate_json(row["effect"]) for row in rows]
        return [_charged(effect, rules) for effect in found], total

    async def named(self, name: str) -> Sequence[Effect]:
        wanted = searchable(name)

        def work(connection: sqlite3.Connection) -> Sequence[Effect]:
            return [one for one in _all(connection) if searchable(one.name) == wanted]

        return await self._desk.database.read(work)

    async def hidden(self) -> Sequence[Effect]:
        def work(connection: sqlite3.Connection) -> Sequence[Effect]:
            rules = self._desk.rules(connection)
            return [effect for effect in _all(connection) if rules.hides(effect)]

        return await self._desk.database.read(work)

    async def refused(self) -> Collection[EffectId]:
        since = self._desk.clock.now() - REFUSED_FOR
        parameters = {
            "not_activated": Reason.NOT_ACTIVATED,
            "since": to_micros(since),
            "long_ago": to_micros(since - LONGEST_QUEUED),
        }

        def work(connection: sqlite3.Connection) -> Collection[EffectId]:
            rows = connection.execute(REFUSED, parameters)
            return frozenset(EffectId(row["effect_id"]) for row in rows)

        return await self._desk.database.read(work)

    def _hidden(self, connection: sqlite3.Connection) -> str:
        """The ids that nobody is to see, as JSON; worked out anew when the rules or the catalogue change."""
        rules = self._desk.rules(connection)
        row = connection.execute(GET_REFRESHED, (REFRESHED,)).fetchone()
        refreshed = row["at"] if row else None
        known = self._known
        if known is None or known.rules is not rules or known.refreshed != refreshed:
            ids = [effect.id for effect in _all(connection) if rules.hides(effect)]
            known = self._known = _Known(rules, refreshed, json.dumps(ids))
        return known.hidden

    async def star(self, person_id: PersonId, effect_id: EffectId, *, starred: bool) -> None:
        now, shelf = self._desk.clock.now(), Shelf.FAVOURITES

        def work(connection: sqlite3.Connection) -> None:
            if starred:
                own_shelves.put_on(connection, person_id, shelf, effect_id, now)
            else:
                own_shelves.take_off(connection, person_id, shelf, effect_id)

        await self._desk.database.write(work)

    async def is_starred(self, person_id: PersonId, effect_id: EffectId) -> bool:
        return await self._desk.database.read(
            lambda connection: own_shelves.is_on(connection, person_id, Shelf.FAVOURITES, effect_id)
        )


def _wish(
    shelf: Shelf, person_id: PersonId | None, words: str, offset: int, limit: int
) -> Mapping[str, object]:
    """Which effects, as the statements take it."""
    return {
        "shelf": shelf,
        "person": person_id,
        "words": json.dumps(searchable(words).split()),
        "offset": offset,
        "limit": limit,
    }


def _charged(effect: Effect, rules: LiveRules) -> Effect:
    """The effect with what people pay for it now, where that is not what the provider takes."""
    charge = rules.charge(Price(effect.credits), Mode.EFFECT, effect.id).credits
    return effect if charge == effect.credits else effect.model_copy(update={"charged": charge})


def _all(connection: sqlite3.Connection) -> Iterator[Effect]:
    return (EFFECT.validate_json(row["effect"]) for row in connection.execute(ALL))


def _columns(
    effects: Sequence[Effect], names: Mapping[EffectId, Mapping[str, str]]
) -> Iterator[dict[str, object]]:
    for position, effect in enumerate(effects):
        named = effect.model_copy(update={"names": names.get(effect.id, {})})
        yield {**effect_columns(named), "position": position, "shelf": effect.shelf}

"""What a request must pass before anything is held for it: rules of the moment, words, effects, pauses."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from jobs.errors import EffectGone, NotOffered, StopWordUsed
from jobs.ids import PersonId
from jobs.moderation import Offence, stopped_by, strike_of_words, words_in
from jobs.requests import EffectRequest, Request
from storage.consents import check_consent
from storage.desk import Desk
from storage.person import check_not_banned
from storage.strikes import check_not_paused, strike

T = TypeVar("T")

LANGUAGES = "SELECT language, chosen_language FROM people WHERE id = ?"


def check_request(
    connection: sqlite3.Connection, desk: Desk, request: Request, person_id: PersonId, now: datetime
) -> None:
    """Raises UnderMaintenance, NotOffered, PersonBanned, PersonPaused, ConsentNeeded, StopWordUsed,
    EffectGone."""
    rules = desk.rules(connection)
    rules.check_open()
    off = desk.offer(connection).switched_off(request.subject.mode, request.options.model)
    if off:
        raise NotOffered(off)
    check_not_banned(connection, person_id, now)
    check_not_paused(connection, person_id, now)
    check_consent(connection, person_id, rules)
    check_words(connection, desk, words_in(request), person_id)
    if isinstance(request, EffectRequest) and rules.hides(request.effect):
        raise EffectGone


def check_words(
    connection: sqlite3.Connection, desk: Desk, texts: Iterable[str], person_id: PersonId
) -> None:
    """Raises StopWordUsed."""
    words = desk.rules(connection).stop_words
    if not words:
        return
    languages = _languages(connection, person_id)
    for text in texts:
        found = stopped_by(text, words, languages)
        if found:
            raise StopWordUsed(found, text)


async def write_judged(
    desk: Desk, person_id: PersonId, work: Callable[[sqlite3.Connection], T]
) -> T:
    """A write in which a stop word undoes the work, and is written down as a strike. Raises StopWordUsed.

    If it were raised inside, it would take the strike back with the work. *Generate* gives none: what
    is refused there was written before its words were stopped.
    """

    def judged(connection: sqlite3.Connection) -> T | StopWordUsed:
        connection.execute("SAVEPOINT words")
        try:
            return work(connection)
        except StopWordUsed as refusal:
            connection.execute("ROLLBACK TO words")
            return _struck(connection, desk, person_id, refusal)
        finally:
            connection.execute("RELEASE words")

    outcome = await desk.database.write(judged)
    if isinstance(outcome, StopWordUsed):
        raise outcome
    return outcome


def _struck(
    connection: sqlite3.Connection, desk: Desk, person_id: PersonId, refusal: StopWordUsed
) -> StopWordUsed:
    now, rules = desk.clock.now(), desk.rules(connection)
    operation = strike_of_words(person_id, refusal.text, now)
    until = strike(connection, rules, person_id, Offence.STOP_WORD, operation, now)
    return StopWordUsed(refusal.words, refusal.text, until)


def _languages(connection: sqlite3.Connection, person_id: PersonId) -> frozenset[str]:
    """Those of Telegram and of the person's own choice: "pt-BR" is "pt" as well as "pt-br"."""
    row = connection.execute(LANGUAGES, (person_id,)).fetchone()
    codes = tuple(row) if row else ()
    return frozenset(name for code in codes if code for name in _widening(code.lower()))


def _widening(code: str) -> list[str]:
    """zh-hant-tw, zh-hant, zh"""
    parts = code.split("-")
    return ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]

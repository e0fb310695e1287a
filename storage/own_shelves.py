"""A person's own shelves of effects: favourites, and what they used last. The latest comes first."""

import sqlite3
from datetime import datetime

from jobs.effects import Shelf
from jobs.ids import EffectId, PersonId
from storage.rows import to_micros

PUT_ON = """
    INSERT INTO own_shelves (person_id, shelf, effect_id, at) VALUES (:person, :shelf, :effect, :at)
    ON CONFLICT (person_id, shelf, effect_id) DO UPDATE SET at = excluded.at
"""
TAKE_OFF = """
    DELETE FROM own_shelves WHERE person_id = :person AND shelf = :shelf AND effect_id = :effect
"""
IS_ON = """
    SELECT 1 FROM own_shelves WHERE person_id = :person AND shelf = :shelf AND effect_id = :effect
"""
SHORTEN = """
    DELETE FROM own_shelves
    WHERE person_id = :person AND shelf = :shelf AND effect_id IN (
        SELECT effect_id FROM own_shelves WHERE person_id = :person AND shelf = :shelf
        ORDER BY at DESC LIMIT -1 OFFSET :most
    )
"""
MOST = {Shelf.RECENT: 24, Shelf.FAVOURITES: 400}


def put_on(
    connection: sqlite3.Connection,
    person_id: PersonId,
    shelf: Shelf,
    effect_id: EffectId,
    now: datetime,
) -> None:
    """To the front of the shelf; the last one falls off where there is no room."""
    where = {"person": person_id, "shelf": shelf}
    connection.execute(PUT_ON, {**where, "effect": effect_id, "at": to_micros(now)})
    connection.execute(SHORTEN, {**where, "most": MOST[shelf]})


def take_off(
    connection: sqlite3.Connection, person_id: PersonId, shelf: Shelf, effect_id: EffectId
) -> None:
    """Off the shelf, where it stands on it."""
    connection.execute(TAKE_OFF, {"person": person_id, "shelf": shelf, "effect": effect_id})


def is_on(
    connection: sqlite3.Connection, person_id: PersonId, shelf: Shelf, effect_id: EffectId
) -> bool:
    """Whether it stands on the shelf."""
    parameters = {"person": person_id, "shelf": shelf, "effect": effect_id}
    return connection.execute(IS_ON, parameters).fetchone() is not None

"""What effects are called in other languages: told by finished videos, kept for the catalogue."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from jobs.effects import Effect
from jobs.ids import EffectId
from storage.rows import EFFECT
from storage.searching import searchable

KNOWN = "SELECT language, name FROM effect_names WHERE effect_id = ?"
ALL = "SELECT effect_id, language, name FROM effect_names"
LEARN = """
    INSERT INTO effect_names (effect_id, language, name) VALUES (:effect, :language, :name)
    ON CONFLICT (effect_id, language) DO UPDATE SET name = excluded.name
"""
IN_CATALOGUE = "SELECT effect FROM effects WHERE id = ?"
RENAME = "UPDATE effects SET words = :words, effect = :effect WHERE id = :id"


def learn(connection: sqlite3.Connection, effect_id: EffectId, told: Mapping[str, str]) -> None:
    """The catalogue knows these names from now on, and keeps those in other languages."""
    known = {row["language"]: row["name"] for row in connection.execute(KNOWN, (effect_id,))}
    names = {**known, **told}
    if names == known:
        return
    rows = [
        {"effect": effect_id, "language": language, "name": name} for language, name in told.items()
    ]
    connection.executemany(LEARN, rows)
    row = connection.execute(IN_CATALOGUE, (effect_id,)).fetchone()
    if row:
        effect = EFFECT.validate_json(row["effect"]).model_copy(update={"names": names})
        connection.execute(RENAME, effect_columns(effect))


def known_names(connection: sqlite3.Connection) -> Mapping[EffectId, Mapping[str, str]]:
    """By effect, the names in each language that is known."""
    names: defaultdict[EffectId, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(ALL):
        names[EffectId(row["effect_id"])][row["language"]] = row["name"]
    return names


def effect_columns(effect: Effect) -> dict[str, object]:
    """An effect of the catalogue as it is stored. Its names stand before its hint: they count for more."""
    names = " ".join([effect.name, *effect.names.values()])
    return {
        "id": effect.id,
        "words": searchable(f"{names}\n{effect.hint}"),
        "effect": EFFECT.dump_json(effect).decode(),
    }

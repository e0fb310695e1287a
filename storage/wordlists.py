"""Stop words, and what admins said about effects: lists that are part of the rules."""

import sqlite3
from datetime import datetime

from jobs.admin.audit import Action
from jobs.errors import TooManyStopWords
from jobs.ids import MarkId, PersonId, StopWordId
from jobs.moderation import MOST_STOP_WORDS, EffectMark, Mark, StopWord
from storage.audit import note
from storage.rows import to_micros

STOP_WORDS = "SELECT id, words, language FROM stop_words ORDER BY words, language"
COUNT_WORDS = "SELECT count(*) FROM stop_words"
ADD_WORD = """
    INSERT INTO stop_words (words, language, by_person, at) VALUES (:words, :language, :by, :now)
    ON CONFLICT DO NOTHING
"""
REMOVE_WORD = "DELETE FROM stop_words WHERE id = ? RETURNING words, language"
MARKS = "SELECT id, mark, value FROM effect_marks ORDER BY id"
ADD_MARK = """
    INSERT INTO effect_marks (mark, value, by_person, at) VALUES (:mark, :value, :by, :now)
    ON CONFLICT DO NOTHING
"""
REMOVE_MARK = "DELETE FROM effect_marks WHERE id = ? RETURNING mark, value"
FORGET = "DELETE FROM effect_marks WHERE mark = :mark AND value = :value"


def stop_words(connection: sqlite3.Connection) -> tuple[StopWord, ...]:
    """All of them, in the order of the alphabet."""
    rows = connection.execute(STOP_WORDS)
    return tuple(StopWord(row["id"], row["words"], row["language"]) for row in rows)


def effect_marks(connection: sqlite3.Connection) -> tuple[EffectMark, ...]:
    """All of them, oldest first."""
    rows = connection.execute(MARKS)
    return tuple(EffectMark(row["id"], Mark(row["mark"]), row["value"]) for row in rows)


def add_stop_word(
    connection: sqlite3.Connection,
    words: str,
    language: str,
    *,
    by: PersonId | None,
    now: datetime,
) -> bool:
    """False: it was there. Raises TooManyStopWords."""
    if connection.execute(COUNT_WORDS).fetchone()[0] >= MOST_STOP_WORDS:
        raise TooManyStopWords(MOST_STOP_WORDS)
    parameters = {"words": words, "language": language, "by": by, "now": to_micros(now)}
    if connection.execute(ADD_WORD, parameters).rowcount == 0:
        return False
    note(connection, by, Action.STOP_WORD_ADDED, now, target=words, detail=language)
    return True


def remove_stop_word(
    connection: sqlite3.Connection, word_id: StopWordId, *, by: PersonId | None, now: datetime
) -> bool:
    """False: it was gone."""
    row = connection.execute(REMOVE_WORD, (word_id,)).fetchone()
    if row is None:
        return False
    words, language = row["words"], row["language"]
    note(connection, by, Action.STOP_WORD_REMOVED, now, target=words, detail=language)
    return True


def add_mark(
    connection: sqlite3.Connection, mark: Mark, value: str, *, by: PersonId | None, now: datetime
) -> bool:
    """False: it was there. One effect is either hidden or shown: the later wish counts."""
    opposite = {Mark.EFFECT: Mark.SHOWN, Mark.SHOWN: Mark.EFFECT}.get(mark)
    if opposite:
        connection.execute(FORGET, {"mark": opposite, "value": value})
    parameters = {"mark": mark, "value": value, "by": by, "now": to_micros(now)}
    if connection.execute(ADD_MARK, parameters).rowcount == 0:
        return False
    action = Action.EFFECT_SHOWN if mark is Mark.SHOWN else Action.EFFECT_HIDDEN
    note(connection, by, action, now, target=value, detail=mark)
    return True


def remove_mark(
    connection: sqlite3.Connection, mark_id: MarkId, *, by: PersonId | None, now: datetime
) -> bool:
    """What an admin said does not count any more. False: it was gone."""
    row = connection.execute(REMOVE_MARK, (mark_id,)).fetchone()
    if row is None:
        return False
    action = Action.EFFECT_HIDDEN if row["mark"] == Mark.SHOWN else Action.EFFECT_SHOWN
    note(connection, by, action, now, target=row["value"], detail=row["mark"])
    return True

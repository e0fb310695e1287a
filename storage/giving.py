"""What a supporter may give away in a day, in all: checked in the transaction that gives it."""

import sqlite3
from datetime import date

from jobs.errors import GrantTooLarge, NotYourRole
from jobs.ids import PersonId

GIVEN = "SELECT given FROM support_grants WHERE person_id = :by AND day = :day"
GIVE = """
    INSERT INTO support_grants (person_id, day, given) VALUES (:by, :day, :credits)
    ON CONFLICT DO UPDATE SET given = given + excluded.given
"""


def give_as_support(
    connection: sqlite3.Connection, by: PersonId, credits: int, day: date, most: int
) -> None:
    """Count what a supporter gives on the bot's own `day`. Raises NotYourRole for taking, GrantTooLarge beyond `most` a day."""
    if credits < 0:
        raise NotYourRole
    parameters = {"by": by, "day": day.isoformat(), "credits": credits}
    row = connection.execute(GIVEN, parameters).fetchone()
    left = most - (row["given"] if row else 0)
    if credits > left:
        raise GrantTooLarge(max(left, 0))
    connection.execute(GIVE, parameters)

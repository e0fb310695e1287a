"""What a job costs: the vendor's list, where it prints nothing what such jobs really cost, and the rules."""

import sqlite3

from jobs.capabilities import Field, Options, Subject
from jobs.offer import Offer, shape_of
from jobs.tariff import Price
from storage.desk import Desk

LEARNED = "SELECT credits FROM learned_prices WHERE shape = ?"


def price(connection: sqlite3.Connection, desk: Desk, subject: Subject, options: Options) -> Price:
    """What one job costs people now."""
    cost = _cost(connection, desk.offer(connection), subject, options)
    return desk.rules(connection).charge(cost, subject.mode, subject.effect_id)


def _cost(
    connection: sqlite3.Connection, offer: Offer, subject: Subject, options: Options
) -> Price:
    """What the provider takes for it; what was learned is exact."""
    listed = offer.price(subject, options)
    if not listed.about:
        return listed
    shape = shape_of(subject, offer.only(subject, options))
    row = connection.execute(LEARNED, (shape,)).fetchone()
    return Price(max(row["credits"], 1)) if row else listed


def slow_saves(
    connection: sqlite3.Connection, desk: Desk, subject: Subject, options: Options
) -> int:
    """How many credits off-peak saves; 0 where there is no such choice."""
    offer = desk.offer(connection)
    options = offer.fit(subject, options)
    if not offer.choices(subject, options, Field.OFF_PEAK):
        return 0
    now, later = (
        price(connection, desk, subject, options.model_copy(update={"off_peak": slow}))
        for slow in (False, True)
    )
    return max(now.credits - later.credits, 0)

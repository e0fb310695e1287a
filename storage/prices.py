"""What a job costs: the vendor's list, and where it prints nothing what such jobs really cost."""

import sqlite3

from jobs.capabilities import Field, Options, Subject
from jobs.offer import Offer, shape_of
from jobs.tariff import Price

LEARNED = "SELECT credits FROM learned_prices WHERE shape = ?"


def price(
    connection: sqlite3.Connection, offer: Offer, subject: Subject, options: Options
) -> Price:
    """The price of one job; a learned one is exact."""
    listed = offer.price(subject, options)
    if not listed.about:
        return listed
    shape = shape_of(subject, offer.only(subject, options))
    row = connection.execute(LEARNED, (shape,)).fetchone()
    return Price(max(row["credits"], 1)) if row else listed


def slow_saves(
    connection: sqlite3.Connection, offer: Offer, subject: Subject, options: Options
) -> int:
    """How many credits off-peak saves; 0 where there is no such choice."""
    options = offer.fit(subject, options)
    if not offer.choices(subject, options, Field.OFF_PEAK):
        return 0
    now, later = (
        price(connection, offer, subject, options.model_copy(update={"off_peak": slow}))
        for slow in (False, True)
    )
    return max(now.credits - later.credits, 0)

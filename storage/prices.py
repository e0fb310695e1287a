"""What a job costs: the vendor's list, and where it prints nothing what such jobs really cost."""

import sqlite3

from jobs.capabilities import Options, Subject
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

"""What a job costs: the vendor's list, where it prints nothing what such jobs really cost, and the rules."""

import sqlite3
from datetime import datetime

from jobs.capabilities import Field, Options, Subject
from jobs.lifecycle import Job
from jobs.offer import Offer, shape_of
from jobs.tariff import Price
from storage.desk import Desk
from storage.rows import to_micros

LEARNED = "SELECT credits FROM learned_prices WHERE shape = ?"
LEARN = """
    INSERT INTO learned_prices (shape, credits, at) VALUES (:shape, :credits, :now)
    ON CONFLICT (shape) DO UPDATE SET credits = excluded.credits, at = excluded.at
"""


def price(connection: sqlite3.Connection, desk: Desk, subject: Subject, options: Options) -> Price:
    """What one job costs people now."""
    cost = cost_now(connection, desk.offer(connection), subject, options)
    return desk.rules(connection).charge(cost, subject.mode, subject.effect_id)


def cost_now(
    connection: sqlite3.Connection, offer: Offer, subject: Subject, options: Options
) -> Price:
    """What the provider takes for it; what was learned is exact."""
    listed = offer.price(subject, options)
    if not listed.about:
        return listed
    shape = shape_of(subject, offer.only(subject, options))
    row = connection.execute(LEARNED, (shape,)).fetchone()
    return Price(max(row["credits"], 1)) if row else listed


def cost_there(connection: sqlite3.Connection, desk: Desk, job: Job) -> int:
    """The credits that the provider's account will be short of, as far as anybody can tell."""
    offer, request = desk.offer(connection), job.request
    return cost_now(connection, offer, request.subject, request.options).credits


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


def is_estimate(offer: Offer, job: Job) -> bool:
    """Whether the vendor's list has no exact price for such a job."""
    return offer.price(job.request.subject, job.request.options).about


def learn(connection: sqlite3.Connection, job: Job, cost: int, now: datetime) -> None:
    """From now on jobs of this shape cost that."""
    shape = shape_of(job.request.subject, job.request.options)
    connection.execute(LEARN, {"shape": shape, "credits": cost, "now": to_micros(now)})

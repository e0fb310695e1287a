"""Subscriptions: each known by its first payment, prolonged by every further one.

These functions run inside somebody else's transaction.
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from jobs.ids import ChargeId, PersonId
from jobs.payments import Order, Paid, Subscription
from storage.rows import from_micros, to_micros

_FIRST_PAYMENT = """
    SELECT subscriptions.*, payments.name, payments.credits, payments.stars,
           payments.number
    FROM subscriptions
    JOIN payments ON payments.charge_id = subscriptions.charge_id
"""
FIND = f"{_FIRST_PAYMENT} WHERE subscriptions.charge_id = ?"
RUNNING = f"""
    {_FIRST_PAYMENT} WHERE subscriptions.person_id = :person AND until > :now ORDER BY until
"""
FIRST_CHARGE = (
    "SELECT charge_id FROM subscriptions WHERE person_id = :person AND payload = :payload"
)
BEGIN = """
    INSERT INTO subscriptions (charge_id, person_id, payload, until, renews)
    VALUES (:charge, :person, :payload, :until, 1)
"""
PROLONG = """
    UPDATE subscriptions SET until = max(until, :until) WHERE person_id = :person AND payload = :payload
"""
SET_RENEWAL = "UPDATE subscriptions SET renews = :renews, to_stop = 0 WHERE charge_id = :charge"
STOP_ALL = "UPDATE subscriptions SET to_stop = 1 WHERE person_id = ? AND renews = 1"
TO_STOP = f"{_FIRST_PAYMENT} WHERE to_stop = 1 ORDER BY subscriptions.charge_id LIMIT 100"


def first_charge(connection: sqlite3.Connection, paid: Paid) -> ChargeId | None:
    """The first payment of the subscription that this one prolongs; its own where it begins one."""
    if paid.until is None:
        return None
    wanted = {"person": paid.payer.id, "payload": paid.payload}
    row = connection.execute(FIRST_CHARGE, wanted).fetchone()
    return ChargeId(row["charge_id"]) if row else paid.charge_id


def prolong(connection: sqlite3.Connection, paid: Paid) -> None:
    """A payment that was booked begins its subscription, or prolongs it."""
    if paid.until is None:
        return
    parameters = {
        "charge": paid.charge_id,
        "person": paid.payer.id,
        "payload": paid.payload,
        "until": to_micros(paid.until),
    }
    if connection.execute(PROLONG, parameters).rowcount == 0:
        connection.execute(BEGIN, parameters)


def running(
    connection: sqlite3.Connection, person_id: PersonId, now: datetime
) -> Sequence[Subscription]:
    """What a person has paid for beyond now."""
    parameters = {"person": person_id, "now": to_micros(now)}
    return [_subscription(row) for row in connection.execute(RUNNING, parameters)]


def find(connection: sqlite3.Connection, charge_id: ChargeId) -> Subscription | None:
    """By its first payment."""
    row = connection.execute(FIND, (charge_id,)).fetchone()
    return _subscription(row) if row else None


def set_renewal(connection: sqlite3.Connection, charge_id: ChargeId, *, renews: bool) -> None:
    """Whether it goes on by itself."""
    connection.execute(SET_RENEWAL, {"charge": charge_id, "renews": renews})


def stop_all(connection: sqlite3.Connection, person_id: PersonId) -> None:
    """Somebody cannot use the bot any more, or wants nothing of it: they are not to pay on."""
    connection.execute(STOP_ALL, (person_id,))


def to_stop(connection: sqlite3.Connection) -> Sequence[Subscription]:
    """Those that Telegram was not yet told to end."""
    return [_subscription(row) for row in connection.execute(TO_STOP)]


def end_with(connection: sqlite3.Connection, charge_id: ChargeId | None) -> None:
    """A payment of it was given back: Telegram does not renew it any more."""
    if charge_id is not None:
        set_renewal(connection, charge_id, renews=False)


def _subscription(row: sqlite3.Row) -> Subscription:
    order = Order.unpack(row["payload"])
    return Subscription(
        number=row["number"],
        charge_id=row["charge_id"],
        person_id=row["person_id"],
        pack_id=order.pack_id if order else None,
        name=row["name"],
        credits=row["credits"],
        stars=row["stars"],
        until=from_micros(row["until"]),
        renews=bool(row["renews"]),
    )

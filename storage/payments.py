"""Payments in Stars: each charge is booked once and given back once, with its credits, in one transaction."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from jobs.admin.audit import Action
from jobs.errors import AlreadyRefunded, NoSuchPayment
from jobs.ids import ChargeId, PersonId, private_chat
from jobs.outbox import (
    Alert,
    PaymentBooked,
    PaymentReturned,
    RefundFailed,
    SubscriptionStopped,
    SupportWanted,
    Trouble,
)
from jobs.payments import Order, Paid, Payment, PaymentState, Subscription
from jobs.quotas import Pocket, expiry
from storage import audit, subscriptions
from storage.crediting import Occasion, enter_purchase, enter_refund
from storage.desk import Desk
from storage.owing import owe, owe_admins
from storage.person import find_person
from storage.rows import from_micros, to_micros
from storage.standing import standing

MEET = """
    INSERT INTO people (id, first_name, language, access, reachable, met_at, plan_id)
    VALUES (:id, :first_name, :language, 'new', 1, :now,
            (SELECT id FROM plans WHERE for_newcomers = 1))
    ON CONFLICT (id) DO NOTHING
"""
NAME = "SELECT name FROM packs WHERE id = ?"
BOOK = """
    INSERT INTO payments (charge_id, person_id, name, credits, stars, payload, expires_at, paid_at,
                          subscription, state, number)
    VALUES (:charge, :person, :name, :credits, :stars, :payload, :expires, :paid,
            :subscription, 'paid', (SELECT coalesce(max(number), 0) + 1 FROM payments))
"""
FIND = "SELECT * FROM payments WHERE charge_id = ?"
OF_PERSON = """
    SELECT * FROM payments WHERE person_id = :person
    ORDER BY paid_at DESC LIMIT :limit OFFSET :offset
"""
NUMBERED = "SELECT * FROM payments WHERE number = ?"
ANY = "SELECT 1 FROM payments LIMIT 1"
REFUNDING = "SELECT * FROM payments WHERE state = 'refunding' ORDER BY charge_id LIMIT 100"
ASK_REFUND = """
    UPDATE payments SET state = 'refunding', refund_by = :by, refund_note = :note
    WHERE charge_id = :charge
"""
KEEP = "UPDATE payments SET state = 'paid' WHERE charge_id = ? AND state = 'refunding'"
REFUND = "UPDATE payments SET state = 'refunded', refunded_at = :at WHERE charge_id = :charge"
COUNT = "SELECT count(*) FROM payments WHERE person_id = ?"
ASKED = "SELECT 1 FROM outbox WHERE key >= :key AND key < :key || '~' LIMIT 1"
PLACE = "SELECT read, last_line FROM star_account WHERE id = 1"
SET_PLACE = """
    INSERT INTO star_account (id, read, last_line) VALUES (1, :read, :last)
    ON CONFLICT (id) DO UPDATE SET read = excluded.read, last_line = excluded.last_line
"""

SUPPORT_PER_DAY = 5


class Payments:
    """Implements `jobs.ports.Payments`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def book(self, paid: Paid) -> bool:
        def work(connection: sqlite3.Connection) -> bool:
            booked = connection.execute(FIND, (paid.charge_id,)).fetchone() is None
            if booked:
                self._book(connection, paid)
            subscriptions.prolong(connection, paid)
            return booked

        return await self._desk.database.write(work)

    def _book(self, connection: sqlite3.Connection, paid: Paid) -> None:
        now, rules = self._desk.clock.now(), self._desk.rules(connection)
        person, order = paid.payer.id, Order.unpack(paid.payload)
        met = {
            "id": person,
            "first_name": paid.payer.first_name,
            "language": paid.payer.language,
            "now": to_micros(now),
        }
        connection.execute(MEET, met)
        calendar = standing(connection, person, rules).calendar
        expires = expiry(rules.bought_credits_days, calendar, now)
        parameters = {
            "charge": paid.charge_id,
            "person": person,
            "name": _name(connection, order),
            "credits": order.credits if order else 0,
            "stars": paid.stars,
            "payload": paid.payload,
            "expires": to_micros(expires),
            "paid": to_micros(paid.at),
            "subscription": subscriptions.first_charge(connection, paid),
        }
        connection.execute(BOOK, parameters)
        if order is None:
            detail = f"{paid.charge_id} ({paid.stars} XTR, id {person})"
            alert = Alert(trouble=Trouble.PAYMENT, detail=detail)
            owe_admins(connection, rules, f"payment:{paid.charge_id}", alert, now)
            return
        why = Occasion(f"bought:{paid.charge_id}", now, rules, by=person, note=paid.charge_id)
        enter_purchase(connection, person, Pocket(expires, order.credits), why)
        message = PaymentBooked(
            charge_id=paid.charge_id, credits=order.credits, stars=paid.stars, until=paid.until
        )
        owe(connection, f"paid:{paid.charge_id}", private_chat(person), message, now)

    async def refunded(self, charge_id: ChargeId, *, at: datetime) -> bool:
        def work(connection: sqlite3.Connection) -> bool:
            row = connection.execute(FIND, (charge_id,)).fetchone()
            if row is None or row["state"] == PaymentState.REFUNDED:
                return False
            connection.execute(REFUND, {"charge": charge_id, "at": to_micros(at)})
            self._take_back(connection, row)
            return True

        return await self._desk.database.write(work)

    def _take_back(self, connection: sqlite3.Connection, row: sqlite3.Row) -> None:
        now, rules = self._desk.clock.now(), self._desk.rules(connection)
        charge, person = row["charge_id"], PersonId(row["person_id"])
        note = row["refund_note"] or charge
        why = Occasion(f"refunded:{charge}", now, rules, by=row["refund_by"], note=note)
        bought = Pocket(from_micros(row["expires_at"]), row["credits"])
        taken = enter_refund(connection, person, bought, why)
        subscriptions.end_with(connection, row["subscription"])
        message = PaymentReturned(credits=taken, stars=row["stars"])
        owe(connection, f"refunded:{charge}", private_chat(person), message, now)

    async def ask_refund(self, charge_id: ChargeId, *, by: PersonId, note: str) -> Payment:
        def work(connection: sqlite3.Connection) -> Payment:
            payment = find_payment(connection, charge_id)
            if payment.state is not PaymentState.PAID:
                raise AlreadyRefunded
            connection.execute(ASK_REFUND, {"charge": charge_id, "by": by, "note": note})
            audit.note(
                connection,
                by,
                Action.REFUND_ASKED,
                self._desk.clock.now(),
                person=payment.person_id,
                target=charge_id,
                detail=f"{payment.stars} XTR {note}".strip(),
            )
            return find_payment(connection, charge_id)

        return await self._desk.database.write(work)

    async def refunding(self) -> Sequence[Payment]:
        return await self._desk.database.read(
            lambda connection: [_payment(row) for row in connection.execute(REFUNDING)]
        )

    async def refund_refused(self, charge_id: ChargeId, why: str) -> None:
        def work(connection: sqlite3.Connection) -> None:
            row = connection.execute(FIND, (charge_id,)).fetchone()
            if connection.execute(KEEP, (charge_id,)).rowcount:
                now, asker = self._desk.clock.now(), PersonId(row["refund_by"])
                message = RefundFailed(charge_id=charge_id, why=why)
                key = f"refund failed:{charge_id}:{to_micros(now)}"
                owe(connection, key, private_chat(asker), message, now)

        await self._desk.database.write(work)

    async def find(self, charge_id: ChargeId) -> Payment:
        return await self._desk.database.read(
            lambda connection: find_payment(connection, charge_id)
        )

    async def numbered(self, number: int) -> Payment:
        def work(connection: sqlite3.Connection) -> Payment:
            row = connection.execute(NUMBERED, (number,)).fetchone()
            if row is None:
                raise NoSuchPayment
            return _payment(row)

        return await self._desk.database.read(work)

    async def of(self, person_id: PersonId, *, offset: int, limit: int) -> Sequence[Payment]:
        parameters = {"person": person_id, "offset": offset, "limit": limit}
        return await self._desk.database.read(
            lambda connection: [_payment(row) for row in connection.execute(OF_PERSON, parameters)]
        )

    async def any(self) -> bool:
        return await self._desk.database.read(
            lambda connection: connection.execute(ANY).fetchone() is not None
        )

    async def subscriptions(self, person_id: PersonId) -> Sequence[Subscription]:
        now = self._desk.clock.now()
        return await self._desk.database.read(
            lambda connection: subscriptions.running(connection, person_id, now)
        )

    async def subscription(self, charge_id: ChargeId) -> Subscription | None:
        return await self._desk.database.read(
            lambda connection: subscriptions.find(connection, charge_id)
        )

    async def set_renewal(self, charge_id: ChargeId, *, renews: bool) -> None:
        await self._desk.database.write(
            lambda connection: subscriptions.set_renewal(connection, charge_id, renews=renews)
        )

    async def to_stop(self) -> Sequence[Subscription]:
        return await self._desk.database.read(subscriptions.to_stop)

    async def stopped(self, one: Subscription) -> None:
        now = self._desk.clock.now()
        message = SubscriptionStopped(name=one.name, until=one.until)

        def work(connection: sqlite3.Connection) -> None:
            subscriptions.set_renewal(connection, one.charge_id, renews=False)
            key = f"stopped:{one.charge_id}:{to_micros(one.until)}"
            owe(connection, key, private_chat(one.person_id), message, now)

        await self._desk.database.write(work)

    async def ask_support(self, person_id: PersonId, words: str) -> bool:
        def work(connection: sqlite3.Connection) -> bool:
            now, rules = self._desk.clock.now(), self._desk.rules(connection)
            paid: int = connection.execute(COUNT, (person_id,)).fetchone()[0]
            name = find_person(connection, person_id, rules).profile.full_name
            message = SupportWanted(person_id=person_id, name=name, words=words, payments=paid)
            for number in range(SUPPORT_PER_DAY):
                key = f"paysupport:{person_id}:{rules.day(now)}:{number}"
                if not connection.execute(ASKED, {"key": f"{key}:"}).fetchone():
                    owe_admins(connection, rules, key, message, now)
                    return True
            return False

        return await self._desk.database.write(work)

    async def place(self) -> tuple[int, ChargeId | None]:
        def work(connection: sqlite3.Connection) -> tuple[int, ChargeId | None]:
            row = connection.execute(PLACE).fetchone()
            return (row["read"], row["last_line"]) if row else (0, None)

        return await self._desk.database.read(work)

    async def set_place(self, read: int, last: ChargeId | None) -> None:
        parameters = {"read": read, "last": last}
        await self._desk.database.write(
            lambda connection: connection.execute(SET_PLACE, parameters)
        )


def find_payment(connection: sqlite3.Connection, charge_id: ChargeId) -> Payment:
    """Raises NoSuchPayment."""
    row = connection.execute(FIND, (charge_id,)).fetchone()
    if row is None:
        raise NoSuchPayment
    return _payment(row)


def _name(connection: sqlite3.Connection, order: Order | None) -> str:
    row = connection.execute(NAME, (order.pack_id,)).fetchone() if order else None
    return row["name"] if row else ""


def _payment(row: sqlite3.Row) -> Payment:
    return Payment(
        number=row["number"],
        charge_id=row["charge_id"],
        person_id=row["person_id"],
        name=row["name"],
        credits=row["credits"],
        stars=row["stars"],
        paid_at=from_micros(row["paid_at"]),
        state=PaymentState(row["state"]),
        subscription=row["subscription"],
    )

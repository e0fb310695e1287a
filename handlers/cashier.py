"""Telegram's side of payments in Stars: asks for refunds, stops subscriptions, reads the bot's account."""

from collections.abc import Awaitable, Sequence
from datetime import timedelta
from typing import TypeVar

from telegram import Bot, StarTransaction, TransactionPartner, TransactionPartnerUser
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError

from handlers.turn import profile_of_user
from jobs.ids import ChargeId, PersonId
from jobs.payments import Transaction
from jobs.ports import CashierAway, CashierRefused

T = TypeVar("T")

DONE_BEFORE = "ALREADY_REFUNDED"


class TelegramCashier:
    """Implements `jobs.ports.Cashier`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def refund(self, person_id: PersonId, charge_id: ChargeId) -> None:
        """Give the Stars of a payment back. Raises CashierAway, CashierRefused."""
        try:
            await _asked(self._bot.refund_star_payment(person_id, charge_id))
        except CashierRefused as why:
            if DONE_BEFORE not in str(why).upper():
                raise

    async def stop_renewal(self, person_id: PersonId, charge_id: ChargeId) -> None:
        """The subscription ends with what is paid. Raises CashierAway, CashierRefused."""
        await _asked(self._bot.edit_user_star_subscription(person_id, charge_id, is_canceled=True))

    async def transactions(self, offset: int, limit: int) -> Sequence[Transaction]:
        """Lines of the bot's account. Raises CashierAway, CashierRefused."""
        found = await _asked(self._bot.get_star_transactions(offset=offset, limit=limit))
        return [_transaction(line) for line in found.transactions]


async def _asked(question: Awaitable[T]) -> T:
    """BadRequest is a NetworkError to the library, but it is Telegram's clear answer."""
    try:
        return await question
    except (BadRequest, Forbidden, InvalidToken) as refusal:
        raise CashierRefused(str(refusal)) from refusal
    except (NetworkError, TelegramError) as trouble:
        raise CashierAway(type(trouble).__name__) from trouble


def _transaction(line: StarTransaction) -> Transaction:
    charge, incoming = ChargeId(line.id), line.source is not None
    partner = _person(line.source if incoming else line.receiver)
    if partner is None:
        return Transaction(charge, line.date, line.amount, incoming)
    return Transaction(
        id=charge,
        at=line.date,
        stars=line.amount,
        incoming=incoming,
        payer=profile_of_user(partner.user),
        payload=partner.invoice_payload,
        period=_stretch(partner.subscription_period),
    )


def _person(partner: TransactionPartner | None) -> TransactionPartnerUser | None:
    """Somebody who paid an invoice, or got their Stars back; not a withdrawal or a gift."""
    return partner if isinstance(partner, TransactionPartnerUser) else None


def _stretch(period: timedelta | int | None) -> timedelta | None:
    return timedelta(seconds=period) if isinstance(period, int) else period

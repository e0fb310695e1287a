"""Payments in Telegram Stars: the shop, the question before a payment, the payment, and help with it."""

import logging
from datetime import UTC, datetime

from telegram import LabeledPrice, PreCheckoutQuery, Update
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import ApplicationHandlerStop

from handlers.chat.buttons import AskStop, BuyPack, OpenShop, StopRenewal
from handlers.chat.html import shorten
from handlers.chat.payment_screens import (
    ask_stop_screen,
    pack_label,
    shop_screen,
    stopped_screen,
    subscribe_screen,
)
from handlers.chat.texts import Texts
from handlers.errors import sentence
from handlers.turn import Desk, Press, Turn, message_of, profile_of
from jobs.errors import CoreError, NotHere
from jobs.ids import ChargeId, Place, private_chat
from jobs.payments import MONTH, Order, Pack, Paid
from jobs.people import Profile
from jobs.ports import Clock

log = logging.getLogger(__name__)

STARS = "XTR"
LONGEST_REFUSAL = 200
LONGEST_LETTER = 1500
COME_BACK = "buy"  # what a forwarded invoice starts the bot with


class Payments:
    """The handlers around payments."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._shop = desk.service.shop
        self._clock = clock

    # the shop

    async def buy(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/buy. Raises ShopClosed."""
        view = await self._shop.look(turn.person.id)
        await self._desk.say(turn, shop_screen(view, turn.texts))

    async def shop(self, press: Press, _: OpenShop) -> None:
        """The same, in place."""
        _check_private(press.turn)
        view = await self._shop.look(press.person_id)
        await press.show(shop_screen(view, press.texts))

    async def order(self, press: Press, button: BuyPack) -> None:
        """An invoice below for a pack; for a subscription the way to Telegram's page."""
        _check_private(press.turn)
        pack, order = await self._shop.order(press.person_id, button.item)
        if pack.terms.monthly:
            url = await self._link(pack, order, press.texts)
            await press.show(subscribe_screen(pack, url, press.texts))
        else:
            await press.answer()
            await self._invoice(press.turn.place, pack, order, press.texts)

    async def _invoice(self, place: Place, pack: Pack, order: Order, texts: Texts) -> None:
        bot, about = self._desk.messenger.bot, texts.plain("invoice", n=pack.terms.credits)
        await self._desk.messenger.answer_with(
            place,
            lambda: bot.send_invoice(
                place.chat_id,
                title=pack.terms.name,
                description=about,
                payload=order.pack(),
                currency=STARS,
                prices=_prices(pack, texts),
                provider_token="",
                start_parameter=COME_BACK,
            ),
        )

    async def _link(self, pack: Pack, order: Order, texts: Texts) -> str:
        return await self._desk.messenger.bot.create_invoice_link(
            title=pack.terms.name,
            description=texts.plain("invoice-monthly", n=pack.terms.credits),
            payload=order.pack(),
            currency=STARS,
            prices=_prices(pack, texts),
            provider_token="",
            subscription_period=MONTH,
        )

    async def ask_stop(self, press: Press, button: AskStop) -> None:
        """Shall a subscription end?"""
        await press.show(ask_stop_screen(button.payment, press.texts))

    async def stop(self, press: Press, button: StopRenewal) -> None:
        """It shall. Raises PackGone, TelegramAway."""
        stopped = await self._shop.stop(press.person_id, button.payment)
        await press.show(stopped_screen(stopped, press.texts))

    async def support(self, update: Update, turn: Turn) -> None:
        """/paysupport: how to get help; with words behind it they go to the admins. Raises TooManyWishes."""
        words = (message_of(update).text or "").partition(" ")[2].strip()
        if not words:
            await self._desk.tell(turn, "paysupport")
            return
        await self._shop.ask_support(turn.person.id, shorten(words, LONGEST_LETTER))
        await self._desk.tell(turn, "paysupport-sent")

    # before all other handlers: whoever has paid is heard, also if they may not come in any more

    async def checkout(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """Telegram asks whether somebody may pay, and waits ten seconds at most."""
        query, profile = update.pre_checkout_query, profile_of(update)
        assert query
        assert profile
        refusal = self._desk.languages.pick(profile.language).plain("checkout-trouble")
        try:
            refusal = await self._refusal(query, profile)
        finally:
            # Where something broke, too: silence would look as if the bot were gone.
            await self._answer(query, refusal)
        raise ApplicationHandlerStop

    async def _refusal(self, query: PreCheckoutQuery, profile: Profile) -> str:
        """Why not, in the person's language; empty where they may."""
        door = self._desk.service.door
        person = await door.meet(profile)
        texts = self._desk.languages.pick(person.language)
        if door.is_banned(person) or not door.may_use(person):
            return texts.plain("checkout-not-you")
        try:
            await self._shop.check(person.id, query.invoice_payload, query.total_amount)
        except CoreError as refusal:
            return shorten(sentence(refusal, texts, self._clock.now()), LONGEST_REFUSAL)
        return ""

    async def _answer(self, query: PreCheckoutQuery, refusal: str) -> None:
        """Once more where the line was bad; a question that is too old is asked anew by who pays."""
        for _ in range(2):
            try:
                await query.answer(ok=not refusal, error_message=refusal or None)
            except BadRequest as late:
                log.info("a question before a payment could not be answered: %s", late)
                return
            except NetworkError as trouble:
                log.warning("a question before a payment may not be answered: %r", trouble)
            except TelegramError as trouble:
                log.warning("a question before a payment is not answered: %r", trouble)
                return
            else:
                return

    async def paid(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """Stars have come."""
        payment, profile = message_of(update).successful_payment, profile_of(update)
        assert payment
        if profile and payment.currency == STARS:
            paid = Paid(
                charge_id=ChargeId(payment.telegram_payment_charge_id),
                payer=profile,
                stars=payment.total_amount,
                payload=payment.invoice_payload,
                at=_utc(message_of(update).date),
                until=_utc_or_none(payment.subscription_expiration_date),
            )
            await self._shop.paid(paid)
        raise ApplicationHandlerStop

    async def returned(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """Stars went back: we asked for it, or somebody else did."""
        message = message_of(update)
        assert message.refunded_payment
        charge = ChargeId(message.refunded_payment.telegram_payment_charge_id)
        await self._shop.returned(charge, _utc(message.date))
        raise ApplicationHandlerStop


def _check_private(turn: Turn) -> None:
    """An invoice is for one person. Raises NotHere."""
    if turn.place.chat_id != private_chat(turn.person.id).chat_id:
        raise NotHere


def _prices(pack: Pack, texts: Texts) -> list[LabeledPrice]:
    return [LabeledPrice(pack_label(pack, texts), pack.terms.stars)]


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _utc_or_none(moment: datetime | None) -> datetime | None:
    return None if moment is None else _utc(moment)

"""What is sold for Stars, and giving Stars back: a page of the panel, /packs, /pack and /refund."""

from collections.abc import Sequence

from telegram import Update

from handlers.admin.words import arguments, person_meant, whole
from handlers.chat.buttons import AskPack, AskRefund, Refund, ShowPayments, WithdrawPack
from handlers.chat.panel_screens import with_way_back
from handlers.chat.screens import Screen
from handlers.chat.shop_desk_screens import (
    ask_refund_screen,
    packs_screen,
    payments_screen,
    refunding_screen,
)
from handlers.chat.texts import Texts
from handlers.turn import Desk, Press, Turn, message_of
from jobs.admin.errands import Errand
from jobs.errors import AlreadyRefunded, NoSuchPayment, NoSuchPerson
from jobs.ids import ChargeId, PersonId
from jobs.payments import PackTerms, Payment, PaymentState

PAGE = "shop"
MONTHLY, REMOVE, YES = "monthly", "remove", "yes"


class ShopDesk:
    """The handlers around the shop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._payments = desk.service.admin.payments

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel."""
        packs = await self._payments.packs(turn.person.id)
        is_open = await self._desk.service.shop.is_open()
        return packs_screen(packs, turn.texts, is_open=is_open)

    async def packs(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/packs"""
        await self._desk.say(turn, with_way_back(await self.page(turn), turn.texts))

    async def pack(self, update: Update, turn: Turn) -> None:
        """/pack Small 100 50, /pack Monthly 1000 400 monthly, /pack remove Small"""
        words = arguments(update)
        if words[:1] == [REMOVE] and len(words) > 1:
            await self._payments.withdraw(turn.person.id, " ".join(words[1:]))
        elif not await self._put(turn, words):
            await self._desk.tell(turn, "admin-pack-usage")
            return
        await self.packs(update, turn)

    async def _put(self, turn: Turn, words: Sequence[str]) -> bool:
        """False where the words say nothing that could be sold. Raises WrongPack."""
        terms = pack_of(words)
        if terms:
            await self._payments.put(turn.person.id, terms)
        return terms is not None

    async def ask_pack(self, press: Press, _: AskPack) -> None:
        """*Sell something*: the next message says what."""
        await self._desk.service.admin.errands.begin(press.person_id, Errand.PACK, "")
        screen = Screen(press.texts.html("errand-pack"))
        await press.show(with_way_back(screen, press.texts, PAGE))

    async def typed_pack(self, update: Update, turn: Turn, detail: str) -> bool:  # noqa: ARG002
        """What was asked for."""
        if not await self._put(turn, (message_of(update).text or "").split()):
            await self._desk.tell(turn, "admin-pack-usage")
            return False
        await self.packs(update, turn)
        return True

    async def withdraw(self, press: Press, button: WithdrawPack) -> None:
        """It is not sold any more."""
        packs = await self._payments.packs(press.person_id)
        for pack in packs:
            if pack.id == button.item:
                await self._payments.withdraw(press.person_id, pack.terms.name)
        await press.show(with_way_back(await self.page(press.turn), press.texts))

    # refunds

    async def refund(self, update: Update, turn: Turn) -> None:
        """/refund 17; to the question /refund 17 yes a reason; with a person: their payments to choose from."""
        what, *note = (*arguments(update), "")
        if not what:
            await self._desk.tell(turn, "admin-refund-usage")
            return
        try:
            payment = await self._payments.payment(turn.person.id, what)
        except NoSuchPayment:
            await self._refund_to(turn, what)
            return
        if note[0] != YES:
            await self._desk.say(turn, _sure(payment, turn.texts))
            return
        reason = " ".join(note[1:]).strip()
        asked = await self._payments.refund(turn.person.id, payment.charge_id, reason)
        await self._desk.say(turn, refunding_screen(asked, turn.texts))

    async def _refund_to(self, turn: Turn, who: str) -> None:
        """Neither a number nor a charge: perhaps somebody, whose payments are shown."""
        if whole(who) is None and not who.startswith("@"):
            raise NoSuchPayment
        try:
            await self._desk.service.admin.people.find(turn.person.id, who)
        except NoSuchPerson:
            raise NoSuchPayment from None
        person = await person_meant(self._desk, turn, who)
        if person:
            await self._desk.say(turn, await self._payments_of(turn, person.id))

    async def _payments_of(self, turn: Turn, person_id: PersonId) -> Screen:
        payments = await self._payments.of(turn.person.id, person_id)
        return payments_screen(person_id, payments, turn.texts)

    async def payments(self, press: Press, button: ShowPayments) -> None:
        """Somebody's latest payments."""
        await press.show(await self._payments_of(press.turn, button.person))

    async def ask_refund(self, press: Press, button: AskRefund) -> None:
        """Shall it go back?"""
        payment = await self._payments.payment(press.person_id, str(button.payment))
        await press.show(_sure(payment, press.texts))

    async def refund_pressed(self, press: Press, button: Refund) -> None:
        """It shall."""
        payment = await self._payments.payment(press.person_id, str(button.payment))
        charge = ChargeId(payment.charge_id)
        asked = await self._payments.refund(press.person_id, charge, "")
        await press.show(refunding_screen(asked, press.texts))


def _sure(payment: Payment, texts: Texts) -> Screen:
    """Shall it go back? Raises AlreadyRefunded."""
    if payment.state is not PaymentState.PAID:
        raise AlreadyRefunded
    return ask_refund_screen(payment, texts)


def pack_of(words: Sequence[str]) -> PackTerms | None:
    """`Small pack 100 50 monthly`: a name, credits, Stars. None where it is something else."""
    monthly = words[-1:] == [MONTHLY]
    *name, credits, stars = ("", "", *(words[:-1] if monthly else words))
    many, price = whole(credits), whole(stars)
    if many is None or price is None or not "".join(name):
        return None
    return PackTerms(" ".join(name).strip(), many, price, monthly=monthly)

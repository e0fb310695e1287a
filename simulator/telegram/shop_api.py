"""`/world/pay` and what else people do with their stars."""

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.telegram.errors import WorldError
from simulator.telegram.model import Json, Person
from simulator.telegram.people import Crowd
from simulator.telegram.reading import Endpoint, body_of, number_of
from simulator.telegram.shop import Purchase, Shop
from simulator.telegram.stars import Payment
from simulator.telegram.world import World


class _Purchase(BaseModel):
    person: int
    chat: int | None = None
    message_id: int | None = None
    link: str | None = None
    bot_away: bool = False
    wait: float = 10.0

    def made(self) -> Purchase:
        if (self.message_id is None) == (self.link is None):
            raise WorldError("either a message or a link says what is paid")
        chat = self.person if self.chat is None else self.chat
        return Purchase(self.person, chat, self.message_id, self.link, self.bot_away, self.wait)


class _Renewal(BaseModel):
    person: int
    charge_id: str
    bot_away: bool = False


class _Subscription(BaseModel):
    person: int
    charge_id: str
    cancelled: bool = True


class _Purse(BaseModel):
    person: int
    amount: int = Field(ge=0)


class ShopApi:
    def __init__(self, world: World, crowd: Crowd) -> None:
        self._world = world
        self._shop = Shop(world, crowd)

    def table(self) -> list[tuple[str, str, Endpoint]]:
        return [
            ("GET", "/invoice", self.invoice),
            ("POST", "/pay", self.pay),
            ("POST", "/renew", self.renew),
            ("GET", "/payments", self.payments),
            ("POST", "/subscription", self.subscription),
            ("POST", "/stars", self.fill_purse),
        ]

    async def invoice(self, request: Request) -> Response:
        """What a message or a link asks to be paid for."""
        wish = _Purchase.model_validate(dict(request.query_params))
        invoice = self._shop.invoice(wish.made())
        shown = invoice.model_dump(include={"title", "description", "amount", "period"})
        return JSONResponse(shown)

    async def pay(self, request: Request) -> Response:
        """Pay an invoice: the bot is asked first and may refuse."""
        purchase = _Purchase.model_validate(await body_of(request)).made()
        self._shop.invoice(purchase)  # what does not exist is a mistake, not a refusal
        try:
            payment = await self._shop.pay(purchase)
        except WorldError as refusal:
            return JSONResponse({"paid": False, "error": str(refusal)})
        return JSONResponse(self._done(payment))

    def _done(self, payment: Payment) -> Json:
        stars = self._world.person(payment.person).stars
        done = {"charge_id": payment.charge_id, "until": payment.until, "stars": stars}
        return {"paid": True, "error": None, **done}

    async def renew(self, request: Request) -> Response:
        wish = _Renewal.model_validate(await body_of(request))
        try:
            payment = self._shop.renew(wish.person, wish.charge_id, bot_away=wish.bot_away)
        except WorldError as refusal:
            return JSONResponse({"paid": False, "error": str(refusal)})
        return JSONResponse(self._done(payment))

    async def payments(self, request: Request) -> Response:
        """What this person has paid, oldest first."""
        person = self._world.person(number_of(request, "person"))
        return JSONResponse({"stars": person.stars, "payments": self._paid(person)})

    def _paid(self, person: Person) -> list[Json]:
        stars = self._world.stars
        return [
            {
                **payment.model_dump(
                    include={"charge_id", "amount", "payload", "until", "refunded"}
                ),
                "cancelled": bool(subscription and subscription.stopped),
            }
            for payment in stars.of_person(person.id)
            for subscription in [stars.subscription(payment)]
        ]

    async def subscription(self, request: Request) -> Response:
        """The person cancels a subscription, or takes that back."""
        wish = _Subscription.model_validate(await body_of(request))
        self._shop.cancel(wish.person, wish.charge_id, cancelled=wish.cancelled)
        return JSONResponse({})

    async def fill_purse(self, request: Request) -> Response:
        wish = _Purse.model_validate(await body_of(request))
        person = self._world.person(wish.person)
        person.stars = wish.amount
        self._world.save_person(person)
        self._world.events.add("people")
        return JSONResponse({"stars": person.stars})

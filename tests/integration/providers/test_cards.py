"""Whatever the card of a provider can say, its provider takes, for the price that the card shows."""

from typing import Any

import pytest

from bot.providers.adapter import OpenProvider
from jobs.capabilities import PICTURE_MODES, Field, Mode, Options, Sound, Subject
from jobs.offer import Offer
from jobs.requests import Request
from tests.clock import SettableClock
from tests.integration.providers.carrying import job_for, started
from tests.integration.providers.worlds import WORLDS, World
from tests.provider_requests import Requests

Wish = dict[str, Any]


def models_of(mode: Mode) -> list[Any]:
    return [
        pytest.param(name, model, id=f"{name}-{model}")
        for name, (world, _) in WORLDS.items()
        if world.adapter.offer.has(mode)
        for model in world.adapter.offer.rules(mode).models
        if model not in world.adapter.offer.hidden
    ]


def ways() -> list[Any]:
    return [
        pytest.param(name, way, model, id=f"{name}-{way}-{model}")
        for name, (world, _) in WORLDS.items()
        for way in PICTURE_MODES
        if world.adapter.offer.has(way)
        for model in world.adapter.offer.rules(way).models
        if model not in world.adapter.offer.hidden
    ]


def wishes(offer: Offer, subject: Subject, plain: Options) -> list[Wish]:
    """Each key of the card once, and the dearest together."""
    found: list[Wish] = [{}]
    for field in list(Field)[1:]:
        found += [{field.value: one} for one in offer.choices(subject, plain, field)]
    qualities = offer.choices(subject, plain, Field.QUALITY)
    if qualities and Sound.ON in offer.choices(subject, plain, Field.SOUND):
        found.append({"quality": qualities[-1], "sound": Sound.ON})
    return found


async def check_price(
    world: World, provider: OpenProvider, clock: SettableClock, request: Request, number: int
) -> None:
    had = world.balance
    await started(provider, job_for(world, clock, request, number))
    price = world.adapter.offer.price(request.subject, request.options)
    cost = None if had is None else had - (world.balance or 0)
    assert price.about or cost in (None, price.credits), request.options


@pytest.mark.parametrize(("world", "model"), models_of(Mode.TEXT), indirect=["world"])
async def test_words_cost_what_the_card_says(
    world: World, provider: OpenProvider, clock: SettableClock, model: str
) -> None:
    world.has_room_for(200)
    world.has_left(100_000)
    offer, subject = world.adapter.offer, Subject(Mode.TEXT)
    ask = Requests(offer)
    plain = ask.options(subject, model=model)
    for number, wish in enumerate(wishes(offer, subject, plain), start=1):
        request = ask.text("a red fox", model=model, **wish)
        await check_price(world, provider, clock, request, number)


@pytest.mark.parametrize(("world", "way", "model"), ways(), indirect=["world"])
async def test_pictures_are_taken_in_every_way_and_with_every_model(
    world: World, provider: OpenProvider, clock: SettableClock, way: Mode, model: str
) -> None:
    offer = world.adapter.offer
    rules = offer.rules(way)
    fewest, most = rules.models[model].pictures or rules.pictures
    words = "@pic1 waves" if way is Mode.FUSION else "it moves"
    for count in {max(fewest, 1), most}:
        request = Requests(offer).pictures(count, words, way=way, model=model or None)
        await check_price(world, provider, clock, request, count)

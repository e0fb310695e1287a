"""Whatever the card of a provider can say, its provider takes, for the price that the card shows."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.providers.adapter import OpenProvider
from jobs.capabilities import PICTURE_MODES, Field, Mode, Options, Sound, Subject
from jobs.offer import Offer
from jobs.requests import Request
from tests.clock import SettableClock
from tests.integration.providers.carrying import job_for, started
from tests.integration.providers.worlds import WORLDS, World, everything
from tests.provider_requests import Requests

Wish = dict[str, Any]
OFFERS = {name: everything(world.adapter) for name, (world, _) in WORLDS.items()}


def models_of(mode: Mode) -> list[Any]:
    return [
        pytest.param(name, model, id=f"{name}-{model}")
        for name, offer in OFFERS.items()
        if offer.has(mode)
        for model in offer.rules(mode).models
    ]


def ways() -> list[Any]:
    return [
        pytest.param(name, way, model, id=f"{name}-{way}-{model}")
        for name, offer in OFFERS.items()
        for way in PICTURE_MODES
        if offer.has(way)
        for model in offer.rules(way).models
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


async def check_prices(
    world: World, provider: OpenProvider, clock: SettableClock, requests: Sequence[Request]
) -> None:
    had, offer = world.balance, everything(world.adapter)
    for number, request in enumerate(requests, start=1):
        await started(provider, job_for(world, clock, request, number))
        price, left = offer.price(request.subject, request.options), world.balance
        if had is not None and left is not None:
            assert price.about or had - left == price.credits, request.options
        had = left


@pytest.mark.parametrize(("world", "model"), models_of(Mode.TEXT), indirect=["world"])
async def test_words_cost_what_the_card_says(
    world: World, provider: OpenProvider, clock: SettableClock, model: str
) -> None:
    world.has_room_for(200)
    world.has_left(100_000)
    offer, subject = everything(world.adapter), Subject(Mode.TEXT)
    ask = Requests(offer)
    plain = ask.options(subject, model=model)
    every = wishes(offer, subject, plain)
    requests = [ask.text("a red fox", model=model, **wish) for wish in every]
    await check_prices(world, provider, clock, requests)


@pytest.mark.parametrize(("world", "way", "model"), ways(), indirect=["world"])
async def test_pictures_are_taken_in_every_way_and_with_every_model(
    world: World, provider: OpenProvider, clock: SettableClock, way: Mode, model: str
) -> None:
    offer = everything(world.adapter)
    rules = offer.rules(way)
    fewest, most = rules.models[model].pictures or rules.pictures
    words = "@pic1 waves" if way is Mode.FUSION else "it moves"
    ask = Requests(offer)
    plain: Wish = {"way": way, "model": model or None}
    requests = [ask.pictures(count, words, **plain) for count in sorted({fewest, most})]
    if way is Mode.STILL:
        world.has_room_for(200)
        subject = Subject(way, fewest)
        every = wishes(offer, subject, ask.options(subject, model=model))
        requests += [ask.pictures(fewest, words, **plain, **wish) for wish in every]
    await check_prices(world, provider, clock, requests)

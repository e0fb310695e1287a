"""Prices as the vendor prints them, and "about" where it prints none."""

from typing import Any

import pytest
from hypothesis import given

from jobs.capabilities import Mode, Options, Sound, Subject
from jobs.drafts import Draft, price_of
from jobs.tariff import Price
from tests.offers import OFFER, START
from tests.unit.jobs.strategies import drafts, options

TEXT = Subject(Mode.TEXT)


def chosen(**changes: Any) -> Options:
    return START.model_copy(update={"model": "v5.5", **changes})


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (chosen(), Price(30)),
        (chosen(sound=Sound.ON), Price(40)),
        (chosen(quality="1080p", duration=8), Price(160)),
        (chosen(quality="360p", duration=10, sound=Sound.ON), Price(50)),
        (START, Price(30, about=True)),
        (chosen(model="v5", quality="720p", duration=8), Price(120)),
        (chosen(duration=6), Price(60, about=True)),
        (chosen(model="v5-fast"), Price(45, about=True)),
        (chosen(preview=True), Price(30, about=True)),
        (chosen(off_peak=True), Price(15, about=True)),
        (chosen(model="v6", duration=7), Price(42)),
    ],
)
def test_prices_of_words(wish: Options, expected: Price) -> None:
    assert OFFER.price(TEXT, wish) == expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (Subject(Mode.UPSCALE, seconds=5), Price(30)),
        (Subject(Mode.UPSCALE, seconds=8), Price(60)),
        (Subject(Mode.UPSCALE, seconds=6), Price(60, about=True)),
        (Subject(Mode.EFFECT, 1, effect_credits=40), Price(40)),
        (Subject(Mode.TRANSITION, 4, segments=(5, 5, 8)), Price(45 + 45 + 90, about=True)),
        (Subject(Mode.MODIFY, seconds=5), Price(30, about=True)),
        (Subject(Mode.FUSION, 3), Price(45, about=True)),
    ],
)
def test_prices_of_other_ways(subject: Subject, expected: Price) -> None:
    assert OFFER.price(subject, START) == expected


@given(drafts())
def test_every_draft_has_a_price(draft: Draft) -> None:
    assert price_of(draft, OFFER).credits >= 1


@given(options)
def test_off_peak_never_costs_more(any_options: Options) -> None:
    wish = OFFER.fit(TEXT, any_options)
    full = OFFER.price(TEXT, wish.model_copy(update={"off_peak": False}))
    less = OFFER.price(TEXT, wish.model_copy(update={"off_peak": True}))
    assert less.credits <= full.credits

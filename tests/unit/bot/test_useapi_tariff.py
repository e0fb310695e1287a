"""Prices as the vendor prints them, and "about" where it prints none."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from jobs.capabilities import Mode, Options, Sound, Subject
from jobs.drafts import Draft, TextDraft, missing, price_of, request_of, with_speech
from jobs.materials import Speaker
from jobs.tariff import Price
from tests.offers import OFFER, START
from tests.unit.jobs.strategies import drafts, options

TEXT = Subject(Mode.TEXT)
SPOKEN = Subject(Mode.TEXT, speaks=True)
EFFECT = Subject(Mode.EFFECT, 1, effect_credits=40)


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
        (chosen(model="v6", duration=7, sound=Sound.ON), Price(42)),
        (chosen(model="v6", duration=7, multi_shot=True), Price(42, about=True)),
        (chosen(model="v5", sound=Sound.ON), Price(45, about=True)),
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
        (Subject(Mode.TRANSITION, 4, segments=(5, 5, 8)), Price(45 + 45 + 90, about=True)),
        (Subject(Mode.MODIFY, seconds=5), Price(30, about=True)),
        (Subject(Mode.FUSION, 3), Price(45, about=True)),
    ],
)
def test_prices_of_other_ways(subject: Subject, expected: Price) -> None:
    assert OFFER.price(subject, START) == expected


@pytest.mark.parametrize(
    ("subject", "wish", "expected"),
    [
        (TEXT, chosen(model="v5"), Price(45)),
        (SPOKEN, chosen(model="v5"), Price(45, about=True)),
        (EFFECT, chosen(sound=Sound.AUTO), Price(40)),
        (EFFECT, chosen(sound=Sound.OFF), Price(40)),
        (EFFECT, chosen(sound=Sound.ON), Price(40, about=True)),
        (replace(EFFECT, speaks=True), chosen(sound=Sound.AUTO), Price(40, about=True)),
    ],
)
def test_what_is_said_or_heard_besides_has_no_printed_price(
    subject: Subject, wish: Options, expected: Price
) -> None:
    assert OFFER.price(subject, wish) == expected


def test_speech_is_priced_where_its_model_speaks() -> None:
    silent = TextDraft(options=chosen(model="v5"), prompt="a parrot")
    spoken = with_speech(silent, "Land ahoy!", Speaker(id="2", name="James"), OFFER)
    newer = spoken.model_copy(update={"options": chosen()})
    prices = [price_of(draft, OFFER) for draft in (silent, spoken, newer)]
    assert prices == [Price(45), Price(45, about=True), Price(30)]


@given(drafts())
def test_a_draft_is_priced_as_the_request_that_it_becomes(draft: Draft) -> None:
    if missing(draft, OFFER) is None:
        request = request_of(draft, OFFER)
        assert price_of(draft, OFFER) == OFFER.price(request.subject, request.options)


@given(drafts())
def test_every_draft_has_a_price(draft: Draft) -> None:
    assert price_of(draft, OFFER).credits >= 1


@given(options)
def test_off_peak_never_costs_more(any_options: Options) -> None:
    wish = OFFER.fit(TEXT, any_options)
    full = OFFER.price(TEXT, wish.model_copy(update={"off_peak": False}))
    less = OFFER.price(TEXT, wish.model_copy(update={"off_peak": True}))
    assert less.credits <= full.credits


def test_the_list_says_that_one_price_is_newer() -> None:
    assert "v6, per second, are of April 2026" in OFFER.tariff.source

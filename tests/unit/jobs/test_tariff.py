"""Prices as the vendor prints them, and "about" where it prints none."""

import pytest
from hypothesis import given

from jobs.capabilities import Model, Options, Quality, Sound, fit, subject_of
from jobs.drafts import Draft, price_of
from jobs.tariff import Price, price
from tests.unit.jobs.strategies import drafts, options


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Options(model=Model.V5_5), Price(30)),
        (Options(model=Model.V5_5, sound=Sound.ON), Price(40)),
        (Options(model=Model.V5_5, quality=Quality.P1080, duration=8), Price(160)),
        (Options(model=Model.V5_5, quality=Quality.P360, duration=10, sound=Sound.ON), Price(50)),
        (Options(), Price(30, about=True)),
        (Options(model=Model.V5, quality=Quality.P720, duration=8), Price(120)),
        (Options(model=Model.V5_5, duration=6), Price(60, about=True)),
        (Options(model=Model.V5_FAST), Price(45, about=True)),
        (Options(preview=True), Price(30, about=True)),
        (Options(off_peak=True), Price(15, about=True)),
    ],
)
def test_prices_of_words(chosen: Options, expected: Price) -> None:
    assert price(subject_of(0), chosen) == expected


def test_a_transition_costs_by_segment() -> None:
    v5 = Options(model=Model.V5)
    assert price(subject_of(4), v5).credits == 3 * price(subject_of(0), v5).credits


@given(drafts())
def test_every_draft_has_a_price(draft: Draft) -> None:
    assert price_of(draft).credits >= 1


@given(options)
def test_off_peak_never_costs_more(any_options: Options) -> None:
    chosen = fit(subject_of(0), any_options)
    full = price(subject_of(0), chosen.model_copy(update={"off_peak": False}))
    less = price(subject_of(0), chosen.model_copy(update={"off_peak": True}))
    assert less.credits <= full.credits

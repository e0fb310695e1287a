"""How often a job is looked at where there is no list, and what its key's budget allows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.providers.polling import (
    LONGEST_INTERVAL,
    USUAL_RENDERING,
    Budget,
    Expectations,
    Looks,
    interval,
)
from jobs.ids import JobId, VideoId
from jobs.lifecycle import Job
from tests.clock import NOON
from tests.unit.bot.useapi_examples import a_job, text

spans = st.timedeltas(timedelta(), timedelta(days=2))


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


@pytest.mark.parametrize(
    ("age", "expected", "wait"),
    [
        (0, 60, 0),  # what fails fails early
        (4, 60, 1),
        (30, 60, 7.5),  # in the middle nothing happens
        (56, 60, 1),  # now it should be ready
        (60, 60, 0),
        (80, 60, 5),
        (180, 60, 30),
        (7200, 60, 60),  # who knows when
        (-5, 60, 0),  # a clock that was set back
    ],
)
def test_the_ends_are_looked_at_closely(age: float, expected: float, wait: float) -> None:
    assert interval(seconds(age), seconds(expected)) == seconds(wait)


@given(spans, spans, spans)
def test_beyond_the_expected_end_looks_only_get_rarer(
    expected: timedelta, late: timedelta, later: timedelta
) -> None:
    first = interval(expected + late, expected)
    assert timedelta() <= first <= interval(expected + late + later, expected) <= LONGEST_INTERVAL


@given(spans)
def test_a_rendering_of_any_length_costs_few_looks(takes: timedelta) -> None:
    age, looks = timedelta(), 0
    while age < takes:
        looks += 1
        age += max(interval(age, USUAL_RENDERING), seconds(10))  # when the worker comes
    assert looks <= 20 + takes / LONGEST_INTERVAL


def jobs(number: int) -> list[Job]:
    return [
        replace(a_job(text()), id=JobId(n), video_id=VideoId(str(n)), started_at=NOON)
        for n in range(1, number + 1)
    ]


def test_a_new_process_looks_at_every_job_and_then_at_those_whose_time_has_come() -> None:
    looks, (old, young) = Looks(Expectations()), jobs(2)
    old = replace(old, started_at=NOON - seconds(30))
    assert list(looks.due([old, young], NOON)) == [old, young]
    looks.looked(old, NOON)
    looks.looked(young, NOON - seconds(1))
    assert list(looks.due([old, young], NOON + seconds(1))) == [young]
    assert list(looks.due([old, young], NOON + seconds(8))) == [young, old]


def test_a_hint_makes_one_look_due() -> None:
    looks, (first, second) = Looks(Expectations()), jobs(2)
    now = NOON + seconds(30)
    for job in (first, second):
        looks.looked(job, now)
    looks.hint(VideoId("2"))
    assert list(looks.due([first, second], now)) == [second]


def test_how_long_a_kind_takes_is_learned() -> None:
    looks, (first, second) = Looks(Expectations()), jobs(2)
    looks.ended(first, NOON + seconds(10))
    looks.looked(second, NOON + seconds(10))
    assert list(looks.due([second], NOON + seconds(10))) == [second], "it is expected just now"
    other_kind = replace(second, request=text(quality="1080p"))
    looks.looked(other_kind, NOON + seconds(10))
    assert not looks.due([other_kind], NOON + seconds(10))


def test_what_is_over_is_forgotten() -> None:
    looks, [job] = Looks(Expectations()), jobs(1)
    looks.looked(job, NOON + seconds(30))
    assert not looks.due([], NOON + seconds(30))
    assert list(looks.due([job], NOON + seconds(30))) == [job]


def test_a_budget_is_spent_and_comes_back() -> None:
    budget, now = Budget(60), NOON
    assert [budget.take(now) for _ in range(11)] == [True] * 10 + [False]
    assert not budget.take(now + seconds(0.5))
    assert budget.take(now + seconds(1.1))
    assert not budget.take(now + seconds(1.2))
    assert sum(budget.take(now + timedelta(hours=1)) for _ in range(100)) == 10


def test_the_smallest_budget_has_room_for_one() -> None:
    budget = Budget(1)
    assert budget.take(NOON)
    assert not budget.take(NOON + seconds(59))
    assert budget.take(NOON + seconds(61))


def test_a_key_that_asked_too_often_rests() -> None:
    budget = Budget(60)
    budget.pause(NOON + seconds(40))
    budget.pause(NOON + seconds(20))
    assert not budget.take(NOON + seconds(39))
    assert budget.take(NOON + seconds(40))


@given(st.lists(st.timedeltas(timedelta(), timedelta(seconds=2)), max_size=300))
def test_no_minute_has_much_more_than_its_share(steps: list[timedelta]) -> None:
    budget, now, spent = Budget(60), NOON, []
    for step in steps:
        now += step
        if budget.take(now):
            spent.append(now)
    for start in spent:
        assert sum(start <= at < start + timedelta(minutes=1) for at in spent) <= 70

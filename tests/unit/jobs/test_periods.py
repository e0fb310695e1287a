"""A person's days: they begin at midnight where the person is, and no date comes twice."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.periods import Calendar, midnight

BERLIN, KIRITIMATI, PAGO = (
    ZoneInfo(name) for name in ("Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago")
)
ZONES = ["UTC", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata"]
DST = ["Europe/Berlin", "America/New_York", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe"]
moments = st.integers(0, 4 * 366 * 24 * 3600).map(
    lambda seconds: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


def test_a_day_begins_at_midnight_in_the_persons_zone() -> None:
    calendar = Calendar(BERLIN)
    evening = datetime(2026, 11, 30, 22, 30, tzinfo=UTC)
    assert calendar.day(evening) == date(2026, 11, 30)
    assert calendar.next_day(evening) == datetime(2026, 11, 30, 23, tzinfo=UTC)
    assert calendar.next_month(evening) == datetime(2026, 11, 30, 23, tzinfo=UTC)
    assert calendar.day(evening + timedelta(minutes=30)) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 3, 28), 24)]
)
def test_the_day_of_a_clock_change_has_its_own_length(day: date, hours: int) -> None:
    begin = midnight(day, BERLIN)
    assert Calendar(BERLIN).next_day(begin) - begin == timedelta(hours=hours)


def test_where_clocks_skip_midnight_the_day_begins_with_the_skip() -> None:
    cairo = ZoneInfo("Africa/Cairo")  # 23:59:59 is followed by 01:00:00
    begin = midnight(date(2026, 4, 24), cairo)
    assert begin.astimezone(cairo).time() == time(1)
    assert (begin - timedelta(seconds=1)).astimezone(cairo).date() == date(2026, 4, 23)


@given(st.sampled_from(DST), moments)
def test_the_next_day_is_the_first_moment_of_another_date(zone: str, now: datetime) -> None:
    calendar = Calendar(ZoneInfo(zone))
    for following in (calendar.next_day(now), calendar.next_month(now)):
        assert following > now
        assert calendar.day(following) > calendar.day(following - timedelta(microseconds=1))
    assert calendar.day(calendar.next_day(now)) == calendar.day(now) + timedelta(days=1)
    assert calendar.day(calendar.next_month(now)).day == 1


def test_going_where_it_is_tomorrow_already_does_not_bring_tomorrow() -> None:
    noon = datetime(2026, 11, 30, 12, tzinfo=UTC)
    there = Calendar(ZoneInfo("UTC")).moved(KIRITIMATI, noon)
    assert noon.astimezone(KIRITIMATI).date() == date(2026, 12, 1)
    assert there.day(noon) == date(2026, 11, 30)
    assert there.next_day(noon) == midnight(date(2026, 12, 2), KIRITIMATI)
    assert there.next_month(noon) == there.next_day(noon)
    assert there.day(there.next_day(noon)) == date(2026, 12, 2)


def test_going_where_it_is_still_yesterday_does_not_bring_today_twice() -> None:
    noon = datetime(2026, 12, 1, 8, tzinfo=UTC)
    there = Calendar(ZoneInfo("UTC")).moved(PAGO, noon)
    assert noon.astimezone(PAGO).date() == date(2026, 11, 30)
    assert there.day(noon) == date(2026, 12, 1)
    assert there.next_day(noon) == midnight(date(2026, 12, 2), PAGO)
    assert there.day(midnight(date(2026, 12, 1), PAGO)) == date(2026, 12, 1)


def test_the_same_zone_again_is_no_change() -> None:
    there = Calendar(ZoneInfo("UTC")).moved(BERLIN, datetime(2026, 5, 1, 1, tzinfo=UTC))
    assert there.moved(BERLIN, datetime(2026, 5, 1, 9, tzinfo=UTC)) == there


@given(moments, st.lists(st.tuples(st.sampled_from(ZONES), st.integers(0, 30)), max_size=40))
def test_however_one_moves_no_date_comes_twice_and_no_move_brings_one(
    begin: datetime, moves: list[tuple[str, int]]
) -> None:
    now, calendar = begin, Calendar(ZoneInfo("UTC"))
    days = [calendar.day(now)]
    for zone, hours in moves:
        moved = calendar.moved(ZoneInfo(zone), now)
        assert moved.day(now) == calendar.day(now)
        calendar, promised = moved, moved.next_day(now)
        now += timedelta(hours=hours)
        assert (calendar.day(now) > days[-1]) == (now >= promised)
        days.append(calendar.day(now))
    assert days == sorted(days)
    assert len(set(days)) <= (now - begin) / timedelta(days=1) + 3

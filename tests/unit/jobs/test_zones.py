"""Time zones as people name them."""

from datetime import UTC, datetime, time

import pytest

from jobs.zones import USUAL, UnknownZone, city_of, clock_of, zone_named, zones_where


def test_zones_are_known_by_name_however_it_is_typed() -> None:
    assert zone_named("europe/berlin").key == "Europe/Berlin"
    assert zone_named(" America/New York ").key == "America/New_York"
    assert zone_named("tokyo").key == "Asia/Tokyo"
    assert zone_named("Paris").key == "Europe/Paris"
    assert zone_named("utc").key == "UTC"
    for nonsense in ("Mars/Base", "", "../etc/passwd", "Europe", "CEST summer", "a fox"):
        with pytest.raises(UnknownZone):
            zone_named(nonsense)


def test_what_is_offered_exists() -> None:
    assert [zone_named(name).key for name in USUAL] == list(USUAL)
    assert [city_of(name) for name in USUAL[:2]] == ["Los Angeles", "Mexico City"]


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("14:35", time(14, 35)),
        (" 2:35 pm ", time(14, 35)),
        ("2:35 P.M.", time(14, 35)),
        ("12:05 am", time(0, 5)),
        ("12:05pm", time(12, 5)),
        ("9.05", time(9, 5)),
        ("7h30", time(7, 30)),
        ("24:00", None),
        ("12:60", None),
        ("half past two", None),
        ("14:35 a fox", None),
    ],
)
def test_clocks_are_read(words: str, clock: time | None) -> None:
    assert clock_of(words) == clock


def test_zones_are_found_by_what_the_clock_shows_there() -> None:
    now = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    assert zones_where(now, time(14, 3), 3)[0] == "Europe/Berlin"
    assert zones_where(now, time(17, 45), 9) == ["Asia/Kathmandu", "Asia/Katmandu"]
    assert zones_where(now, time(14, 20), 9) == []
    just_after = datetime(2026, 7, 1, 21, 58, tzinfo=UTC)
    assert "Europe/Berlin" in zones_where(just_after, time(0, 1), 9)

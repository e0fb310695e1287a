"""Time zones as people name them: a city from a list, an IANA name, or what their clock shows now."""

import re
from datetime import datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

# What is offered first: one for nearly every hour of the day.
USUAL = (
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Moscow",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Bangkok",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
    "UTC",
)
# Those that a clock's time is looked up in first; the rest of the world comes after them.
_LARGE = (
    *USUAL,
    "Pacific/Honolulu", "America/Anchorage", "America/Denver", "America/Phoenix", "America/Chicago",
    "America/Bogota", "America/Lima", "America/Caracas", "America/Santiago", "America/Halifax",
    "America/St_Johns", "America/Argentina/Buenos_Aires", "Atlantic/Azores", "Africa/Lagos",
    "Africa/Casablanca", "Europe/Lisbon", "Europe/Madrid", "Europe/Paris", "Europe/Rome",
    "Europe/Warsaw", "Europe/Kyiv", "Europe/Istanbul", "Africa/Cairo", "Africa/Johannesburg",
    "Africa/Nairobi", "Asia/Jerusalem", "Asia/Riyadh", "Asia/Tehran", "Asia/Tbilisi", "Asia/Yerevan",
    "Asia/Baku", "Asia/Kabul", "Asia/Karachi", "Asia/Tashkent", "Asia/Almaty", "Asia/Yekaterinburg",
    "Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon", "Asia/Novosibirsk", "Asia/Ho_Chi_Minh",
    "Asia/Jakarta", "Asia/Singapore", "Asia/Hong_Kong", "Asia/Manila", "Australia/Perth",
    "Asia/Seoul", "Australia/Adelaide", "Australia/Brisbane", "Asia/Vladivostok", "Pacific/Auckland",
)  # fmt: skip
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})\s*([ap])?\.?m?\.?", re.ASCII | re.IGNORECASE)
_ONE_DAY = timedelta(days=1)
_NEARLY = timedelta(minutes=8)  # clocks go wrong, and messages take their time


class UnknownZone(ValueError):
    """No time zone has this name."""


def zone_named(name: str) -> ZoneInfo:
    """By its IANA name, in any case, blanks for underlines; the city alone will do. Raises UnknownZone."""
    known = _zones().get(_plain(name))
    if known is None:
        raise UnknownZone(name)
    return ZoneInfo(known)


def clock_of(words: str) -> time | None:
    """What a clock shows, as people write it: 14:35, 2:35 pm, 14.35. None where it is something else."""
    found = _CLOCK.fullmatch(words.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def zones_where(now: datetime, clock: time, most: int) -> list[str]:
    """Zones in which clocks show about that time now, those of large cities first."""
    others = sorted(name for name in _zones().values() if "/" in name and "Etc" not in name)
    every = dict.fromkeys([*_LARGE, *others])
    return [name for name in every if _shows(name, now, clock)][:most]


def city_of(zone: str) -> str:
    """How a zone is called in a sentence: Europe/Berlin is Berlin."""
    return zone.rpartition("/")[2].replace("_", " ")


def _shows(zone: str, now: datetime, clock: time) -> bool:
    local = now.astimezone(ZoneInfo(zone))
    there = timedelta(hours=local.hour, minutes=local.minute)
    apart = (timedelta(hours=clock.hour, minutes=clock.minute) - there) % _ONE_DAY
    return min(apart, _ONE_DAY - apart) <= _NEARLY


@cache
def _zones() -> dict[str, str]:
    """Every zone by its name, and by its city where no other zone has that."""
    names = available_timezones()
    cities: dict[str, set[str]] = {}
    for name in names:
        cities.setdefault(_plain(city_of(name)), set()).add(name)
    alone = {city: min(found) for city, found in cities.items() if len(found) == 1}
    return (
        alone
        | {_plain(city_of(name)): name for name in _LARGE}
        | {_plain(name): name for name in names}
    )


def _plain(name: str) -> str:
    return name.strip().replace(" ", "_").casefold()

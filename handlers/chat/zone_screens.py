"""Where the person lives, so that their days begin at their midnight."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.chat.buttons import AskZone, ChooseZone, OpenZones, ShowSettings
from handlers.chat.screens import Key, Screen, rows
from handlers.chat.texts import Texts
from jobs.quotas import Balance
from jobs.zones import USUAL, city_of


def zone_key(texts: Texts) -> Key:
    """The key in the settings."""
    return Key(texts.plain("key-zone"), OpenZones())


def zones_screen(balance: Balance, now: datetime, texts: Texts) -> Screen:
    """Where the person lives as far as the bot knows, cities to choose from, and how to name another one."""
    zone = balance.calendar.zone
    text = texts.html("zone", city=city_of(zone.key), clock=_clock(zone, now))
    keys = rows([_zone_key(name, now) for name in USUAL], 2)
    more = (
        Key(texts.plain("key-zone-other"), AskZone()),
        Key(texts.plain("key-zone-bot"), ChooseZone(zone="")),
    )
    return Screen(text, (*keys, more, (Key(texts.plain("key-back"), ShowSettings()),)))


def found_zones_screen(names: Sequence[str], now: datetime, texts: Texts) -> Screen:
    """Cities whose clocks show what the person wrote."""
    back = (Key(texts.plain("key-back"), OpenZones()),)
    if not names:
        return Screen(texts.html("zone-none"), (back,))
    keys = rows([_zone_key(name, now) for name in names], 2)
    return Screen(texts.html("zone-which"), (*keys, back))


def zone_chosen_screen(balance: Balance, now: datetime, texts: Texts) -> Screen:
    """It is written down."""
    zone = balance.calendar.zone
    text = texts.html("zone-chosen", city=city_of(zone.key), clock=_clock(zone, now))
    return Screen(text, ((Key(texts.plain("key-back"), ShowSettings()),),))


def zone_unknown_screen(words: str, texts: Texts) -> Screen:
    """No zone, and no time either."""
    keys = ((Key(texts.plain("key-zone"), OpenZones()),),)
    return Screen(texts.html("zone-unknown", words=words), keys)


def _zone_key(name: str, now: datetime) -> Key:
    return Key(f"{city_of(name)} {_clock(ZoneInfo(name), now)}", ChooseZone(zone=name))


def _clock(zone: ZoneInfo, now: datetime) -> str:
    return f"{now.astimezone(zone):%H:%M}"

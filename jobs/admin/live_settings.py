"""The settings that admins change while the bot runs: how each is written, read and checked.

A value is kept as the text that an admin could have typed; reading it again gives the same value.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from jobs.admin.setting_kinds import (
    MOST_CREDITS,
    Choice,
    Kind,
    Names,
    Number,
    Prices,
    Switch,
    Words,
    Zone,
)
from jobs.errors import NoSuchSetting, WrongValue
from jobs.groups import GroupPolicy
from jobs.moderation import DenyList, Unreachable
from jobs.people import AccessPolicy
from jobs.rules import LiveRules

LONGEST_MESSAGE = 180  # what answers a press has room for


class Topic(StrEnum):
    """What belongs together in the panel."""

    PEOPLE = "people"
    CREDITS = "credits"
    PRICES = "prices"
    OFFER = "offer"
    MODERATION = "moderation"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: the field of `LiveRules` that it changes, and a value to show as an example."""

    name: str
    kind: Kind
    example: str
    topic: Topic


SETTINGS: Mapping[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("access", Choice(AccessPolicy), "approval", Topic.PEOPLE),
        Setting("daily_credits", Number(0, MOST_CREDITS), "500", Topic.CREDITS),
        Setting("monthly_credits", Number(0, MOST_CREDITS), "5000", Topic.CREDITS),
        Setting("max_running_jobs", Number(1, 1000), "3", Topic.CREDITS),
        Setting("bot_daily_credits", Number(0, MOST_CREDITS, or_none=True), "10000", Topic.CREDITS),
        Setting("maintenance", Switch(), "on", Topic.QUIET),
        Setting("maintenance_message", Words(LONGEST_MESSAGE), "Back in an hour!", Topic.QUIET),
        Setting("queue_paused", Switch(), "on", Topic.QUIET),
        Setting("off", Names(), "transition, v5", Topic.OFFER),
        Setting("on", Names(), "motion", Topic.OFFER),
        Setting("price_markup", Number(-90, 1000), "20", Topic.PRICES),
        Setting("fixed_prices", Prices(), "lipsync=60, upscale=100", Topic.PRICES),
        Setting("deny_list", Choice(DenyList), "on", Topic.MODERATION),
        Setting("strikes_limit", Number(0, 1000), "5", Topic.MODERATION),
        Setting("strikes_days", Number(1, 365), "30", Topic.MODERATION),
        Setting("pause_hours", Number(1, 24 * 365), "48", Topic.MODERATION),
        Setting("moderation_unreachable", Choice(Unreachable), "hold", Topic.MODERATION),
        Setting("support_daily_grants", Number(0, MOST_CREDITS), "200", Topic.PEOPLE),
        Setting("referral_credits", Number(0, MOST_CREDITS), "50", Topic.PEOPLE),
        Setting("groups", Choice(GroupPolicy), "allowed", Topic.PEOPLE),
        Setting("time_zone", Zone(), "Europe/Berlin", Topic.CREDITS),
        Setting("stars", Switch(), "on", Topic.PRICES),
        Setting("low_credits", Number(0, MOST_CREDITS), "500", Topic.CREDITS),
        Setting("bought_credits_days", Number(1, 36_500, or_none=True), "365", Topic.PRICES),
    )
}


def find_setting(name: str) -> Setting:
    """By its name, in capitals or not. Raises NoSuchSetting."""
    found = SETTINGS.get(name.casefold())
    if found is None:
        raise NoSuchSetting(name)
    return found


def canonical(setting: Setting, text: str) -> str:
    """The text as it is kept. Raises WrongValue."""
    try:
        return setting.kind.write(setting.kind.read(text.strip()))
    except (ValueError, KeyError):
        raise WrongValue(setting.name) from None


def written(setting: Setting, rules: LiveRules) -> str:
    """The value of a setting in these rules, as an admin would type it."""
    return setting.kind.write(getattr(rules, setting.name))


def overlaid(defaults: LiveRules, texts: Mapping[str, str]) -> LiveRules:
    """The defaults with what admins have set. What this version cannot read does not count."""
    values: dict[str, Any] = dict(_readable(texts))
    return replace(defaults, **values)


def _readable(texts: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    for name, text in texts.items():
        setting = SETTINGS.get(name)
        if setting is None:
            continue
        try:
            yield name, setting.kind.read(text)
        except (ValueError, KeyError):
            continue

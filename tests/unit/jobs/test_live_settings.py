"""Live settings: what an admin may type, what is kept, and what the rules become."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.admin.live_settings import SETTINGS, canonical, find_setting, overlaid, written
from jobs.errors import NoSuchSetting, WrongValue
from jobs.people import AccessPolicy
from jobs.rules import LiveRules

names = st.sampled_from(list(SETTINGS))


def test_every_setting_is_a_rule_and_its_example_can_be_set() -> None:
    assert SETTINGS.keys() <= {field.name for field in fields(LiveRules)}
    for setting in SETTINGS.values():
        assert canonical(setting, setting.example) == setting.example


@given(names, st.text(max_size=30))
def test_whatever_is_typed_is_kept_as_it_reads_or_refused(name: str, text: str) -> None:
    setting = SETTINGS[name]
    try:
        kept = canonical(setting, text)
    except WrongValue:
        return
    assert canonical(setting, kept) == kept
    assert written(setting, overlaid(LiveRules(), {name: kept})) == kept


@given(names)
def test_the_defaults_can_be_typed(name: str) -> None:
    setting = SETTINGS[name]
    assert canonical(setting, written(setting, LiveRules())) == written(setting, LiveRules())


def test_names_in_capitals_are_understood() -> None:
    assert find_setting("DAILY_CREDITS").name == "daily_credits"
    with pytest.raises(NoSuchSetting):
        find_setting("telegram_bot_token")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("daily_credits", "many"),
        ("daily_credits", "-1"),
        ("daily_credits", "1000000001"),
        ("daily_credits", "none"),
        ("max_running_jobs", "0"),
        ("access", "everybody"),
    ],
)
def test_wrong_values_are_refused(name: str, text: str) -> None:
    with pytest.raises(WrongValue):
        canonical(SETTINGS[name], text)


def test_what_another_version_has_set_does_not_count() -> None:
    rules = overlaid(
        LiveRules(), {"access": "by_moonlight", "gone": "1", "bot_daily_credits": "None"}
    )
    assert rules == LiveRules()
    assert overlaid(rules, {"access": "OPEN"}).access is AccessPolicy.OPEN

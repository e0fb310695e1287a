"""The limits of one person, whatever their plan says: numbers, and what they may use of each feature."""

from collections.abc import Sequence

from handlers.chat.buttons import AllowAsPlan, AskLimit, OpenAllowed, OpenLimits, ToggleAllowed
from handlers.chat.html import lines
from handlers.chat.permitted_keys import feature_keys, some_of, value_keys
from handlers.chat.person_screens import with_person
from handlers.chat.screens import Key, Screen, rows
from handlers.chat.texts import Texts
from jobs.admin.directory import PersonView
from jobs.capabilities import Feature
from jobs.people import Limit, Person
from jobs.quotas import Balance


def limits_menu(view: PersonView, texts: Texts) -> Screen:
    """Which limit is to be changed?"""
    limits, person = view.balance.limits, view.person
    values = {
        Limit.DAILY: limits.daily_credits,
        Limit.MONTHLY: limits.monthly_credits,
        Limit.JOBS: limits.running_jobs,
    }
    numbers = [
        Key(texts.plain(f"key-limit-{limit}", n=value), AskLimit(person=person.id, limit=limit))
        for limit, value in values.items()
    ]
    features = feature_keys(
        limits, lambda feature: OpenAllowed(person=person.id, feature=feature), texts
    )
    text = texts.html("person-limits", name=person.profile.first_name)
    return with_person(Screen(text, rows([*numbers, *features], 1)), person, texts)


def allowed_screen(
    view: PersonView, feature: Feature, known: Sequence[str], texts: Texts
) -> Screen:
    """Everything of a feature, with a tick at what somebody may use."""
    person = view.person
    keys = value_keys(
        view.balance.limits,
        feature,
        known,
        lambda value: ToggleAllowed(person=person.id, feature=feature, value=value),
        texts,
    )
    default = Key(texts.plain("key-as-plan"), AllowAsPlan(person=person.id, feature=feature))
    back = Key(texts.plain("key-back"), OpenLimits(person=person.id))
    text = texts.html(f"person-choose-{feature}", name=person.profile.first_name)
    return Screen(text, (*rows(keys, 2), (default,), (back,)))


def limits_screen(person: Person, balance: Balance, texts: Texts) -> Screen:
    """What /limit did."""
    limits = balance.limits
    numbers = texts.html(
        "admin-limit-set",
        name=person.profile.first_name,
        daily=limits.daily_credits,
        monthly=limits.monthly_credits,
        jobs=limits.running_jobs,
    )
    features = [
        texts.html(f"key-plan-{feature}", value=some_of(limits, feature, texts))
        for feature in Feature
        if limits.allowed(feature) is not None
    ]
    return with_person(Screen(lines([numbers, *features])), person, texts)

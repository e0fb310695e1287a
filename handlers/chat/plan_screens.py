"""Plans as those who run the bot see them: the list, one of them, its numbers and lists, who is in it."""

from collections.abc import Sequence

from handlers.chat.buttons import (
    AllowAll,
    AskNewPlan,
    AskRemovePlan,
    OpenPlan,
    OpenPlanFeature,
    OpenPlanNumber,
    RemovePlan,
    SetNewcomersPlan,
    SetPlanNumber,
    TogglePlanValue,
)
from handlers.chat.buttons.plans import AS_SETTINGS
from handlers.chat.html import lines
from handlers.chat.permitted_keys import feature_keys, value_keys
from handlers.chat.screens import Key, Screen, Tint, rows
from handlers.chat.texts import Texts
from jobs.capabilities import Feature
from jobs.people import Person
from jobs.plans import Number, Plan
from jobs.quotas import Balance

OFFERED = {
    Number.DAILY: (0, 50, 100, 300, 500, 1000, 2000, 5000),
    Number.MONTHLY: (0, 500, 1000, 3000, 5000, 10_000, 30_000, 100_000),
    Number.JOBS: (1, 2, 3, 4, 5, 8, 10, 20),
    Number.CAP: (0, 500, 1000, 3000, 5000, 10_000, 30_000, 100_000),
}


def plans_screen(plans: Sequence[Plan], texts: Texts) -> Screen:
    """Every plan."""
    text = lines([texts.html("plans"), None if plans else texts.html("plans-none")])
    keys = [Key(_label(plan, texts), OpenPlan(plan=plan.id)) for plan in plans]
    new = (Key(texts.plain("key-plan-new"), AskNewPlan()),)
    return Screen(text, (*rows(keys, 2), new))


def _label(plan: Plan, texts: Texts) -> str:
    text_id = "key-plan-newcomers" if plan.for_newcomers else "key-plan"
    return texts.plain(text_id, name=plan.name, n=plan.people)


def plan_screen(plan: Plan, texts: Texts) -> Screen:
    """What a plan allows; a tap changes it."""
    numbers = [
        Key(
            texts.plain(f"key-plan-{which}", value=_number(plan, which, texts)),
            OpenPlanNumber(plan=plan.id, number=which),
        )
        for which in Number
    ]
    features = feature_keys(
        plan.terms, lambda feature: OpenPlanFeature(plan=plan.id, feature=feature), texts
    )
    newcomers = Key(
        texts.plain("key-newcomers-off" if plan.for_newcomers else "key-newcomers-on"),
        SetNewcomersPlan(plan=plan.id, on=not plan.for_newcomers),
    )
    remove = Key(texts.plain("key-plan-remove"), AskRemovePlan(plan=plan.id))
    text = texts.html("plan", name=plan.name, n=plan.people)
    note = texts.html("plan-newcomers") if plan.for_newcomers else None
    return Screen(
        lines([text, note, texts.html("plan-how", name=plan.name)]),
        (*rows(numbers, 2), *rows(features, 1), (newcomers, remove)),
    )


def _number(plan: Plan, which: Number, texts: Texts) -> str:
    value = plan.terms.number(which)
    if value is None:
        return texts.plain("plan-no-cap" if which is Number.CAP else "plan-as-settings")
    return str(value)


def number_screen(plan: Plan, which: Number, texts: Texts) -> Screen:
    """The values to choose from; any other can be typed."""
    keys = [
        Key(str(value), SetPlanNumber(plan=plan.id, number=which, value=value))
        for value in OFFERED[which]
    ]
    default = Key(
        texts.plain("plan-no-cap" if which is Number.CAP else "plan-as-settings"),
        SetPlanNumber(plan=plan.id, number=which, value=AS_SETTINGS),
    )
    text = texts.html(f"plan-choose-{which}", name=plan.name)
    return Screen(text, (*rows(keys, 4), (default,), _back(plan, texts)))


def feature_screen(plan: Plan, feature: Feature, known: Sequence[str], texts: Texts) -> Screen:
    """Everything of a feature, with a tick at what is allowed."""
    keys = value_keys(
        plan.terms,
        feature,
        known,
        lambda value: TogglePlanValue(plan=plan.id, feature=feature, value=value),
        texts,
    )
    everything = Key(texts.plain("key-plan-all"), AllowAll(plan=plan.id, feature=feature))
    text = texts.html(f"plan-choose-{feature}", name=plan.name)
    return Screen(text, (*rows(keys, 2), (everything,), _back(plan, texts)))


def remove_plan_screen(plan: Plan, texts: Texts) -> Screen:
    """Whether it shall go."""
    text = texts.html("plan-ask-remove", name=plan.name, n=plan.people)
    remove = Key(texts.plain("key-plan-remove"), RemovePlan(plan=plan.id), Tint.GRAVE)
    return Screen(text, ((remove,), _back(plan, texts)))


def plan_given_screen(person: Person, name: str | None, balance: Balance, texts: Texts) -> Screen:
    """What /plan give did."""
    left = texts.plain("credits", n=balance.left)
    who = person.profile.first_name
    if name is None:
        return Screen(texts.html("plan-taken", who=who, left=left))
    return Screen(texts.html("plan-given", who=who, name=name, left=left))


def _back(plan: Plan, texts: Texts) -> tuple[Key, ...]:
    return (Key(texts.plain("key-back"), OpenPlan(plan=plan.id)),)

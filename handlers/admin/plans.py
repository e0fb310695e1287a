"""Plans: a page of the panel where everything is a tap, and /plans and /plan for those who type."""

from collections.abc import Callable, Sequence

from telegram import Update

from handlers.admin.words import FEATURES, arguments, person_meant, values_of, whole
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
from handlers.chat.panel_screens import with_way_back
from handlers.chat.plan_screens import (
    feature_screen,
    number_screen,
    plan_given_screen,
    plan_screen,
    plans_screen,
    remove_plan_screen,
)
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn, message_of
from jobs.admin.errands import Errand
from jobs.capabilities import Feature
from jobs.ids import PlanId
from jobs.plans import Number, Plan, PlanTerms

PAGE = "plans"
GIVE, NEWCOMERS, REMOVE = "give", "newcomers", "remove"
YES = "yes"
NONE = ("none", "default", "all")
Change = Callable[[PlanTerms], PlanTerms]


class Plans:
    """The handlers around plans."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._plans = desk.service.admin.plans

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel."""
        return plans_screen(await self._plans.all(turn.person.id), turn.texts)

    # typed

    async def plans(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/plans"""
        await self._desk.say(turn, with_way_back(await self.page(turn), turn.texts))

    async def plan(self, update: Update, turn: Turn) -> None:
        """/plan pro daily 500 models v5,v5.6; /plan give @name pro; /plan newcomers pro; /plan remove pro, then yes"""
        words = arguments(update)
        match words:
            case [word, who, name] if word == GIVE:
                await self._give(turn, who, name)
            case [word, name] if word == NEWCOMERS:
                wanted = None if name in NONE else name
                await self._plans.for_newcomers(turn.person.id, wanted)
                await self.plans(update, turn)
            case [word, name] if word == REMOVE:
                plan = await self._plans.find(turn.person.id, name)
                await self._desk.say(turn, remove_plan_screen(plan, turn.texts))
            case [word, name, answer] if word == REMOVE and answer.lower() == YES:
                await self._plans.remove(turn.person.id, name)
                await self.plans(update, turn)
            case [name, *wishes] if name not in (GIVE, NEWCOMERS, REMOVE):
                await self._change(turn, name, wishes)
            case _:
                await self._desk.tell(turn, "admin-plan-usage")

    async def _give(self, turn: Turn, who: str, name: str) -> None:
        person = await person_meant(self._desk, turn, who)
        if person:
            wanted = None if name in NONE else name
            balance = await self._plans.give(turn.person.id, person.id, wanted)
            await self._desk.say(turn, plan_given_screen(person, wanted, balance, turn.texts))

    async def _change(self, turn: Turn, name: str, wishes: Sequence[str]) -> None:
        """Raises NoSuchPlan where nothing is wished for a plan that is not there."""
        changes = changes_of(wishes)
        if changes is None:
            await self._desk.tell(turn, "admin-plan-usage")
            return
        if changes:
            plan = await self._plans.change(turn.person.id, name, _together(changes))
        else:
            plan = await self._plans.find(turn.person.id, name)
        await self._desk.say(turn, self._framed(turn, plan))

    async def ask_new(self, press: Press, _: AskNewPlan) -> None:
        """*New plan*: the next message is its name."""
        await self._desk.service.admin.errands.begin(press.person_id, Errand.PLAN, "")
        screen = Screen(press.texts.html("errand-plan"))
        await press.show(with_way_back(screen, press.texts, PAGE))

    async def named(self, update: Update, turn: Turn, detail: str) -> bool:  # noqa: ARG002
        """The name. Raises NotAChoice where it is none."""
        name = (message_of(update).text or "").strip()
        plan = await self._plans.change(turn.person.id, name, lambda terms: terms)
        await self._desk.say(turn, self._framed(turn, plan))
        return True

    # tapped

    async def open(self, press: Press, button: OpenPlan) -> None:
        """One plan."""
        await self._show(press, await self._plans.get(press.person_id, button.plan))

    async def open_number(self, press: Press, button: OpenPlanNumber) -> None:
        """The values for one of its numbers."""
        plan = await self._plans.get(press.person_id, button.plan)
        await press.show(number_screen(plan, button.number, press.texts))

    async def set_number(self, press: Press, button: SetPlanNumber) -> None:
        """One of them."""
        value = None if button.value == AS_SETTINGS else max(button.value, 0)
        await self._changed(press, button.plan, lambda t: t.with_number(button.number, value))

    async def open_feature(self, press: Press, button: OpenPlanFeature) -> None:
        """What it allows of a feature."""
        await self._show_feature(press, button.plan, button.feature)

    async def toggle(self, press: Press, button: TogglePlanValue) -> None:
        """A value is allowed, or not any more."""
        feature = button.feature
        known = await self._plans.known(press.person_id, feature)

        def change(terms: PlanTerms) -> PlanTerms:
            return terms.allowing(feature, terms.toggled(feature, button.value, known))

        plan = await self._plans.get(press.person_id, button.plan)
        await self._plans.change(press.person_id, plan.name, change)
        await self._show_feature(press, button.plan, button.feature)

    async def allow_all(self, press: Press, button: AllowAll) -> None:
        """All of a feature."""
        await self._changed(press, button.plan, lambda t: t.allowing(button.feature, None))

    async def newcomers(self, press: Press, button: SetNewcomersPlan) -> None:
        """Newcomers start in it, or in none."""
        plan = await self._plans.get(press.person_id, button.plan)
        await self._plans.for_newcomers(press.person_id, plan.name if button.on else None)
        await self._show(press, await self._plans.get(press.person_id, button.plan))

    async def ask_remove(self, press: Press, button: AskRemovePlan) -> None:
        """Shall it go?"""
        plan = await self._plans.get(press.person_id, button.plan)
        await press.show(remove_plan_screen(plan, press.texts))

    async def remove(self, press: Press, button: RemovePlan) -> None:
        """It shall."""
        plan = await self._plans.get(press.person_id, button.plan)
        await self._plans.remove(press.person_id, plan.name)
        await press.show(with_way_back(await self.page(press.turn), press.texts))

    async def _changed(self, press: Press, plan_id: PlanId, change: Change) -> None:
        plan = await self._plans.get(press.person_id, plan_id)
        await self._show(press, await self._plans.change(press.person_id, plan.name, change))

    async def _show(self, press: Press, plan: Plan) -> None:
        await press.show(self._framed(press.turn, plan))

    async def _show_feature(self, press: Press, plan_id: PlanId, feature: Feature) -> None:
        plan = await self._plans.get(press.person_id, plan_id)
        known = await self._plans.known(press.person_id, feature)
        await press.show(feature_screen(plan, feature, known, press.texts))

    def _framed(self, turn: Turn, plan: Plan) -> Screen:
        return with_way_back(plan_screen(plan, turn.texts), turn.texts, PAGE)


def changes_of(wishes: Sequence[str]) -> list[Change] | None:
    """`daily 500 models v5,v5.6 jobs default`, as changes; None where something cannot be read."""
    if len(wishes) % 2:
        return None
    pairs = zip(wishes[::2], wishes[1::2], strict=True)
    changes = [_change_of(name.lower(), value) for name, value in pairs]
    return None if None in changes else [change for change in changes if change]


def _change_of(name: str, value: str) -> Change | None:
    default = value.lower() in NONE
    if name in FEATURES:
        feature = FEATURES[name]
        values = None if default else values_of(value)
        return lambda terms: terms.allowing(feature, values)
    number = None if default else whole(value)
    if name not in tuple(Number) or (number is None and not default) or (number or 0) < 0:
        return None
    return lambda terms: terms.with_number(Number(name), number)


def _together(changes: Sequence[Change]) -> Change:
    def change(terms: PlanTerms) -> PlanTerms:
        for one in changes:
            terms = one(terms)
        return terms

    return change

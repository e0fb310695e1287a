"""Buttons around plans, for those who run the bot."""

from handlers.chat.buttons.codec import Button
from jobs.capabilities import Feature
from jobs.ids import PlanId
from jobs.plans import Number
from jobs.roles import Right

AS_SETTINGS = -1  # a number of a plan that the settings decide


class OpenPlan(Button, tag="%o", right=Right.PEOPLE):
    """One plan."""

    plan: PlanId


class OpenPlanNumber(Button, tag="%f", right=Right.PEOPLE):
    """The values to choose from for one of its numbers."""

    plan: PlanId
    number: Number


class SetPlanNumber(Button, tag="%v", right=Right.PEOPLE):
    """One of them."""

    plan: PlanId
    number: Number
    value: int


class OpenPlanFeature(Button, tag="%l", right=Right.PEOPLE):
    """What the plan allows of a feature."""

    plan: PlanId
    feature: Feature


class TogglePlanValue(Button, tag="%t", right=Right.PEOPLE):
    """It is allowed, or not any more."""

    plan: PlanId
    feature: Feature
    value: str


class AllowAll(Button, tag="%a", right=Right.PEOPLE):
    """Everything of a feature is allowed, also what comes later."""

    plan: PlanId
    feature: Feature


class SetNewcomersPlan(Button, tag="%n", right=Right.PEOPLE):
    """Newcomers start in this plan, or do not any more."""

    plan: PlanId
    on: bool


class AskRemovePlan(Button, tag="%r", right=Right.PEOPLE):
    """Shall it go?"""

    plan: PlanId


class RemovePlan(Button, tag="%R", right=Right.PEOPLE):
    """It shall."""

    plan: PlanId


class AskNewPlan(Button, tag="%c", right=Right.PEOPLE):
    """The next message is the name of a new plan."""

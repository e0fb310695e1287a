"""Why somebody's job cannot be tried again, as those who run the bot are told: it is not about them."""

from handlers.chat.texts import Texts
from jobs import errors

OBSTACLES: dict[type[errors.CoreError], str] = {
    errors.PersonBanned: "obstacle-banned",
    errors.PersonPaused: "obstacle-paused",
    errors.ConsentNeeded: "obstacle-consent",
    errors.StopWordUsed: "obstacle-words",
    errors.EffectGone: "obstacle-effect",
    errors.NotInPlan: "obstacle-plan",
    errors.UnderMaintenance: "obstacle-maintenance",
    errors.NotOffered: "obstacle-off",
    errors.CardOutdated: "obstacle-dearer",
    errors.BotBudgetSpent: "obstacle-bot",
    errors.PlanBudgetSpent: "obstacle-plan-cap",
}


def obstacle_sentence(error: errors.CoreError, texts: Texts) -> str | None:
    """What is in the way; None where the error is about something else."""
    match error:
        case errors.CannotRetry(errors.NotEnoughCredits(price, left)):
            why = texts.plain("obstacle-credits", price=price, left=left)
        case errors.CannotRetry(why_not):
            why = texts.plain(OBSTACLES[type(why_not)])
        case _:
            return None
    return texts.plain("error-cannot-retry", why=why)

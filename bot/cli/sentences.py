"""What is in the way of a command of the shell, in a sentence each."""

from jobs import errors

_SENTENCES: dict[type[errors.CoreError], str] = {
    errors.NoSuchPerson: "Nobody is called that: give the numeric id or the @username of somebody who has"
    " written to the bot.",
    errors.NoSuchPlan: "There is no plan of this name. /plans in the chat makes one.",
    errors.HasARole: "Somebody who helps to run the bot cannot be banned: take their role away first.",
    errors.NoSuchJob: "There is no job of this number.",
    errors.TooLate: "The job has gone too far for this, or has moved on by itself.",
    errors.MayPayTwice: "PixVerse may have been paid for this job already. If it is to be tried again all the"
    " same: --may-pay-twice.",
    errors.StillLooking: "This job is being looked for right now. Try again in a moment.",
    errors.NothingSpent: "The credits of this job are held, or came back by themselves.",
    errors.GivenBackBefore: "The credits of this job were given back before.",
    errors.NotEnoughCredits: "The person has not enough credits for it.",
    errors.PersonBanned: "The person is banned.",
    errors.PersonPaused: "The person has to wait after too many strikes.",
    errors.ConsentNeeded: "The person has not accepted the terms in force.",
    errors.UnderMaintenance: "Nothing new is started during maintenance.",
    errors.BotBudgetSpent: "The credits of the whole bot for today are used up.",
    errors.PlanBudgetSpent: "The credits of everybody in the person's plan for today are used up.",
    errors.CardOutdated: "It costs more now than its person agreed to.",
    errors.EffectGone: "Its effect is not there any more, or is hidden.",
    errors.StopWordUsed: "Its words hold a stop word.",
    errors.NoSuchAccount: "There is no account of this number or name: `accounts list` shows them all.",
    errors.AccountRefused: "The provider does not take such an account: check the e-mail address, and"
    " that it is to do 1 to 8 jobs at once.",
    errors.PasswordRefused: "PixVerse does not take this password. Nothing was changed.",
    errors.AccountsElsewhere: "The accounts of this provider are keys in the settings: they cannot be"
    " changed from here.",
    errors.AccountNotRemoved: "The provider did not say that the account is removed. It is paused; try again.",
    errors.AccountsAway: "The provider could not be asked. Try again in a moment.",
}


def sentence(error: errors.CoreError) -> str:
    """One line, for standard error."""
    match error:
        case errors.AccountBusy(running):
            return (
                f"{running} of our jobs run on this account: it is paused now, and can be removed when"
                " they are through."
            )
        case errors.AlreadyStarted(job_id):
            return f"It was tried again before: that is job {job_id}."
        case errors.CannotRetry(why):
            return f"It cannot be tried again now. {sentence(why)}"
        case _:
            return _SENTENCES.get(
                type(error), f"That is not possible now ({type(error).__name__})."
            )

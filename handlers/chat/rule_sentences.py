"""Sentences for what the rules of the bot do not allow, and for wishes about those rules."""

from datetime import datetime

from handlers.chat.durations import duration_in_words
from handlers.chat.settings_screens import wrong_value
from handlers.chat.texts import Texts
from jobs import errors
from jobs.capabilities import Mode


def rule_sentence(error: errors.CoreError, texts: Texts, now: datetime) -> str | None:
    """What the person is told; None where the error is about something else."""
    match error:
        case errors.StopWordUsed(words, _, None):
            return texts.plain("error-stop-word", words=words)
        case errors.StopWordUsed(words, _, datetime() as until):
            when = duration_in_words(until, now, texts)
            return texts.plain("error-stop-word-paused", words=words, when=when)
        case errors.PersonPaused(until):
            return texts.plain("error-paused", when=duration_in_words(until, now, texts))
        case errors.UnderMaintenance(message):
            return message or texts.plain("error-maintenance")
        case errors.NotOffered(what):
            return texts.plain("error-not-offered", what=_named(what, texts))
        case errors.NoSuchSetting(name):
            return texts.plain("error-no-setting", name=name)
        case errors.WrongValue(name):
            return wrong_value(name, texts)
        case _:
            return None


def _named(what: str, texts: Texts) -> str:
    """A mode by its name; a model is called what it is called."""
    return texts.plain(f"mode-{what}") if what in tuple(Mode) else what

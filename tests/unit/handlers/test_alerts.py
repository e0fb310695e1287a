"""What answers a press fits into what Telegram takes for that, in every language."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import handlers
from handlers.chat.obstacles import OBSTACLES
from handlers.chat.texts import Languages
from handlers.errors import LONGEST_ANSWER, alert_of, sentence
from jobs import errors
from jobs.admin.live_settings import SETTINGS
from jobs.capabilities import Feature, Mode
from jobs.errors import CoreError, Missing
from jobs.ids import JobId
from tests.unit.jobs.strategies import NOON

LANGUAGES = Languages()
LATER = NOON + timedelta(days=31)
A_NAME = "somebody.with.a.name@example.com"
WORDS = "two or three words"

CARRYING: list[CoreError] = [
    *(errors.NotOffered(mode) for mode in Mode),
    errors.NotOffered("pixverse-c1"),
    errors.CannotRetry(errors.NotEnoughCredits(10_000, 10_000, LATER)),
    errors.AccountBusy(1000),
    errors.AccountNotRemoved(A_NAME),
    errors.GrantTooLarge(100_000),
    errors.NoSuchSetting("a-name-that-none-has"),
    *(errors.WrongValue(name) for name in SETTINGS),
    errors.UnderMaintenance(""),
    *(errors.NotInPlan(feature, "pixverse-c1") for feature in Feature),
    errors.StopWordUsed(WORDS, "in a text"),
    errors.StopWordUsed(WORDS, "in a text", LATER),
    errors.PersonPaused(LATER),
    errors.TooManyStopWords(1000),
    errors.UnknownNames("v99", "v5, v5-fast, v5.5, v5.6, v6, pixverse-c1"),
    errors.NoSuchEffect("Golden Hour Glow"),
    *(errors.Incomplete(missing) for missing in Missing),
    errors.AlreadyStarted(JobId(1)),
    errors.PromptTooLong(40_960, 5000),
    errors.NotASeed(1, 2_147_483_647),
    *(errors.TooManyPictures(limit) for limit in range(1, 8)),
    errors.TooLong(3600, 60),
    *(errors.NotForClip(mode) for mode in Mode),
    errors.NotEnoughCredits(1000, 1000, LATER),
]


def every_error() -> list[CoreError]:
    """Each rule of the product, with what it may carry at the longest."""
    carrying = {type(error) for error in CARRYING}
    plain = [kind() for kind in CoreError.__subclasses__() if kind not in carrying]
    stuck = [kind() for kind in OBSTACLES if kind not in carrying]
    stuck += [error for error in CARRYING if type(error) in OBSTACLES]
    told_apart = [error for error in plain if not isinstance(error, errors.ConsentNeeded)]
    return [*CARRYING, *told_apart, *(errors.CannotRetry(why) for why in stuck)]


def answers() -> Iterator[str]:
    """The texts that handlers answer a press with."""
    for path in Path(handlers.__file__).parent.rglob("*.py"):
        yield from re.findall(r'\.answer\(\s*"([\w-]+)"', path.read_text("utf-8"))
        yield from re.findall(r'"((?:toast|error)-[\w-]*\w)"', path.read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES.codes)
def test_every_rule_is_said_whole(language: str) -> None:
    texts = LANGUAGES.pick(language)
    said = {repr(error): sentence(error, texts, NOON) for error in every_error()}
    said["a bug"] = texts.plain("error-bug", id="0" * 8)
    assert {why: words for why, words in said.items() if len(words) > LONGEST_ANSWER} == {}


@pytest.mark.parametrize("language", LANGUAGES.codes)
def test_every_answer_is_said_whole(language: str) -> None:
    texts = LANGUAGES.pick(language)
    known = {text_id: texts.plain_or(text_id, "") for text_id in answers()}
    assert len([words for words in known.values() if words]) > 20
    assert {name: words for name, words in known.items() if len(words) > LONGEST_ANSWER} == {}


def test_words_of_somebody_that_are_too_long_end_where_one_sees_it() -> None:
    words = "back at noon " * 40
    assert alert_of(words) == words[: LONGEST_ANSWER - 1].rstrip() + "…"
    assert alert_of("back at noon") == "back at noon"

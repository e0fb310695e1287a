"""What must not be made: words that are stopped, effects that are hidden, and strikes for trying."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from jobs.drafts import Draft
from jobs.drafts.models import PictureDraft
from jobs.effects import Effect
from jobs.ids import JobId, MarkId, PersonId, ReportId, StopWordId
from jobs.lifecycle import Job
from jobs.people import Person
from jobs.requests import PictureRequest, Request
from jobs.wording import Pattern, WordList

MOST_STOP_WORDS = 2000


class Offence(StrEnum):
    """What a strike was given for."""

    STOP_WORD = "stop_word"
    MODERATED = "moderated"  # by PixVerse
    FLAGGED = "flagged"  # by the bot's own check of prompts


@dataclass(frozen=True, slots=True)
class StopWord:
    """Words that no prompt may hold. `language`: only of people who speak it; empty: of everybody."""

    id: StopWordId
    text: str
    language: str = ""

    def is_for(self, languages: Collection[str]) -> bool:
        """Whether it counts for somebody who speaks these languages."""
        return not self.language or self.language in languages


@dataclass(frozen=True, slots=True)
class WishedWord:
    """Words that are to be stop words, or not any more, and for whom: see `StopWord`."""

    text: str
    language: str = ""


class Mark(StrEnum):
    """How admins hide effects, or show one that would be hidden."""

    EFFECT = "effect"  # this one, by its id
    NAME = "name"  # whatever is called so
    WORD = "word"  # whatever has the word in its name
    SHOWN = "shown"  # this one stays, whatever words say


@dataclass(frozen=True, slots=True)
class EffectMark:
    """What an admin said about effects."""

    id: MarkId
    mark: Mark
    value: str


class DenyList(StrEnum):
    """When the list of words below hides effects."""

    AUTO = "auto"  # while the bot is open to everybody
    ON = "on"
    OFF = "off"


class Unreachable(StrEnum):
    """What happens to a prompt while the check of prompts cannot be reached."""

    PASS = "pass"  # noqa: S105 (no password)
    HOLD = "hold"


# Templates that undress people, make them pose for it, or hurt them: what a stranger could do to
# somebody's picture without asking. Words of names, in the forms in which such templates are called.
DENY_WORDS = (
    "undress*", "strip", "strips", "stripper*", "stripping", "striptease", "nude*", "nudity", "naked",
    "topless", "bottomless", "bikini*", "lingerie*", "underwear*", "panties", "thong*", "sexy", "sexual*",
    "sex", "erotic*", "seduc*", "lap dance", "pole dance", "twerk*", "french kiss", "make out", "boob*",
    "breast*", "jiggl*", "bounc* chest", "wet t shirt", "wet shirt", "clothes off", "take off",
    "murder*", "kill", "kills", "killer*", "killed", "behead*", "decapitat*", "dismember*", "gore", "gory",
    "bloody", "bleeding", "stab", "stabbed", "stabbing", "strangl*", "chok*", "hanged", "suicid*",
    "tortur*", "execut*", "lynch*", "corpse*", "shot dead", "gunshot*", "headshot*", "beat up", "beaten",
    "punch*", "slap*", "slaughter*",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Strikes:
    """How somebody stands with the rules. `paused_until` is None, or still ahead."""

    counting: int
    paused_until: datetime | None


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody reported a result: whose job it is, who reported it, and whether that was dealt with."""

    id: ReportId
    job: Job
    owner: Person
    reporter: Person
    at: datetime
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PausedPerson:
    """Somebody who has to wait."""

    person: Person
    until: datetime


def words_in(work: Draft | Request) -> Iterator[str]:
    """Everything in it that the person has written. What an effect brings along is the catalogue's."""
    spoken = work.speech.words if work.speech else None
    segments = work.segments if isinstance(work, PictureDraft | PictureRequest) else ()
    written = [work.prompt, work.negative, work.sound_words, spoken]
    yield from (words for words in written if words)
    yield from (segment.prompt for segment in segments if segment.prompt)


def stopped_by(text: str, words: Sequence[StopWord], languages: Collection[str]) -> str | None:
    """The stop word in a text, as it reads there; None where there is none."""
    known = tuple(word.text for word in words if word.is_for(languages))
    found = _word_list(known).find(text)
    return found.words if found else None


def is_hidden(effect: Effect, marks: Sequence[EffectMark], *, denied: bool) -> bool:
    """Whether people are not to see or use an effect; `denied`: the deny list counts."""
    words = [mark.value for mark in marks if mark.mark is Mark.WORD]
    ids = {mark.value for mark in marks if mark.mark is Mark.EFFECT}
    names = {mark.value.casefold() for mark in marks if mark.mark is Mark.NAME}
    if str(effect.id) in ids or effect.name.casefold() in names:
        return True
    if any(mark.mark is Mark.SHOWN and mark.value == str(effect.id) for mark in marks):
        return False
    listed = _word_list((*words, *(DENY_WORDS if denied else ())))
    return listed.find(effect.name) is not None


@lru_cache(maxsize=64)
def _word_list(texts: tuple[str, ...]) -> WordList:
    """Kept: the lists change rarely, and are looked at with every prompt."""
    return WordList(map(Pattern, texts))


def strike_of_job(job_id: JobId) -> str:
    """The operation under which a job's strike is written down, once."""
    return f"job:{job_id}"


def strike_of_words(person_id: PersonId, text: str, moment: datetime) -> str:
    """The same text sent again within the hour is one strike."""
    digest = hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16]
    return f"words:{person_id}:{digest}:{moment:%Y-%m-%dT%H}"

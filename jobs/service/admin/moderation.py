"""Moderation: words, effects, people who have to wait, and results that were reported."""

from collections.abc import Sequence
from dataclasses import dataclass

from jobs.effects import Effect
from jobs.errors import NoSuchEffect, StopWordUnusable
from jobs.ids import MarkId, PersonId, ReportId, StopWordId
from jobs.moderation import EffectMark, Mark, PausedPerson, Report, StopWord, Strikes, WishedWord
from jobs.ports import Store
from jobs.roles import Right
from jobs.service.guard import Guard
from jobs.wording import Pattern

REPORTS_PER_PAGE = 5
LONGEST_NUMBER = 19  # digits: those of 63 bits


@dataclass(frozen=True, slots=True)
class Overview:
    """What there is to look after."""

    stop_words: int
    hidden: int
    denies: bool
    paused: int
    reports: int


@dataclass(frozen=True, slots=True)
class Hiding:
    """What admins said about effects, and what is hidden by it; `denies`: the deny list counts too."""

    marks: Sequence[EffectMark]
    effects: Sequence[Effect]
    denies: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Some of the reports that are open, oldest first. `page` counts from 0."""

    page: int
    reports: Sequence[Report]
    total: int

    @property
    def pages(self) -> int:
        return max(-(-self.total // REPORTS_PER_PAGE), 1)


class AdminModeration:
    """Everything about what must not be made."""

    def __init__(self, store: Store, guard: Guard) -> None:
        self._store = store
        self._guard = guard

    async def overview(self, by: PersonId) -> Overview:
        """How much of everything there is."""
        await self._guard.require(by, Right.MODERATION)
        moderation, rules = self._store.moderation, await self._store.settings.rules()
        _, reports = await moderation.reports(offset=0, limit=1)
        return Overview(
            stop_words=len(rules.stop_words),
            hidden=len(await self._store.effects.hidden()),
            denies=rules.denies,
            paused=len(await moderation.paused()),
            reports=reports,
        )

    # words

    async def stop_words(self, by: PersonId) -> Sequence[StopWord]:
        """All of them, in the order of the alphabet."""
        await self._guard.require(by, Right.MODERATION)
        return await self._store.moderation.stop_words()

    async def add_stop_words(self, by: PersonId, words: Sequence[WishedWord]) -> int:
        """How many of them were new. Raises StopWordUnusable, TooManyStopWords."""
        await self._guard.require(by, Right.MODERATION)
        if not all(Pattern(word.text).is_usable for word in words):
            raise StopWordUnusable
        moderation = self._store.moderation
        added = [await moderation.add_stop_word(word.text, word.language, by=by) for word in words]
        return sum(added)

    async def remove_stop_word(self, by: PersonId, word_id: StopWordId) -> bool:
        """False: it was gone."""
        await self._guard.require(by, Right.MODERATION)
        return await self._store.moderation.remove_stop_word(word_id, by=by)

    # effects

    async def hiding(self, by: PersonId) -> Hiding:
        """What is hidden, and why."""
        await self._guard.require(by, Right.MODERATION)
        rules = await self._store.settings.rules()
        hidden = await self._store.effects.hidden()
        return Hiding(rules.effect_marks, hidden, rules.denies)

    async def hide(self, by: PersonId, what: str) -> Mark:
        """Hide effects by number, name, or a word of the name. Raises StopWordUnusable."""
        await self._guard.require(by, Right.MODERATION)
        mark = await self._meant(what)
        if mark is Mark.WORD and not Pattern(what).is_usable:
            raise StopWordUnusable
        await self._store.moderation.add_effect_mark(mark, what, by=by)
        return mark

    async def show(self, by: PersonId, what: str) -> Sequence[Effect]:
        """Undo what was said about effects; those that are hidden all the same are shown by exception.

        Returns the effects that were shown by exception. Raises NoSuchEffect.
        """
        await self._guard.require(by, Right.MODERATION)
        marks = [
            mark
            for mark in await self._store.moderation.effect_marks()
            if mark.mark is not Mark.SHOWN and mark.value.casefold() == what.casefold()
        ]
        for mark in marks:
            await self._store.moderation.remove_effect_mark(mark.id, by=by)
        hidden = [one for one in await self._store.effects.hidden() if _is_called(one, what)]
        if not marks and not hidden:
            raise NoSuchEffect(what)
        for effect in hidden:
            await self._store.moderation.add_effect_mark(Mark.SHOWN, str(effect.id), by=by)
        return hidden

    async def remove_mark(self, by: PersonId, mark_id: MarkId) -> bool:
        """False: it was gone."""
        await self._guard.require(by, Right.MODERATION)
        return await self._store.moderation.remove_effect_mark(mark_id, by=by)

    async def _meant(self, what: str) -> Mark:
        if what.isascii() and what.isdecimal() and len(what) <= LONGEST_NUMBER:
            return Mark.EFFECT
        return Mark.NAME if await self._store.effects.named(what) else Mark.WORD

    # people

    async def standing(self, by: PersonId, person_id: PersonId) -> Strikes:
        """How somebody stands with the rules."""
        await self._guard.require(by, Right.SEE)
        return await self._store.moderation.standing(person_id)

    async def paused(self, by: PersonId) -> Sequence[PausedPerson]:
        """Everybody who has to wait."""
        await self._guard.require(by, Right.MODERATION)
        return await self._store.moderation.paused()

    async def lift(self, by: PersonId, person_id: PersonId) -> bool:
        """End somebody's pause. False: they were not paused."""
        await self._guard.require(by, Right.MODERATION)
        return await self._store.moderation.lift(person_id, by=by)

    # reports

    async def reports(self, by: PersonId, page: int) -> ReportPage:
        """A page of what was reported and not dealt with; a page beyond the end gives the last one."""
        await self._guard.require(by, Right.MODERATION)
        reports, total = await self._store.moderation.reports(
            offset=page * REPORTS_PER_PAGE, limit=REPORTS_PER_PAGE
        )
        found = ReportPage(page, reports, total)
        return found if page < found.pages else await self.reports(by, found.pages - 1)

    async def report(self, by: PersonId, report_id: ReportId) -> Report | None:
        """One of them."""
        await self._guard.require(by, Right.MODERATION)
        return await self._store.moderation.get_report(report_id)

    async def close(self, by: PersonId, report_id: ReportId) -> bool:
        """It was dealt with. False: somebody has done so before."""
        await self._guard.require(by, Right.MODERATION)
        return await self._store.moderation.close_report(report_id, by=by)


def _is_called(effect: Effect, what: str) -> bool:
    return str(effect.id) == what or effect.name.casefold() == what.casefold()

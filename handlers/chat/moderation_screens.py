"""Moderation as those who run the bot see it: words, effects, people who have to wait, reports."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from handlers.chat.admin_screens import handle
from handlers.chat.buttons import (
    AskHide,
    AskStopWords,
    Button,
    CloseReport,
    HideReported,
    LiftPause,
    OpenBan,
    OpenReport,
    RemoveMark,
    RemoveStopWord,
    SeeReported,
    ShowHidden,
    ShowPaused,
    ShowPerson,
    ShowReports,
    ShowStopWords,
)
from handlers.chat.durations import duration_in_words
from handlers.chat.html import Html, lines, shorten
from handlers.chat.job_names import job_name
from handlers.chat.screens import Key, Keyboard, Screen, page_keys, rows
from handlers.chat.texts import Texts
from jobs.moderation import EffectMark, Mark, PausedPerson, Report, StopWord
from jobs.people import FORGOTTEN, Person
from jobs.requests import EffectRequest
from jobs.service.admin.moderation import Hiding, Overview, ReportPage

T = TypeVar("T")

KEYS_PER_PAGE = 10
NAMES_SHOWN = 30
PROMPT_SHOWN = 600


def overview_screen(overview: Overview, texts: Texts) -> Screen:
    """What there is to look after, each with a key."""
    keys = [
        Key(texts.plain("key-reports", n=overview.reports), ShowReports()),
        Key(texts.plain("key-paused", n=overview.paused), ShowPaused()),
        Key(texts.plain("key-stop-words", n=overview.stop_words), ShowStopWords()),
        Key(texts.plain("key-hidden", n=overview.hidden), ShowHidden()),
    ]
    return Screen(texts.html("moderation"), rows(keys, 2))


# words


def stop_words_screen(words: Sequence[StopWord], page: int, texts: Texts) -> Screen:
    """Some of the stop words; a tap takes one off the list."""
    page, shown = _part(words, page)
    keys = [Key(_stop_word(word, texts), RemoveStopWord(word=word.id, page=page)) for word in shown]
    found = None if words else texts.html("stop-words-none")
    text = lines([texts.html("stop-words"), found, Html(""), texts.html("stop-words-how")])
    turns = _turns(page, len(words), lambda number: ShowStopWords(page=number), texts)
    add = (Key(texts.plain("key-add-stop-words"), AskStopWords()),)
    return Screen(text, (*rows(keys, 2), *turns, add))


def _stop_word(word: StopWord, texts: Texts) -> str:
    if word.language:
        return texts.plain("key-stop-word-in", word=word.text, language=word.language)
    return texts.plain("key-stop-word", word=word.text)


# effects


def hiding_screen(hiding: Hiding, page: int, texts: Texts) -> Screen:
    """What was said about effects, and what is hidden by it; a tap takes one saying back."""
    page, shown = _part(hiding.marks, page)
    keys = [Key(_mark(mark, hiding, texts), RemoveMark(mark=mark.id, page=page)) for mark in shown]
    denied = texts.html("hidden-denied" if hiding.denies else "hidden-not-denied")
    parts = [
        texts.html("hidden"),
        denied,
        Html(""),
        _hidden_now(hiding, texts),
        Html(""),
        texts.html("hidden-how"),
        texts.html("hidden-tap") if shown else None,
    ]
    turns = _turns(page, len(hiding.marks), lambda number: ShowHidden(page=number), texts)
    add = (Key(texts.plain("key-hide-more"), AskHide()),)
    return Screen(lines(parts), (*rows(keys, 1), *turns, add))


def _hidden_now(hiding: Hiding, texts: Texts) -> Html:
    if not hiding.effects:
        return texts.html("hidden-none")
    names = ", ".join(effect.name for effect in hiding.effects[:NAMES_SHOWN])
    more = "…" if len(hiding.effects) > NAMES_SHOWN else ""
    return texts.html("hidden-now", n=len(hiding.effects), names=shorten(names + more, 2000))


def _mark(mark: EffectMark, hiding: Hiding, texts: Texts) -> str:
    names = {str(effect.id): effect.name for effect in hiding.effects}
    what = mark.value
    if mark.mark is Mark.EFFECT:
        what = names.get(mark.value, mark.value)
    return texts.plain(f"key-mark-{mark.mark}", what=shorten(what, 40))


# people


def paused_screen(paused: Sequence[PausedPerson], page: int, now: datetime, texts: Texts) -> Screen:
    """Some of those who have to wait, the longest first; a tap lets them go on."""
    if not paused:
        return Screen(texts.html("paused-none"))
    page, shown = _part(paused, page)
    keys = [
        Key(
            texts.plain(
                "key-lift",
                name=shorten(one.person.profile.first_name, 30),
                time=duration_in_words(one.until, now, texts),
            ),
            LiftPause(person=one.person.id),
        )
        for one in shown
    ]
    turns = _turns(page, len(paused), lambda number: ShowPaused(page=number), texts)
    return Screen(texts.html("paused"), (*rows(keys, 1), *turns))


def pause_alert_screen(person: Person, until: datetime, now: datetime, texts: Texts) -> Screen:
    """Somebody was paused."""
    time = duration_in_words(until, now, texts)
    name = person.profile.first_name
    key = Key(
        texts.plain("key-lift", name=shorten(name, 30), time=time), LiftPause(person=person.id)
    )
    text = texts.html("pause-alert", name=name, handle=handle(person), time=time)
    return Screen(text, ((key,),))


def paused_note(until: datetime, now: datetime, texts: Texts) -> Screen:
    """What somebody is told who was paused."""
    return Screen(texts.html("paused-note", when=duration_in_words(until, now, texts)))


# reports


def reports_screen(page: ReportPage, texts: Texts) -> Screen:
    """What was reported and not dealt with."""
    if not page.total:
        return Screen(texts.html("reports-none"))
    keys = [
        Key(
            texts.plain(
                "key-report-row",
                number=str(one.id),
                what=job_name(one.job, texts, 28),
                name=shorten(one.owner.profile.first_name or "–", 14),
            ),
            OpenReport(report=one.id),
        )
        for one in page.reports
    ]
    turns = page_keys(
        texts,
        ShowReports(page=page.page - 1) if page.page > 0 else None,
        ShowReports(page=page.page + 1) if page.page + 1 < page.pages else None,
    )
    return Screen(texts.html("reports", n=page.total), (*rows(keys, 1), *turns))


def report_screen(report: Report, texts: Texts) -> Screen:
    """One report, and what can be done about it."""
    text = texts.html(
        "report",
        number=str(report.id),
        reporter=report.reporter.profile.first_name,
        reporterHandle=handle(report.reporter),
        owner=report.owner.profile.first_name,
        ownerHandle=handle(report.owner),
        job=str(report.job.id),
        what=job_name(report.job, texts),
    )
    prompt = report.job.request.prompt
    said = texts.html("card-prompt", prompt=shorten(prompt, PROMPT_SHOWN)) if prompt else None
    if report.closed_at:
        closed = lines([text, said, Html(""), texts.html("report-closed")])
        return Screen(closed, rows(_about_owner(report, texts), 2))
    see = Key(texts.plain("key-see-reported"), SeeReported(report=report.id))
    return Screen(lines([text, said]), ((see,), *_verdicts(report, texts)))


def reported_keys(report: Report, texts: Texts) -> Keyboard:
    """What admins can do below the result itself; nothing of what its owner can."""
    return _verdicts(report, texts) if report.closed_at is None else ()


def _verdicts(report: Report, texts: Texts) -> Keyboard:
    """Hide the effect, ban, look at the person, or leave it at that."""
    keys = [Key(texts.plain("key-close-report"), CloseReport(report=report.id))]
    if isinstance(report.job.request, EffectRequest):
        keys.append(Key(texts.plain("key-hide-reported"), HideReported(report=report.id)))
    return rows([*keys, *_about_owner(report, texts)], 2)


def _about_owner(report: Report, texts: Texts) -> list[Key]:
    owner = report.owner
    if owner.id == FORGOTTEN:
        return []
    name = shorten(owner.profile.first_name, 20)
    keys = [Key(texts.plain("key-person", name=name), ShowPerson(person=owner.id))]
    if owner.role is None:
        keys.append(Key(texts.plain("key-ban-reported", name=name), OpenBan(person=owner.id)))
    return keys


# pages


def _part(every: Sequence[T], page: int) -> tuple[int, Sequence[T]]:
    """The page that there is, and what stands on it."""
    last = max(-(-len(every) // KEYS_PER_PAGE) - 1, 0)
    page = min(max(page, 0), last)
    return page, every[page * KEYS_PER_PAGE : (page + 1) * KEYS_PER_PAGE]


def _turns(
    page: int, total: int, at: Callable[[int], Button], texts: Texts
) -> tuple[tuple[Key, ...], ...]:
    more = (page + 1) * KEYS_PER_PAGE < total
    return page_keys(texts, at(page - 1) if page else None, at(page + 1) if more else None)

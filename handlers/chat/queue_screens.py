"""Everybody's jobs as those who run the bot see them: lists, and what they are narrowed down to."""

from handlers.chat.buttons import (
    AskWhoseJobs,
    ListJobs,
    OpenJobModes,
    PauseQueue,
    ShowJobOf,
    ShowPerson,
)
from handlers.chat.html import Html, lines, shorten
from handlers.chat.job_names import job_name
from handlers.chat.job_screens import ICONS
from handlers.chat.screens import Key, Keyboard, Screen, page_keys, rows
from handlers.chat.texts import Texts
from jobs.admin.oversight import JobFile, JobListing, Sieve
from jobs.capabilities import Mode
from jobs.people import Person
from jobs.roles import Right, Role, may
from jobs.service.admin.jobs import JobsPage

NAME_SHOWN = 14
JOB_SHOWN = 24
EXPLAINED = (
    JobListing.UNCONFIRMED,
    JobListing.UNDELIVERABLE,
)  # why they are in a list of their own


def list_screen(page: JobsPage, viewer: Role | None, texts: Texts) -> Screen:
    """A page of jobs, keys for the other lists and for what narrows them down, and the queue's pause.

    Support looks only.
    """
    sieve = page.sieve
    text = lines(
        [
            _title(page, texts),
            texts.html(f"queue-about-{sieve.listing}") if sieve.listing in EXPLAINED else None,
            _narrowed(page, texts),
            None if page.files else texts.html("queue-none"),
            texts.html("queue-is-paused") if page.paused else None,
        ]
    )
    jobs = rows([_job_key(page, file, texts) for file in page.files], 1)
    turns = page_keys(
        texts,
        _list(sieve, page.page - 1) if page.page else None,
        _list(sieve, page.page + 1) if page.more else None,
    )
    pause = (_pause(page, texts),) if may(viewer, Right.JOBS) else ()
    return Screen(text, (*jobs, *turns, *_listings(page, texts), *_filters(page, texts), *pause))


def _title(page: JobsPage, texts: Texts) -> Html:
    listing, narrowed = page.sieve.listing, page.sieve.mode or page.sieve.person
    title = texts.html(f"queue-{listing}")
    count = page.counts.get(listing)
    if narrowed or count is None:
        return title
    return texts.html("queue-counted", title=title, n=count)


def _narrowed(page: JobsPage, texts: Texts) -> Html | None:
    """What else the jobs have in common."""
    parts = []
    if page.of:
        parts.append(texts.plain("queue-of", name=page.of.profile.full_name))
    if page.sieve.mode:
        parts.append(texts.plain(f"mode-{page.sieve.mode}"))
    return texts.html("queue-narrowed", what=" · ".join(parts)) if parts else None


def _job_key(page: JobsPage, file: JobFile, texts: Texts) -> Key:
    job, sieve = file.job, page.sieve
    name = "" if page.of else f" · {shorten(file.person.profile.first_name or '–', NAME_SHOWN)}"
    label = texts.plain(
        "key-job-of",
        icon=ICONS[job.state],
        job=str(job.id),
        name=name,
        what=job_name(job, texts, JOB_SHOWN if name else JOB_SHOWN + NAME_SHOWN),
    )
    button = ShowJobOf(
        listing=sieve.listing,
        mode=sieve.mode or "",
        person=sieve.person or 0,
        job=job.id,
        page=page.page,
    )
    return Key(label, button)


def _list(sieve: Sieve, page: int = 0) -> ListJobs:
    return ListJobs(
        listing=sieve.listing, mode=sieve.mode or "", person=sieve.person or 0, page=page
    )


def _listings(page: JobsPage, texts: Texts) -> Keyboard:
    """The other lists; what this one is narrowed down to stays."""
    sieve = page.sieve
    keys = []
    for listing in JobListing:
        count = page.counts.get(listing)
        label = texts.plain(f"key-queue-{listing}")
        if count and not (sieve.mode or sieve.person):
            label = texts.plain("key-queue-counted", label=label, n=count)
        if listing is sieve.listing:
            label = texts.plain("key-chosen", value=label)
        keys.append(Key(label, _list(Sieve(listing, sieve.mode, sieve.person))))
    return rows(keys, 2)


def _filters(page: JobsPage, texts: Texts) -> Keyboard:
    sieve = page.sieve
    facts = {"listing": sieve.listing, "mode": sieve.mode or "", "person": sieve.person or 0}
    kind = texts.plain(f"mode-{sieve.mode}") if sieve.mode else texts.plain("key-queue-any-mode")
    modes = Key(texts.plain("key-queue-mode", what=kind), OpenJobModes.model_validate(facts))
    if page.of is None:
        whose = Key(texts.plain("key-queue-everybody"), AskWhoseJobs.model_validate(facts))
    else:
        label = texts.plain("key-queue-not-only", name=shorten(page.of.profile.first_name, 20))
        whose = Key(label, _list(Sieve(sieve.listing, sieve.mode)))
    return ((modes, whose),)


def _pause(page: JobsPage, texts: Texts) -> tuple[Key, ...]:
    label = "key-queue-resume" if page.paused else "key-queue-pause"
    sieve = page.sieve
    button = PauseQueue(
        listing=sieve.listing,
        mode=sieve.mode or "",
        person=sieve.person or 0,
        paused=not page.paused,
    )
    return (Key(texts.plain(label), button),)


def modes_screen(sieve: Sieve, texts: Texts) -> Screen:
    """Which way to make a video?"""
    anyhow: list[Mode | None] = [None, *Mode]
    keys = []
    for mode in anyhow:
        label = texts.plain(f"mode-{mode}" if mode else "key-queue-any-mode")
        chosen = texts.plain("key-chosen", value=label) if mode is sieve.mode else label
        keys.append(Key(chosen, _list(Sieve(sieve.listing, mode, sieve.person))))
    return Screen(texts.html("queue-choose-mode"), rows(keys, 2))


def ask_whose_screen(sieve: Sieve, texts: Texts) -> Screen:
    """Whose jobs? The answer is the next message."""
    leave = Key(texts.plain("key-never-mind"), _list(sieve))
    return Screen(texts.html("errand-jobs_of"), ((leave,),))


def which_person_screen(words: str, people: list[Person], sieve: Sieve, texts: Texts) -> Screen:
    """Several people could be meant, or nobody."""
    if not people:
        return Screen(texts.html("people-not-found", words=shorten(words, 30)))
    keys = [
        Key(
            texts.plain("key-person", name=shorten(person.profile.full_name, 30)),
            _list(Sieve(sieve.listing, sieve.mode, person.id)),
        )
        for person in people
    ]
    return Screen(texts.html("people-found", words=shorten(words, 30)), rows(keys, 1))


def back_to_list(screen: Screen, button: ShowJobOf, texts: Texts) -> Screen:
    """A job's page, with the way back to the list that it was opened from."""
    label = texts.plain("key-back-to", page=texts.plain("panel-queue"))
    return Screen(screen.text, (*screen.keyboard, (Key(label, _list(button.sieve, button.page)),)))


def with_jobs(screen: Screen, person: Person, texts: Texts) -> Screen:
    """Somebody's videos, with the way to each."""
    key = Key(texts.plain("key-jobs-of"), ListJobs(listing=JobListing.ALL, person=person.id))
    return Screen(screen.text, ((key,), *screen.keyboard))


def person_key(person: Person, texts: Texts) -> Key:
    """The way to whose job it is."""
    label = texts.plain("key-job-person", name=shorten(person.profile.full_name, 30))
    return Key(label, ShowPerson(person=person.id))

"""Everybody's jobs as those who run the bot see them: lists, and one job."""

from datetime import datetime

from handlers.chat.admin_screens import handle
from handlers.chat.buttons import (
    CallOff,
    ChooseSetting,
    GiveUpJob,
    ListJobs,
    ShowJobOf,
    ShowPerson,
)
from handlers.chat.html import Html, lines, shorten
from handlers.chat.job_names import job_name
from handlers.chat.job_screens import ICONS
from handlers.chat.screens import Key, Keyboard, Screen, page_keys, rows
from handlers.chat.texts import Texts
from jobs.lifecycle import Job, State
from jobs.live_settings import OFF, ON
from jobs.ports import JobListing
from jobs.service.admin.jobs import JobList, JobOfSomebody

PROMPT_SHOWN = 600


def list_screen(page: JobList, texts: Texts) -> Screen:
    """A page of jobs, keys for the other kinds, and the queue's pause."""
    title = texts.html(f"queue-{page.listing}", n=page.total)
    paused = texts.html("queue-is-paused") if page.paused else None
    keys = [
        Key(
            texts.plain(
                "key-job-of", icon=ICONS[job.state], job=str(job.id), what=_what(job, texts)
            ),
            ShowJobOf(job=job.id),
        )
        for job in page.jobs
    ]
    turns = page_keys(
        texts,
        ListJobs(listing=page.listing, page=page.page - 1) if page.page else None,
        ListJobs(listing=page.listing, page=page.page + 1) if page.page + 1 < page.pages else None,
    )
    return Screen(
        lines([title, paused]),
        (*rows(keys, 1), *turns, *_listings(page, texts), _pause(page, texts)),
    )


def _what(job: Job, texts: Texts) -> str:
    return job_name(job, texts, 40)


def _listings(page: JobList, texts: Texts) -> Keyboard:
    others = [listing for listing in JobListing if listing is not page.listing]
    return rows([Key(texts.plain(f"key-queue-{one}"), ListJobs(listing=one)) for one in others], 3)


def _pause(page: JobList, texts: Texts) -> tuple[Key, ...]:
    label = "key-queue-resume" if page.paused else "key-queue-pause"
    value = OFF if page.paused else ON
    return (Key(texts.plain(label), ChooseSetting(name="queue_paused", value=value)),)


def job_of_screen(found: JobOfSomebody, texts: Texts) -> Screen:
    """One job: whose it is, what it is, how it stands, and what can be done."""
    job, prompt = found.job, found.job.request.prompt
    facts = texts.html(
        "job-of",
        job=str(job.id),
        name=found.person.profile.first_name,
        handle=handle(found.person),
        what=job_name(job, texts),
        state=texts.plain(f"state-{job.state}"),
        credits=texts.plain("credits", n=job.price),
        account=job.account or "–",
    )
    times = texts.html(
        "job-of-times",
        queued=_moment(job.queued_at),
        started=_moment(job.started_at),
        finished=_moment(job.finished_at),
    )
    why = texts.html("job-of-why", why=texts.plain(f"failure-{job.reason}")) if job.reason else None
    said = texts.html("card-prompt", prompt=shorten(prompt, PROMPT_SHOWN)) if prompt else None
    return Screen(lines([facts, said, Html(""), times, why]), _keys(found, texts))


def _moment(moment: datetime | None) -> str:
    return moment.strftime("%d %b %H:%M:%S") if moment else "–"


def _keys(found: JobOfSomebody, texts: Texts) -> Keyboard:
    job = found.job
    keys = [Key(texts.plain("key-job-person"), ShowPerson(person=found.person.id))]
    if job.state in (State.QUEUED, State.GENERATING):
        keys.append(Key(texts.plain("key-call-off"), CallOff(job=job.id)))
    if job.state is State.UNCONFIRMED:
        keys.append(Key(texts.plain("key-give-up"), GiveUpJob(job=job.id)))
    return rows(keys, 1)

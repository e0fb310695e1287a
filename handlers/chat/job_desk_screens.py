"""One job of somebody, as those who run the bot see it, and what they are asked before they act."""

from datetime import datetime

from handlers.chat.admin_screens import handle
from handlers.chat.buttons import (
    AskRefundJob,
    Button,
    CallOff,
    GiveUpJob,
    LookNow,
    RefundJob,
    RetryJob,
    ShowJobOf,
)
from handlers.chat.html import Html, lines, shorten
from handlers.chat.job_names import job_name
from handlers.chat.queue_screens import person_key
from handlers.chat.screens import Key, Keyboard, Screen, rows
from handlers.chat.texts import Texts
from jobs.accounts import masked
from jobs.admin.oversight import CreditState, JobFile
from jobs.lifecycle import Job, State, may_have_been_paid
from jobs.people import FORGOTTEN
from jobs.roles import Right, Role, may

PROMPT_SHOWN = 600


def job_of_screen(file: JobFile, viewer: Role | None, texts: Texts) -> Screen:
    """One job: whose it is, what it is, how it stands, where its credits are, what the viewer can do."""
    job, prompt = file.job, file.job.request.prompt
    facts = texts.html(
        "job-of",
        job=str(job.id),
        name=file.person.profile.first_name or "–",
        handle=handle(file.person),
        what=texts.plain(f"mode-{job.request.subject.mode}") if prompt else job_name(job, texts),
        state=texts.plain(f"state-{job.state}"),
        account=masked(job.account) if job.account else "–",
    )
    times = texts.html(
        "job-of-times",
        queued=job.queued_at.strftime("%d %b %H:%M:%S"),
        started=_moment(job.started_at, job.queued_at),
        finished=_moment(job.finished_at, job.queued_at),
    )
    credits = texts.html(f"job-of-{file.credits}", credits=texts.plain("credits", n=job.price))
    why = texts.html("job-of-why", why=texts.plain(f"failure-{job.reason}")) if job.reason else None
    again = texts.html("job-of-again", job=str(file.again)) if file.again else None
    said = texts.html("card-prompt", prompt=shorten(prompt, PROMPT_SHOWN)) if prompt else None
    text = lines([facts, credits, said, Html(""), times, why, again])
    return Screen(text, _keys(file, viewer, texts))


def _moment(moment: datetime | None, first: datetime) -> str:
    """Of the same day as the first one, the time alone."""
    if moment is None:
        return "–"
    return moment.strftime("%H:%M:%S" if moment.date() == first.date() else "%d %b %H:%M:%S")


def _keys(file: JobFile, viewer: Role | None, texts: Texts) -> Keyboard:
    deeds = _deeds(file) if may(viewer, Right.JOBS) else []
    keys = [Key(texts.plain(label), button) for label, button in deeds]
    if file.again is not None:
        label = texts.plain("key-job-again", job=str(file.again))
        keys.append(Key(label, ShowJobOf(job=file.again)))
    if file.job.person_id != FORGOTTEN:
        keys.append(person_key(file.person, texts))
    return rows(keys, 1)


def _deeds(file: JobFile) -> list[tuple[str, Button]]:
    """What can be done with a job as it stands."""
    job, deeds = file.job, list[tuple[str, Button]]()
    if job.state in (State.QUEUED, State.GENERATING):
        deeds.append(("key-call-off", CallOff(job=job.id)))
    if job.state is State.UNCONFIRMED:
        deeds.append(("key-look-now", LookNow(job=job.id)))
    if file.can_be_retried and job.person_id != FORGOTTEN:
        resend = job.state is State.UNDELIVERABLE
        deeds.append(("key-job-resend" if resend else "key-job-retry", RetryJob(job=job.id)))
    if job.state is State.UNCONFIRMED:
        deeds.append(("key-give-up", GiveUpJob(job=job.id)))
    if file.credits is CreditState.SPENT:
        deeds.append(("key-job-refund", AskRefundJob(job=job.id)))
    return deeds


def sure_screen(file: JobFile, texts: Texts) -> Screen:
    """Trying this again may cost twice at PixVerse: what that means, and for whom."""
    job = file.job
    waits = job.state is State.UNCONFIRMED
    text_id = "retry-may-pay-twice" if waits else "retry-was-paid"
    keys = [Key(texts.plain("key-retry-sure"), RetryJob(job=job.id, sure=True))]
    if waits:
        keys.append(Key(texts.plain("key-look-now"), LookNow(job=job.id)))
    keys.append(Key(texts.plain("key-never-mind"), ShowJobOf(job=job.id)))
    assert may_have_been_paid(job)
    text = texts.html(
        text_id,
        job=str(job.id),
        name=file.person.profile.first_name,
        credits=texts.plain("credits", n=job.price),
    )
    return Screen(text, rows(keys, 1))


def ask_refund_screen(file: JobFile, texts: Texts) -> Screen:
    """Why? The answer is the next message."""
    job = file.job
    text = texts.html(
        "errand-refund_job",
        job=str(job.id),
        name=file.person.profile.first_name or "–",
        credits=texts.plain("credits", n=job.price),
    )
    now = Key(texts.plain("key-no-reason"), RefundJob(job=job.id))
    leave = Key(texts.plain("key-never-mind"), ShowJobOf(job=job.id))
    return Screen(text, ((now,), (leave,)))


def refunded_note(job: Job, credits: int, texts: Texts) -> Screen:
    """To a person: what a job cost is theirs again."""
    what = job_name(job, texts, 40)
    return Screen(texts.html("refunded", credits=texts.plain("credits", n=credits), what=what))


def retried_note(job: Job, texts: Texts) -> Screen:
    """To a person: those who run the bot try a failed job again."""
    credits = texts.plain("credits", n=job.price)
    return Screen(texts.html("retried", what=job_name(job, texts, 40), credits=credits))

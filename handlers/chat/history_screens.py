"""One's own videos: the list with its filters, one job's page, and what becomes of it."""

from datetime import tzinfo

from handlers.chat.buttons import (
    CancelJob,
    ClosePreview,
    DeleteJob,
    OpenKinds,
    SendOriginal,
    ShowHistory,
    ShowJob,
    SureToDelete,
)
from handlers.chat.card import options_line
from handlers.chat.durations import moment_label
from handlers.chat.html import Html, lines
from handlers.chat.job_names import job_name
from handlers.chat.job_screens import ICONS, failure_keys
from handlers.chat.screens import InlineHere, Key, Keyboard, Screen, Tint, page_keys, rows
from handlers.chat.texts import Texts
from jobs.capabilities import Mode
from jobs.history import DONE, JobPage, Outcome, Wanted
from jobs.lifecycle import ENDED, Job, State
from jobs.service.inline import can_be_shown, words_for_page

DELETED = "🗑"
NUMBERS_IN_ROW = 6


def history_screen(page: JobPage, texts: Texts, *, inline: bool) -> Screen:
    """A person's jobs, newest first, numbered; each number opens its page. Where the bot has `inline` mode,
    a key shows the videos of this very page with their pictures."""
    if not page.jobs and page.wanted == Wanted():
        return Screen(texts.html("jobs-none"))
    entries = [
        texts.html("jobs-entry", number=number, row=_row(job, page.zone, texts))
        for number, job in enumerate(page.jobs, start=1)
    ]
    keys = [
        Key(_label(number, job, texts), _opens(job, page))
        for number, job in enumerate(page.jobs, start=1)
    ]
    pictures = Key(
        texts.plain("key-with-pictures"), InlineHere(words_for_page(page.page, page.wanted))
    )
    text = lines(
        [texts.html("jobs-title"), Html(""), *(entries or [texts.html("jobs-none-of-these")])]
    )
    return Screen(
        text,
        (
            *rows(keys, NUMBERS_IN_ROW),
            *_turns(page, texts),
            *rows(
                [
                    *_filters(page, texts),
                    *([pictures] if inline and any(map(can_be_shown, page.jobs)) else []),
                ],
                2,
            ),
        ),
    )


def _label(number: int, job: Job, texts: Texts) -> str:
    if job.state in DONE and not job.deleted_at:
        return texts.plain("key-resend", what=str(number))
    return f"{_icon(job)} {number}"


def _opens(job: Job, page: JobPage) -> ShowJob:
    wanted = page.wanted
    return ShowJob(job=job.id, page=page.page, outcome=wanted.outcome, kind=wanted.kind or "")


def _icon(job: Job) -> str:
    return DELETED if job.deleted_at else ICONS[job.state]


def _name(job: Job, texts: Texts, limit: int = 60) -> str:
    if job.deleted_at:
        return texts.plain(f"mode-{job.request.subject.mode}")
    return job_name(job, texts, limit)


def _row(job: Job, zone: tzinfo, texts: Texts) -> Html:
    return texts.html(
        "jobs-row",
        icon=_icon(job),
        what=_name(job, texts),
        when=moment_label(job.queued_at, zone, texts),
        state=_state(job, texts),
    )


def _state(job: Job, texts: Texts) -> str:
    return texts.plain("state-deleted" if job.deleted_at else f"state-{job.state}")


def _list_key(label: str, outcome: Outcome, kind: str, page: int = 0) -> Key:
    return Key(label, ShowHistory(page=page, outcome=outcome, kind=kind))


def _filters(page: JobPage, texts: Texts) -> list[Key]:
    """How far they have come, and, where there are several kinds, of which kind they are."""
    kind = page.wanted.kind
    outcomes = [
        _list_key(
            _marked(texts.plain(f"outcome-{outcome}"), marked=outcome is page.wanted.outcome),
            outcome,
            kind or "",
        )
        for outcome in Outcome
    ]
    if len(page.kinds) < 2 and kind is None:
        return outcomes
    name = texts.plain(f"mode-{kind}") if kind else texts.plain("kind-any")
    opens = OpenKinds(outcome=page.wanted.outcome, kind=kind or "")
    return [*outcomes, Key(texts.plain("key-kind", kind=name), opens)]


def _marked(label: str, *, marked: bool) -> str:
    return f"· {label} ·" if marked else label


def _turns(page: JobPage, texts: Texts) -> Keyboard:
    outcome, kind = page.wanted.outcome, page.wanted.kind or ""
    return page_keys(
        texts,
        ShowHistory(page=page.page - 1, outcome=outcome, kind=kind) if page.page else None,
        ShowHistory(page=page.page + 1, outcome=outcome, kind=kind) if page.more else None,
    )


def kinds_screen(page: JobPage, texts: Texts) -> Screen:
    """The kinds of videos that the person has."""
    outcome, chosen = page.wanted.outcome, page.wanted.kind
    labels: list[tuple[str, Mode | None]] = [(texts.plain("kind-any"), None)]
    labels += [(texts.plain(f"mode-{kind}"), kind) for kind in page.kinds]
    keys = [
        _list_key(
            texts.plain("key-chosen", value=label) if kind is chosen else label, outcome, kind or ""
        )
        for label, kind in labels
    ]
    back = (_list_key(texts.plain("key-back"), outcome, chosen or ""),)
    return Screen(texts.html("jobs-choose-kind"), (*rows(keys, 2), back))


def job_screen(job: Job, where: ShowJob, zone: tzinfo, texts: Texts) -> Screen:
    """One job that has no video to show, or not any more; `zone`: whose clock it was."""
    failed = job.state is State.FAILED and job.reason and not job.deleted_at
    facts = texts.html("result-facts", facts=options_line(job.request.options, texts))
    price = texts.html("job-price", credits=texts.plain("credits", n=job.price))
    why = texts.html("sentence", words=texts.plain(f"failure-{job.reason}")) if failed else None
    back = _list_key(texts.plain("key-back-to-list"), where.outcome, where.kind, where.page)
    text = lines([_row(job, zone, texts), facts, price, why])
    return Screen(text, (*_page_keys(job, texts), (back,)))


def _page_keys(job: Job, texts: Texts) -> Keyboard:
    if job.deleted_at:
        return ()
    if job.state in (State.QUEUED, State.GENERATING):
        label = "key-cancel-queued" if job.state is State.QUEUED else "key-cancel-rendering"
        return ((Key(texts.plain(label), CancelJob(job=job.id)),),)
    if job.state not in ENDED:
        return ()
    first: Keyboard = ()
    if job.state is State.DELIVERED:  # too large for Telegram: it went out as a link
        first = ((Key(texts.plain("key-original"), SendOriginal(job=job.id)),),)
    return (*first, *failure_keys(job, texts), (_delete_key(job, texts),))


def video_page_keys(job: Job, texts: Texts) -> Keyboard:
    """What stands below a video that was opened in the list, besides what stands below every result."""
    original = Key(texts.plain("key-original"), SendOriginal(job=job.id))
    close = Key(texts.plain("key-close"), ClosePreview())
    return ((original, _delete_key(job, texts)), (close,))


def _delete_key(job: Job, texts: Texts) -> Key:
    return Key(texts.plain("key-delete"), DeleteJob(job=job.id))


def sure_screen(job: Job, texts: Texts, *, deletes: bool) -> Screen:
    """Deleting cannot be taken back, so it takes two taps. `deletes`: the provider does, too."""
    yes = Key(texts.plain("key-delete-sure"), SureToDelete(job=job.id), Tint.GRAVE)
    no = Key(texts.plain("key-keep-video"), ClosePreview())
    text_id = "delete-sure" if deletes else "delete-sure-kept"
    text_id = text_id if job.state in DONE else "delete-sure-no-video"
    return Screen(texts.html(text_id, what=_name(job, texts)), ((yes,), (no,)))


def deleted_screen(job: Job, texts: Texts, *, deletes: bool) -> Screen:
    """It is gone; whether also at the provider."""
    text_id = "job-deleted" if deletes else "job-deleted-kept"
    return Screen(texts.html(text_id if job.state in DONE else "job-deleted-no-video"))

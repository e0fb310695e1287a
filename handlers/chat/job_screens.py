"""What a job looks like in the chat: its status as it moves, its result, its failure, the history."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from handlers.chat.buttons import (
    Again,
    CancelJob,
    ChangeJob,
    FollowUpOn,
    FullQuality,
    ReportJob,
    ReuseSeed,
    WorkOn,
)
from handlers.chat.card import options_line, silent
from handlers.chat.durations import duration_label
from handlers.chat.html import Html, lines, shorten
from handlers.chat.job_names import effect_name, job_name
from handlers.chat.screens import InlineWords, Key, Keyboard, Screen, rows
from handlers.chat.texts import Texts
from jobs.capabilities import Mode
from jobs.errors import Reason
from jobs.follow_ups import FollowUp, FollowUpKind
from jobs.lifecycle import Job, State
from jobs.ports import JobView
from jobs.requests import ClipRequest, EffectRequest, Request, makes_image

STEP = 5  # seconds: progress is told in steps, so that it is not edited for nothing
PROMPT_IN_CAPTION = 600
WITHOUT_CHANCE = (Mode.LIPSYNC, Mode.UPSCALE)  # made again they are the same
IN_A_ROW = 4
SURELY_ANSWERED = timedelta(seconds=45)
ICONS = {
    State.QUEUED: "⏳",
    State.UPLOADING: "📤",
    State.SUBMITTING: "📤",
    State.UNCONFIRMED: "🔍",
    State.GENERATING: "🎬",
    State.DELIVERING: "📬",
    State.DELIVERED: "✅",
    State.UNDELIVERABLE: "📭",
    State.FAILED: "❌",
    State.CANCELLED: "✖️",
}


def status_screen(view: JobView, now: datetime, texts: Texts) -> Screen:
    """The status message of a job, as of now."""
    job = view.job
    what = job_name(job, texts)
    return Screen(_status_text(view, now, what, texts), _status_keys(job, texts))


def _status_text(view: JobView, now: datetime, what: str, texts: Texts) -> Html:
    job = view.job
    credits = texts.plain("credits", n=job.price)
    match job.state:
        case State.QUEUED:
            text_id = "status-queued-paused" if view.paused else "status-queued"
            return texts.html(text_id, place=view.place_in_queue or 1, what=what)
        case State.SUBMITTING if _takes_long(job, now):
            return texts.html("status-unconfirmed", what=what)
        case State.UPLOADING | State.SUBMITTING:
            return texts.html("status-preparing", what=what)
        case State.UNCONFIRMED:
            return texts.html("status-unconfirmed", what=what)
        case State.GENERATING:
            return _rendering(view, now, what, texts)
        case State.DELIVERING | State.DELIVERED | State.UNDELIVERABLE:
            return texts.html("status-ready", time=duration_label(_took(job), texts), what=what)
        case State.FAILED:
            return texts.html("status-failed", credits=credits, what=what)
        case State.CANCELLED:
            text_id = "status-left" if job.video_id else "status-cancelled"
            return texts.html(text_id, credits=credits, what=what)


def _takes_long(job: Job, now: datetime) -> bool:
    """Whether the provider's answer to the submission must have been lost: it is looked for."""
    return job.submitted_at is not None and now - job.submitted_at > SURELY_ANSWERED


def _rendering(view: JobView, now: datetime, what: str, texts: Texts) -> Html:
    job = view.job
    if job.request.options.off_peak:
        return texts.html("status-off-peak", what=what)
    elapsed = (now - (job.started_at or now)).total_seconds() // STEP * STEP
    typical = duration_label(view.typical_seconds, texts) if view.typical_seconds else None
    if elapsed < STEP:
        return _begun(typical, what, texts)
    usual = texts.plain("status-usual", time=typical) if typical else ""
    return texts.html(
        "status-rendering", elapsed=duration_label(elapsed, texts), usual=usual, what=what
    )


def _begun(typical: str | None, what: str, texts: Texts) -> Html:
    if typical is None:
        return texts.html("status-begun", what=what)
    return texts.html("status-begun-usual", time=typical, what=what)


def _took(job: Job) -> float:
    return ((job.finished_at or job.queued_at) - job.queued_at).total_seconds()


def _status_keys(job: Job, texts: Texts) -> Keyboard:
    if job.state is State.QUEUED:
        return ((Key(texts.plain("key-cancel-queued"), CancelJob(job=job.id)),),)
    if job.state is State.GENERATING:
        return ((Key(texts.plain("key-cancel-rendering"), CancelJob(job=job.id)),),)
    return ()


def failure_keys(job: Job, texts: Texts) -> Keyboard:
    """*Again* and *Change*, under a failure."""
    return _once_more(job, texts)


def _once_more(job: Job, texts: Texts) -> Keyboard:
    """*Again* says what the job cost: for any other price it starts nothing."""
    again = Key(texts.plain("key-again", credits=job.price), Again(job=job.id))
    return rows([again, Key(texts.plain("key-change"), ChangeJob(job=job.id))], 2)


def result_keys(
    job: Job, texts: Texts, ways: tuple[Mode, ...] = (), share: InlineWords | None = None
) -> Keyboard:
    """What can be done with a result; `ways`: what can be done with its video; `share`: what shares it.
    A preview has been made for what can be done with it."""
    full = Key(texts.plain("key-full-quality"), FullQuality(job=job.id))
    first = ((full,),) if job.request.options.preview else ()
    offered = _follow_up_keys(job, texts) if Mode.FOLLOW_UP in ways else ()
    others = rows(list(_result_keys(job, texts, ways, share)), 3)
    return (*first, *offered, *_once_more(job, texts), *others)


def _result_keys(
    job: Job, texts: Texts, ways: tuple[Mode, ...], share: InlineWords | None
) -> Iterable[Key]:
    if _has_seed(job):
        yield Key(texts.plain("key-same-seed"), ReuseSeed(job=job.id))
    for way in ways:
        if way is Mode.FOLLOW_UP:
            continue
        yield Key(texts.plain(f"key-work-{way}"), WorkOn(job=job.id, mode=way))
    if share:
        yield Key(texts.plain("key-share-video"), share)
    yield Key(texts.plain("key-report"), ReportJob(job=job.id))


def _has_seed(job: Job) -> bool:
    """Several videos at once have none, and where chance has no say there is none either."""
    return job.request.subject.mode not in (*WITHOUT_CHANCE, Mode.FOLLOW_UP) and not _several(job)


def _several(job: Job) -> bool:
    """Whether the result shows several videos, to choose from."""
    return bool(job.result and any(one.number for one in job.result.follow_ups))


def _follow_up_keys(job: Job, texts: Texts) -> Keyboard:
    """A row for each kind with numbers; the others stand together."""
    offered = job.result.follow_ups if job.result else ()
    numbered = [
        [one for one in offered if one.number and one.kind is kind] for kind in FollowUpKind
    ]
    others = [one for one in offered if not one.number]
    keys = [
        rows([_follow_up_key(job, one, texts) for one in some], size)
        for some, size in (*((some, IN_A_ROW) for some in numbered), (others, 2))
    ]
    return tuple(row for some in keys for row in some)


def _follow_up_key(job: Job, follow_up: FollowUp, texts: Texts) -> Key:
    label = texts.plain(f"key-follow-up-{follow_up.kind}", number=follow_up.number)
    return Key(label, FollowUpOn(job=job.id, name=follow_up.name))


def result_caption(job: Job, texts: Texts) -> Html:
    """Prompt (shortened), effect and settings; well under Telegram's 1024."""
    request = job.request
    options = silent(request.options) if makes_image(request) else request.options
    facts = [options_line(options, texts, request.subject.segments)]
    if isinstance(request, EffectRequest):
        facts.insert(0, f"✨ {effect_name(job, request, texts)}")
    if isinstance(request, ClipRequest):
        facts.insert(0, _what_was_done(request, texts))
    prompt = None
    said = request.prompt or (request.speech.words if request.speech else _source_title(request))
    if said:
        prompt = texts.html("result-caption", prompt=shorten(said, PROMPT_IN_CAPTION))
    return lines([prompt, texts.html("result-facts", facts=texts.listed(filter(None, facts)))])


def _what_was_done(request: ClipRequest, texts: Texts) -> str:
    follow_up = request.follow_up
    if follow_up is None:
        look = request.look.name if request.look else ""
        return texts.listed(filter(None, (texts.plain(f"mode-{request.mode}"), look)))
    return texts.plain(f"follow-up-{follow_up.kind}", number=follow_up.number)


def choosing(job: Job, ways: tuple[Mode, ...], texts: Texts) -> Html | None:
    """What the numbers on the keys mean, where there are any."""
    is_offered = Mode.FOLLOW_UP in ways and _several(job)
    return texts.html("result-choose") if is_offered else None


def _source_title(request: Request) -> str | None:
    made = request.made if isinstance(request, ClipRequest) else None
    return made.title if made else None


def link_screen(job: Job, url: str, texts: Texts, ways: tuple[Mode, ...] = ()) -> Screen:
    """A result that Telegram cannot carry, as a link in words."""
    return Screen(texts.html("result-link", url=url), result_keys(job, texts, ways))


def failure_screen(job: Job, texts: Texts) -> Screen:
    """Why there is no video, and that the credits are back."""
    reason = job.reason or Reason.RENDER_FAILED
    text = texts.html(
        "failure",
        why=texts.plain(_why(job, reason)),
        credits=texts.plain("credits", n=job.price),
    )
    return Screen(text, failure_keys(job, texts))


def _why(job: Job, reason: Reason) -> str:
    nobody = reason is Reason.NO_MASKS and job.request.subject.mode is Mode.PARTS
    return "failure-nothing_to_swap" if nobody else f"failure-{reason}"

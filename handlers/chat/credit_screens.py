"""A person's credits: what is left, what it went on, every line of the ledger."""

from datetime import datetime

from handlers.chat.buttons import ExportData, OpenShop, ShowLedger, ShowQuota
from handlers.chat.durations import duration_in_words, moment_label
from handlers.chat.html import Html, lines
from handlers.chat.job_names import job_name
from handlers.chat.screens import Key, Keyboard, Screen, page_keys
from handlers.chat.texts import Texts
from jobs.lifecycle import Job, State
from jobs.periods import Calendar
from jobs.ports import EntryKind, EntryLine
from jobs.quotas import NEVER, Balance, Pocket
from jobs.service import LedgerPage, Quota
from jobs.zones import city_of

SHOWN_POCKETS = 3
ENDED_WITHOUT = (State.FAILED, State.CANCELLED)


def quota_screen(quota: Quota, now: datetime, texts: Texts) -> Screen:
    """What is left, what was used, when more comes, what the latest jobs cost."""
    balance = quota.balance
    parts = [
        texts.html("quota", left=texts.plain("credits", n=balance.left)),
        Html(""),
        *_allowances(balance, now, texts),
        *_extra(quota, now, texts),
        Html(""),
        texts.html("quota-jobs", n=balance.limits.running_jobs),
        *_lately(quota, texts),
    ]
    keys = [Key(texts.plain("key-ledger"), ShowLedger())]
    if quota.shop_open:
        keys.append(Key(texts.plain("key-buy"), OpenShop()))
    return Screen(lines(parts), (tuple(keys),))


def _allowances(balance: Balance, now: datetime, texts: Texts) -> list[Html]:
    calendar, limits = balance.calendar, balance.limits
    return [
        texts.html(
            "quota-today",
            used=balance.used_today,
            most=limits.daily_credits,
            when=duration_in_words(calendar.next_day(now), now, texts),
            city=city_of(calendar.zone.key),
        ),
        texts.html(
            "quota-month",
            used=balance.used_this_month,
            most=limits.monthly_credits,
            when=duration_in_words(calendar.next_month(now), now, texts),
        ),
    ]


def _extra(quota: Quota, now: datetime, texts: Texts) -> list[Html]:
    balance = quota.balance
    if balance.debt:
        return [texts.html("quota-debt", credits=texts.plain("credits", n=balance.debt))]
    if not balance.extra:
        return []
    ending = [_ending(pocket, now, texts) for pocket in quota.pockets if pocket.expires_at != NEVER]
    extra = texts.html("quota-extra", credits=texts.plain("credits", n=balance.extra))
    return [extra, *ending[:SHOWN_POCKETS]]


def _ending(pocket: Pocket, now: datetime, texts: Texts) -> Html:
    credits = texts.plain("credits", n=pocket.credits)
    when = duration_in_words(pocket.expires_at, now, texts)
    return texts.html("quota-ending", credits=credits, when=when)


def _lately(quota: Quota, texts: Texts) -> list[Html]:
    if not quota.lately:
        return []
    rows = [_cost(job, texts, back=job.id in quota.given_back) for job in quota.lately]
    return [Html(""), texts.html("quota-lately"), *rows]


def _cost(job: Job, texts: Texts, *, back: bool) -> Html:
    text_id = "quota-cost-back" if back or _came_back(job) else "quota-cost"
    return texts.html(text_id, price=job.price, what=job_name(job, texts, 40))


def _came_back(job: Job) -> bool:
    """Whether the job gave its credits back: one that was left while it rendered did not."""
    return job.state in ENDED_WITHOUT and not (job.state is State.CANCELLED and job.video_id)


def ledger_screen(page: LedgerPage, texts: Texts) -> Screen:
    """A page of the ledger, and the way to all of one's data."""
    if not page.lines:
        return Screen(texts.html("ledger-empty"), _ledger_keys(page, texts))
    rows = [_line(line, page.calendar, texts) for line in page.lines]
    return Screen(
        lines([texts.html("ledger"), Html(""), *rows]),
        _ledger_keys(page, texts),
    )


def _line(line: EntryLine, calendar: Calendar, texts: Texts) -> Html:
    when = moment_label(line.at, calendar.zone, texts)
    kind: str = line.kind
    if line.kind is EntryKind.GRANTED and line.amount < 0:
        kind = "taken"
    if line.kind is EntryKind.REFUNDED and line.job:
        kind = "given-back"
    what = job_name(line.job, texts, 30) if line.job else line.note
    about = texts.html("ledger-about", what=what) if what else ""
    return texts.html(f"ledger-{kind}", when=when, credits=abs(line.amount), about=about)


def _ledger_keys(page: LedgerPage, texts: Texts) -> Keyboard:
    turns = page_keys(
        texts,
        ShowLedger(page=page.page - 1) if page.page > 0 else None,
        ShowLedger(page=page.page + 1) if page.more else None,
    )
    last = (
        Key(texts.plain("key-quota"), ShowQuota()),
        Key(texts.plain("key-export"), ExportData()),
    )
    return (*turns, last)

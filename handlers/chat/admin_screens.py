"""What admins see: requests to come in, alerts, and what their commands did."""

from handlers.chat.buttons import Decide, GiveUpJob, LookNow, RetryJob
from handlers.chat.html import Html
from handlers.chat.screens import Key, Screen, Tint, rows
from handlers.chat.texts import Texts
from jobs.errors import ACCOUNT_TROUBLE
from jobs.ids import JobId
from jobs.outbox import Alert, Trouble
from jobs.people import Access, Person
from jobs.quotas import Granted


def handle(person: Person) -> str:
    """How a person can be told apart: @username, or the number."""
    profile = person.profile
    return f"@{profile.username}" if profile.username else f"id {profile.id}"


def access_request_screen(person: Person, texts: Texts) -> Screen:
    """Somebody new asks to use the bot."""
    text = texts.html("access-request", name=person.profile.first_name, handle=handle(person))
    keyboard = (
        (
            Key(texts.plain("key-allow"), Decide(person=person.id, allow=True), Tint.MAIN),
            Key(texts.plain("key-refuse"), Decide(person=person.id, allow=False)),
        ),
    )
    return Screen(text, keyboard)


def decided_screen(person: Person, texts: Texts, *, allowed: bool) -> Screen:
    """The request, once it is decided."""
    text_id = "access-allowed-note" if allowed else "access-refused-note"
    return Screen(texts.html(text_id, name=person.profile.first_name))


def decided_before_screen(person: Person, texts: Texts) -> Screen:
    """The request, where it was decided without this press: how it stands."""
    allowed = person.access is Access.ALLOWED
    text_id = "access-allowed-before" if allowed else "access-refused-before"
    return Screen(texts.html(text_id, name=person.profile.first_name))


def alert_screen(alert: Alert, texts: Texts) -> Screen:
    """Something needs an admin."""
    if alert.trouble is Trouble.UNCONFIRMED:
        return _unconfirmed(JobId(int(alert.detail)), texts)
    if alert.trouble in (Trouble.BUG, Trouble.PAYMENT, Trouble.EFFECT_OFF):
        return Screen(texts.html(f"alert-{alert.trouble}", detail=alert.detail))
    if alert.trouble is Trouble.MODERATION_AWAY:
        return Screen(texts.html("alert-moderation_away"))
    if alert.trouble is Trouble.LOW_CREDITS:
        left = texts.plain("credits", n=alert.credits or 0)
        return Screen(texts.html("alert-low_credits", detail=alert.detail, credits=left))
    return Screen(_account_alert(alert, texts))


def _unconfirmed(job_id: JobId, texts: Texts) -> Screen:
    keys = [
        Key(texts.plain("key-look-now"), LookNow(job=job_id)),
        Key(texts.plain("key-job-retry"), RetryJob(job=job_id)),
        Key(texts.plain("key-give-up"), GiveUpJob(job=job_id)),
    ]
    return Screen(texts.html("alert-unconfirmed", detail=str(job_id)), rows(keys, 1))


def _account_alert(alert: Alert, texts: Texts) -> Html:
    known = alert.reason in ACCOUNT_TROUBLE
    why = texts.plain(f"why-{alert.reason}" if known else "why-other")
    if alert.trouble is Trouble.ACCOUNT:
        return texts.html("alert-account", detail=alert.detail, why=why)
    return texts.html("alert-provider_away", why=why)


def granted_screen(person: Person, granted: Granted, texts: Texts) -> Screen:
    """What /grant did."""
    return Screen(
        texts.html(
            "admin-granted",
            name=person.profile.first_name,
            credits=texts.plain("credits", n=granted.credits),
            left=texts.plain("credits", n=granted.balance.left),
        )
    )

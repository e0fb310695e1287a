"""The PixVerse accounts as those who run the bot see them."""

from collections.abc import Sequence
from datetime import datetime

from handlers.chat.buttons import (
    AskPassword,
    AskRemoveAccount,
    ChooseAccountJobs,
    DropPasswordQuestion,
    ExplainAdding,
    OpenPage,
    PauseAccount,
    RemoveAccount,
    ResumeAccount,
    ShowAccount,
)
from handlers.chat.durations import duration_in_words, duration_label
from handlers.chat.html import Html, lines
from handlers.chat.screens import Key, Keyboard, Screen, Tint, rows
from handlers.chat.texts import Texts
from jobs.accounts import FEWEST_JOBS, MOST_JOBS, Condition, KnownAccount, masked
from jobs.errors import ACCOUNT_TROUBLE
from jobs.ids import AccountNumber

PAGE = "accounts"
DOT = " · "


def accounts_screen(
    accounts: Sequence[KnownAccount], now: datetime, low: int, texts: Texts, *, managed: bool
) -> Screen:
    """All of them, each with a key to its page."""
    listed = [_row(one, now, low, texts) for one in accounts]
    none = None if accounts else texts.html("accounts-none")
    where = None if managed else texts.html("accounts-elsewhere")
    parts = [texts.html("accounts"), none, *listed, Html("") if where else None, where]
    keys = [Key(_label(one, now, low, texts), ShowAccount(account=one.number)) for one in accounts]
    more: Keyboard = ((Key(texts.plain("key-account-add"), ExplainAdding()),),) if managed else ()
    return Screen(lines(parts), (*rows(keys, 1), *more))


def _label(one: KnownAccount, now: datetime, low: int, texts: Texts) -> str:
    sign = texts.plain(f"account-sign-{one.condition(now, low)}")
    return texts.plain("key-account", sign=sign, name=one.account.name)


def _row(one: KnownAccount, now: datetime, low: int, texts: Texts) -> Html:
    sign = texts.plain(f"account-sign-{one.condition(now, low)}")
    facts = [_credits(one, texts), _running(one, texts), _record(one, texts)]
    return texts.html(
        "account-row",
        sign=sign,
        number=str(one.number),
        name=one.account.name,
        plan=DOT + one.account.plan if one.account.plan else "",
        facts=DOT.join(fact for fact in facts if fact),
    )


def _credits(one: KnownAccount, texts: Texts) -> str:
    credits = one.account.credits
    return texts.plain("account-credits-unknown" if credits is None else "credits", n=credits or 0)


def _running(one: KnownAccount, texts: Texts) -> str:
    """Where the provider does not count, what is ours is what runs, as far as anybody knows."""
    most, running = one.account.most, one.account.running
    if running is None:
        running = one.ours
    return texts.plain("account-running", running=running, most=most or "?")


def _record(one: KnownAccount, texts: Texts) -> str:
    """How our last jobs there went."""
    if one.success is None:
        return ""
    if one.seconds is None:
        return texts.plain("account-success", percent=one.success)
    time = duration_label(one.seconds, texts)
    return texts.plain("account-record", percent=one.success, time=time)


def account_screen(
    one: KnownAccount, now: datetime, low: int, texts: Texts, *, managed: bool
) -> Screen:
    """One account with everything that can be done with it."""
    ours = texts.html("account-ours", n=one.ours) if one.ours else None
    seen = duration_label((now - one.seen_at).total_seconds(), texts)
    parts = [
        _row(one, now, low, texts),
        ours,
        _state(one, now, low, texts),
        texts.html("account-seen", time=seen),
    ]
    return Screen(lines(parts), _keys(one, now, low, texts, managed=managed))


def _state(one: KnownAccount, now: datetime, low: int, texts: Texts) -> Html:
    condition, trouble = one.condition(now, low), one.account.trouble
    if condition is Condition.TROUBLE:
        why = texts.plain(f"why-{trouble}" if trouble in ACCOUNT_TROUBLE else "why-other")
        return texts.html("account-is-trouble", why=why)
    if condition is Condition.RESTING and one.rests_until:
        time = duration_in_words(one.rests_until, now, texts)
        return texts.html("account-is-resting", time=time)
    return texts.html(f"account-is-{condition}")


def _keys(one: KnownAccount, now: datetime, low: int, texts: Texts, *, managed: bool) -> Keyboard:
    held = one.condition(now, low) in (Condition.PAUSED, Condition.RESTING)
    first = (
        Key(texts.plain("key-account-resume"), ResumeAccount(account=one.number))
        if held
        else Key(texts.plain("key-account-pause"), PauseAccount(account=one.number))
    )
    if not managed:
        return ((first,),)
    jobs = Key(texts.plain("key-account-jobs"), ChooseAccountJobs(account=one.number))
    mend = Key(texts.plain("key-account-mend"), AskPassword(account=one.number, jobs=0))
    away = Key(texts.plain("key-account-remove"), AskRemoveAccount(account=one.number))
    return ((first, jobs), (mend, away))


def jobs_choice_screen(one: KnownAccount, texts: Texts) -> Screen:
    """How many jobs an account is to do at once."""
    keys = [
        Key(str(number), AskPassword(account=one.number, jobs=number))
        for number in range(FEWEST_JOBS, MOST_JOBS + 1)
    ]
    text = texts.html("account-choose-jobs", name=one.account.name)
    return Screen(text, (*rows(keys, 4), _back(one, texts)))


def removal_screen(one: KnownAccount, texts: Texts) -> Screen:
    """Really?"""
    key = Key(
        texts.plain("key-account-remove-really"), RemoveAccount(account=one.number), Tint.GRAVE
    )
    text = texts.html("account-remove", name=one.account.name, number=str(one.number))
    return Screen(text, ((key,), _back(one, texts)))


def not_removed_screen(name: str, number: AccountNumber, texts: Texts) -> Screen:
    """The provider did not say that it is gone."""
    again = Key(texts.plain("key-account-remove-again"), RemoveAccount(account=number))
    back = Key(texts.plain("key-back-to", page=name), ShowAccount(account=number))
    return Screen(texts.html("account-not-removed", name=name), ((again,), (back,)))


def _back(one: KnownAccount, texts: Texts) -> tuple[Key]:
    label = texts.plain("key-back-to", page=one.account.name)
    return (Key(label, ShowAccount(account=one.number)),)


def password_screen(email: str, most: int, texts: Texts) -> Screen:
    """The question for a password."""
    key = Key(texts.plain("key-password-drop"), DropPasswordQuestion())
    return Screen(texts.html("password-ask", name=masked(email), n=most), ((key,),))


def logged_in_screen(one: KnownAccount, texts: Texts) -> Screen:
    """It has worked."""
    key = Key(texts.plain("key-account-show"), ShowAccount(account=one.number))
    return Screen(texts.html("password-done", name=one.account.name), ((key,),))


def adding_screen(texts: Texts) -> Screen:
    """How to add an account."""
    label = texts.plain("key-back-to", page=texts.plain(f"panel-{PAGE}"))
    return Screen(texts.html("account-add-usage"), ((Key(label, OpenPage(name=PAGE)),),))

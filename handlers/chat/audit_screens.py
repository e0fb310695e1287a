"""The audit log as it is read: who did what to whom, newest first."""

from collections.abc import Sequence

from handlers.chat.buttons import ShowLog
from handlers.chat.buttons.admin import NOBODY
from handlers.chat.html import Html, lines, shorten
from handlers.chat.screens import Key, Keyboard, Screen, page_keys, rows
from handlers.chat.texts import Texts
from jobs.admin.audit import Deed, LogLine, LogPage
from jobs.ids import PersonId
from jobs.people import Person

DETAIL_SHOWN = 120
NAME_SHOWN = 40


def log_screen(page: LogPage, chosen: ShowLog, team: Sequence[Person], texts: Texts) -> Screen:
    """A page of the log, with keys that choose whose deeds are shown."""
    told = [_line(line, texts) for line in page.lines] or [texts.html("log-empty")]
    text = lines([texts.html("log"), _whose(page, chosen, team, texts), Html(""), *told])
    return Screen(text, (*_choices(chosen, team, texts), *_turns(page, chosen, texts)))


def _whose(page: LogPage, chosen: ShowLog, team: Sequence[Person], texts: Texts) -> Html | None:
    """Whose deeds these are, or on whom, where one is chosen."""
    if chosen.actor == chosen.person != NOBODY:
        name = _name_in(page, chosen.person)
        return texts.html("log-about", name=_named(name, chosen.person, texts))
    if chosen.actor != NOBODY:
        name = next((one.profile.first_name for one in team if one.id == chosen.actor), "")
        return texts.html("log-by", name=_named(name, chosen.actor, texts))
    if chosen.person != NOBODY:
        name = _name_in(page, chosen.person)
        return texts.html("log-on", name=_named(name, chosen.person, texts))
    return None


def _name_in(page: LogPage, person: PersonId) -> str:
    """What somebody is called in the lines, whichever side of a deed they are on."""
    did = (line.by_name for line in page.lines if line.deed.by == person)
    suffered = (line.person_name for line in page.lines if line.deed.person == person)
    return next((name for name in (*did, *suffered) if name), "")


def _line(line: LogLine, texts: Texts) -> Html:
    deed = line.deed
    return texts.html(
        "log-line",
        when=deed.at.strftime("%d %b %H:%M"),
        by=_named(line.by_name, deed.by, texts),
        did=texts.plain(f"audit-{deed.action}"),
        about=_about(line, deed, texts),
    )


def _about(line: LogLine, deed: Deed, texts: Texts) -> str:
    """On whom or what, and how much or why, as far as the deed has it."""
    whom = _named(line.person_name, deed.person, texts) if deed.person else ""
    parts = (whom, shorten(deed.target, NAME_SHOWN), shorten(deed.detail, DETAIL_SHOWN))
    return "".join(f" · {part}" for part in parts if part)


def _named(name: str, number: int | None, texts: Texts) -> str:
    if number is None:
        return texts.plain("log-shell")
    return shorten(name, NAME_SHOWN) if name else f"id {number}"


def _choices(chosen: ShowLog, team: Sequence[Person], texts: Texts) -> Keyboard:
    """Everybody's deeds, or those of one of the team."""
    everybody = Key(texts.plain("key-log-all"), ShowLog())
    keys = [
        Key(shorten(person.profile.first_name, 20), ShowLog(actor=person.id))
        for person in team
        if person.id != chosen.actor
    ]
    filtered = chosen.model_copy(update={"page": 0}) != ShowLog()
    return rows([*([everybody] if filtered else []), *keys], 3)


def _turns(page: LogPage, chosen: ShowLog, texts: Texts) -> Keyboard:
    def at(number: int) -> ShowLog:
        return chosen.model_copy(update={"page": number})

    return page_keys(
        texts,
        at(page.page - 1) if page.page > 0 else None,
        at(page.page + 1) if page.more else None,
    )

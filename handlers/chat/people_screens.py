"""People as those who run the bot look them up: lists, what a search found, how to ask for somebody."""

from collections.abc import Iterable, Sequence

from handlers.chat.admin_screens import handle
from handlers.chat.buttons import FindPerson, ShowPeople, ShowPerson
from handlers.chat.html import Html, lines, shorten
from handlers.chat.screens import Key, Keyboard, PersonPicker, Screen, page_keys, rows
from handlers.chat.texts import Texts
from jobs.admin.directory import Listing, PeoplePage
from jobs.people import Access, Person

NAME_SHOWN = 30
ACCESS_ICONS = {
    Access.NEW: "🆕",
    Access.ASKED: "🙋",
    Access.ALLOWED: "👤",
    Access.REFUSED: "🚫",
}


def people_screen(page: PeoplePage, texts: Texts) -> Screen:
    """A page of people, in one of the orders."""
    text = lines(
        [
            texts.html("people", total=page.total),
            texts.html(f"people-{page.listing}"),
            None if page.people else texts.html("people-none"),
        ]
    )
    find = (Key(texts.plain("key-find-person"), FindPerson()),)
    keys = (*_orders(page.listing, texts), *people_keys(page.people), *_turns(page, texts), find)
    return Screen(text, keys)


def people_keys(people: Iterable[Person]) -> Keyboard:
    """A key for each person."""
    return rows([Key(_label(person), ShowPerson(person=person.id)) for person in people], 1)


def _label(person: Person) -> str:
    icon = "👮" if person.role else ACCESS_ICONS[person.access]
    return f"{icon} {shorten(person.profile.full_name, NAME_SHOWN)} · {handle(person)}"


def _orders(chosen: Listing, texts: Texts) -> Keyboard:
    keys = [
        Key(
            texts.plain("key-chosen", value=label) if listing is chosen else label,
            ShowPeople(listing=listing),
        )
        for listing in Listing
        for label in [texts.plain(f"key-people-{listing}")]
    ]
    return rows(keys, 2)


def _turns(page: PeoplePage, texts: Texts) -> Keyboard:
    def at(number: int) -> ShowPeople:
        return ShowPeople(listing=page.listing, page=number)

    return page_keys(
        texts,
        at(page.page - 1) if page.page > 0 else None,
        at(page.page + 1) if page.more else None,
    )


def find_screen(texts: Texts) -> Screen:
    """Who is meant? With a keyboard to choose somebody in Telegram."""
    picker = PersonPicker(texts.plain("key-pick-person"), texts.plain("key-never-mind"))
    return Screen(texts.html("errand-find_person"), picker=picker)


def found_screen(words: str, people: Sequence[Person], texts: Texts) -> Screen:
    """Who was found."""
    if not people:
        return Screen(texts.html("people-not-found", words=shorten(words, NAME_SHOWN)))
    text: Html = texts.html("people-found", words=shorten(words, NAME_SHOWN))
    return Screen(text, people_keys(people))

"""The frame of the admin panel: its first page, and the way back to it."""

from collections.abc import Iterable
from dataclasses import replace

from handlers.chat.buttons import OpenPage, OpenPanel
from handlers.chat.screens import Key, Screen, rows
from handlers.chat.texts import Texts
from jobs.roles import Role


def home_screen(role: Role, pages: Iterable[str], texts: Texts) -> Screen:
    """The pages that a role may see."""
    keys = [Key(texts.plain(f"panel-{name}"), OpenPage(name=name)) for name in pages]
    return Screen(texts.html("panel", role=texts.plain(f"role-{role}")), rows(keys, 2))


def with_way_back(screen: Screen, texts: Texts, page: str | None = None) -> Screen:
    """A screen of the panel with a last key that leads to its page, or to the panel."""
    if page is None:
        back = Key(texts.plain("key-panel"), OpenPanel())
    else:
        label = texts.plain("key-back-to", page=texts.plain(f"panel-{page}"))
        back = Key(label, OpenPage(name=page))
    return replace(screen, keyboard=(*screen.keyboard, (back,)))

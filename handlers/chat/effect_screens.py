"""Browsing effects: the shelves, page by page, and one effect with its preview."""

from urllib.parse import quote

from handlers.chat.buttons import (
    AskEffectWords,
    Browse,
    ClosePreview,
    ShowEffect,
    StarEffect,
    UseEffect,
)
from handlers.chat.html import Html, lines, shorten
from handlers.chat.screens import Key, Keyboard, Link, Screen, Tint, page_keys, rows
from handlers.chat.texts import Texts
from jobs.effects import Effect, Shelf
from jobs.service import EffectPage

SHELVES = {
    Shelf.HOT: "key-hot",
    Shelf.NEW: "key-new-effects",
    Shelf.ALL: "key-all",
    Shelf.FAVOURITES: "key-favourites",
    Shelf.RECENT: "key-recent",
}
NOTHING_THERE = {
    Shelf.ALL: "effects-loading",
    Shelf.FAVOURITES: "effects-no-favourites",
    Shelf.RECENT: "effects-no-recent",
}
WORDS_IN_BUTTON = 40  # bytes: what is left of a button's 64 beside the rest


def search_words(text: str) -> str:
    """Search words as short as a button can carry, without the button's own separator."""
    words = " ".join(text.replace("|", " ").split())
    return words.encode()[:WORDS_IN_BUTTON].decode(errors="ignore").strip()


def page_screen(page: EffectPage, texts: Texts) -> Screen:
    """A page of a shelf, or of what a search found."""
    keys = [Key(_row_label(effect, texts), ShowEffect(effect=effect.id)) for effect in page.effects]
    several = any(effect.pictures > 1 for effect in page.effects)
    legend = texts.html("effects-several") if several else None
    text = lines([_title(page, texts), Html(""), _subtitle(page, texts), legend])
    return Screen(text, (*_shelves(page, texts), *rows(keys, 1), *_turns(page, texts)))


def _title(page: EffectPage, texts: Texts) -> Html:
    if page.words:
        return texts.html("effects-found", words=page.words)
    return texts.html(f"effects-{page.shelf}")


def _subtitle(page: EffectPage, texts: Texts) -> Html:
    if page.total and page.pages == 1:
        return texts.html("effects-tap")
    if page.total:
        return texts.html("effects-page", page=page.page + 1, pages=page.pages)
    if page.words:
        return texts.html("effects-not-found", words=page.words)
    return texts.html(NOTHING_THERE.get(page.shelf, "effects-none"))


def _row_label(effect: Effect, texts: Texts) -> str:
    text_id = "key-effect-row-two" if effect.pictures > 1 else "key-effect-row"
    return texts.plain(
        text_id, name=shorten(effect.called(texts.language), 40), credits=effect.price
    )


def _shelves(page: EffectPage, texts: Texts) -> Keyboard:
    keys = [
        Key(
            _marked(texts, label, chosen=shelf is page.shelf and not page.words),
            Browse(shelf=shelf),
        )
        for shelf, label in SHELVES.items()
        if shelf not in page.empty
    ]
    return rows([*keys, Key(texts.plain("key-search"), AskEffectWords())], 3)


def _marked(texts: Texts, label: str, *, chosen: bool) -> str:
    text = texts.plain(label)
    return f"· {text} ·" if chosen else text


def _turns(page: EffectPage, texts: Texts) -> Keyboard:
    return page_keys(
        texts,
        _page(page, page.page - 1) if page.page > 0 else None,
        _page(page, page.page + 1) if page.page + 1 < page.pages else None,
    )


def _page(page: EffectPage, number: int) -> Browse:
    return Browse(shelf=page.shelf, page=number, words=page.words)


def effect_screen(effect: Effect, link: str, texts: Texts, *, starred: bool) -> Screen:
    """One effect: its moving preview, what it needs, what it costs. `link` leads others to it."""
    text = lines(
        [
            texts.html("effect", name=effect.called(texts.language)),
            facts_line(effect, texts),
            _hint(effect, texts),
        ]
    )
    keyboard = effect_keys(effect, link, texts, starred=starred)
    return Screen(text, keyboard, animation=effect.preview_url)


def effect_keys(effect: Effect, link: str, texts: Texts, *, starred: bool) -> Keyboard:
    """What can be done with an effect."""
    star = texts.plain("key-unstar" if starred else "key-star")
    share = Link(share_url(link, effect.called(texts.language)))
    return (
        (Key(texts.plain("key-use-effect"), UseEffect(effect=effect.id), Tint.MAIN),),
        (
            Key(star, StarEffect(effect=effect.id, starred=not starred)),
            Key(texts.plain("key-share-effect"), share),
        ),
        (Key(texts.plain("key-close"), ClosePreview()),),
    )


def share_url(link: str, words: str) -> str:
    """Telegram's own page that lets somebody choose whom to send a link to."""
    return f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(words, safe='')}"


def facts_line(effect: Effect, texts: Texts) -> Html:
    """What an effect needs, and what it costs."""
    facts_id = "effect-facts-image" if effect.makes_image else "effect-facts"
    return texts.html(
        facts_id,
        pictures=effect.pictures,
        credits=texts.plain("credits", n=effect.price),
        **({} if effect.makes_image else {"seconds": effect.seconds}),
    )


def _hint(effect: Effect, texts: Texts) -> Html | None:
    return texts.html("card-hint", hint=shorten(effect.hint, 300)) if effect.hint else None

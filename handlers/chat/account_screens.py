"""Greeting, help, allowance and settings."""

from handlers.chat.buttons import (
    Browse,
    Button,
    ChooseDefault,
    ForgetHabits,
    NewDraft,
    NewStill,
    OpenDefault,
    ShowHelp,
    ShowSettings,
)
from handlers.chat.html import Html, lines
from handlers.chat.language_screens import language_key
from handlers.chat.option_keys import choice_keys, option_key, question
from handlers.chat.screens import Key, Keyboard, Screen, rows
from handlers.chat.texts import Texts
from handlers.chat.zone_screens import zone_key
from jobs.capabilities import Field, Mode, Options, Subject
from jobs.drafts import blank
from jobs.effects import Shelf
from jobs.offer import Offer
from jobs.people import Person
from jobs.quotas import Balance

SETTINGS = (Field.MODEL, Field.QUALITY, Field.DURATION, Field.RATIO, Field.SOUND)


def start_screen(person: Person, balance: Balance, offer: Offer, texts: Texts) -> Screen:
    """The greeting: what the bot can do with a tap or two, and today's allowance."""
    text = lines(
        [
            texts.html("start", name=person.profile.first_name),
            texts.html("start-photo") if offer.most_pictures else None,
            texts.html("start-effect") if offer.has(Mode.EFFECT) else None,
            texts.html("start-still") if offer.has(Mode.STILL) else None,
            texts.html("start-video") if offer.works_on_clips else None,
            Html(""),
            texts.html("start-credits", credits=texts.plain("credits", n=balance.left)),
        ]
    )
    begin = [*_new_keys(offer, texts), Key(texts.plain("key-help"), ShowHelp())]
    return Screen(text, (*_effects_key(offer, texts), *rows(begin, 2)))


def help_screen(offer: Offer, texts: Texts, *, runs_it: bool, checks_words: bool = False) -> Screen:
    """How it works; those who run the bot hear of their panel, too."""
    album = texts.plain("help-album") if offer.has(Mode.TRANSITION) else ""
    text = lines(
        [
            texts.html("help", album=album),
            texts.html("help-video") if offer.works_on_clips else None,
            Html(""),
            texts.html("help-costs"),
            Html(""),
            texts.html("help-list", commands=_commands(offer, texts)),
            Html(""),
            texts.html("help-privacy-checked" if checks_words else "help-privacy"),
            lines([Html(""), texts.html("help-team")]) if runs_it else None,
        ]
    )
    return Screen(text, (_new_keys(offer, texts), *_effects_key(offer, texts)))


def _new_keys(offer: Offer, texts: Texts) -> tuple[Key, ...]:
    still = Key(texts.plain("key-new-still"), NewStill())
    return (Key(texts.plain("key-new"), NewDraft()), *((still,) if offer.has(Mode.STILL) else ()))


def _commands(offer: Offer, texts: Texts) -> Html:
    """What the menu has, too: folded, so that the way of a video is seen first."""
    return lines(
        [
            texts.html("help-effects") if offer.has(Mode.EFFECT) else None,
            texts.html("help-still") if offer.has(Mode.STILL) else None,
            texts.html("help-commands"),
        ]
    )


def _effects_key(offer: Offer, texts: Texts) -> Keyboard:
    key = Key(texts.plain("key-effects"), Browse(shelf=Shelf.HOT))
    return ((key,),) if offer.has(Mode.EFFECT) else ()


def friend_screen(link: str, credits: int, brought: int, texts: Texts) -> Screen:
    """A link for friends, and what comes of it."""
    return Screen(texts.html("friend-link", link=link, credits=credits, brought=brought))


def settings_screen(person: Person, offer: Offer, texts: Texts) -> Screen:
    """What new drafts start from; a tap changes it."""
    options = blank(person.defaults, offer).options
    keys = [
        option_key(
            field,
            getattr(options, field),
            allowed,
            texts,
            choose=_choose,
            open_choices=lambda field: OpenDefault(field=field),
        )
        for field in SETTINGS
        if (allowed := offer.choices(Subject(Mode.TEXT), options, field))
    ]
    own = (language_key(texts), zone_key(texts))
    habits = (Key(texts.plain("key-forget-habits"), ForgetHabits()),) if person.habits else ()
    return Screen(texts.html("settings"), (*rows(keys, 2), own, *((habits,) if habits else ())))


def default_choices_screen(defaults: Options, offer: Offer, field: Field, texts: Texts) -> Screen:
    """The choices of one setting."""
    options = blank(defaults, offer).options
    allowed = offer.choices(Subject(Mode.TEXT), options, field)
    keys = choice_keys(field, getattr(options, field), allowed, texts, choose=_choose)
    back = (Key(texts.plain("key-back"), ShowSettings()),)
    asked = question(field, getattr(options, field), texts)
    text = lines([texts.html("settings"), Html(""), asked])
    return Screen(text, (*keys, back))


def _choose(field: Field, value: str) -> Button:
    return ChooseDefault(field=field, value=value)

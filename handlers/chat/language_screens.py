"""The languages that the bot speaks, to choose from."""

from handlers.chat.buttons import ChooseLanguage, OpenLanguages, ShowSettings
from handlers.chat.screens import Key, Screen, rows
from handlers.chat.texts import Languages, Texts
from jobs.people import Person


def language_key(texts: Texts) -> Key:
    """The key in the settings: the language of now, in its own words."""
    return Key(texts.plain("key-language", language=texts.plain("language")), OpenLanguages())


def languages_screen(person: Person, languages: Languages, texts: Texts) -> Screen:
    """Every language in its own words, with a tick at the one that was chosen."""
    keys = [
        Key(
            _ticked(_name(languages, code), texts, ticked=code == person.chosen_language), _to(code)
        )
        for code in languages.codes
    ]
    telegram = texts.plain("language-telegram")
    keys.append(Key(_ticked(telegram, texts, ticked=not person.chosen_language), _to("")))
    back = (Key(texts.plain("key-back"), ShowSettings()),)
    return Screen(texts.html("language-choose"), (*rows(keys, 2), back))


def _name(languages: Languages, code: str) -> str:
    return languages.menu(code).plain("language")


def _to(code: str) -> ChooseLanguage:
    return ChooseLanguage(language=code)


def _ticked(label: str, texts: Texts, *, ticked: bool) -> str:
    return texts.plain("key-chosen", value=label) if ticked else label

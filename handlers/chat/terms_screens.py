"""The terms as people read them, and the question before their first video."""

from handlers.chat.buttons import AcceptTerms
from handlers.chat.html import Html, escape, lines
from handlers.chat.screens import Key, Screen, Tint
from handlers.chat.texts import Texts
from jobs.terms import Terms


def terms_screen(terms: Terms, texts: Texts, *, selling: bool) -> Screen:
    """/terms; ours also say what bought credits are, where they can be bought."""
    bought = [Html(""), texts.html("terms-bought")] if selling and terms.text is None else []
    return Screen(lines([texts.html("terms-title"), Html(""), _words(terms, texts), *bought]))


def ask_terms_screen(terms: Terms, accept: AcceptTerms, texts: Texts) -> Screen:
    """Before the first video: the terms, and a key to agree."""
    question = texts.html("terms-ask" if accept.then else "terms-ask-once-more")
    text = lines([texts.html("terms-before"), Html(""), _words(terms, texts), Html(""), question])
    return Screen(text, ((Key(texts.plain("key-accept-terms"), accept, Tint.MAIN),),))


def _words(terms: Terms, texts: Texts) -> Html:
    return texts.html("terms") if terms.text is None else escape(terms.text)

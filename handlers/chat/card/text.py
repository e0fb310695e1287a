"""The words of the card: what is there, what is set, what it costs, what is still missing."""

from handlers.chat.html import Html, lines, shorten
from handlers.chat.option_keys import value_label
from handlers.chat.texts import Texts
from jobs.capabilities import Field, Mode, Options
from jobs.drafts import Draft, EffectDraft, missing, pictures_of, subject_of
from jobs.errors import Missing
from jobs.ports import Card
from jobs.tariff import Price

PROMPT_SHOWN = 900


def card_text(card: Card, texts: Texts) -> Html:
    """Everything that the card says."""
    draft = card.draft
    offer, subject = card.basis.offer, subject_of(draft)
    shown = offer.only(subject, draft.options)
    return lines(
        [
            _title(draft, texts),
            _prompt(draft, texts),
            _pictures(draft, texts),
            _hint(draft, texts),
            texts.html("card-seed") if draft.seed is not None else None,
            texts.html("card-options", options=options_line(shown, texts)),
            Html(""),
            *_price(card, texts),
            _question(card, texts),
        ]
    )


def _title(draft: Draft, texts: Texts) -> Html:
    if isinstance(draft, EffectDraft):
        return texts.html("card-title-effect", effect=draft.effect.name)
    return texts.html(f"card-title-{subject_of(draft).mode}")


def _prompt(draft: Draft, texts: Texts) -> Html | None:
    if not draft.prompt:
        return None
    return texts.html("card-prompt", prompt=shorten(draft.prompt, PROMPT_SHOWN))


def _pictures(draft: Draft, texts: Texts) -> Html | None:
    have = len(pictures_of(draft))
    if isinstance(draft, EffectDraft):
        return texts.html("card-pictures-effect", have=have, need=draft.effect.pictures)
    if not have:
        return None
    mode = subject_of(draft).mode
    return texts.html("card-pictures-frames" if mode is Mode.FRAMES else "card-pictures", n=have)


def _hint(draft: Draft, texts: Texts) -> Html | None:
    if not isinstance(draft, EffectDraft) or not draft.effect.hint:
        return None
    return texts.html("card-hint", hint=shorten(draft.effect.hint, 200))


def options_line(options: Options, texts: Texts) -> str:
    """Every option that is set, in one line: "v5.6 · 540p · 5 s · 16:9 · no sound"."""
    fields = (Field.MODEL, Field.QUALITY, Field.DURATION, Field.RATIO)
    values = [getattr(options, field) for field in fields]
    parts = [value_label(texts, value) for value in values if value is not None]
    if options.sound:
        parts.append(texts.plain(f"card-sound-{options.sound}"))
    if options.preview:
        parts.append(texts.plain("card-preview"))
    if options.off_peak:
        parts.append(texts.plain("card-off-peak"))
    return " · ".join(parts)


def _price(card: Card, texts: Texts) -> list[Html]:
    price = card.price
    left = card.balance.left
    text_id = "card-price-about" if price.about else "card-price"
    shown = [texts.html(text_id, price=price_label(texts, price), left=left)]
    if price.credits > left:
        shown.append(texts.html("card-short"))
    return shown


def _question(card: Card, texts: Texts) -> Html | None:
    """The one thing to ask for, where something is missing; else an invitation to say more."""
    draft = card.draft
    match missing(draft, card.basis.offer):
        case Missing.PROMPT:
            question = "card-ask-prompt"
        case Missing.FIRST_PICTURE if isinstance(draft, EffectDraft) and draft.effect.pictures > 1:
            question = "card-ask-first-of-two"
        case Missing.FIRST_PICTURE:
            question = "card-ask-first-picture"
        case Missing.NEXT_PICTURE:
            question = "card-ask-second-picture"
        case None if draft.prompt is None and not isinstance(draft, EffectDraft):
            question = "card-words-welcome"
        case _:
            return None
    return lines([Html(""), texts.html(question)])


def price_label(texts: Texts, price: Price) -> str:
    """A price in words, without "about"."""
    return texts.plain("credits", n=price.credits)

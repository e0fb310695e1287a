"""The words of the card: what is there, what is set, what it costs, what is still missing."""

from collections.abc import Iterable

from handlers.chat.card.clips import INVITATIONS, clip_lines, clip_question, invitation, is_said
from handlers.chat.html import Html, lines, shorten
from handlers.chat.option_keys import value_label
from handlers.chat.texts import Texts
from jobs.asking import Ask
from jobs.capabilities import NO_STYLE, USUAL_CAMERA, USUAL_MOTION, Field, Mode, Options
from jobs.drafts import (
    ClipDraft,
    Draft,
    EffectDraft,
    PictureDraft,
    has_references,
    heard,
    look_of,
    missing,
    pictures_of,
    prompt_limit,
    reference,
    seed_of,
    stray_reference,
    subject_of,
)
from jobs.errors import Missing
from jobs.ids import private_chat
from jobs.ports import Card
from jobs.tariff import Price

PROMPT_SHOWN = 900
NEGATIVE_SHOWN = 300
USUAL = (NO_STYLE, USUAL_CAMERA, USUAL_MOTION)


def card_text(card: Card, texts: Texts, *more: Html | None) -> Html:
    """Everything that the card says, and below it what is asked for now."""
    offered = card.basis.offer.has(subject_of(card.draft).mode)
    question = _question(card, texts) if offered else texts.html("card-not-in-plan")
    asked = more or (question, how_to_answer(card, texts) if question else None)
    below = [Html(""), *asked] if any(asked) else []
    return lines([*_facts(card, texts), Html(""), *_price(card, texts), *below])


def how_to_answer(card: Card, texts: Texts) -> Html | None:
    """In a group the bot hears what is an answer to it, and little else."""
    in_private = card.place.chat_id == private_chat(card.person_id).chat_id
    return None if in_private else texts.html("card-in-group")


def _facts(card: Card, texts: Texts) -> Iterable[Html | None]:
    draft, offer = card.draft, card.basis.offer
    subject = subject_of(draft)
    options = offer.only(subject, draft.options)
    if subject.mode is Mode.EXTEND:  # how much longer has a line of its own
        options = options.model_copy(update={"duration": None})
    if isinstance(draft, EffectDraft) and draft.effect.makes_image:
        options = silent(options)
    line = options_line(options, texts, subject.segments)
    yield _title(draft, texts)
    yield from clip_lines(card, texts)
    yield _prompt(draft, texts) if _shows_words(card) else None
    yield _pictures(draft, texts)
    yield _unheard_names(card, texts)
    yield _hint(draft, texts)
    yield from _other_words(card, texts)
    seed = seed_of(draft, offer)
    yield None if seed is None else texts.html("card-seed", seed=str(seed))
    yield texts.html("card-options", options=line) if line else None
    if options.off_peak:
        yield texts.html("card-comes-later")


def _title(draft: Draft, texts: Texts) -> Html:
    if isinstance(draft, EffectDraft):
        return texts.html("card-title-effect", effect=draft.effect.called(texts.language))
    return texts.html(f"card-title-{subject_of(draft).mode}")


def _shows_words(card: Card) -> bool:
    """Words that change nothing, or are spoken, are not shown as what happens."""
    return not is_said(card) and prompt_limit(card.draft, card.basis.offer) > 0


def _prompt(draft: Draft, texts: Texts) -> Html | None:
    if not draft.prompt:
        return None
    return texts.html("card-prompt", prompt=shorten(draft.prompt, PROMPT_SHOWN))


def _pictures(draft: Draft, texts: Texts) -> Html | None:
    have = len(pictures_of(draft))
    if isinstance(draft, EffectDraft) and draft.effect.pictures > 1:
        return texts.html("card-pictures-effect", have=have, need=draft.effect.pictures)
    match subject_of(draft).mode:
        case _ if not have:
            return None
        case Mode.FRAMES:
            return texts.html("card-pictures-frames", n=have)
        case Mode.FUSION:
            names = ", ".join(map(reference, range(have)))
            return texts.html("card-pictures-named", n=have, names=names)
        case _:
            return texts.html("card-pictures", n=have)


def _unheard_names(card: Card, texts: Texts) -> Html | None:
    """Words that name pictures are heard in one scene alone: with one picture more it is a film again."""
    draft, offer = card.draft, card.basis.offer
    heard_there = not isinstance(draft, PictureDraft) or draft.way is Mode.FUSION
    if heard_there or not has_references(draft.prompt or "") or not offer.has(Mode.FUSION):
        return None
    way = texts.plain(f"way-{Mode.FUSION}")
    return texts.html("card-names-unheard", way=way, most=offer.most_of(Mode.FUSION))


def _hint(draft: Draft, texts: Texts) -> Html | None:
    if not isinstance(draft, EffectDraft) or not draft.effect.hint:
        return None
    return texts.html("card-hint", hint=shorten(draft.effect.hint, 200))


def _other_words(card: Card, texts: Texts) -> Iterable[Html]:
    """What is heard, said and left out, as far as the model takes it."""
    draft, offer = card.draft, card.basis.offer
    sound_words, speech = heard(draft, offer)
    if sound_words:
        yield texts.html("card-heard", words=sound_words)
    if speech:
        yield texts.html("card-said", name=speech.speaker.name, words=speech.words)
    if draft.negative and offer.model_rules(subject_of(draft), draft.options).negative_limit:
        yield texts.html("card-left-out", words=shorten(draft.negative, NEGATIVE_SHOWN))


def options_line(options: Options, texts: Texts, segments: tuple[int, ...] = ()) -> str:
    """Every option that is set, in one line: "v5.6 · 540p · 5 s · 16:9 · no sound". `segments` are the
    seconds of a transition's stretches: what counts is how long they are together."""
    duration = sum(segments) or options.duration
    values = {
        Field.MODEL: options.model,
        Field.QUALITY: options.quality,
        Field.DURATION: duration,
        Field.RATIO: options.ratio,
        **{field: value for field, value in _looks(options).items() if value not in USUAL},
    }
    parts = [value_label(texts, field, value) for field, value in values.items() if value]
    if options.sound:
        parts.append(texts.plain(f"card-sound-{options.sound}"))
    switches = (Field.KEEP_SOUND, Field.MULTI_SHOT, Field.PREVIEW, Field.OFF_PEAK)
    parts += [texts.plain(f"card-{one}") for one in switches if getattr(options, one)]
    return texts.listed(parts)


def silent(options: Options) -> Options:
    """What can be said of a picture: it has no sound."""
    return options.model_copy(update={"sound": None})


def _looks(options: Options) -> dict[Field, str | None]:
    return {
        Field.STYLE: options.style,
        Field.CAMERA: options.camera,
        Field.MOTION: options.motion,
    }


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
    if card.asking and card.asking.ask is Ask.MORE_WORDS:
        return texts.html("card-ask-more-words", words=shorten(draft.prompt or "", 60))
    match draft, missing(draft, card.basis.offer):
        case EffectDraft(), lacking:
            return _picture_question(draft, lacking, texts)
        case ClipDraft(), Missing() as lacking:
            return clip_question(card, lacking, texts)
        case ClipDraft(mode=Mode() as mode), None if mode in INVITATIONS:
            return invitation(card, texts)
        case _, Missing.PROMPT:
            return _words_question(draft, texts)
        case _, Missing.NAMED_PICTURE:
            named = stray_reference(draft) or ""
            return texts.html("card-ask-named", named=named, n=len(pictures_of(draft)))
        case _, None if _welcomes_words(card):
            return texts.html("card-words-welcome")
        case _:
            return None


def _words_question(draft: Draft, texts: Texts) -> Html:
    """What the words are to say depends on what is made of them."""
    pictures = len(pictures_of(draft))
    match subject_of(draft).mode:
        case Mode.FUSION:
            return texts.html("card-ask-scene", n=pictures)
        case Mode.STILL:
            return texts.html("card-ask-still-by" if pictures else "card-ask-still")
        case _:
            return texts.html("card-ask-prompt")


def _welcomes_words(card: Card) -> bool:
    draft, offer = card.draft, card.basis.offer
    has_any = draft.prompt is not None or look_of(draft, offer) is not None
    return not has_any and prompt_limit(draft, offer) > 0


def _picture_question(draft: EffectDraft, lacking: Missing | None, texts: Texts) -> Html | None:
    """Which picture an effect waits for; from the second on, it can start as it is."""
    have, need = len(draft.pictures), draft.effect.pictures
    if have >= need:
        return None
    if need == 1:
        return texts.html("card-ask-first-picture")
    if not have:
        return texts.html("card-ask-picture-first", need=need)
    text_id = "card-ask-picture" if lacking else "card-welcome-picture"
    return texts.html(text_id, number=have + 1, need=need)


def price_label(texts: Texts, price: Price) -> str:
    """A price in words, without "about"."""
    return texts.plain("credits", n=price.credits)

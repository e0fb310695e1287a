"""What is heard and said in a video, for models with which that is more than a switch."""

from collections.abc import Iterable

from handlers.chat.buttons import AskWords, Choose, ForgetWords, OpenSpeakers, ShowCard
from handlers.chat.card.text import card_text
from handlers.chat.option_keys import field_label
from handlers.chat.screens import Key, Keyboard, Screen, rows
from handlers.chat.texts import Texts
from jobs.asking import Ask
from jobs.capabilities import Field
from jobs.drafts import subject_of
from jobs.ports import Card


def sound_screen(card: Card, texts: Texts) -> Screen:
    """The card with everything about its sound in place of its keys."""
    back = (Key(texts.plain("key-back"), ShowCard(draft=card.id)),)
    text_id = "card-choose-sound-own" if len(_sounds(card)) > 2 else "card-choose-sound"
    return Screen(
        card_text(card, texts, texts.html(text_id)),
        (*_switch(card, texts), *rows(list(_word_keys(card, texts)), 1), back),
    )


def _sounds(card: Card) -> tuple[object, ...]:
    offer, subject = card.basis.offer, subject_of(card.draft)
    return tuple(offer.choices(subject, card.draft.options, Field.SOUND))


def _switch(card: Card, texts: Texts) -> Keyboard:
    offer, subject = card.basis.offer, subject_of(card.draft)
    options = offer.fit(subject, card.draft.options)
    keys = []
    for sound in offer.choices(subject, options, Field.SOUND):
        label = field_label(texts, Field.SOUND, sound)
        ticked = texts.plain("key-chosen", value=label) if sound == options.sound else label
        keys.append(Key(ticked, Choose(draft=card.id, field=Field.SOUND, value=str(sound))))
    return rows(keys, 2)


def _word_keys(card: Card, texts: Texts) -> Iterable[Key]:
    draft = card.draft
    rules = card.basis.offer.model_rules(subject_of(draft), draft.options)
    if rules.sound_words_limit:
        label = "key-describe-again" if draft.sound_words else "key-describe"
        yield Key(texts.plain(label), AskWords(draft=card.id, ask=Ask.SOUND))
    if rules.sound_words_limit and draft.sound_words:
        yield Key(texts.plain("key-undescribe"), ForgetWords(draft=card.id, ask=Ask.SOUND))
    if rules.speech_limit:
        label = "key-speak-otherwise" if draft.speech else "key-somebody-speaks"
        yield Key(texts.plain(label), OpenSpeakers(draft=card.id))
    if rules.speech_limit and draft.speech:
        yield Key(texts.plain("key-unspeak"), ForgetWords(draft=card.id, ask=Ask.SPEECH))

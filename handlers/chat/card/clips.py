"""The card of a draft that works on a video: which video, what is done with it, who speaks in it."""

from collections.abc import Iterable

from handlers.chat.buttons import (
    ChooseClipMode,
    DropDraft,
    DropVoice,
    LetSpeak,
    OpenClipModes,
    OpenLooks,
    OpenSpeakers,
)
from handlers.chat.durations import duration_label
from handlers.chat.html import Html, lines, shorten
from handlers.chat.job_names import job_name
from handlers.chat.part_names import part_name
from handlers.chat.screens import Key, Keyboard, Screen, rows
from handlers.chat.texts import Texts
from jobs.capabilities import Mode
from jobs.drafts import (
    ClipDraft,
    Draft,
    VoiceDraft,
    asked_ways,
    clip_ways,
    is_spoken,
    look_of,
    subject_of,
    takes_looks,
)
from jobs.errors import Missing
from jobs.materials import Clip, MadeClip
from jobs.ports import Card

TITLE_SHOWN = 60
WORDS_SHOWN = 900
WHOSE_PICTURE = {Mode.MOTION: "card-ask-dancer", Mode.SWAP: "card-ask-newcomer"}
WHICH_WORDS = {Mode.EXTEND: "card-ask-next", Mode.MODIFY: "card-ask-change"}


INVITATIONS = (Mode.PARTS, Mode.SOUND)


def is_undecided(draft: Draft) -> bool:
    """Whether there is nothing to set yet: what to do with a video, or a voice's video, is not known."""
    return isinstance(draft, VoiceDraft) or (isinstance(draft, ClipDraft) and draft.mode is None)


def undecided_screen(card: Card, texts: Texts) -> Screen:
    """The one question that comes before all others, with its answers as keys."""
    ends = [Key(texts.plain("key-cancel"), DropDraft(draft=card.id))]
    if isinstance(card.draft, VoiceDraft):
        seconds = card.draft.voice.seconds
        told = [_with_length(texts.html("clip-waiting-voice"), seconds, texts)]
        text_id = "clip-which-video" if card.videos else "clip-which-video-none"
        keys: Keyboard = rows(list(_video_keys(card, texts)), 1)
        if card.draft.aside:
            told.append(texts.html("clip-set-aside"))
            ends.insert(0, Key(texts.plain("key-drop-voice"), DropVoice(draft=card.id)))
    else:
        assert isinstance(card.draft, ClipDraft)
        told = [*clip_lines(card, texts), *_words(card.draft, texts)]
        text_id = "clip-what-for" if card.draft.asked else "card-choose-mode"
        keys = rows(list(_mode_keys(card, card.draft, texts)), 1)
    return Screen(lines([*told, Html(""), texts.html(text_id)]), (*keys, *rows(ends, 2)))


def _words(draft: Draft, texts: Texts) -> Iterable[Html]:
    if draft.prompt:
        yield texts.html("card-prompt", prompt=shorten(draft.prompt, WORDS_SHOWN))


def _video_keys(card: Card, texts: Texts) -> Iterable[Key]:
    """The person's last videos that the voice can go into."""
    for job in card.videos:
        label = texts.plain("key-let-speak", what=job_name(job, texts, 40))
        yield Key(label, LetSpeak(draft=card.id, job=job.id))


def _mode_keys(card: Card, draft: ClipDraft, texts: Texts) -> Iterable[Key]:
    for mode in asked_ways(draft, card.basis.offer):
        yield Key(_mode_label(mode, draft, texts), ChooseClipMode(draft=card.id, mode=mode))


def _mode_label(mode: Mode, draft: ClipDraft, texts: Texts) -> str:
    """With words there, speaking means saying these words."""
    if mode is Mode.LIPSYNC and draft.prompt:
        return texts.plain("way-lipsync-words")
    label = texts.plain(f"way-{mode}")
    return texts.plain("key-chosen", value=label) if mode is draft.mode else label


def mode_keys(card: Card, texts: Texts) -> list[Key]:
    """Everything that can be done with the card's video."""
    draft = card.draft
    if not isinstance(draft, ClipDraft):
        return []
    return [
        Key(_mode_label(mode, draft, texts), ChooseClipMode(draft=card.id, mode=mode))
        for mode in clip_ways(draft.clip, card.basis.offer)
    ]


def clip_lines(card: Card, texts: Texts) -> Iterable[Html]:
    """Which video, and whose voice."""
    draft = card.draft
    if not isinstance(draft, ClipDraft):
        return
    yield _with_length(_source(draft.clip, texts), draft.clip.seconds, texts)
    if draft.mode is Mode.LIPSYNC and draft.voice:
        yield _with_length(texts.html("clip-voice"), draft.voice.seconds, texts)
    if draft.mode is Mode.FOLLOW_UP and (follow_up := draft.follow_up):
        yield texts.html(f"follow-up-{follow_up.kind}", number=follow_up.number)
    if look := look_of(draft, card.basis.offer):
        yield texts.html("clip-look", name=look.name)
    if draft.mode is Mode.SWAP and draft.target:
        yield texts.html("clip-part", name=part_name(draft.target.part, texts))
    if draft.spare and draft.mode in (None, Mode.PARTS):
        yield texts.html("card-pictures", n=1)
    if draft.mode is Mode.EXTEND and (more := draft.options.duration):
        yield texts.html("clip-goes-on", seconds=more)


def _source(clip: Clip, texts: Texts) -> Html:
    if not isinstance(clip, MadeClip):
        return texts.html("clip-own")
    if clip.title is None:
        return texts.html("clip-made")
    return texts.html("clip-made-titled", title=shorten(clip.title, TITLE_SHOWN))


def _with_length(what: Html, seconds: int, texts: Texts) -> Html:
    if not seconds:
        return what
    return texts.html("clip-length", what=what, time=duration_label(seconds, texts))


def is_said(card: Card) -> bool:
    """Whether the draft's words are spoken: then they are no prompt."""
    draft = card.draft
    return isinstance(draft, ClipDraft) and is_spoken(draft.mode, card.basis.offer)


def clip_question(card: Card, lacking: Missing, texts: Texts) -> Html:
    """What is still needed for what is to be done with the video."""
    match lacking:
        case Missing.VOICE:
            return _voice_question(card, texts)
        case Missing.FIRST_PICTURE:
            return texts.html(WHOSE_PICTURE[subject_of(card.draft).mode])
        case Missing.LOOK:
            return texts.html("card-ask-look")
        case _:
            return texts.html(WHICH_WORDS.get(subject_of(card.draft).mode, "card-ask-prompt"))


def invitation(card: Card, texts: Texts) -> Html | None:
    """What can be done where nothing is missing."""
    draft = card.draft
    assert isinstance(draft, ClipDraft)
    if draft.mode is Mode.PARTS:
        return texts.html("card-ask-parts-ready" if draft.spare else "card-ask-parts")
    return None if draft.prompt else texts.html("card-sound-welcome")


def _voice_question(card: Card, texts: Texts) -> Html:
    """What a video that is to speak still lacks."""
    offer, subject = card.basis.offer, subject_of(card.draft)
    return texts.html(
        "card-ask-voice",
        seconds=offer.rules(subject.mode).longest_voice,
        limit=offer.model_rules(subject, card.draft.options).speech_limit,
    )


def clip_keys(card: Card, texts: Texts) -> Iterable[Key]:
    """Who speaks, and what else could be done with the video."""
    draft = card.draft
    if not isinstance(draft, ClipDraft):
        return
    if is_said(card):
        yield Key(_speaker_label(draft, texts), OpenSpeakers(draft=card.id))
        if draft.voice or draft.speech:
            yield Key(texts.plain("key-drop-voice"), DropVoice(draft=card.id))
    if takes_looks(draft, card.basis.offer):
        look = look_of(draft, card.basis.offer)
        name = shorten(look.name, 20) if look else None
        label = texts.plain("key-look", name=name) if name else texts.plain("key-looks")
        yield Key(label, OpenLooks(draft=card.id))
    if len(clip_ways(draft.clip, card.basis.offer)) > 1:
        yield Key(texts.plain("key-other-mode"), OpenClipModes(draft=card.id))


def _speaker_label(draft: ClipDraft, texts: Texts) -> str:
    if draft.speech is None:
        return texts.plain("key-speakers")
    return texts.plain("key-speaker", name=shorten(draft.speech.speaker.name, 20))

"""Drafts that work on a video: what can be done with it, what words and voices mean there."""

import pytest

from jobs import drafts as writing
from jobs.capabilities import Field, Mode
from jobs.drafts import ClipDraft, Draft, TextDraft, VoiceDraft
from jobs.effects import Effect
from jobs.errors import (
    Incomplete,
    Missing,
    NoSpeakers,
    NotAChoice,
    NotForClip,
    PromptTooLong,
    TooLong,
)
from jobs.habits import Question
from jobs.ids import AccountId, EffectId, FileId, JobId, MessageId, VideoId
from jobs.materials import Clip, MadeClip, OwnClip, Picture, Speaker, Voice
from jobs.requests import ClipRequest
from tests.offers import OFFER, START

EMILY, JAMES = Speaker(id="1", name="Emily"), Speaker(id="2", name="James")
SAID = MessageId(9)


def own(seconds: int = 5, album: str | None = None, number: int = 1) -> OwnClip:
    file_id, message_id = FileId(f"v{number}"), MessageId(number)
    return OwnClip(file_id=file_id, message_id=message_id, seconds=seconds, album=album)


def made(model: str | None = "v5", *, seconds: int = 5, upscaled: bool = False) -> MadeClip:
    return MadeClip(
        job_id=JobId(1),
        video_id=VideoId("user:1-pixverse:a@b.c-video:7"),
        account=AccountId("a@b.c"),
        model=model,
        seconds=seconds,
        upscaled=upscaled,
    )


def voice(seconds: int = 8) -> Voice:
    return Voice(file_id=FileId("s"), message_id=MessageId(3), seconds=seconds)


def blank(prompt: str | None = None) -> TextDraft:
    return TextDraft(options=START, prompt=prompt)


def on(clip: Clip, mode: Mode) -> ClipDraft:
    draft = writing.with_clip_for(blank(), clip, mode, OFFER)
    assert isinstance(draft, ClipDraft)
    return draft


def said(draft: Draft, words: str, speaker: Speaker | None = EMILY) -> Draft:
    return writing.with_words(draft, words, SAID, OFFER, speaker)


def request(draft: Draft) -> ClipRequest:
    finished = writing.request_of(draft, OFFER)
    assert isinstance(finished, ClipRequest)
    return finished


# what can be done


@pytest.mark.parametrize(
    ("clip", "ways"),
    [
        (own(), {Mode.EXTEND, Mode.MODIFY, Mode.LIPSYNC}),
        (own(0), {Mode.EXTEND, Mode.MODIFY, Mode.LIPSYNC}),
        (own(31), set()),
        (made("v5"), {Mode.EXTEND, Mode.MODIFY, Mode.LIPSYNC, Mode.UPSCALE}),
        (made(None), {Mode.EXTEND, Mode.MODIFY, Mode.LIPSYNC, Mode.UPSCALE}),
        (made("v5.6"), {Mode.EXTEND, Mode.MODIFY, Mode.UPSCALE}),
        (made("v5", upscaled=True), {Mode.EXTEND, Mode.MODIFY, Mode.LIPSYNC}),
        (own(30), {Mode.EXTEND, Mode.MODIFY, Mode.LIPSYNC}),
        (made("v5", seconds=30), {Mode.EXTEND, Mode.MODIFY, Mode.LIPSYNC, Mode.UPSCALE}),
        (made("v5", seconds=31), {Mode.EXTEND, Mode.MODIFY, Mode.LIPSYNC, Mode.UPSCALE}),
        (made("v6", seconds=45), {Mode.EXTEND, Mode.MODIFY, Mode.UPSCALE}),
    ],
)
def test_what_can_be_done_depends_on_the_video(clip: Clip, ways: set[Mode]) -> None:
    assert set(writing.clip_ways(clip, OFFER)) == ways


def test_what_a_video_is_for_is_asked_once() -> None:
    asking = writing.with_clip(blank(), own(), OFFER, {})
    assert isinstance(asking, ClipDraft)
    assert (asking.mode, asking.asked) == (None, Question.CLIP)
    assert writing.missing(asking, OFFER) is Missing.CLIP_MODE
    chosen = writing.with_clip_mode(asking, Mode.MODIFY, OFFER)
    assert writing.missing(chosen, OFFER) is Missing.PROMPT
    known = writing.with_clip(blank(), own(), OFFER, {Question.CLIP: Mode.MODIFY})
    assert isinstance(known, ClipDraft)
    assert known.mode is Mode.MODIFY


def test_a_habit_that_this_video_does_not_permit_is_asked_again() -> None:
    habits = {Question.REPLY: Mode.LIPSYNC}
    draft = writing.with_clip(blank(), made("v6"), OFFER, habits, question=Question.REPLY)
    assert isinstance(draft, ClipDraft)
    assert draft.mode is None
    assert writing.asked_ways(draft, OFFER) == (Mode.EXTEND, Mode.MODIFY), "no upscaling by words"


def test_a_video_that_lasts_too_long_is_refused_with_the_limit() -> None:
    with pytest.raises(TooLong) as refusal:
        writing.with_clip(blank(), own(31), OFFER, {})
    assert (refusal.value.seconds, refusal.value.limit) == (31, 30)
    with pytest.raises(TooLong):
        on(own(31), Mode.EXTEND)


def test_what_is_not_for_this_video_says_what() -> None:
    with pytest.raises(NotForClip) as refusal:
        on(made("v5.6"), Mode.LIPSYNC)
    assert refusal.value.mode is Mode.LIPSYNC
    with pytest.raises(NotForClip):
        writing.with_clip_mode(on(own(), Mode.EXTEND), Mode.UPSCALE, OFFER)
    with pytest.raises(NotAChoice):
        writing.with_clip_mode(blank(), Mode.EXTEND, OFFER)


def test_of_an_album_of_videos_the_first_one_stays() -> None:
    first = writing.with_clip(blank(), own(album="a"), OFFER, {})
    assert writing.with_clip(first, own(album="a", number=2), OFFER, {}) is first
    another = writing.with_clip(first, own(album="b", number=3), OFFER, {})
    assert isinstance(another, ClipDraft)
    assert another.clip.file_id == "v3"


def test_the_options_are_those_of_the_mode() -> None:
    assert request(said(on(made("v5.6"), Mode.EXTEND), "on")).options.model == "v5.5"
    upscaled = request(on(made("v5.6"), Mode.UPSCALE))
    assert upscaled.options.model_dump(exclude_none=True) == {}
    changed = request(said(on(own(), Mode.MODIFY), "red"))
    assert set(changed.options.model_dump(exclude_none=True)) == {"model", "quality", "off_peak"}


# words and voices


def test_words_are_a_prompt_or_are_spoken() -> None:
    assert request(said(on(own(), Mode.EXTEND), " it rains ")).prompt == "it rains"
    spoken = request(said(on(own(), Mode.LIPSYNC), " hello "))
    assert (spoken.prompt, spoken.voice) == (None, None)
    assert spoken.speech
    assert (spoken.speech.words, spoken.speech.speaker) == ("hello", EMILY)


def test_words_that_nobody_can_say_yet_are_refused() -> None:
    with pytest.raises(NoSpeakers):
        said(on(own(), Mode.LIPSYNC), "hello", None)


def test_words_that_are_spoken_are_few() -> None:
    with pytest.raises(PromptTooLong) as refusal:
        said(on(own(), Mode.LIPSYNC), "a" * 201)
    assert (refusal.value.length, refusal.value.limit) == (201, 200)
    asking = said(writing.with_clip(blank(), own(), OFFER, {}), "a" * 201)
    with pytest.raises(PromptTooLong):
        writing.with_clip_mode(asking, Mode.LIPSYNC, OFFER, EMILY)
    assert request(writing.with_clip_mode(asking, Mode.EXTEND, OFFER, EMILY)).prompt == "a" * 201


def test_words_that_came_first_are_spoken_when_that_is_chosen() -> None:
    asking = said(writing.with_clip(blank(), own(), OFFER, {}), "hello")
    speaking = writing.with_clip_mode(asking, Mode.LIPSYNC, OFFER, JAMES)
    assert speaking.speech
    assert (speaking.speech.words, speaking.speech.speaker) == ("hello", JAMES)
    back = writing.with_clip_mode(speaking, Mode.EXTEND, OFFER, JAMES)
    assert request(back).prompt == "hello", "nothing is lost on the way"
    assert request(back).speech is None
    habits = {Question.CLIP: Mode.LIPSYNC}
    at_once = writing.with_clip(blank("hello"), own(), OFFER, habits, speaker=EMILY)
    assert request(at_once).speech is not None


def test_another_speaker_says_the_same_words() -> None:
    spoken = said(on(own(), Mode.LIPSYNC), "hello")
    by_james = writing.with_speaker(spoken, JAMES)
    assert by_james.speech
    assert (by_james.speech.words, by_james.speech.speaker) == ("hello", JAMES)
    more = said(by_james, "good bye", EMILY)
    assert more.speech
    assert more.speech.speaker == JAMES, "the one on the card speaks on"
    assert writing.with_speaker(on(own(), Mode.LIPSYNC), JAMES).speech is None


def test_the_newest_of_words_and_voice_is_heard() -> None:
    speaking = writing.with_voice(on(own(), Mode.LIPSYNC), voice(), OFFER)
    assert request(speaking).voice == voice()
    spoken = said(speaking, "hello")
    assert (request(spoken).voice, bool(request(spoken).speech)) == (None, True)
    again = writing.with_voice(spoken, voice(), OFFER)
    assert (request(again).voice, request(again).speech) == (voice(), None)
    silent = writing.without_voice(again)
    assert writing.missing(silent, OFFER) is Missing.VOICE


def test_a_voice_waits_for_its_video() -> None:
    waiting = writing.with_voice(blank(), voice(), OFFER)
    assert isinstance(waiting, VoiceDraft)
    assert writing.missing(waiting, OFFER) is Missing.CLIP
    with pytest.raises(Incomplete):
        said(waiting, "hello")
    speaking = writing.with_clip(waiting, own(), OFFER, {Question.CLIP: Mode.EXTEND})
    assert (request(speaking).mode, request(speaking).voice) == (Mode.LIPSYNC, voice())


def test_a_voice_for_a_video_that_cannot_speak_waits_for_another_one() -> None:
    assert isinstance(writing.with_voice(on(made("v6"), Mode.EXTEND), voice(), OFFER), VoiceDraft)


def test_a_voice_swallows_nothing_that_was_begun() -> None:
    photo = Picture(file_id=FileId("p"), message_id=MessageId(9))
    effect = Effect(id=EffectId(1), name="Hug", pictures=2, qualities=("540p",), credits=20)
    moving = writing.with_picture(blank("it moves"), photo, OFFER, {})
    for begun in (
        blank("a fox"),
        moving,
        writing.with_effect(moving, effect, OFFER),
        on(made("v6"), Mode.EXTEND),
    ):
        waiting = writing.with_voice(writing.with_voice(begun, voice(), OFFER), voice(3), OFFER)
        assert isinstance(waiting, VoiceDraft)
        assert waiting.voice == voice(3), "the newest is heard"
        assert writing.messages_of(waiting) == writing.messages_of(begun)
        assert writing.without_voice(waiting) == begun
    assert isinstance(writing.without_voice(writing.with_voice(blank(), voice(), OFFER)), TextDraft)


def test_what_a_voice_set_aside_goes_on_with_what_comes() -> None:
    first, second = (Picture(file_id=FileId(f"p{n}"), message_id=MessageId(n)) for n in (8, 9))
    moving = writing.with_picture(blank("it moves"), first, OFFER, {})
    waiting = writing.with_voice(moving, voice(), OFFER)
    more = writing.with_picture(waiting, second, OFFER, {})
    assert more == writing.with_picture(moving, second, OFFER, {})
    assert writing.pictures_of(more) == (first, second)
    speaking = writing.with_clip(waiting, own(), OFFER, {})
    assert isinstance(speaking, ClipDraft)
    assert (speaking.mode, speaking.voice) == (Mode.LIPSYNC, voice())
    assert speaking.spare == first, "another mode may have a place for it"


def test_a_voice_that_lasts_too_long_is_refused_before_anything() -> None:
    assert writing.with_voice(blank(), voice(60), OFFER)
    with pytest.raises(TooLong) as refusal:
        writing.with_voice(blank(), voice(61), OFFER)
    assert (refusal.value.seconds, refusal.value.limit) == (61, 60)


def test_words_where_they_change_nothing_begin_another_video() -> None:
    plain = said(on(made(), Mode.UPSCALE), "a fox in the snow")
    assert isinstance(plain, TextDraft)
    assert plain.prompt == "a fox in the snow"
    assert plain.options.model == START.model


def test_the_video_and_its_caption_are_one_message_of_the_draft() -> None:
    assert own().message_id in writing.messages_of(on(own(), Mode.EXTEND))


def test_a_request_becomes_its_draft_again() -> None:
    for draft in (
        said(on(own(), Mode.EXTEND), "on"),
        said(on(made(), Mode.LIPSYNC), "hello"),
        writing.with_voice(on(own(), Mode.LIPSYNC), voice(), OFFER),
        on(made(), Mode.UPSCALE),
    ):
        again = writing.refitted(writing.draft_of(request(draft), START), OFFER)
        assert request(again) == request(draft)


def test_the_sound_of_the_video_can_be_kept() -> None:
    speaking = writing.with_voice(on(own(), Mode.LIPSYNC), voice(), OFFER)
    kept = writing.with_option(speaking, Field.KEEP_SOUND, True, OFFER)
    assert (request(speaking).options.keep_sound, request(kept).options.keep_sound) == (False, True)

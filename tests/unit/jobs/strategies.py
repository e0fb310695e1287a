"""Random drafts, options and jobs for property tests."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from bot.providers.useapi.capabilities import QUALITIES, RATIOS
from jobs.capabilities import Field, Mode, Options, Sound, Subject
from jobs.drafts import (
    Draft,
    EffectDraft,
    TextDraft,
    subject_of,
    with_option,
    with_reference,
    with_segment_prompt,
    with_segment_seconds,
    with_sound_words,
    with_speech,
    with_way,
)
from jobs.drafts.pictures import with_pictures
from jobs.effects import Effect
from jobs.errors import CoreError, Reason
from jobs.ids import (
    AccountId,
    ChatId,
    EffectId,
    FileId,
    JobId,
    MessageId,
    PersonId,
    Place,
    Reference,
    VideoId,
)
from jobs.lifecycle import (
    Cancelled,
    Claimed,
    Delivered,
    DeliveryFailed,
    Event,
    Failed,
    FetchedAgain,
    Finished,
    Found,
    GivenUp,
    Job,
    OutcomeLost,
    ProvedAbsent,
    PutBack,
    Result,
    Sent,
    SentAnyway,
    State,
    Submitted,
    Unprovable,
    Uploaded,
)
from jobs.materials import Picture, Speaker
from jobs.requests import TextRequest
from tests.offers import EVERYTHING, OFFER

Wish = Callable[[Draft], Draft]

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)

MODELS = tuple(map(str, OFFER.choices(Subject(Mode.TEXT), OFFER.start, Field.MODEL)))

options = st.builds(
    Options,
    model=st.sampled_from(MODELS),
    quality=st.sampled_from(QUALITIES),
    duration=st.integers(1, 15),
    ratio=st.sampled_from(RATIOS),
    sound=st.sampled_from(Sound),
    preview=st.booleans(),
    off_peak=st.booleans(),
)
effects = st.builds(
    Effect,
    id=st.integers(1, 2**63 - 1).map(EffectId),
    name=st.text(min_size=1, max_size=40),
    pictures=st.integers(1, 5),
    makes_image=st.booleans(),
    qualities=st.lists(st.sampled_from(QUALITIES), min_size=1, unique=True).map(tuple),
    credits=st.integers(0, 100),
)
pictures = st.builds(
    Picture,
    file_id=st.text("abcdef", min_size=1).map(FileId),
    message_id=st.integers(1, 50).map(MessageId),
    album=st.sampled_from([None, "a", "b"]),
)
prompts = st.none() | st.text("abc xyz", min_size=1).filter(str.strip)
changes = st.tuples(
    st.sampled_from(Field),
    st.sampled_from([*MODELS, *QUALITIES, *RATIOS, *Sound, True, False, *range(17)]),
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A draft as it may begin: anything that `fitted`, pictures and effects can lead to."""
    kind = draw(st.sampled_from(["text", "pictures", "effect"]))
    prompt = draw(prompts)
    if kind == "text":
        return TextDraft(prompt=prompt, options=EVERYTHING.start)
    if kind == "pictures":
        several = st.lists(pictures, min_size=1, max_size=7, unique_by=lambda one: one.message_id)
        return with_pictures(
            TextDraft(prompt=prompt, options=EVERYTHING.start), tuple(draw(several)), EVERYTHING, {}
        )
    effect = draw(effects)
    some = st.lists(pictures, max_size=effect.pictures, unique_by=lambda one: one.message_id)
    return EffectDraft(prompt=prompt, effect=effect, pictures=tuple(draw(some)))


def _pressed(draft: Draft, field: Field, key: int) -> Draft:
    """One of the keys below an option."""
    choices = EVERYTHING.choices(subject_of(draft), draft.options, field)
    return with_option(draft, field, choices[key % len(choices)], EVERYTHING) if choices else draft


EMILY = Speaker(id="1", name="Emily")
short = st.text("abc xyz", min_size=1, max_size=140).filter(str.strip)
wishes: st.SearchStrategy[Wish] = st.one_of(
    st.tuples(st.sampled_from(Field), st.integers(0, 15)).map(
        lambda press: lambda draft: _pressed(draft, *press)
    ),
    short.map(lambda words: lambda draft: with_sound_words(draft, words, EVERYTHING)),
    short.map(lambda words: lambda draft: with_speech(draft, words, EMILY, EVERYTHING)),
    st.sampled_from(Mode).map(lambda way: lambda draft: with_way(draft, way, EVERYTHING)),
    st.integers(0, 3).map(lambda number: lambda draft: with_reference(draft, number, EVERYTHING)),
    st.tuples(st.integers(0, 6), short).map(
        lambda said: lambda draft: with_segment_prompt(draft, *said, EVERYTHING)
    ),
    st.tuples(st.integers(0, 6), st.integers(0, 9)).map(
        lambda cut: lambda draft: with_segment_seconds(draft, *cut, EVERYTHING)
    ),
)


@st.composite
def wished(draw: st.DrawFn) -> Draft:
    """A draft after any number of presses and answers; what is refused changes nothing."""
    draft = draw(drafts())
    for wish in draw(st.lists(wishes, max_size=8)):
        try:
            draft = wish(draft)
        except CoreError:
            continue
    return draft


a_while = st.integers(0, 3600).map(lambda seconds: timedelta(seconds=seconds))
a_video = st.just(VideoId("user:1-pixverse:a+b@c.de-video:7"))
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Claimed, st.just(AccountId("a@b.c"))),
    st.builds(Uploaded, st.just(("upload/1.jpg",))),
    st.builds(PutBack, a_while, st.booleans()),
    st.builds(Submitted, a_video, st.booleans()),
    st.builds(OutcomeLost, a_while),
    st.builds(Found, a_video, st.booleans()),
    st.just(ProvedAbsent()),
    st.just(Unprovable()),
    st.builds(Finished, st.just(Result(url="https://example.com/1.mp4"))),
    st.builds(Failed, st.sampled_from(Reason)),
    st.builds(Delivered, st.none() | st.just(Sent(file_id=FileId("f")))),
    st.just(DeliveryFailed()),
    st.just(Cancelled()),
    st.just(FetchedAgain()),
    st.just(GivenUp()),
    st.just(SentAnyway()),
)


def queued_job() -> Job:
    """A job as *Generate* makes it."""
    return Job(
        id=JobId(1),
        person_id=PersonId(7),
        place=Place(ChatId(7)),
        state=State.QUEUED,
        request=TextRequest(options=Options(), prompt="a cat"),
        price=30,
        reference=Reference("r"),
        seed=1,
        queued_at=NOON,
        due_at=NOON,
    )

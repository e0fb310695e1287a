"""The pictures of a draft: how many they are decides what they can become."""

from jobs.capabilities import NO_OPTIONS, Field, Mode, Options, Sound
from jobs.drafts.clips import clip_ways, has_place, with_picture_for
from jobs.drafts.models import (
    ClipDraft,
    Draft,
    EffectDraft,
    PictureDraft,
    TextDraft,
    VoiceDraft,
    kept,
    pictures_of,
    subject_of,
)
from jobs.drafts.options import as_video, refitted
from jobs.drafts.references import has_references
from jobs.drafts.words import check_lengths
from jobs.effects import Effect
from jobs.errors import NotAChoice, NotOffered, TooManyPictures
from jobs.habits import Habits, about_pictures
from jobs.ids import MessageId
from jobs.materials import Picture, Segment
from jobs.offer import Offer

Pictures = tuple[Picture, ...]
SEGMENT_SECONDS = 5


def with_picture(
    draft: Draft, picture: Picture, offer: Offer, habits: Habits, *, joins: bool = False
) -> Draft:
    """The draft with one more picture. Raises TooManyPictures, NotOffered where pictures become nothing.

    The pictures of one album stand in the order in which they were sent; an album that begins takes
    the place of the pictures that were there, unless it `joins` them. A picture that is there
    already changes nothing. What a voice that waits for its video set aside goes on with the picture.
    """
    if isinstance(draft, VoiceDraft) and draft.aside:
        draft = draft.aside
    there = pictures_of(draft)
    if _is_in(there, picture):
        return draft
    if picture.album and not joins and all(other.album != picture.album for other in there):
        there = ()
    if isinstance(draft, EffectDraft):
        return _with_effect_picture(draft, there, picture)
    if isinstance(draft, ClipDraft) and _goes_with(draft, offer):
        return with_picture_for(draft, picture, offer)
    if not offer.most_pictures:
        raise NotOffered(Mode.IMAGE)
    if len(there) >= offer.most_pictures:
        raise TooManyPictures(offer.most_pictures)
    return with_pictures(draft, _placed(there, picture), offer, habits)


def _goes_with(draft: ClipDraft, offer: Offer) -> bool:
    """Whether a picture that comes now is for the draft's video."""
    modes = (draft.mode,) if draft.mode else clip_ways(draft.clip, offer)
    return any(has_place(mode, offer) for mode in modes)


def with_last_frame(draft: Draft, picture: Picture, offer: Offer) -> Draft:
    """A film from the draft's first picture to this one, whatever two pictures usually become.

    Raises NotAChoice.
    """
    there = pictures_of(draft)
    if _is_in(there, picture):
        return draft
    if not isinstance(draft, PictureDraft) or Mode.FRAMES not in offer.ways(2):
        raise NotAChoice
    ends = (there[0], picture)
    changes = {"pictures": ends, "way": Mode.FRAMES, "chosen": True, "segments": ()}
    return refitted(draft.model_copy(update=changes), offer)


def _is_in(there: Pictures, picture: Picture) -> bool:
    return any(other.message_id == picture.message_id for other in there)


def _with_effect_picture(draft: EffectDraft, there: Pictures, picture: Picture) -> EffectDraft:
    """A full effect takes a newly sent picture instead of its last one, but not from the same album."""
    wanted = draft.effect.pictures
    if len(there) >= wanted:
        if picture.album:
            raise TooManyPictures(wanted)
        there = there[: wanted - 1]
    return draft.model_copy(update={"pictures": _placed(there, picture)})


def _placed(there: Pictures, picture: Picture) -> Pictures:
    """Albums arrive shuffled: their message ids tell the order in which they were sent."""
    index = len(there)
    while index and _follows(there[index - 1], picture):
        index -= 1
    return (*there[:index], picture, *there[index:])


def _follows(other: Picture, picture: Picture) -> bool:
    together = picture.album is not None and other.album == picture.album
    return together and other.message_id > picture.message_id


def with_pictures(draft: Draft, pictures: Pictures, offer: Offer, habits: Habits) -> Draft:
    """The draft as a plain video of these pictures, or of words where there are none; a still stays one."""
    before = draft if isinstance(draft, PictureDraft) else None
    if not pictures and not _is_chosen_still(before, offer):
        return refitted(TextDraft(**kept(draft)), offer)
    way = _way(before, len(pictures), offer, habits, draft.prompt)
    grown = PictureDraft(
        **kept(draft),
        pictures=pictures,
        way=way,
        chosen=before is not None and before.chosen and before.way is way,
        segments=before.segments if before else (),
    )
    return refitted(_with_segments(grown, offer), offer)


def _way(
    before: PictureDraft | None, number: int, offer: Offer, habits: Habits, words: str | None
) -> Mode:
    """What the person picked on this card, or what their words ask for by naming pictures; else what
    they usually pick, else the most likely."""
    ways = offer.ways(number)
    if not ways:
        raise TooManyPictures(offer.most_pictures)
    if before and before.chosen and before.way in ways:
        return before.way
    if Mode.FUSION in ways and has_references(words or ""):
        return Mode.FUSION
    usual = habits.get(about_pictures(number))
    return usual if usual in ways else ways[0]


def _is_chosen_still(draft: PictureDraft | None, offer: Offer) -> bool:
    """Whether it may go on without pictures."""
    still = draft is not None and draft.chosen and draft.way is Mode.STILL
    return still and Mode.STILL in offer.ways(0)


def as_named(draft: Draft, offer: Offer) -> Draft:
    """Words that name pictures put them into one scene, unless the person has picked another way. Raises
    PromptTooLong."""
    if not isinstance(draft, PictureDraft) or draft.chosen or draft.way is Mode.FUSION:
        return draft
    if not has_references(draft.prompt or "") or Mode.FUSION not in offer.ways(len(draft.pictures)):
        return draft
    return with_way(draft, Mode.FUSION, offer).model_copy(update={"chosen": False})


def _with_segments(draft: PictureDraft, offer: Offer) -> PictureDraft:
    """A transition has one segment between each two pictures; other ways have none."""
    if draft.way is not Mode.TRANSITION:
        return draft.model_copy(update={"segments": ()})
    wanted = len(draft.pictures) - 1
    options = offer.fit(subject_of(draft), draft.options)
    fresh = Segment(seconds=options.duration or SEGMENT_SECONDS)
    segments = (*draft.segments, *[fresh] * wanted)[:wanted]
    return draft.model_copy(update={"segments": segments})


def ways_of(draft: Draft, offer: Offer) -> tuple[Mode, ...]:
    """What words, or pictures, can become; most likely first."""
    number = len(pictures_of(draft))
    if not isinstance(draft, TextDraft | PictureDraft):
        return ()
    words = (Mode.TEXT,) if not number and offer.has(Mode.TEXT) else ()
    return (*words, *offer.ways(number))


def with_way(draft: Draft, way: Mode, offer: Offer, defaults: Options = NO_OPTIONS) -> Draft:
    """The same words and pictures, another way. Raises NotAChoice, PromptTooLong."""
    if way not in ways_of(draft, offer):
        raise NotAChoice
    common = kept(draft)
    if subject_of(draft).mode is Mode.STILL is not way:
        common["options"] = as_video(draft.options, defaults, offer)
    if way is Mode.TEXT:
        return check_lengths(refitted(TextDraft(**common), offer), offer)
    segments = draft.segments if isinstance(draft, PictureDraft) else ()
    changed = PictureDraft(
        **common, pictures=pictures_of(draft), way=way, chosen=True, segments=segments
    )
    return check_lengths(refitted(_with_segments(changed, offer), offer), offer)


def with_segment_seconds(draft: Draft, number: int, seconds: int, offer: Offer) -> Draft:
    """The length of one segment (counted from 0). Raises NotAChoice."""
    if not isinstance(draft, PictureDraft) or not 0 <= number < len(draft.segments):
        raise NotAChoice
    if seconds not in offer.choices(subject_of(draft), draft.options, Field.DURATION):
        raise NotAChoice
    segments = list(draft.segments)
    segments[number] = segments[number].model_copy(update={"seconds": seconds})
    return draft.model_copy(update={"segments": tuple(segments)})


def swapped(draft: Draft) -> Draft:
    """The draft with its pictures in the opposite order."""
    return draft.model_copy(update={"pictures": pictures_of(draft)[::-1]})


def number_of(draft: Draft, message_id: MessageId) -> int | None:
    """Where the picture of this message stands (counted from 0); None where it is not there any more."""
    places = {picture.message_id: n for n, picture in enumerate(pictures_of(draft))}
    return places.get(message_id)


def with_picture_moved(draft: Draft, number: int, to: int) -> Draft:
    """One picture in another place (both counted from 0). Raises NotAChoice."""
    pictures = list(pictures_of(draft))
    if not (0 <= number < len(pictures) and 0 <= to < len(pictures)):
        raise NotAChoice
    pictures.insert(to, pictures.pop(number))
    return draft.model_copy(update={"pictures": tuple(pictures)})


def with_picture_replaced(draft: Draft, number: int, picture: Picture) -> Draft:
    """Another picture in the place of one (counted from 0). Raises NotAChoice."""
    pictures = list(pictures_of(draft))
    if not 0 <= number < len(pictures):
        raise NotAChoice
    pictures[number] = picture
    return draft.model_copy(update={"pictures": tuple(pictures)})


def without_picture(draft: Draft, number: int, offer: Offer, habits: Habits) -> Draft:
    """One picture (counted from 0) less. Raises NotAChoice."""
    pictures = list(pictures_of(draft))
    if not 0 <= number < len(pictures):
        raise NotAChoice
    del pictures[number]
    if isinstance(draft, EffectDraft | ClipDraft):
        return draft.model_copy(update={"pictures": tuple(pictures)})
    if isinstance(draft, PictureDraft):
        draft = _without_segment(draft, number)
    return with_pictures(draft, tuple(pictures), offer, habits)


def _without_segment(draft: PictureDraft, number: int) -> PictureDraft:
    """With a picture goes the stretch that leads on from it, or to it where it was the last."""
    gone = min(number, len(draft.segments) - 1)
    segments = tuple(each for n, each in enumerate(draft.segments) if n != gone)
    return draft.model_copy(update={"segments": segments})


def without_pictures(draft: Draft, offer: Offer) -> Draft:
    """The draft as if no picture had come."""
    if isinstance(draft, EffectDraft):
        return draft.model_copy(update={"pictures": ()})
    if isinstance(draft, ClipDraft):
        return draft.model_copy(update={"pictures": (), "spare": None})
    return with_pictures(draft, (), offer, {})


def with_effect(draft: Draft, effect: Effect, offer: Offer) -> Draft:
    """The draft with an effect; pictures that fit it stay, also those that a voice set aside."""
    if isinstance(draft, VoiceDraft) and draft.aside:
        draft = draft.aside
    options = draft.options.model_copy(update={"quality": effect.qualities[0], "sound": Sound.AUTO})
    with_it = EffectDraft(
        **{**kept(draft), "options": options},
        effect=effect,
        pictures=pictures_of(draft)[: effect.pictures],
    )
    return refitted(with_it, offer)


def without_effect(draft: Draft, offer: Offer, habits: Habits) -> Draft:
    """The draft as a plain video of the same pictures and words."""
    if not isinstance(draft, EffectDraft):
        return draft
    return with_pictures(TextDraft(**kept(draft)), draft.pictures, offer, habits)

"""The options of a draft: one changes, the others follow."""

from collections.abc import Mapping
from contextlib import suppress

from jobs.capabilities import Field, Mode, Options, Subject, Value
from jobs.drafts.models import Draft, PictureDraft, TextDraft, subject_of
from jobs.drafts.words import check_lengths
from jobs.errors import NotAChoice, PromptTooLong
from jobs.offer import Offer


def blank(defaults: Options, offer: Offer) -> TextDraft:
    """An empty draft that starts from a person's own defaults."""
    return TextDraft(options=offer.fit(Subject(Mode.TEXT), _filled(defaults, offer)))


def _filled(defaults: Options, offer: Offer) -> Options:
    """What a person has not chosen starts as the offer says."""
    own = defaults.model_dump(exclude_none=True)
    return Options.model_validate({**offer.start.model_dump(), **own})


def as_video(options: Options, defaults: Options, offer: Offer) -> Options:
    """Options of a picture for a video: its model and its quality are those that videos start with."""
    usual = _filled(defaults, offer)
    return options.model_copy(update={"model": usual.model, "quality": usual.quality})


def refitted(draft: Draft, offer: Offer) -> Draft:
    """The draft with options that its subject permits."""
    return draft.model_copy(update={"options": offer.fit(subject_of(draft), draft.options)})


def with_option(draft: Draft, field: Field, value: Value, offer: Offer) -> Draft:
    """The draft with one option changed, the others fitted to it. Raises NotAChoice, PromptTooLong."""
    options = offer.set_option(subject_of(draft), draft.options, field, value)
    if options is None:
        raise NotAChoice
    changed = draft.model_copy(update={"options": options})
    if isinstance(draft, PictureDraft) and field is Field.DURATION:
        changed = changed.model_copy(update={"segments": _all_alike(draft, options)})
    return check_lengths(changed, offer)


def with_each(draft: Draft, field: Field, offer: Offer) -> Mapping[Value, Draft]:
    """The draft with each value of an option, as far as its words fit with it."""
    subject = subject_of(draft)
    each: dict[Value, Draft] = {}
    for value in offer.choices(subject, offer.fit(subject, draft.options), field):
        with suppress(NotAChoice, PromptTooLong):
            each[value] = with_option(draft, field, value, offer)
    return each


def _all_alike(draft: PictureDraft, options: Options) -> tuple[object, ...]:
    """A length for the whole video is the length of each segment."""
    return tuple(
        segment.model_copy(update={"seconds": options.duration}) for segment in draft.segments
    )

"""The seed of a draft: the number that chance starts from, where a person would choose it."""

from jobs.drafts.models import Draft, subject_of
from jobs.errors import NotAChoice, NotASeed
from jobs.offer import Offer

_MOST_DIGITS = 20  # no seed has as many; of a book of digits nobody need make a number


def seeds_of(draft: Draft, offer: Offer) -> range:
    """The seeds that the draft may have as it stands; empty where chance cannot be steered."""
    subject = subject_of(draft)
    return offer.seeds(subject, offer.fit(subject, draft.options))


def seed_of(draft: Draft, offer: Offer) -> int | None:
    """The seed that counts: one that was chosen for another way may be too large for this one."""
    known = draft.seed is not None and draft.seed in seeds_of(draft, offer)
    return draft.seed if known else None


def with_seed(draft: Draft, seed: int | None, offer: Offer) -> Draft:
    """The draft with a seed of its own, or by chance (None). Raises NotAChoice where there are no seeds."""
    if seed is not None and not seeds_of(draft, offer):
        raise NotAChoice
    return draft.model_copy(update={"seed": seed})


def with_seed_said(draft: Draft, text: str, offer: Offer) -> Draft:
    """The draft with the seed that somebody wrote, in the digits of any script. Raises NotASeed, NotAChoice."""
    seeds, digits = seeds_of(draft, offer), text.strip()
    if not seeds:
        raise NotAChoice
    number = int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None
    # None is looked for in no range: that would be read from end to end.
    if number is None or number not in seeds:
        raise NotASeed(seeds[0], seeds[-1])
    return with_seed(draft, number, offer)

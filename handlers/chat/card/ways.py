"""What somebody's pictures become: asked once on the card, and changed there."""

from handlers.chat.buttons import ChooseWay
from handlers.chat.screens import Key
from handlers.chat.texts import Texts
from jobs.capabilities import Mode
from jobs.drafts import PictureDraft, has_references, pictures_of
from jobs.habits import about_pictures
from jobs.ports import Card


def way_keys(card: Card, texts: Texts) -> list[Key]:
    """One key for each way that takes so many pictures."""
    draft = card.draft
    way = draft.way if isinstance(draft, PictureDraft) else None
    return [
        Key(_way_label(other, texts, ticked=other is way), ChooseWay(draft=card.id, way=other))
        for other in card.basis.offer.ways(len(pictures_of(draft)))
    ]


def is_way_known(card: Card) -> bool:
    """Whether the person need not be asked what their pictures are for: it is asked once, and not where
    their words name the pictures."""
    draft = card.draft
    if not isinstance(draft, PictureDraft):
        return True
    number = len(draft.pictures)
    habit = about_pictures(number) in card.basis.habits
    named = draft.way is Mode.FUSION and has_references(draft.prompt or "")
    return draft.chosen or habit or named or len(card.basis.offer.ways(number)) < 2


def _way_label(way: Mode, texts: Texts, *, ticked: bool) -> str:
    label = texts.plain(f"way-{way}")
    return texts.plain("key-chosen", value=label) if ticked else label

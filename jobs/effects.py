"""PixVerse effects (templates): ready-made scenes that need one picture or more."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from jobs.capabilities import Mode, Subject
from jobs.ids import EffectId

_LARGEST_ID = 2**63 - 1  # what the database holds


class Shelf(StrEnum):
    """The shelves on which effects can be browsed."""

    HOT = "hot"
    NEW = "new"
    ALL = "all"
    FAVOURITES = "favourites"  # what the person starred
    RECENT = "recent"  # what they used last


OWN_SHELVES = frozenset({Shelf.FAVOURITES, Shelf.RECENT})
PICKED_SHELVES = frozenset({Shelf.HOT, Shelf.NEW})  # not every provider picks
EFFECT_LINK = "fx_"


def link_payload(effect_id: EffectId) -> str:
    """What a link to an effect carries."""
    return f"{EFFECT_LINK}{effect_id}"


def linked_effect(payload: str) -> EffectId | None:
    """The effect of such a link; None where it is another one."""
    number = payload.removeprefix(EFFECT_LINK)
    is_ours = payload.startswith(EFFECT_LINK) and number.isascii() and number.isdecimal()
    fits = is_ours and len(number) <= len(str(_LARGEST_ID)) and int(number) <= _LARGEST_ID
    return EffectId(int(number)) if fits else None


class Effect(BaseModel):
    """One effect as the provider's catalogue describes it.

    `pictures` is how many it needs (1 or more), `credits` its price per video there, `seconds` its length.
    `names` is what it is called in other languages ("pt"), as far as that was heard.
    `charged` is what people pay for it here, where that is known; it is not kept with the effect.
    """

    model_config = ConfigDict(frozen=True)

    id: EffectId
    name: str
    names: Mapping[str, str] = {}
    pictures: int
    makes_image: bool = False
    seconds: int = 5
    qualities: tuple[str, ...]
    credits: int
    shelf: Shelf = Shelf.ALL
    hint: str = ""
    preview_url: str | None = None
    charged: int | None = Field(default=None, exclude=True)

    def called(self, language: str) -> str:
        """Its name in this language, or the one that everybody can be told."""
        return self.names.get(language) or self.name

    @property
    def fewest_pictures(self) -> int:
        """It can start with so many: an effect for three and more plays with two as well."""
        return min(self.pictures, 2)

    @property
    def price(self) -> int:
        """What people pay for it."""
        return self.credits if self.charged is None else self.charged

    @property
    def subject(self) -> Subject:
        """What options for this effect are chosen from."""
        return Subject(
            Mode.EFFECT,
            self.pictures,
            effect_qualities=self.qualities,
            effect_credits=self.credits,
            effect_seconds=self.seconds,
            effect_id=self.id,
        )

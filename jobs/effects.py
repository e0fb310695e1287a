"""PixVerse effects (templates): ready-made scenes that need one picture or more."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from jobs.capabilities import Mode, Subject
from jobs.ids import EffectId


class Shelf(StrEnum):
    """The shelves on which effects can be browsed."""

    HOT = "hot"
    NEW = "new"
    ALL = "all"


class Effect(BaseModel):
    """One effect as the provider's catalogue describes it.

    `pictures` is how many it needs (1 or more), `credits` its price per video there, `seconds` its length.
    `charged` is what people pay for it here, where that is known; it is not kept with the effect.
    """

    model_config = ConfigDict(frozen=True)

    id: EffectId
    name: str
    pictures: int
    makes_image: bool = False
    seconds: int = 5
    qualities: tuple[str, ...]
    credits: int
    shelf: Shelf = Shelf.ALL
    hint: str = ""
    preview_url: str | None = None
    charged: int | None = Field(default=None, exclude=True)

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

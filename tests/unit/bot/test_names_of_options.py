"""What providers call styles and movements, people read in their own language."""

import pytest

from bot.providers.registry import PROVIDERS
from handlers.chat.option_keys import NAMED
from handlers.chat.texts import Languages
from jobs.capabilities import Field
from jobs.offer import Offer

LANGUAGES = Languages()


def values(offer: Offer, field: Field) -> set[str]:
    """Every value that any model of any mode takes."""
    rules = [model for mode in offer.modes.values() for model in mode.models.values()]
    names = {Field.STYLE: "styles", Field.CAMERA: "cameras", Field.MOTION: "motions"}
    return {value for one in rules for value in getattr(one, names[field])}


@pytest.mark.parametrize("language", LANGUAGES.codes)
def test_every_value_of_every_provider_has_a_name(language: str) -> None:
    texts = LANGUAGES.pick(language)
    seen = set()
    for adapter in PROVIDERS.values():
        for field in NAMED:
            for value in values(adapter.offer, field):
                name = texts.plain(f"{field}-{value}")
                assert "_" not in name
                assert len(name) <= 26, "two of them stand side by side on a phone"
                seen.add((field, name))
    assert len(seen) > 20, "no two have the same name"


def test_a_value_that_is_new_is_shown_as_words() -> None:
    assert LANGUAGES.pick("ru").plain_or("camera-bird_view", "Bird view") == "Bird view"

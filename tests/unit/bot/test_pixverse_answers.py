"""Numbers of effects keep all of their digits, or the effect is left out; what is shown of it moves."""

import pytest

from bot.providers.pixverse.answers import LARGEST_ID, effects
from jobs.effects import Effect
from pixverse.platform import Effect as Template


def offered(*numbers: int) -> list[Effect]:
    templates = [
        Template.model_validate({"template_id": number, "display_name": f"No. {number}"})
        for number in numbers
    ]
    return list(effects(templates, server="https://api.example"))


@pytest.mark.parametrize("number", [1, 2**53 + 1, LARGEST_ID - 1, LARGEST_ID])
def test_an_effect_keeps_its_number(number: int, caplog: pytest.LogCaptureFixture) -> None:
    assert [one.id for one in offered(number)] == [number]
    assert not caplog.records


@pytest.mark.parametrize("number", [LARGEST_ID + 1, 2**64 - 1])
def test_an_effect_whose_number_is_too_large_is_left_out_and_said(
    number: int, caplog: pytest.LogCaptureFixture
) -> None:
    assert [one.id for one in offered(7, number)] == [7]
    assert str(number) in caplog.text


MEDIA = "https://media.pixverse.ai/t"


@pytest.mark.parametrize(
    ("shown", "preview"),
    [
        (("path", "gif_path", "video_path"), f"{MEDIA}.gif_path"),
        (("path", "video_path"), f"{MEDIA}.video_path"),
        (("path",), f"{MEDIA}.path"),
        ((), None),
    ],
)
def test_of_an_effect_that_is_shown_which_moves(
    shown: tuple[str, ...], preview: str | None
) -> None:
    fields = {f"thumbnail_{name}": f"{MEDIA}.{name}" for name in shown}
    template = Template.model_validate({"template_id": 1, "display_name": "Hug", **fields})
    [effect] = effects([template], server="https://api.example")
    assert effect.preview_url == preview

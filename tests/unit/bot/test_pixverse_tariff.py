"""Prices of the platform, as its pricing page prints them."""

import pytest

from bot.providers.pixverse.capabilities import OFFER
from jobs.capabilities import Field, Mode, Sound, Subject
from jobs.tariff import Price
from tests.provider_requests import Requests

TEXT = Subject(Mode.TEXT)
PRINTED = {
    # model, sound, shots: {seconds: (360p, 540p, 720p, 1080p)}
    ("v5.6", False, False): {5: (35, 35, 45, 75), 8: (70, 70, 90, 150), 10: (77, 77, 99, None)},
    ("v5.6", True, False): {5: (80, 90, 80, 150), 8: (115, 115, 135, 195), 10: (122, 122, 144, None)},
    ("v5.5", False, False): {5: (45, 45, 60, 120), 8: (90, 90, 120, 240), 10: (99, 99, 132, None)},
    ("v5.5", True, False): {5: (55, 55, 70, 130), 8: (100, 100, 130, 250), 10: (109, 109, 142, None)},
    ("v5.5", False, True): {5: (75, 75, 90, 150), 8: (120, 120, 150, 270), 10: (129, 129, 162, None)},
    ("v5.5", True, True): {5: (85, 85, 100, 160), 8: (130, 130, 160, 280), 10: (139, 139, 172, None)},
    ("v5", False, False): {5: (45, 45, 60, 120), 8: (90, 90, 120, 240)},
    ("v4", False, False): {5: (45, 45, 60, 120), 8: (90, 90, 120, None)},
    ("v3.5", False, False): {5: (45, 45, 60, 120), 8: (90, 90, 120, None)},
    ("v6", False, False): {1: (5, 7, 9, 18), 15: (75, 105, 135, 270)},
    ("v6", True, False): {1: (7, 9, 12, 23), 10: (70, 90, 120, 230)},
    ("c1", False, False): {1: (6, 8, 10, 19), 5: (30, 40, 50, 95)},
    ("c1", True, False): {1: (8, 10, 13, 24), 15: (120, 150, 195, 360)},
}  # fmt: skip


@pytest.mark.parametrize(("kind", "rows"), PRINTED.items(), ids=str)
def test_every_printed_price(
    kind: tuple[str, bool, bool], rows: dict[int, tuple[int | None, ...]]
) -> None:
    model, sound, shots = kind
    for seconds, row in rows.items():
        for quality, credits in zip(("360p", "540p", "720p", "1080p"), row, strict=True):
            wishes = {"model": model, "quality": quality, "duration": seconds}
            wishes |= {"sound": Sound.ON} if sound else {}
            wishes |= {"multi_shot": True} if shots else {}
            if credits is None:
                with pytest.raises(ValueError, match="duration"):
                    Requests(OFFER).options(TEXT, **wishes)
            else:
                options = Requests(OFFER).options(TEXT, **wishes)
                assert OFFER.price(TEXT, options) == Price(credits)


def test_everything_that_is_offered_has_a_price() -> None:
    for model in OFFER.choices(TEXT, OFFER.start, Field.MODEL):
        for quality in ("360p", "540p", "720p", "1080p"):
            options = OFFER.start.model_copy(update={"model": model, "quality": quality})
            for seconds in OFFER.choices(TEXT, OFFER.fit(TEXT, options), Field.DURATION):
                chosen = OFFER.fit(TEXT, options.model_copy(update={"duration": seconds}))
                assert OFFER.price(TEXT, chosen).credits > 0


def test_quick_movement_in_five_seconds_costs_what_eight_do() -> None:
    options = Requests(OFFER).options(TEXT, model="v4.5", motion="fast")
    assert OFFER.price(TEXT, options) == Price(90)


def test_quick_movement_is_gone_where_the_video_is_longer_or_sharper() -> None:
    options = Requests(OFFER).options(TEXT, model="v4.5", motion="fast")
    for field, value in ((Field.DURATION, 8), (Field.QUALITY, "1080p")):
        changed = OFFER.set_option(TEXT, options, field, value)
        assert changed
        assert changed.motion == "normal"
        assert list(OFFER.choices(TEXT, changed, Field.MOTION)) == ["normal"]


def test_added_sound_costs_by_the_second() -> None:
    options = Requests(OFFER).options(TEXT, model="v5", sound=Sound.ON)
    assert OFFER.price(TEXT, options) == Price(55)


@pytest.mark.parametrize(
    ("mode", "price"),
    [
        (Mode.UPSCALE, Price(30)),
        (Mode.RESTYLE, Price(60)),
        (Mode.SOUND, Price(12)),
        (Mode.MOTION, Price(60)),
        (Mode.LIPSYNC, Price(24, about=True)),
        (Mode.MODIFY, Price(60, about=True)),
        (Mode.SWAP, Price(60, about=True)),
    ],
)
def test_work_on_a_video_costs_by_its_seconds(mode: Mode, price: Price) -> None:
    subject = Subject(mode, seconds=6)
    assert OFFER.price(subject, OFFER.start) == price
    unknown = OFFER.price(Subject(mode), OFFER.start)
    assert unknown.about
    assert unknown.credits > price.credits


def test_looking_who_can_be_swapped_costs_little_however_long_the_video() -> None:
    for seconds in (0, 5, 30):
        assert OFFER.price(Subject(Mode.PARTS, seconds=seconds), OFFER.start) == Price(2)


def test_stretches_between_pictures_are_added_up() -> None:
    subject = Subject(Mode.TRANSITION, 4, segments=(5, 5, 3))
    assert OFFER.price(subject, OFFER.start) == Price(135, about=True)

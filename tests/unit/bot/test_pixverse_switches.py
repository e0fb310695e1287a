"""What is not certain about PixVerse's platform: a switch is turned, and what is offered follows."""

from bot.providers.pixverse.capabilities import SWITCHES, offer
from jobs.capabilities import Field, Mode, Options, Subject
from pixverse.platform import Switches


def seconds(switches: Switches, pictures: int) -> list[object]:
    subject = Subject(Mode.TRANSITION, pictures)
    return list(offer(switches).choices(subject, Options(model="v5"), Field.DURATION))


def test_no_film_from_picture_to_picture_is_too_long() -> None:
    assert seconds(SWITCHES, 7) == [1, 2, 3, 4, 5]
    assert seconds(Switches(longest_multi_transition=60), 7)[-1] == 8


def test_limits_of_lengths_and_words_follow() -> None:
    turned = offer(
        Switches(longest_restyled=30, longest_speech=200, longest_prompt=2048, mimic_at_1080p=True)
    )
    assert turned.rules(Mode.RESTYLE).longest_clip == 30
    assert turned.rules(Mode.LIPSYNC).models[""].speech_limit == 200
    assert turned.rules(Mode.TEXT).models["v6"].prompt_limit == 2048
    assert "1080p" in turned.rules(Mode.MOTION).models[""].qualities


def test_what_some_sources_do_not_know_can_be_left_out() -> None:
    careful = offer(
        Switches(
            negative_prompts=False,
            camera_models=frozenset(),
            fusion_models=frozenset({"v4.5"}),
            sound_effect_requires_words=True,
        )
    )
    words = careful.rules(Mode.TEXT).models
    assert not any(one.negative_limit or one.cameras for one in words.values())
    assert list(careful.rules(Mode.FUSION).models) == ["v4.5"]
    assert careful.rules(Mode.SOUND).words == "needed"

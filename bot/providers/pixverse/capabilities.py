"""What PixVerse's Platform API can do, as data.

Source: its reference and its newer descriptions, September 2026. Where they disagree, `pixverse.platform.Switches`
says which of them is believed, and why; the tables follow the switches.
"""

from dataclasses import replace

from bot.providers.pixverse.tariff import TARIFF
from jobs.capabilities import (
    NO_STYLE,
    USUAL_CAMERA,
    USUAL_MOTION,
    Field,
    Mode,
    ModelRules,
    ModeRules,
    Only,
    Options,
    Sound,
    Words,
)
from jobs.offer import Offer
from pixverse.platform import Switches
from pixverse.platform.uploads import LONGEST_MEDIA_SECONDS

V3_5, V4, V4_5, V5, V5_5, V5_6, V6, C1 = "v3.5", "v4", "v4.5", "v5", "v5.5", "v5.6", "v6", "c1"

UNDER_1080P = ("360p", "540p", "720p")
QUALITIES = (*UNDER_1080P, "1080p")
RATIOS = ("16:9", "9:16", "1:1", "4:3", "3:4")
WIDE_RATIOS = (*RATIOS, "3:2", "2:3", "21:9")
FAST = "fast"
CAMERAS = (
    USUAL_CAMERA,
    "zoom_in",
    "zoom_out",
    "smooth_zoom_in",
    "quickly_zoom_in",
    "quickly_zoom_out",
    "pan_left",
    "pan_right",
    "horizontal_left",
    "horizontal_right",
    "vertical_up",
    "vertical_down",
    "left_follow",
    "right_follow",
    "crane_up",
    "camera_rotation",
    "robo_arm",
    "super_dolly_out",
    "whip_pan",
    "hitchcock",
    "fix_bg",
)
STYLES = ("anime", "3d_animation", "clay", "comic", "cyberpunk", "realistic")
PROMPT = 2048
FUSED_PROMPT = 2000  # each name of a picture may need a space more
MOST_STRETCHES, LONGEST_STRETCH = 6, 8  # between seven pictures; seconds

SOUNDS = (Sound.OFF, Sound.ON)
_FUSED_WITH_SOUND = frozenset({V5_6, V6, C1})
_FUSED_FEW = frozenset({V4_5, V5})  # up to 3 pictures; the others take 7


def offer(switches: Switches) -> Offer:
    """What is offered where the service is as these switches say."""
    return Offer(_modes(switches), TARIFF, START, deletes=False).tuned(hidden=())


def _modes(switches: Switches) -> dict[Mode, ModeRules]:
    models = _models(switches)
    return {
        Mode.TEXT: ModeRules(
            {name: _with_ratios(name, rules) for name, rules in models.items()}, words=Words.NEEDED
        ),
        Mode.IMAGE: ModeRules(
            {name: replace(rules, prompt_limit=PROMPT) for name, rules in models.items()},
            words=Words.NEEDED,
            pictures=(1, 1),
        ),
        Mode.FRAMES: ModeRules(
            {name: _plain(rules) for name, rules in models.items()},
            words=Words.NEEDED,
            pictures=(2, 2),
        ),
        Mode.TRANSITION: ModeRules(
            dict.fromkeys((V5, V4_5, V4, V3_5), ModelRules(QUALITIES, _stretches(switches))),
            pictures=(2, 7),
            takes_seed=False,
        ),
        Mode.FUSION: ModeRules(
            {
                name: _fusing(name, rules)
                for name, rules in models.items()
                if name in switches.fusion_models
            },
            words=Words.NEEDED,
            pictures=(1, 7),
        ),
        Mode.EFFECT: ModeRules({"": ModelRules(sounds=SOUNDS)}, pictures=(1, 7)),
        **_clip_modes(models, switches),
    }


def _stretches(switches: Switches) -> tuple[int, ...]:
    """Seconds between two pictures: as many of the longest as there can be make no film that is too long."""
    longest = min(switches.longest_multi_transition // MOST_STRETCHES, LONGEST_STRETCH)
    return tuple(range(1, longest + 1))


def _models(switches: Switches) -> dict[str, ModelRules]:
    """The newest that is not the dearest comes first."""
    old = ModelRules(
        QUALITIES,
        (5, 8),
        seconds_at={"1080p": (5,)},
        sounds=SOUNDS,
        sound_words_limit=PROMPT,
        prompt_limit=switches.longest_prompt,
        negative_limit=PROMPT if switches.negative_prompts else 0,
    )
    quick = replace(
        old,
        motions=(USUAL_MOTION, FAST),
        only=(
            Only(Field.MOTION, FAST, Field.DURATION, (5,)),
            Only(Field.MOTION, FAST, Field.QUALITY, UNDER_1080P),
        ),
    )
    newer = replace(old, seconds=(5, 8, 10), seconds_at={"1080p": (5, 8)}, sound_words_limit=0)
    newest = replace(newer, seconds=tuple(range(1, 16)), seconds_at={})
    rules = {
        V5_6: newer,
        V6: replace(newest, multi_shot=True),
        V5_5: replace(newer, multi_shot=True),
        C1: newest,
        V5: old,
        V4_5: quick,
        V4: quick,
        V3_5: replace(quick, styles=(NO_STYLE, *(s for s in STYLES if s in switches.styles))),
    }
    return {name: _switched(name, one, switches) for name, one in rules.items()}


def _switched(name: str, rules: ModelRules, switches: Switches) -> ModelRules:
    if name in switches.camera_models:
        rules = replace(rules, cameras=CAMERAS)
    if name in switches.eight_seconds_at_1080p:
        rules = replace(rules, seconds_at={})
    return rules


def _with_ratios(name: str, rules: ModelRules) -> ModelRules:
    return replace(rules, ratios=WIDE_RATIOS if name in (V6, C1) else RATIOS)


def _plain(rules: ModelRules) -> ModelRules:
    """As the endpoint with a first and a last picture takes it."""
    return replace(
        rules, styles=(), cameras=(), multi_shot=False, negative_limit=0, prompt_limit=PROMPT
    )


def _fusing(name: str, rules: ModelRules) -> ModelRules:
    return replace(
        _with_ratios(name, _plain(rules)),
        motions=(),
        only=(),
        sounds=SOUNDS if name in _FUSED_WITH_SOUND else (),
        sound_words_limit=0,
        prompt_limit=FUSED_PROMPT,
        pictures=(1, 3 if name in _FUSED_FEW else 7),
    )


def _going_on(rules: ModelRules) -> ModelRules:
    """As a continuation takes it: it keeps the style, and has no sound of its own."""
    return replace(_plain(rules), styles=rules.styles, sounds=(), sound_words_limit=0)


def _clip_modes(models: dict[str, ModelRules], switches: Switches) -> dict[Mode, ModeRules]:
    edited = {"": ModelRules(UNDER_1080P, prompt_limit=switches.longest_prompt)}
    copied = QUALITIES if switches.mimic_at_1080p else UNDER_1080P
    plain = ModeRules(
        {"": ModelRules()},
        words=Words.NONE,
        longest_clip=LONGEST_MEDIA_SECONDS,
        takes_seed=False,
    )
    return {
        Mode.EXTEND: ModeRules(
            {name: _going_on(rules) for name, rules in models.items()},
            words=Words.NEEDED,
            longest_clip=LONGEST_MEDIA_SECONDS,
        ),
        Mode.MODIFY: replace(plain, models=edited, words=Words.NEEDED),
        Mode.LIPSYNC: replace(
            plain,
            models={"": ModelRules(speech_limit=switches.longest_speech)},
            needs_voice=True,
            longest_voice=LONGEST_MEDIA_SECONDS,
        ),
        Mode.UPSCALE: plain,
        Mode.RESTYLE: replace(
            plain,
            models={"": ModelRules(prompt_limit=switches.longest_prompt)},
            words=Words.NEEDED,
            looks=True,
            longest_clip=switches.longest_restyled,
            takes_seed=True,
        ),
        Mode.SOUND: replace(
            plain,
            models={"": ModelRules(keep_sound=True, prompt_limit=PROMPT)},
            words=Words.NEEDED if switches.sound_effect_requires_words else Words.WELCOME,
        ),
        Mode.PARTS: plain,
        Mode.SWAP: replace(
            plain,
            models={"": ModelRules(UNDER_1080P, keep_sound=True)},
            pictures=(1, 1),
            needs_part=True,
        ),
        Mode.MOTION: replace(plain, models={"": ModelRules(copied)}, pictures=(1, 1)),
    }


START = Options(
    model=V5_6,
    quality="540p",
    duration=5,
    ratio="16:9",
    style=NO_STYLE,
    camera=USUAL_CAMERA,
    motion=USUAL_MOTION,
    sound=Sound.OFF,
    keep_sound=False,
    multi_shot=False,
)

SWITCHES = Switches()
"""The service as it is taken to be: a switch is turned here, and what is offered follows."""

OFFER = offer(SWITCHES)
MODES = OFFER.modes

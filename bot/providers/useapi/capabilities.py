"""What useapi.net's PixVerse API v2 can do, as data.

Source: its documentation of January 2026 ("Endpoint x model", the POST fields); v6, pixverse-c1, motion control,
pictures and templates with up to five pictures: its Postman collection of June 2026. What only the latter shows and
nothing else confirms is `unproven`: it is offered where whoever runs the bot switches it on.
"""

from dataclasses import replace

from bot.providers.useapi.tariff import TARIFF
from jobs.capabilities import ANY_RATIO, Mode, ModelRules, ModeRules, Options, Sound, Words
from jobs.offer import Offer

V6, V5_6, V5_5, V5, V5_FAST, C1 = "v6", "v5.6", "v5.5", "v5", "v5-fast", "pixverse-c1"
QWEN, NANO_BANANA = "qwen-image", "nano-banana"
SEEDREAM_4, SEEDREAM_4_5, SEEDREAM_5 = "seedream-4.0", "seedream-4.5", "seedream-5.0-lite"

QUALITIES = ("360p", "540p", "720p", "1080p")
RATIOS = ("16:9", "9:16", "1:1", "4:3", "3:4")
C1_RATIOS = (*RATIOS, "3:2", "2:3")
SPEECH = 140
SOUND_WORDS = 140  # the documentation gives a limit for transitions only; it is kept everywhere
LIPSYNC_SPEECH = 200
# Not documented: PixVerse's own API takes no longer uploads. What was made there may have become longer, and goes on.
LONGEST_CLIP = 30
LONG_PROMPT = 5000


def _upto(longest: int) -> tuple[int, ...]:
    return tuple(range(1, longest + 1))


SOUNDS = (Sound.OFF, Sound.ON)

_V5_X = ModelRules(
    qualities=QUALITIES,
    seconds=_upto(10),
    seconds_at={"1080p": _upto(8)},
    preview=True,
    off_peak=True,
)
_AUDIO = replace(_V5_X, sounds=SOUNDS)
_V5 = replace(_AUDIO, sound_words_limit=SOUND_WORDS, speech_limit=SPEECH)
_V6 = replace(_AUDIO, seconds=_upto(15), seconds_at={}, prompt_limit=LONG_PROMPT, multi_shot=True)
_C1 = replace(_V5_X, preview=False, off_peak=False, unproven=True)

_CREATE = {V5_6: _AUDIO, V6: _V6, V5_5: _AUDIO, V5: _V5, V5_FAST: _V5_X, C1: _C1}


def _with_ratios(name: str, rules: ModelRules) -> ModelRules:
    return replace(rules, ratios=C1_RATIOS if name == C1 else RATIOS)


def _short(rules: ModelRules) -> ModelRules:
    """As the endpoints with two or more pictures take it."""
    return replace(rules, seconds=_upto(8), seconds_at={}, multi_shot=False)


_FUSION = replace(_V5_X, ratios=RATIOS, preview=False, pictures=(1, 3))
_EXTEND = replace(_V5_X, preview=False)
_UNDER_1080P = QUALITIES[:3]
# Where the vendor names no qualities, but one price for all of them, none is asked for.
_STILL = ModelRules(ratios=(ANY_RATIO, *RATIOS))
_STILLS = {
    QWEN: ModelRules(qualities=("720p", "1080p"), ratios=RATIOS, pictures=(0, 3)),
    SEEDREAM_4_5: replace(_STILL, pictures=(0, 6)),
    SEEDREAM_4: replace(_STILL, pictures=(0, 6)),
    NANO_BANANA: replace(_STILL, pictures=(0, 3)),
    SEEDREAM_5: replace(_STILL, pictures=(0, 14)),
}

MODES = {
    Mode.TEXT: ModeRules(
        {name: _with_ratios(name, rules) for name, rules in _CREATE.items()}, words=Words.NEEDED
    ),
    Mode.IMAGE: ModeRules(_CREATE, pictures=(1, 1)),
    Mode.FRAMES: ModeRules(
        {name: _short(rules) for name, rules in _CREATE.items()}, pictures=(2, 2)
    ),
    Mode.TRANSITION: ModeRules(
        {
            V5_6: replace(_short(_AUDIO), pictures=(2, 2)),
            V5_5: replace(_short(_AUDIO), pictures=(2, 2)),
            V5: replace(_short(_V5), pictures=(2, 7)),
        },
        pictures=(2, 7),
    ),
    Mode.FUSION: ModeRules(
        {V5: _FUSION, C1: replace(_C1, ratios=C1_RATIOS, pictures=(1, 7))},
        words=Words.NEEDED,
        pictures=(1, 7),
        seeds=range(1, 1_000_000),
    ),
    Mode.STILL: ModeRules(_STILLS, words=Words.NEEDED, pictures=(0, 14), unproven=True),
    Mode.EFFECT: ModeRules(
        {
            "": ModelRules(
                sounds=tuple(Sound),
                off_peak=True,
                sound_words_limit=SOUND_WORDS,
                speech_limit=SPEECH,
            )
        },
        pictures=(1, 5),
    ),
    Mode.EXTEND: ModeRules(
        {
            V5_5: _EXTEND,
            V6: replace(
                _EXTEND, seconds=_upto(15), seconds_at={}, sounds=SOUNDS, prompt_limit=LONG_PROMPT
            ),
            V5: _EXTEND,
        },
        longest_clip=LONGEST_CLIP,
        limits_made=False,
    ),
    Mode.MODIFY: ModeRules(
        {V5_5: ModelRules(qualities=_UNDER_1080P, off_peak=True)},
        words=Words.NEEDED,
        longest_clip=LONGEST_CLIP,
        limits_made=False,
    ),
    Mode.LIPSYNC: ModeRules(
        {"": ModelRules(keep_sound=True, off_peak=True, speech_limit=LIPSYNC_SPEECH)},
        words=Words.NONE,
        longest_clip=LONGEST_CLIP,
        limits_made=False,
        needs_voice=True,
        clip_models=(V5,),
        longest_voice=60,
        takes_seed=False,
    ),
    Mode.UPSCALE: ModeRules(
        {"": ModelRules()},
        words=Words.NONE,
        clip_models=(V6, V5_6, V5_5, V5, V5_FAST),
        takes_seed=False,
    ),
    Mode.MOTION: ModeRules(
        {V5_6: ModelRules(qualities=_UNDER_1080P, off_peak=True)},
        words=Words.NONE,
        pictures=(1, 1),
        made_clips=False,  # the video is named by where it was uploaded
        shortest_clip=1,
        longest_clip=30,
        takes_seed=False,
        unproven=True,
    ),
}

START = Options(
    model=V5_6,
    quality="540p",
    duration=5,
    ratio="16:9",
    sound=Sound.OFF,
    keep_sound=False,
    multi_shot=False,
    preview=False,
    off_peak=False,
)

OFFER = Offer(MODES, TARIFF, START).tuned(hidden=())

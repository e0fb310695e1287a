"""Where descriptions of PixVerse's Platform API disagree: one switch each, with the reason of its default.

A switch is turned when the real service is seen to behave otherwise; no code is changed for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from pixverse.platform.webhook import ALL_CONSTRUCTIONS, Construction


@dataclass(frozen=True, slots=True)
class Switches:
    """One provider's ways; the defaults are what newer and better sources say."""

    repeats_find_the_first: bool = True
    """Whether the same request with the same trace id is answered with the first job. The vendor's
    pages say that it makes no new video; that it is a promise is inferred. Without it a lost answer is
    never asked for again: whoever runs the bot looks, and decides."""

    trace_remembered_for: timedelta = timedelta(minutes=30)
    """How long a repeat may count on that. No page says when a trace id is forgotten, and a repeat
    after that is a second paid video: what is older is not asked for again, as if it were no promise."""

    masks_are_found_again: bool = True
    """Whether that holds for the search for people and things in a video, too, which is answered at once
    and costs 2 credits. Nothing says so of it by name. Without it what was found and then lost in a restart
    is not asked for again: the person is told, and pays nothing."""

    missing_is_lost: bool = True
    """Whether error 500008 about a result means that there is no such video. The sheet of errors says that
    what was asked for was not found. Without it a video that is not found is looked for as long as one that
    is still being made."""

    lip_sync_switch: Literal["lip_sync_tts_switch", "lip_sync_switch"] = "lip_sync_tts_switch"
    """The name of the field that makes a new video speak. Both names are documented; the default
    stands in the same group as ``lip_sync_tts_content`` and ``lip_sync_tts_speaker_id``."""

    speakers: Literal["/video/tts_speaker", "/video/lip_sync/tts_list"] = "/video/tts_speaker"
    """Where the voices are listed. The default is the newer name; only it takes a speaker type."""

    restyle_list: Literal["query", "body"] = "query"
    """How the page of the styles is asked for. The vendor's page shows a JSON body; a GET with a
    body is unusual enough, and dropped by enough proxies, to take it for a slip."""

    upload_by_url: Literal["form", "json", "refused"] = "form"
    """How an upload names an address. The default is the kind of body that a file has there; an old
    page says that addresses are not taken at all. The bot itself always sends files."""

    longest_image_side: int = 4000
    """Pixels: 4000 in the older reference, 10000 in the newer. Pictures that fit the smaller one
    are taken by both. The client does not look into files: whoever scales them asks here."""

    longest_prompt: int = 5000
    """Characters: 2048 in the older reference, 5000 in the newer. Transitions and continuations
    keep 2048 in both."""

    longest_speech: int = 140
    """Characters that a voice may be given: 140 in the reference, 200 in the vendor's own tool;
    what fits the smaller one is taken by both."""

    negative_prompts: bool = True
    """Whether ``negative_prompt`` may be sent: documented once, gone from the newer reference."""

    styles: frozenset[str] = frozenset({"anime", "3d_animation", "clay", "comic", "cyberpunk"})
    """The looks of model v3.5. The vendor's own tool also knows "realistic", the reference not."""

    camera_models: frozenset[str] = frozenset({"v4", "v4.5"})
    """The models that move the camera; some notes add v5."""

    eight_seconds_at_1080p: frozenset[str] = frozenset({"v5"})
    """Which of v3.5 to v5 make 8 s at 1080p. An old sentence says none; the price list, which is
    newer, has a price for v5 and none for the others."""

    fusion_models: frozenset[str] = frozenset({"v4.5", "v5", "v5.5", "v5.6", "v6", "c1"})
    """The models that join subjects: v4.5 only in the oldest source, these in the two newer."""

    longest_multi_transition: int = 30
    """Seconds of all segments together. One source only, so the default believes it."""

    longest_restyled: int = 16
    """Seconds of a video that gets another style. One source only, so the default believes it."""

    mimic_at_1080p: bool = False
    """Whether a movement can be copied at 1080p: one list has it, the newer one and the price
    list do not."""

    extend_requires_seed: bool = True
    """Whether a continuation without a seed is refused here. One source calls it required, one
    optional: sending it is right for both, so a body that lacks it is not sent."""

    extend_sends_water_mark: bool = True
    """Whether ``water_mark: false`` is sent with a continuation that does not say: one source
    calls the field required, and false is what leaving it out would mean."""

    sound_effect_requires_words: bool = False
    """Whether a sound effect must be described. Two sources of three say that without words the
    sound is chosen to fit the video."""

    keyframe_ids: Literal["list", "number"] = "list"
    """How a change of a video names its key frames: a list, as its plural and its neighbours
    ``img_ids`` and ``mask_ids`` say, or one number, as one source has it."""

    webhook_everywhere: bool = False
    """Whether ``webhook_id`` is sent with more than text, picture and effect videos. For others it
    is not confirmed; without it they are polled, as they all are anyway."""

    webhook_constructions: frozenset[Construction] = ALL_CONSTRUCTIONS
    """The ways of signing that are accepted. All are believed until a delivery was captured that
    shows the one in use."""

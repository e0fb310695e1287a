"""The agents: whole films from a few references. Their pages are thin, and so is what is checked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.film.sizes import frame_size, ratio_of
from simulator.film.sniffing import Kind
from simulator.platform import sources, tariff
from simulator.platform.endpoints import Endpoint
from simulator.platform.envelope import Code, Refused, bad
from simulator.platform.fields import Choice, Flag, Id, Link, Many, Record, Text, Whole, empty
from simulator.platform.orders import Order

if TYPE_CHECKING:
    from simulator.platform.fields import Body
    from simulator.platform.records import Account
    from simulator.platform.world import World

_VIRAL, _REAL_ESTATE = 414_562_414_124_109, 419_629_433_597_950
_RATIOS = Choice(("9:16", "16:9", "1:1", "4:3", "3:4", "21:9"))
_QUALITIES = ("480p", "720p", "1080p")
_PICTURE = Record({"img_id": Id(), "img_url": Link(), "ref_name": Text(64)})
_VIDEO = Record({"source_video_id": Id(), "video_media_id": Id(), "video_url": Link()})
_LISTING_PICTURES = {"pro": (5, 60), "fast": (5, 20)}
_SECONDS = 15

AGENT = Endpoint(
    "agent",
    "agent",
    {
        "agent_id": Id(),
        "prompt": Text(5000),
        "model": Choice(tuple(_LISTING_PICTURES)),
        "mode": Choice(("property_tour", "ad_house_tour")),
        "product_url": Link(),
        "img_references": Many(_PICTURE, 60),
        "video_references": Many(_VIDEO, 1),
        "quality": Choice(_QUALITIES),
        "aspect_ratio": _RATIOS,
        "duration": Whole(1, 60),
        "language_code": Choice(("en-US", "zh-CN", "auto")),
        "video_style": Choice(("cozy", "pov")),
        "avatar_presence_level": Choice(("none", "low", "medium", "high")),
    },
    ("agent_id",),
)
MUSIC_VIDEO = Endpoint(
    "music_mv_agent",
    "agent",
    {
        "mv_agent_type": Choice(("vibe_mv", "vibe_mv_v3_custom")),
        "audio_media_id": Id(),
        "aspect_ratio": _RATIOS,
        "quality": Choice(_QUALITIES[1:]),
        "prompt": Text(5000),
        "music_style": Text(64),
        "mv_style": Text(64),
        "img_references": Many(_PICTURE, 1),
        "style_img_references": Many(_PICTURE, 1),
        "lyric_text": Text(4999),
        "caption_switch": Flag(),
        "lip_sync_switch": Flag(),
        "instrumental_switch": Flag(),
        "seed": Whole(0, 2**53 - 1),
    },
    ("mv_agent_type", "audio_media_id", "aspect_ratio", "quality"),
)


def agent(world: World, account: Account, body: Body) -> Order:
    if body["agent_id"] == _VIRAL:
        _check_viral(body)
    elif body["agent_id"] == _REAL_ESTATE:
        _check_listing(body)
    else:
        raise Refused(Code.NOT_FOUND, f"agent_id {body['agent_id']} is not known")
    return _film(world, account, body, body.get("duration", _SECONDS))


def music_video(world: World, account: Account, body: Body) -> Order:
    speech = sources.media(world, account, body["audio_media_id"], Kind.AUDIO)
    order = _film(world, account, body, max(1, round(speech.seconds)))
    return replace(order, speech=speech)


def _check_viral(body: Body) -> None:
    for name in ("prompt", "img_references", "video_references"):
        if empty(body.get(name)):
            raise Refused(Code.EMPTY, f"{name} is required")
    if len(body["img_references"]) > 5:
        raise bad("img_references takes at most 5 images")


def _check_listing(body: Body) -> None:
    """A listing's address, or its pictures and words."""
    if empty(body.get("model")):
        raise Refused(Code.EMPTY, "model is required")
    pictures, words = body.get("img_references", []), body.get("prompt", "")
    if not empty(body.get("product_url")):
        if pictures or words:
            raise bad("product_url can not be combined with prompt or img_references")
        return
    least, most = _LISTING_PICTURES[body["model"]]
    if not least <= len(pictures) <= most:
        raise bad(f"img_references takes {least} to {most} images")


def _film(world: World, account: Account, body: Body, seconds: int) -> Order:
    numbers = [row["img_id"] for row in body.get("img_references", []) if row.get("img_id")]
    quality = body.get("quality", "720p")
    shape = ratio_of(body.get("aspect_ratio", "16:9"))
    return Order(
        cost=tariff.AGENT,
        size=frame_size("540p" if quality == "480p" else quality, shape),
        duration=seconds,
        quality=quality,
        has_audio=True,
        pictures=sources.images(world, account, numbers),
    )

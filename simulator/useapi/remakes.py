"""Orders made from a video that is there already: extend, modify, lip-sync, upscale."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.film.sizes import frame_size, upscaled
from simulator.film.sniffing import Kind
from simulator.useapi import checks
from simulator.useapi.endpoints import DEFAULT_QUALITY, Endpoint
from simulator.useapi.orders import Order, timed
from simulator.useapi.records import Upload, Video
from simulator.useapi.refusals import bad
from simulator.useapi.tariff import price, upscale_price

if TYPE_CHECKING:
    from simulator.useapi.fields import Body
    from simulator.useapi.world import World

_LONGEST_SPEECH = 60
_SOUND_ON_EXTEND = "v6"
# An uploaded video is not rendered longer than this, whatever it lasts.
_LONGEST_SOURCE = 120


def order_extend(world: World, endpoint: Endpoint, body: Body) -> Order:
    """The result is the whole film: what was there, and what was added to it and paid for."""
    source = checks.source(world, body)
    order = timed(endpoint, body, source.width / source.height)
    if "audio" in body and order.model != _SOUND_ON_EXTEND:
        raise bad(f"Parameter audio is not supported by model {order.model} on extend")
    sound = order.sound or (isinstance(source, Video) and source.sound)
    whole = _seconds(source) + order.duration
    return replace(order, source=source, duration=whole, sound=sound)


def order_modify(world: World, endpoint: Endpoint, body: Body) -> Order:
    source = checks.source(world, body)
    quality = body.get("quality", DEFAULT_QUALITY)
    return _from_source(source, endpoint.models[0], quality)


def order_lipsync(world: World, endpoint: Endpoint, body: Body) -> Order:
    source = checks.source(world, body)
    checks.speech(body)
    speech = checks.upload(world, body, "audio_path", Kind.AUDIO)
    if isinstance(source, Video) and source.model not in endpoint.models:
        raise bad(f"Videos of model {source.model} can not be lip-synced")
    quality = source.quality if isinstance(source, Video) else DEFAULT_QUALITY
    order = _from_source(source, endpoint.models[0], quality)
    too_long = speech is not None and speech.seconds > _LONGEST_SPEECH
    return replace(order, sound=True, fails=too_long)


def order_upscale(world: World, endpoint: Endpoint, body: Body) -> Order:
    source = checks.finished(world, body["video_id"])
    if source.endpoint == "upscale":
        raise bad("Parameter video_id is already upscaled")
    if source.model not in endpoint.models:
        raise bad(f"Videos of model {source.model} can not be upscaled")
    order = _from_source(source, source.model, source.quality)
    size = upscaled((source.width, source.height))
    return replace(order, size=size, cost=upscale_price(source.duration), sound=source.sound)


def _from_source(source: Video | Upload, model: str, quality: str) -> Order:
    seconds = _seconds(source)
    return Order(
        model=model,
        quality=quality,
        duration=seconds,
        size=frame_size(quality, source.width / source.height),
        cost=price(model, quality, seconds),
        source=source,
    )


def _seconds(source: Video | Upload) -> int:
    if isinstance(source, Video):
        return source.duration
    return min(max(1, round(source.seconds)), _LONGEST_SOURCE)

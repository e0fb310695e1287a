"""Turns a request that passed its checks into an order: what will be made, and for how much."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from simulator.film.sizes import frame_size, ratio_of, upscaled
from simulator.film.sniffing import Kind
from simulator.useapi import checks
from simulator.useapi.effects import IMAGE_TEMPLATE, Effect
from simulator.useapi.endpoints import DEFAULT_QUALITY, MAX_FRAMES, Endpoint
from simulator.useapi.records import Upload, Video
from simulator.useapi.refusals import bad
from simulator.useapi.tariff import price, upscale_price

if TYPE_CHECKING:
    from simulator.useapi.fields import Body
    from simulator.useapi.world import World

_DEFAULT_SECONDS = 5
_LONGEST_SPEECH = 60
# An uploaded video is not rendered longer than this, whatever it lasts.
_LONGEST_SOURCE = 120
_MANY_FRAMES = 3


@dataclass(frozen=True, slots=True)
class Order:
    model: str
    quality: str
    duration: int
    size: tuple[int, int]
    cost: int
    kind: Kind = Kind.VIDEO
    aspect_ratio: str = ""
    sound: bool = False
    effect: Effect | None = None
    pictures: tuple[Upload, ...] = field(default=())
    source: Video | Upload | None = None
    fails: bool = False

    @property
    def account(self) -> str | None:
        """A job made from a video belongs to the account of that video."""
        return self.source.email if isinstance(self.source, Video) else None


def order_create(world: World, endpoint: Endpoint, body: Body) -> Order:
    pictures = checks.pictures(world, body, ("first_frame_path", "last_frame_path"))
    if "template_id" in body:
        return _order_effect(world, body, tuple(pictures))
    checks.plain_create(body)
    order = _timed(endpoint, body, _picture_ratio(pictures) or ratio_of(_asked_ratio(body)))
    order = replace(order, pictures=tuple(pictures))
    return order if pictures else replace(order, aspect_ratio=_asked_ratio(body))


def _order_effect(world: World, body: Body, pictures: tuple[Upload, ...]) -> Order:
    effect = world.effects.get(body["template_id"])
    if effect is None:
        raise bad(f"Parameter template_id ({body['template_id']}) is unknown")
    checks.template(body, effect)
    quality = body.get("quality", effect.qualities[0])
    image = effect.template_type == IMAGE_TEMPLATE
    return Order(
        model="v5",
        quality=quality,
        duration=0 if image else effect.duration,
        size=frame_size(quality, _picture_ratio(pictures) or 1.0),
        cost=effect.cost,
        kind=Kind.IMAGE if image else Kind.VIDEO,
        sound=not image and _effect_sound(body, effect),
        effect=effect,
        pictures=pictures,
    )


def _effect_sound(body: Body, effect: Effect) -> bool:
    """Unset keeps the effect's own music, false strips it."""
    return bool(body.get("auto_sound", effect.has_music or "lip_sync_tts_prompt" in body))


def order_frames(world: World, endpoint: Endpoint, body: Body) -> Order:
    pictures = checks.pictures(world, body, ("first_frame_path", "last_frame_path"))
    order = _timed(endpoint, body, _picture_ratio(pictures) or 1.0)
    return replace(order, pictures=tuple(pictures))


def order_transition(world: World, endpoint: Endpoint, body: Body) -> Order:
    pictures = checks.frames(world, body)
    checks.steps(body, len(pictures))
    many = len(pictures) >= _MANY_FRAMES
    model = body.get("model", "v5" if many else endpoint.models[0])
    if many and model != "v5":
        raise bad(f"Model {model} takes 2 frames only, use v5 for more")
    checks.sound(body, model)
    quality = body.get("quality", DEFAULT_QUALITY)
    audio = bool(body.get("audio"))
    names = [f"duration_{n}_to_{n + 1}" for n in range(1, min(len(pictures), MAX_FRAMES))]
    seconds = [body.get(name, _DEFAULT_SECONDS) for name in names]
    return Order(
        model=model,
        quality=quality,
        duration=sum(seconds),
        size=frame_size(quality, _picture_ratio(pictures) or 1.0),
        cost=sum(price(model, quality, one, audio=audio) for one in seconds),
        sound=_asked_sound(body),
        pictures=tuple(pictures),
    )


def order_fusion(world: World, endpoint: Endpoint, body: Body) -> Order:
    pictures = checks.frames(world, body)
    checks.references(body["prompt"], len(pictures))
    ratio = _asked_ratio(body)
    order = _timed(endpoint, body, ratio_of(ratio))
    return replace(order, pictures=tuple(pictures), aspect_ratio=ratio)


def order_extend(world: World, endpoint: Endpoint, body: Body) -> Order:
    """The result is the whole film: what was there, and what was added to it and paid for."""
    source = checks.source(world, body)
    order = _timed(endpoint, body, source.width / source.height)
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


def order_upscale(world: World, endpoint: Endpoint, body: Body) -> Order:  # noqa: ARG001
    source = checks.finished(world, body["video_id"])
    if source.endpoint == "upscale":
        raise bad("Parameter video_id is already upscaled")
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


def _timed(endpoint: Endpoint, body: Body, ratio: float) -> Order:
    """The part that create, create-frames, create-fusion and extend have in common."""
    model = body.get("model", endpoint.models[0])
    checks.sound(body, model)
    quality = body.get("quality", DEFAULT_QUALITY)
    seconds = body.get("duration", _DEFAULT_SECONDS)
    checks.length(quality, seconds)
    return Order(
        model=model,
        quality=quality,
        duration=seconds,
        size=frame_size(quality, ratio),
        cost=price(model, quality, seconds, audio=bool(body.get("audio"))),
        sound=_asked_sound(body),
    )


def _asked_sound(body: Body) -> bool:
    asked = body.get("audio") or body.get("auto_sound")
    return bool(asked or "lip_sync_tts_prompt" in body or "sound_effect_prompt" in body)


def _asked_ratio(body: Body) -> str:
    ratio: str = body.get("aspect_ratio", "16:9")
    return ratio


def _picture_ratio(pictures: list[Upload] | tuple[Upload, ...]) -> float | None:
    return pictures[0].width / pictures[0].height if pictures else None

"""Turns a request that passed its checks into an order: what will be made, and for how much."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.film.sizes import frame_size, ratio_of
from simulator.film.sniffing import Kind
from simulator.useapi import checks
from simulator.useapi.effects import IMAGE_TEMPLATE, Effect
from simulator.useapi.endpoints import DEFAULT_QUALITY, MAX_FRAMES, Endpoint
from simulator.useapi.models import MODELS
from simulator.useapi.records import Upload, Video
from simulator.useapi.refusals import bad
from simulator.useapi.tariff import motion_price, price

if TYPE_CHECKING:
    from simulator.useapi.fields import Body
    from simulator.useapi.world import World

_DEFAULT_SECONDS = 5
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
    pictures: tuple[Upload, ...] = ()
    source: Video | Upload | None = None
    fails: bool = False

    @property
    def account(self) -> str | None:
        """A job made from a video belongs to the account of that video."""
        return self.source.email if isinstance(self.source, Video) else None


def order_create(world: World, endpoint: Endpoint, body: Body) -> Order:
    if "template_id" in body:
        return _order_effect(world, body)
    checks.plain_create(body, MODELS[body.get("model", endpoint.models[0])])
    pictures = checks.pictures(world, body, ("first_frame_path", "last_frame_path"))
    order = timed(endpoint, body, _picture_ratio(pictures) or ratio_of(_asked_ratio(body)))
    order = replace(order, pictures=tuple(pictures))
    return order if pictures else replace(order, aspect_ratio=_asked_ratio(body))


def _order_effect(world: World, body: Body) -> Order:
    effect = world.effects_offered().get(body["template_id"])
    if effect is None:
        raise bad(f"Parameter template_id ({body['template_id']}) is unknown")
    checks.template(body, effect)
    pictures = checks.pictures(world, body, ("first_frame_path", "last_frame_path"))
    pictures = pictures or checks.frames(world, body, effect.images)
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
        pictures=tuple(pictures),
    )


def _effect_sound(body: Body, effect: Effect) -> bool:
    """Unset keeps the effect's own music, false strips it."""
    return bool(body.get("auto_sound", effect.has_music or "lip_sync_tts_prompt" in body))


def order_frames(world: World, endpoint: Endpoint, body: Body) -> Order:
    pictures = checks.pictures(world, body, ("first_frame_path", "last_frame_path"))
    order = timed(endpoint, body, _picture_ratio(pictures) or 1.0)
    return replace(order, pictures=tuple(pictures))


def order_transition(world: World, endpoint: Endpoint, body: Body) -> Order:
    pictures = checks.frames(world, body, MAX_FRAMES)
    checks.steps(body, len(pictures))
    many = len(pictures) >= _MANY_FRAMES
    model = body.get("model", "v5" if many else endpoint.models[0])
    if many and model != "v5":
        raise bad(f"Model {model} takes 2 frames only, use v5 for more")
    checks.sound(body, MODELS[model])
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
    model = MODELS[body.get("model", endpoint.models[0])]
    pictures = checks.frames(world, body, model.fusion_pictures)
    checks.references(body["prompt"], len(pictures), "pic" if model.name == "v5" else "image")
    ratio = _asked_ratio(body)
    order = timed(endpoint, body, ratio_of(ratio))
    return replace(order, pictures=tuple(pictures), aspect_ratio=ratio)


def order_motion(world: World, endpoint: Endpoint, body: Body) -> Order:
    """The picture's subject moves as somebody in the video does, for as long."""
    (picture,) = checks.pictures(world, body, ("frame_1_path",))
    video = checks.motion(world, body)
    quality = body.get("quality", "720p")
    seconds = max(1, round(video.seconds))
    return Order(
        model=endpoint.models[0],
        quality=quality,
        duration=seconds,
        size=frame_size(quality, picture.width / picture.height),
        cost=motion_price(quality, seconds),
        pictures=(picture,),
        source=video,
    )


def timed(endpoint: Endpoint, body: Body, ratio: float) -> Order:
    """The part that create, create-frames, create-fusion and extend have in common."""
    model = MODELS[body.get("model", endpoint.models[0])]
    checks.model_takes(body, model)
    quality = body.get("quality", model.quality)
    seconds = body.get("duration", _DEFAULT_SECONDS)
    checks.length(model, quality, seconds)
    return Order(
        model=model.name,
        quality=quality,
        duration=seconds,
        size=frame_size(quality, ratio),
        cost=price(model.name, quality, seconds, audio=bool(body.get("audio"))),
        sound=_asked_sound(body) or model.always_sounds,
    )


def _asked_sound(body: Body) -> bool:
    asked = body.get("audio") or body.get("auto_sound")
    return bool(asked or "lip_sync_tts_prompt" in body or "sound_effect_prompt" in body)


def _asked_ratio(body: Body) -> str:
    ratio: str = body.get("aspect_ratio", "16:9")
    return ratio


def _picture_ratio(pictures: list[Upload]) -> float | None:
    return pictures[0].width / pictures[0].height if pictures else None

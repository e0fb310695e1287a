"""Turns a request that passed its checks into an order: what will be made, and for how much."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.film.sizes import frame_size, ratio_of
from simulator.film.sniffing import Kind
from simulator.platform import checks, sources, tariff
from simulator.platform.envelope import Code, Refused, bad
from simulator.platform.fields import empty
from simulator.platform.models import MODELS
from simulator.platform.templates import IMAGE, VIDEO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.platform.fields import Body
    from simulator.platform.models import Model
    from simulator.platform.records import Account, Upload
    from simulator.platform.sources import Source
    from simulator.platform.templates import Template
    from simulator.platform.world import World


@dataclass(frozen=True, slots=True)
class Order:
    cost: int
    size: tuple[int, int]
    duration: int
    quality: str = "540p"
    model: str = ""
    kind: Kind = Kind.VIDEO
    has_audio: bool = False
    template_id: int = 0
    pictures: tuple[Upload, ...] = ()
    source: Source | None = None
    speech: Upload | None = None


def text(world: World, account: Account, body: Body) -> Order:
    if not empty(body.get("template_id")):
        effect = checks.template(world, account, body, kind=VIDEO)
        if effect.images:
            raise bad(f"The template takes {effect.images} images")
        return _effect(body, effect, (), ratio_of(body.get("aspect_ratio") or "16:9"))
    if empty(body.get("aspect_ratio")) and world.switches.ratio_required:
        raise Refused(Code.EMPTY, "aspect_ratio is required")
    checks.prompt(body)
    model = checks.creation(body, world.switches)
    return created(world, account, body, model, ratio_of(body.get("aspect_ratio") or "16:9"))


def image(world: World, account: Account, body: Body) -> Order:
    effect = None
    if not empty(body.get("template_id")):
        effect = checks.template(world, account, body, kind=VIDEO)
    checks.picture_fields(body, effect)
    numbers = body["img_ids"] if not empty(body.get("img_ids")) else [body["img_id"]]
    pictures = sources.images(world, account, numbers)
    if effect is not None:
        return _effect(body, effect, pictures, shape_of(pictures))
    checks.prompt(body)
    model = checks.creation(body, world.switches)
    return replace(created(world, account, body, model, shape_of(pictures)), pictures=pictures)


def transition(world: World, account: Account, body: Body) -> Order:
    model = checks.creation(body, world.switches)
    numbers = (body["first_frame_img"], body["last_frame_img"])
    pictures = sources.images(world, account, numbers)
    return replace(created(world, account, body, model, shape_of(pictures)), pictures=pictures)


def multi_transition(world: World, account: Account, body: Body) -> Order:
    rows = body["multi_transition"]
    seconds = checks.steps(rows, world.switches)
    pictures = sources.images(world, account, [row["img_id"] for row in rows])
    model, quality = body["model"], body["quality"]
    return Order(
        cost=sum(tariff.generation(model, quality, one) for one in seconds),
        size=frame_size(quality, shape_of(pictures)),
        duration=sum(seconds),
        quality=quality,
        model=model,
        pictures=pictures,
    )


def fusion(world: World, account: Account, body: Body) -> Order:
    model = MODELS[body["model"]]
    checks.references(body, model)
    checks.ratio(model, body)
    numbers = [row["img_id"] for row in body["image_references"]]
    pictures = sources.images(world, account, numbers)
    videos = [sources.source(world, account, row) for row in body.get("video_references", [])]
    if videos and empty(body.get("duration")):
        body = body | {"duration": max(1, min(15, round(videos[0].seconds)))}
    elif empty(body.get("duration")):
        raise Refused(Code.EMPTY, "duration is required")
    checks.length(model, body["quality"], body["duration"], world.switches)
    order = created(world, account, body, model, ratio_of(body["aspect_ratio"]))
    return replace(order, pictures=pictures, source=videos[0] if videos else None)


def image_template(world: World, account: Account, body: Body) -> Order:
    effect = checks.template(world, account, body, kind=IMAGE)
    if len(body["img_ids"]) != effect.images:
        raise bad(f"The template takes {effect.images} images")
    pictures = sources.images(world, account, body["img_ids"])
    return Order(
        cost=effect.cost,
        size=frame_size("720p", shape_of(pictures)),
        duration=0,
        quality="720p",
        kind=Kind.IMAGE,
        template_id=effect.template_id,
        pictures=pictures,
    )


def created(world: World, account: Account, body: Body, model: Model, shape: float) -> Order:
    """What a model makes: text, image, transition, fusion and extend have this in common."""
    quality, seconds = body["quality"], body["duration"]
    if checks.speaks(body):
        sources.voice(world, account, body)
    native = bool(body.get("generate_audio_switch"))
    sounding = native or checks.speaks(body) or bool(body.get("sound_effect_switch"))
    return Order(
        cost=_price(body, model, native=native),
        size=frame_size(quality, shape),
        duration=seconds,
        quality=quality,
        model=model.name,
        has_audio=sounding,
    )


def _price(body: Body, model: Model, *, native: bool) -> int:
    quality, seconds = body["quality"], body["duration"]
    if body.get("motion_mode") == "fast":
        cost = tariff.fast(model.name, quality)
    else:
        multi = bool(body.get("generate_multi_clip_switch"))
        cost = tariff.generation(model.name, quality, seconds, audio=native, multi=multi)
    if body.get("sound_effect_switch"):
        cost += tariff.sound_effect(seconds)
    if checks.speaks(body):
        cost += tariff.lip_sync(tariff.speech_seconds(body["lip_sync_tts_content"]))
    return cost


def _effect(body: Body, effect: Template, pictures: tuple[Upload, ...], shape: float) -> Order:
    """The effect knows its length; its price is its own, and so is its music."""
    return Order(
        cost=effect.cost,
        size=frame_size(body["quality"], shape),
        duration=effect.duration,
        quality=body["quality"],
        model=body["model"],
        has_audio=bool(body.get("sound_effect_switch")),
        template_id=effect.template_id,
        pictures=pictures,
    )


def shape_of(pictures: Sequence[Upload]) -> float:
    return pictures[0].width / pictures[0].height

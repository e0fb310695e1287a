"""Orders for work on a video that exists, or on a face that is to speak."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.film.sizes import frame_size, upscaled
from simulator.film.sniffing import Kind
from simulator.platform import checks, orders, sources, tariff
from simulator.platform.envelope import Code, Refused, bad
from simulator.platform.fields import empty
from simulator.platform.orders import Order
from simulator.platform.restyles import restyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.platform.fields import Body
    from simulator.platform.records import Account, Upload
    from simulator.platform.sources import Source
    from simulator.platform.world import World

_RESTYLE_SECONDS = 16


def extend(world: World, account: Account, body: Body) -> Order:
    for name in ("seed", "water_mark") if world.switches.extend_strict else ():
        if name not in body:
            raise Refused(Code.EMPTY, f"{name} is required")
    model = checks.creation(body, world.switches)
    found = sources.source(world, account, body)
    order = orders.created(world, account, body, model, found.width / found.height)
    return replace(order, source=found, duration=round(found.seconds) + order.duration)


def lip_sync(world: World, account: Account, body: Body) -> Order:
    checks.speech_source(body, world.switches)
    found = sources.source(world, account, body)
    speech = _speech(world, account, body)
    seconds = found.seconds if speech else tariff.speech_seconds(body["lip_sync_tts_content"])
    return replace(_from_source(found, tariff.lip_sync(seconds)), has_audio=True, speech=speech)


def sound_effect(world: World, account: Account, body: Body) -> Order:
    if world.switches.sound_content_required and empty(body.get("sound_effect_content")):
        raise Refused(Code.EMPTY, "sound_effect_content is required")
    found = sources.source(world, account, body)
    return replace(_from_source(found, tariff.sound_effect(found.seconds)), has_audio=True)


def restyled(world: World, account: Account, body: Body) -> Order:
    if empty(body.get("restyle_id")) == empty(body.get("restyle_prompt")):
        raise bad("Exactly one of restyle_id and restyle_prompt is required")
    if not empty(body.get("restyle_id")):
        restyle(body["restyle_id"])
    found = sources.source(world, account, body, longest=_RESTYLE_SECONDS)
    return _from_source(found, tariff.restyle(found.seconds))


def swap(world: World, account: Account, body: Body) -> Order:
    found = sources.source(world, account, body)
    sources.maskable(found)
    sources.masks(world, account, body, found, [body["mask_id"]])
    return _edited(world, account, body, found, [body["img_id"]])


def modify(world: World, account: Account, body: Body) -> Order:
    checks.selections(body)
    found = sources.source(world, account, body)
    sources.masks(world, account, body, found, body.get("mask_ids", []))
    return _edited(world, account, body, found, body.get("img_ids", []))


def mimic(world: World, account: Account, body: Body) -> Order:
    if body["quality"] == checks.HD and not world.switches.mimic_1080p:
        raise bad("quality 1080p is not supported")
    found = sources.source(world, account, body)
    order = _edited(world, account, body, found, [body["img_id"]])
    return replace(order, size=frame_size(order.quality, orders.shape_of(order.pictures)))


def upscale(world: World, account: Account, body: Body) -> Order:
    found = sources.source(world, account, body)
    order = _from_source(found, tariff.upscale(found.seconds))
    return replace(order, size=upscaled(order.size))


def avatar(world: World, account: Account, body: Body) -> Order:
    checks.speech_source(body, world.switches)
    pictures = sources.images(world, account, [body["img_id"]])
    speech = _speech(world, account, body)
    seconds = (
        max(1, round(speech.seconds))
        if speech
        else tariff.speech_seconds(body["lip_sync_tts_content"])
    )
    return Order(
        cost=tariff.edit(body["quality"], seconds),
        size=frame_size(body["quality"], orders.shape_of(pictures)),
        duration=seconds,
        quality=body["quality"],
        has_audio=True,
        pictures=pictures,
        speech=speech,
    )


def _from_source(found: Source, cost: int) -> Order:
    made = found.made
    size = (made.width, made.height) if made else frame_size("540p", found.width / found.height)
    return Order(
        cost=cost,
        size=size,
        duration=max(1, round(found.seconds)),
        quality=found.quality,
        model=made.model if made else "",
        has_audio=made.has_audio if made else False,
        source=found,
    )


def _edited(
    world: World, account: Account, body: Body, found: Source, numbers: Sequence[int]
) -> Order:
    pictures = sources.images(world, account, numbers)
    order = _from_source(found, tariff.edit(body["quality"], found.seconds))
    size = frame_size(body["quality"], found.width / found.height)
    sounding = order.has_audio and body.get("original_sound_switch", True)
    return replace(order, pictures=pictures, size=size, quality=body["quality"], has_audio=sounding)


def _speech(world: World, account: Account, body: Body) -> Upload | None:
    if empty(body.get("audio_media_id")):
        sources.voice(world, account, body)
        return None
    return sources.media(world, account, body["audio_media_id"], Kind.AUDIO)

"""What a job's video shows: its pictures in motion, its words, its effect, what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.film import motifs, recording, scenery, shots
from simulator.film.board import Storyboard, open_picture
from simulator.film.paint import Size, caption, hsv
from simulator.platform.restyles import RESTYLES

if TYPE_CHECKING:
    from simulator.film.shots import Shot
    from simulator.platform.records import Job
    from simulator.platform.world import World

_LOOP = 4.0  # seconds of one turn of an effect's motif
_BADGES = {
    "extend": "extended",
    "lip_sync": "lip sync",
    "sound_effect": "with sound",
    "restyle": "restyled",
    "swap": "swapped",
    "modify": "modified",
    "mimic": "mimic",
    "upscale": "upscaled",
    "avatar": "avatar",
}


def storyboard(world: World, job: Job) -> Storyboard:
    size = drawn_size(job)
    return Storyboard(
        shot=_scene(world, job, size),
        words=caption(size, _words(world, job), _badge(job)),
        seconds=job.duration,
    )


def drawn_size(job: Job) -> Size:
    """An upscaled film is drawn as its source is, and enlarged when it is written."""
    half = job.endpoint == "upscale"
    return (job.width // 2, job.height // 2) if half else (job.width, job.height)


def _scene(world: World, job: Job, size: Size) -> Shot:
    """All but the words."""
    if job.source is not None or job.source_media is not None:
        return _made_from(world, _source(world, job, size), job, size)
    shot = _pictures(world, job, size)
    if job.endpoint == "avatar":
        return shots.speaking(shot, size, job.duration)
    effect = world.templates.get(job.template_id)
    if effect is None:
        return shot
    overlay = motifs.overlay(effect.motif, size, effect.hue, effect.template_id)
    return shots.covered(shot, overlay, job.duration / _LOOP)


def _pictures(world: World, job: Job, size: Size) -> Shot:
    paths = [world.directory / world.uploads[one].path for one in job.pictures]
    pictures = [open_picture(path) for path in paths]
    if job.endpoint == "fusion":
        return shots.cards(pictures, size, job.seed)
    if pictures:
        return shots.pictures(pictures, size)
    return scenery.background(size, str(job.body.get("prompt", "")), job.seed)


def _source(world: World, job: Job, size: Size) -> Shot:
    if job.source is not None:
        return _scene(world, world.jobs[job.source], size)
    assert job.source_media is not None
    path = world.directory / world.uploads[job.source_media].path
    return shots.pictures(recording.key_pictures(path), size)


def _made_from(world: World, source: Shot, job: Job, size: Size) -> Shot:
    match job.endpoint:
        case "extend":
            added = int(job.body["duration"])
            onward = shots.pictures([source(1)], size)
            return shots.then(source, onward, 1 - added / job.duration)
        case "restyle" | "modify" | "swap":
            return shots.tinted(source, size, hsv(job.seed % 360, 0.8, 1))
        case "lip_sync":
            return shots.speaking(source, size, job.duration)
        case "mimic":
            picture = open_picture(world.directory / world.uploads[job.pictures[0]].path)
            return shots.dancing(picture, size, job.duration)
        case "fusion":
            return _pictures(world, job, size)
        case _:
            return source


def _words(world: World, job: Job) -> str:
    prompt = str(job.body.get("prompt") or job.body.get("restyle_prompt") or "")
    effect = world.templates.get(job.template_id)
    if effect is not None:
        return f"{effect.display_name}: {prompt}" if prompt else effect.display_name
    style = RESTYLES.get(job.body.get("restyle_id", 0))
    steps = job.body.get("multi_transition", [])
    words = prompt or (style.name if style else "")
    words = words or " · ".join(str(row["prompt"]) for row in steps if row.get("prompt"))
    if words or job.source is None:
        return words
    return _words(world, world.jobs[job.source])


def _badge(job: Job) -> str:
    parts = (_BADGES.get(job.endpoint, ""), job.model, job.quality)
    return " · ".join(part for part in parts if part)

"""What a job's video shows: its pictures slowly zooming, its words, its effect, its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.film import motifs, recording, scenery, shots
from simulator.film.board import Storyboard, open_picture
from simulator.film.paint import Size, caption, hsv

if TYPE_CHECKING:
    from simulator.film.shots import Shot
    from simulator.useapi.effects import Effect
    from simulator.useapi.records import Video
    from simulator.useapi.world import World

_LOOP = 4.0  # seconds of one turn of the effect's motif
_TAKES = 3  # of a video that was asked for in several shots
_BADGES = {
    "extend": "extended",
    "modify": "modified",
    "lipsync": "lip sync",
    "upscale": "upscaled",
    "motion-control": "motion",
}
_MODES = {"preview_mode": "preview", "multi_shot": "several shots"}


def storyboard(world: World, video: Video) -> Storyboard:
    size = (video.width, video.height)
    if video.endpoint == "upscale" and video.source is not None:
        # It shows what its source shows, drawn at that size and enlarged when it is written.
        size = (video.width // 2, video.height // 2)
    effect = world.effects.get(video.template_id)
    return Storyboard(
        shot=_scene(world, video, size),
        words=caption(size, _words(world, video, effect), _badge(video)),
        seconds=video.duration,
    )


def _scene(world: World, video: Video, size: Size) -> Shot:
    """All but the words."""
    made_from = video.source is not None or video.source_path
    if made_from and video.endpoint != "motion-control":
        return _made_from(_source(world, video, size), video, size)
    shot = _pictures(world, video, size)
    effect = world.effects.get(video.template_id)
    if effect is None:
        return shot
    overlay = motifs.overlay(effect.motif, size, effect.hue, effect.template_id)
    return shots.covered(shot, overlay, video.duration / _LOOP)


def _pictures(world: World, video: Video, size: Size) -> Shot:
    directory = world.directory
    pictures = [open_picture(directory / path) for path in video.pictures]
    if video.endpoint == "create-fusion":
        return shots.cards(pictures, size, video.seed)
    if video.endpoint == "motion-control":
        return shots.dancing(pictures[0], size, video.duration)
    if pictures:
        return shots.pictures(pictures, size)
    words = str(video.body.get("prompt", ""))
    places = [scenery.background(size, words, video.seed)]
    if video.body.get("multi_shot"):
        places += [scenery.background(size, "", video.seed + take) for take in range(1, _TAKES)]
    return shots.cuts(places)


def _source(world: World, video: Video, size: Size) -> Shot:
    if video.source is not None:
        return _scene(world, world.jobs[video.source], size)
    directory = world.directory
    return shots.pictures(recording.key_pictures(directory / video.source_path), size)


def _made_from(source: Shot, video: Video, size: Size) -> Shot:
    match video.endpoint:
        case "extend":
            added = int(video.body.get("duration", 5))
            onward = shots.pictures([source(1)], size)
            return shots.then(source, onward, 1 - added / video.duration)
        case "modify":
            return shots.tinted(source, size, hsv(video.seed % 360, 0.8, 1))
        case "lipsync":
            return shots.speaking(source, size, video.duration)
        case _:
            return source


def _words(world: World, video: Video, effect: Effect | None) -> str:
    prompt = str(video.body.get("prompt", ""))
    if effect is not None:
        return f"{effect.display_name}: {prompt}" if prompt else effect.display_name
    segments = [text for name, text in video.body.items() if name.startswith("prompt_")]
    words = prompt or " · ".join(map(str, segments))
    if words or video.source is None:
        return words
    source = world.jobs[video.source]
    return _words(world, source, world.effects.get(source.template_id))


def _badge(video: Video) -> str:
    made = _BADGES.get(video.endpoint) or _MODES.get(_mode(video), "")
    return " · ".join(part for part in (made, video.model, video.quality) if part)


def _mode(video: Video) -> str:
    return next((name for name in _MODES if video.body.get(name)), "")

"""Rules between the fields of one request: what goes together, what excludes what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.platform.envelope import Code, Refused, bad
from simulator.platform.fields import empty
from simulator.platform.models import FUSION_SOUND_MODELS, MODELS, OMNI_IMAGES, OMNI_MODEL
from simulator.platform.templates import IMAGE, Template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.platform.fields import Body
    from simulator.platform.models import Model
    from simulator.platform.records import Account, Switches
    from simulator.platform.world import World

HD = "1080p"
_HD_OLD_SECONDS = 8
_FAST_SECONDS = 5
_LONGEST_NAME = 30  # bytes
_MENTION = re.compile(r"@(\S*)")
_MODIFY_MENTION = re.compile(r"@(selection|img)(\d+)")


def creation(body: Body, switches: Switches) -> Model:
    """Everything that depends on the model, for text, image, transition and extend."""
    model = MODELS[body["model"]]
    length(model, body["quality"], body["duration"], switches)
    ratio(model, body)
    _motion(model, body)
    _style(model, body, switches)
    _camera(model, body, switches)
    sounds(model, body, switches)
    if not switches.negative_prompt_taken and body.get("negative_prompt"):
        raise bad("Unknown parameter negative_prompt")
    return model


def length(model: Model, quality: str, seconds: int, switches: Switches) -> None:
    allowed = model.durations
    if quality == HD:
        old = model.name in switches.hd_eight_seconds and _HD_OLD_SECONDS in model.durations
        allowed = (*model.hd_durations, _HD_OLD_SECONDS) if old else model.hd_durations
    if seconds not in allowed:
        raise bad(f"duration {seconds} is not supported by {model.name} with {quality}")


def ratio(model: Model, body: Body) -> None:
    asked = body.get("aspect_ratio")
    if asked and asked not in model.ratios:
        raise bad(f"aspect_ratio {asked} is not supported by {model.name}")


def _motion(model: Model, body: Body) -> None:
    if body.get("motion_mode") != "fast":
        return
    if not model.fast or body["quality"] == HD or body["duration"] != _FAST_SECONDS:
        raise bad("motion_mode fast is for 5 s below 1080p, and not for v5 and later")


def _style(model: Model, body: Body, switches: Switches) -> None:
    style = body.get("style")
    if not style:
        return
    if not model.style:
        raise bad(f"style is not supported by {model.name}")
    if style == "realistic" and not switches.style_realistic:
        raise bad("style realistic is not known")


def _camera(model: Model, body: Body, switches: Switches) -> None:
    if body.get("camera_movement") and model.name not in switches.camera_models:
        raise bad(f"camera_movement is not supported by {model.name}")


def sounds(model: Model, body: Body, switches: Switches) -> None:
    """Native sound for the newer models, added sound for the older ones."""
    if body.get("generate_audio_switch") and not model.native_audio:
        raise bad(f"generate_audio_switch is not supported by {model.name}")
    if body.get("generate_multi_clip_switch") and not model.multi_clip:
        raise bad(f"generate_multi_clip_switch is not supported by {model.name}")
    if body.get("sound_effect_switch") and not model.added_sound:
        raise bad(f"sound_effect_switch is not supported by {model.name}")
    if speaks(body):
        if not model.added_sound:
            raise bad(f"lip_sync_tts_switch is not supported by {model.name}")
        spoken(body, switches)


def speaks(body: Body) -> bool:
    return bool(body.get("lip_sync_tts_switch") or body.get("lip_sync_switch"))


def spoken(body: Body, switches: Switches) -> None:
    """A text and a voice; whether there is such a voice, `voice` looks."""
    for name in ("lip_sync_tts_content", "lip_sync_tts_speaker_id"):
        if empty(body.get(name)):
            raise bad(f"{name} is required")
    limit = switches.lip_sync_text
    if len(body["lip_sync_tts_content"]) > limit:
        raise bad(f"lip_sync_tts_content is longer than {limit} characters")


def speech_source(body: Body, switches: Switches) -> None:
    """Lip sync and avatar: a recording, or a text and a voice."""
    recorded = not empty(body.get("audio_media_id"))
    written = any(
        not empty(body.get(name)) for name in ("lip_sync_tts_content", "lip_sync_tts_speaker_id")
    )
    if recorded == written:
        raise bad("Exactly one of audio_media_id and the lip_sync_tts pair is required")
    if written:
        spoken(body, switches)


def template(world: World, account: Account, body: Body, *, kind: int) -> Template:
    """The effect of the request, which must be known, activated, and of the kind that is made."""
    found = world.templates.get(body["template_id"])
    if found is None or found.template_type != kind:
        raise Refused(Code.NOT_FOUND, f"template_id {body['template_id']} is not known")
    if found.template_id not in account.activated:
        raise Refused(Code.NOT_ACTIVATED, "The template is not activated")
    if kind != IMAGE and body["quality"] not in found.qualities:
        raise Refused(Code.TEMPLATE_QUALITY, "The template does not support this quality")
    if body.get("camera_movement"):
        raise bad("camera_movement can not be used with template_id")
    return found


def picture_fields(body: Body, effect: Template | None) -> None:
    """img_id for one picture; img_ids only for an effect that takes several, exactly so many."""
    one, many = not empty(body.get("img_id")), not empty(body.get("img_ids"))
    if one == many:
        raise bad("Exactly one of img_id and img_ids is required")
    if many and (effect is None or effect.images < 2):
        raise bad("img_ids is for templates that take several images")
    if effect is not None and effect.images != (len(body["img_ids"]) if many else 1):
        raise bad(f"The template takes {effect.images} images")


def prompt(body: Body) -> None:
    if not body.get("prompt", "").strip():
        raise Refused(Code.EMPTY, "prompt is required")


def steps(rows: Sequence[Body], switches: Switches) -> list[int]:
    """The seconds of each segment; the last picture begins none."""
    if len(rows) < 2:
        raise bad("multi_transition needs 2 to 7 images")
    for number, row in enumerate(rows[:-1]):
        if empty(row.get("duration")):
            raise Refused(Code.EMPTY, f"multi_transition[{number}].duration is required")
    seconds = [int(row["duration"]) for row in rows[:-1]]
    if sum(seconds) > switches.multi_transition_seconds:
        raise bad(f"multi_transition is longer than {switches.multi_transition_seconds} s")
    return seconds


def references(body: Body, model: Model) -> None:
    """Fusion: how many pictures, and that the prompt speaks of them by their names."""
    omni = body.get("reference_mode") == "omni"
    if omni and model.name != OMNI_MODEL:
        raise bad(f"reference_mode omni is not supported by {model.name}")
    videos = body.get("video_references", [])
    if videos and not omni:
        raise bad("video_references need reference_mode omni")
    most = OMNI_IMAGES if omni else model.fusion_images
    if len(body["image_references"]) > most:
        raise bad(f"{model.name} takes at most {most} image_references")
    if body.get("generate_audio_switch") and model.name not in FUSION_SOUND_MODELS:
        raise bad(f"generate_audio_switch is not supported by fusion with {model.name}")
    _mentions(body["prompt"], _names([*body["image_references"], *videos]))


def _names(rows: Sequence[Body]) -> list[str]:
    names = [row.get("ref_name", "") for row in rows]
    for name in names:
        if len(name.encode()) > _LONGEST_NAME:
            raise bad(f"ref_name {name} is longer than {_LONGEST_NAME} bytes")
    given = [name for name in names if name]
    if len(set(given)) < len(given):
        raise bad("ref_name is used twice")
    return given


def _mentions(text: str, names: Sequence[str]) -> None:
    """A space has to follow a name, at the end of the prompt as well."""
    for match in _MENTION.finditer(text):
        rest = text[match.start() + 1 :]
        if not any(rest.startswith(f"{name} ") for name in names):
            raise bad(f"@{match[1]} in the prompt is no ref_name followed by a space")


def selections(body: Body) -> None:
    """Modify: @selection0 and @img0 of the prompt are counted from the lists."""
    counts = {"selection": len(body.get("mask_ids", [])), "img": len(body.get("img_ids", []))}
    for match in _MODIFY_MENTION.finditer(body["prompt"]):
        if int(match[2]) >= counts[match[1]]:
            raise bad(f"{match[0]} in the prompt has nothing to refer to")

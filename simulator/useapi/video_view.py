"""A job as the API shows it: the Video object of GET /videos/ and of the webhook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from simulator.film.effect_names import TRANSLATED
from simulator.useapi.ids import public_id
from simulator.useapi.records import FINAL, Status, Video

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.useapi.effects import Effect
    from simulator.useapi.world import World

_NAMES = {
    Status.COMPLETED: "COMPLETED",
    Status.QUEUED: "QUEUED",
    Status.DELETED: "DELETED",
    Status.MODERATED: "MODERATED",
    Status.FAILED: "FAILED",
    Status.GENERATING: "GENERATING",
}
_IMAGE_NAMES = {Status.GENERATING: "PROCESSING"}
_IMAGE_FIELDS = (
    *("output_width", "output_height", "model", "prompt", "quality", "aspect_ratio", "seed"),
    *("account_id", "asset_id", "create_mode", "queue_data", "created_at"),
)
_ERRORS = {
    Status.MODERATED: (500063, "The result did not pass the content review"),
    Status.FAILED: (500070, "The generation failed"),
}
_MODEL_NAMES = {"v5-fast": "V5 Fast"}


def iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def video_json(world: World, video: Video, status: Status) -> dict[str, object]:
    """All fields of the object; what a job does not have is 0, "" or null, as on the wire."""
    return {
        **_identity(world, video, status),
        **_result(world, video, status),
        **_request(video),
        **_flags(video),
        **_source(world, video),
        **_template(world, video),
        **_rest(world, video, status),
    }


def image_json(world: World, image: Video, status: Status) -> dict[str, object]:
    """The Image object of GET /images/{image_id}: here a queued one is not called final."""
    whole = video_json(world, image, status)
    done = status is Status.COMPLETED
    paths = list(image.pictures)
    kept = ("image_id", "image_status", "image_status_final", *_IMAGE_FIELDS)
    shown = {name: whole[name] for name in kept} | {
        "image_status_name": _IMAGE_NAMES.get(status, _NAMES[status]),
        "image_url": whole["image_url"] if done else "",
        "image_path": whole["image_path"] if done else "",
        "customer_img_paths": paths,
        "customer_img_urls": [f"{world.base_url}/media/{path}" for path in paths],
        "updated_at": iso(image.final_at or image.submitted_at),
    }
    return shown | {name: whole[name] for name in ("error", "job") if name in whole}


def _identity(world: World, video: Video, status: Status) -> dict[str, object]:
    final = status in FINAL or (status is Status.QUEUED and world.switches.status5_final)
    shown: dict[str, object] = {
        "video_id": public_id(world, video),
        "video_status": int(status),
        "video_status_name": _NAMES[status],
        "video_status_final": final,
        "account_id": video.account_id,
        "created_at": iso(video.submitted_at),
    }
    if not video.is_video:
        shown |= {
            "image_id": shown["video_id"],
            "image_status": int(status),
            "image_status_name": _NAMES[status],
            "image_status_final": status in FINAL,
        }
    if status in _ERRORS:
        code, text = _ERRORS[status]
        shown |= {"error": text, "job": {"errCode": code}}
    return shown


def _result(world: World, video: Video, status: Status) -> dict[str, object]:
    """While GENERATING there is already an address, but 0x0 and nothing behind it."""
    done = status is Status.COMPLETED
    named = done or status is Status.GENERATING
    media = f"{world.base_url}/media/"
    url = media + video.media_path if named else ""
    shown: dict[str, object] = {
        "url": url,
        "video_path": video.media_path if named else "",
        "first_frame": media + video.frame_path("first") if done else "",
        "last_frame": media + video.frame_path("last") if done else "",
        "output_width": video.width if done else 0,
        "output_height": video.height if done else 0,
        "video_duration": video.duration,
        "duration": video.duration,
        "is_sound": int(video.sound),
    }
    if not video.is_video:
        shown |= {"image_url": url, "image_path": shown["video_path"]}
    return shown


def _request(video: Video) -> dict[str, object]:
    return {
        "prompt": video.body.get("prompt", ""),
        "negative_prompt": "",
        "model": video.model,
        "model_name": _MODEL_NAMES.get(video.model, video.model.upper()),
        "quality": video.quality,
        "motion_mode": "normal",
        "seed": video.seed,
        "aspect_ratio": video.aspect_ratio,
        "camera_movement": "",
        "style": "",
        "create_mode": video.endpoint.replace("-", "_"),
        "restyle_id": 0,
        "restyle_prompt": "",
        "lora_weight": 0,
        "platform": "web",
        "auto_character_prompt": "",
        "motion_brush": "",
    }


def _flags(video: Video) -> dict[str, object]:
    body = video.body
    return {
        "upscaled": int(video.endpoint == "upscale"),
        "extended": int(video.endpoint == "extend"),
        "remove_watermark": 1,
        "off_peak": int(video.off_peak),
        "original_sound_switch": int(bool(body.get("original_sound_switch"))),
        "sound_effect_switch": int(bool(body.get("auto_sound"))),
        "lip_sync_switch": int(video.endpoint == "lipsync" or "lip_sync_tts_prompt" in body),
        "relation_type": 0,
        "likes": 0,
    }


def _source(world: World, video: Video) -> dict[str, object]:
    original = world.jobs.get(video.source) if video.source is not None else None
    picture = video.pictures[0] if video.pictures else ""
    url = f"{world.base_url}/media/{picture}" if picture else ""
    return {
        "original_video_id": 0 if original is None else public_id(world, original),
        "img_id": 0,
        "img_url": url,
        "img_path": picture,
        "customer_img_path": picture,
        "customer_img_url": url,
        "asset_id": 0,
        "asset_name": "",
        "asset_img_url": "",
        "customer_paths": _customer_paths(world, video),
    }


def _customer_paths(world: World, video: Video) -> dict[str, object] | None:
    if not video.pictures and not video.source_path:
        return None
    urls = [f"{world.base_url}/media/{path}" for path in video.pictures]
    shown: dict[str, object] = {
        "customer_img_paths": list(video.pictures),
        "customer_img_urls": urls,
    }
    if video.endpoint == "create-frames":
        shown |= {"customer_first_frame": video.pictures[0], "customer_first_frame_url": urls[0]}
        shown |= {"customer_last_frame": video.pictures[1], "customer_last_frame_url": urls[1]}
    if video.source_path:
        shown["customer_video_path"] = video.source_path
        shown["customer_video_url"] = f"{world.base_url}/media/{video.source_path}"
        shown["customer_video_duration"] = world.uploads[video.source_path].seconds
    return shown


def _template(world: World, video: Video) -> dict[str, object]:
    effect = world.effects.get(video.template_id)
    media = "" if effect is None else f"{world.base_url}/media/effects/{effect.template_id}"
    name = "" if effect is None else effect.display_name
    return {
        "template_id": video.template_id,
        "template_name": name,
        "workflow_tag": name.lower().replace(" ", "_"),
        "template_thumbnail_url": media and f"{media}.jpg",
        "template_thumbnail_video_url": media and f"{media}.mp4",
        "template_thumbnail_gif_url": media and f"{media}.gif",
        "template_i18n_json": _names_in_languages(effect),
        "qualities": None if effect is None else list(effect.qualities),
    }


def _names_in_languages(effect: Effect | None) -> str:
    if effect is None:
        return ""
    names = {"en": effect.display_name, **TRANSLATED.get(effect.display_name, {})}
    return json.dumps({code: {"display_name": name} for code, name in names.items()})


def _rest(world: World, video: Video, status: Status) -> dict[str, object]:
    waited = (video.generating_at - video.submitted_at).total_seconds()
    return {
        "lip_sync": {},
        "queue_data": {
            "queue_time": round(waited),
            "queue_count": len(world.running) if status is Status.QUEUED else 0,
            "estimated_gen_time": round((video.due_at - video.generating_at).total_seconds()),
        },
        "nick_name": video.email.partition("@")[0],
        "avatar": "",
    }

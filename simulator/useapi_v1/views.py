"""A job as the API and its callback show it, with the message in the channel that it ended in."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from simulator.useapi_v1.records import Job, Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from simulator.useapi_v1.records import Attachment
    from simulator.useapi_v1.world import World

_SHOWN = ("prompt", "negative_prompt", "motion", "seed_value", "style", "aspect_ratio", "character")
_ERRORS = {
    Status.MODERATED: ("Moderated", "The prompt or the picture did not pass the review"),
    Status.FAILED: ("Failed", "The bot could not make the video"),
}


def iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def masked(token: str) -> str:
    return f"{token[:3]}…{token[-3:]}"


def job_json(world: World, job: Job, status: Status, sizes: Mapping[int, int]) -> dict[str, object]:
    """What a job does not have is left out; `sizes` are the bytes of its attachments."""
    shown: dict[str, object] = {
        "jobid": job.jobid,
        "parentJobId": job.parent or None,
        "verb": f"pixverse-{job.verb}",
        "status": status,
        "created": iso(job.created),
        "updated": iso(job.final_at or job.created),
        **{name: job.body.get(name) for name in _SHOWN},
        "button": job.button or None,
        "discord": masked(job.discord),
        "server": job.server,
        "channel": job.channel,
        "maxJobs": job.max_jobs,
        "replyUrl": job.reply_url or None,
        "replyRef": job.body.get("replyRef"),
        "code": 200,
    }
    if job.picture is not None:
        shown[job.picture_field] = {"size": job.picture.size, "type": job.picture.media_type}
    if status in _ERRORS:
        shown["error"], shown["errorDetails"] = _ERRORS[status]
        shown["code"] = 422 if status is Status.MODERATED else 500
    if status not in (Status.CREATED, Status.STARTED):
        shown |= _message(world, job, status, sizes)
    return {name: value for name, value in shown.items() if value is not None}


def _message(world: World, job: Job, status: Status, sizes: Mapping[int, int]) -> dict[str, object]:
    words = job.body.get("prompt", "")
    progress = "" if status is Status.COMPLETED else " (in progress)"
    return {
        "messageId": str(job.number),
        "content": f"**{words}** - <@{job.server}>{progress}",
        "timestamp": (job.final_at or job.progress_at).isoformat(),
        "buttons": list(job.buttons) if status is Status.COMPLETED else [],
        "attachments": [_attachment(world, job, one, sizes) for one in job.attachments],
        "embeds": _embeds(world, job),
    }


def _attachment(
    world: World, job: Job, attachment: Attachment, sizes: Mapping[int, int]
) -> dict[str, object]:
    path = f"{job.channel}/{attachment.number}/{attachment.filename}?{signed(attachment)}"
    return {
        "id": str(attachment.number),
        "content_type": "video/mp4",
        "filename": attachment.filename,
        "url": f"{world.base_url}/attachments/{path}",
        "proxy_url": f"{world.base_url}/proxy/attachments/{path}",
        "size": sizes.get(attachment.number, 0),
        "width": job.size[0],
        "height": job.size[1],
    }


def _embeds(world: World, job: Job) -> list[dict[str, object]]:
    """The picture that the video was made from, shown again by the bot."""
    if job.picture is None:
        return []
    url = f"{world.base_url}/media/{job.picture.path}"
    width, height = job.size
    image = {"url": url, "proxy_url": url, "width": width, "height": height}
    return [{"type": "rich", "description": job.body.get("prompt", ""), "image": image}]


def signed(attachment: Attachment) -> str:
    """As Discord's addresses are: good until a moment that can not be changed."""
    expires = f"{int(attachment.expires.timestamp()):x}"
    return f"ex={expires}&is={attachment.number:x}&hm={signature(attachment.number, expires)}"


def signature(number: int, expires: str) -> str:
    return hmac.new(b"cdn", f"{number}-{expires}".encode(), hashlib.sha256).hexdigest()

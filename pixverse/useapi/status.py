"""What a PixVerse video object says about its job: still pending, done, or failed and why.

useapi.net's own ``video_status_final`` is not asked: it calls a queued video final, and a listing
may show a ``url`` for a video that is still being made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixverse.outcomes import Done, Failed, Failure, Outcome, Pending

if TYPE_CHECKING:
    from pixverse.useapi.models import Video

COMPLETED = 1
DELETED = 6
MODERATED = 7
FAILED = 8

_BY_STATUS = {
    DELETED: Failure.DELETED,
    MODERATED: Failure.MODERATED,
    FAILED: Failure.FAILED,
}
_BY_NAME = {
    "DELETED": Failure.DELETED,
    "MODERATED": Failure.MODERATED,
    "FAILED": Failure.FAILED,
}
_WAITING = frozenset({5, 9, 10})
_WAITING_NAMES = frozenset({"QUEUED", "GENERATING", "PROCESSING"})
_NO_ERROR_CODE = {"", "0", "null", "none"}


def outcome(video: Video) -> Outcome:
    """Decide from one row of ``GET /videos/`` (or one ``GET /videos/{id}``).

    Vendor: GET videos/video_id, table of ``video_status``. 1 with a ``url`` and a width above 0
    is done; 6, 7, 8, a name that says so, or an error code is failed; all else is pending.
    """
    if _completed(video) and video.url and (video.output_width or 0) > 0:
        return Done(video.url)
    why = _failure(video)
    return Failed(why) if why else Pending()


def is_being_made(video: Video) -> bool:
    """Whether a row says outright that its result does not exist yet."""
    return isinstance(outcome(video), Pending) and (
        video.video_status in _WAITING or _name(video) in _WAITING_NAMES
    )


def _completed(video: Video) -> bool:
    if video.video_status is None:
        return _name(video) == "COMPLETED"
    return video.video_status == COMPLETED and _name(video) not in _BY_NAME


def _failure(video: Video) -> Failure | None:
    by_status = _BY_STATUS.get(video.video_status) if video.video_status is not None else None
    return by_status or _BY_NAME.get(_name(video)) or _failure_by_code(video)


def _failure_by_code(video: Video) -> Failure | None:
    code = (video.error_code or "").strip().lower()
    return None if code in _NO_ERROR_CODE else Failure.FAILED


def _name(video: Video) -> str:
    return (video.video_status_name or "").strip().upper()

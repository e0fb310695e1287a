"""What a key has left, and what became of its credits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from simulator.platform.access import account_of, world_of
from simulator.platform.envelope import Code, Refused, bad, success, wrong
from simulator.platform.fields import Choice, Many, Text, Whole, empty, read_json, read_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from simulator.platform.fields import Body, Rule
    from simulator.platform.records import Charge

CREATIONS = (
    "text_to_video", "image_to_video", "transition", "lip_sync", "extend", "sound_effect",
    "fusion", "restyle", "multi_transition", "swap", "agent", "swap_mask", "avatar",
    "image_to_image", "mimic", "modify", "upscale",
)  # fmt: skip
_FORM = "%Y-%m-%d %H:%M:%S"
_LONGEST = timedelta(days=30)
_USUAL_LIMIT = 20
_FIELDS: Mapping[str, Rule] = {
    "start_time": Text(19),
    "end_time": Text(19),
    "limit": Whole(1, 100),
    "cursor": Text(64),
    "credits_status": Choice(("consume", "refund")),
    "creation_type": Many(Choice(CREATIONS), len(CREATIONS)),
}


async def get_balance(request: Request) -> Response:
    account = account_of(request)
    return success(
        {
            "account_id": account.account_id,
            "credit_monthly": account.credit_monthly,
            "credit_package": account.credit_package,
        }
    )


async def list_usage(request: Request) -> Response:
    """Newest first; a cursor goes on after the last line of a page, whatever came since."""
    world = world_of(request)
    account = account_of(request)
    body = read_values(await read_json(request), _FIELDS, (), world.switches)
    start, end = _range(body)
    rows = [
        one
        for one in reversed(world.charges)
        if one.account_id == account.account_id and start <= one.at <= end and _wanted(body, one)
    ]
    rows = _after(body.get("cursor", ""), rows)
    page = rows[: body.get("limit", _USUAL_LIMIT)]
    more = len(rows) > len(page)
    return success(
        {
            "items": [_line(one) for one in page],
            "next_cursor": str(page[-1].number) if more else "",
            "has_more": more,
        }
    )


def _range(body: Body) -> tuple[datetime, datetime]:
    for name in ("start_time", "end_time"):
        if empty(body.get(name)):
            raise Refused(Code.EMPTY, f"{name} is required")
    start, end = _moment(body["start_time"]), _moment(body["end_time"])
    if not timedelta() <= end - start <= _LONGEST:
        raise bad("end_time must be after start_time, by at most 30 days")
    return start, end + timedelta(milliseconds=999)


def _moment(text: str) -> datetime:
    try:
        return datetime.strptime(text, _FORM).replace(tzinfo=UTC)
    except ValueError as error:
        raise wrong(f"{text} is not like 2026-01-31 23:59:59") from error


def _wanted(body: Body, charge: Charge) -> bool:
    status, types = body.get("credits_status"), body.get("creation_type")
    return (not status or status == _status(charge)) and (
        not types or charge.creation_type in types
    )


def _status(charge: Charge) -> str:
    return "refund" if charge.refund else "consume"


def _after(cursor: str, rows: list[Charge]) -> list[Charge]:
    if not cursor:
        return rows
    places = [place for place, one in enumerate(rows) if str(one.number) == cursor]
    if not places:
        raise bad("cursor is not known")
    return rows[places[0] + 1 :]


def _line(charge: Charge) -> dict[str, object]:
    return {
        "id": charge.number,
        "video_id": charge.job,
        "trace_id": charge.trace_id,
        "creation_type": charge.creation_type,
        "credits": charge.amount,
        "credits_status": _status(charge),
        "create_time": charge.at.strftime(_FORM),
    }

"""What a 2xx answer of useapi.net holds, where it takes more than decoding one object."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from pixverse.answers import Answer, each
from pixverse.errors import Invalid, OutcomeUnknown
from pixverse.refusals import clean
from pixverse.useapi.models import Account, Created, Page, Upload, Video


def accounts(answer: Answer) -> tuple[Account, ...]:
    """Decode the object keyed by e-mail; rows of that form may lack the address themselves."""
    rows = answer.record().items()
    return tuple(
        Account.model_validate({"email": email, **row})
        for email, row in rows
        if isinstance(row, Mapping)
    )


def page(answer: Answer) -> Page:
    """Decode one page of videos."""
    items = each(Video, answer.rows("data"))
    fields = answer.value if isinstance(answer.value, Mapping) else {}
    return Page.model_validate({**fields, "items": items})


def next_offset(answer: Answer) -> int | None:
    """Return where a listing goes on; 0 says that it does not."""
    fields = answer.value if isinstance(answer.value, Mapping) else {}
    return Page.model_validate({**fields, "items": ()}).next_offset


def created(answer: Answer) -> Created:
    """Decode the answer to a paid request.

    Raises OutcomeUnknown where it names no job: accepted and charged or not, nobody can tell.
    """
    fields = answer.record()
    is_image = not fields.get("video_id")
    named = {"id": fields.get("image_id" if is_image else "video_id"), "is_image": is_image}
    try:
        return Created.model_validate({"cost_credits": fields.get("cost_credits"), **named})
    except ValidationError:
        pass
    raise OutcomeUnknown("the answer names no job", status=answer.status)


def created_images(answer: Answer) -> tuple[Created, ...]:
    """Decode the answer to a request for pictures: ``image_id``, ``success_ids`` or both.

    Their price is given for all together, so it is not repeated with each. Raises OutcomeUnknown
    where none is named.
    """
    fields = answer.record()
    several = fields.get("success_ids")
    ids = [fields.get("image_id"), *(several if isinstance(several, list) else ())]
    named = dict.fromkeys(one for one in ids if isinstance(one, str) and one)
    if not named:
        raise OutcomeUnknown("the answer names no job", status=answer.status)
    cost = fields.get("cost_credits") if len(named) == 1 else None
    rows = ({"id": one, "is_image": True, "cost_credits": cost} for one in named)
    return tuple(Created.model_validate(row) for row in rows)


def uploaded(answer: Answer) -> Upload:
    """Decode both shapes of an upload's answer: images in a list, the rest at the top."""
    fields = answer.record()
    result = fields.get("result")
    if isinstance(result, list):
        fields = result[0] if result and isinstance(result[0], Mapping) else {}
    upload = Upload.model_validate(fields)
    if upload.err_msg or not upload.path:
        raise Invalid(clean(upload.err_msg or "nothing was stored"), status=answer.status)
    return upload

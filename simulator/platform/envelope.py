"""How the platform answers: one envelope for everything, and mostly HTTP 200 whatever happened."""

from __future__ import annotations

from enum import IntEnum

from starlette.requests import Request
from starlette.responses import JSONResponse, Response


class Code(IntEnum):
    """The vendor's error codes; the sentences beside them are ours, its own are not published."""

    OK = 0
    KEY_MISSING = 10004
    KEY_UNKNOWN = 10005
    EMPTY = 400011
    ACCOUNT = 400012
    WRONG_VALUE = 400013
    INVALID = 400017
    PROMPT_TOO_LONG = 400018
    NEGATIVE_PROMPT_TOO_LONG = 400019
    BAD_IMAGE_ID = 400032
    NOT_FOUND = 500008
    NOT_PERMITTED = 500020
    IMAGE_TOO_LARGE = 500030
    IMAGE_UNREADABLE = 500031
    IMAGE_FORMAT = 500032
    IMAGE_SIDES = 500033
    UPLOAD_FAILED = 500041
    TOO_MANY = 500044
    IMAGE_MODERATED = 500052
    IMAGE_MODERATED_LATE = 500054
    MONTH_OVER = 500060
    PROMPT_MODERATED = 500063
    DELETED = 500064
    BUSY = 500069
    NOT_ACTIVATED = 500070
    TEMPLATE_QUALITY = 500071
    NO_CREDITS = 500090
    DATABASE = 500100
    PAGE_SIZE = 712008
    UNKNOWN = 99999


class Refused(Exception):
    """The request is answered with this code; `lower` is the envelope of image moderation."""

    def __init__(self, code: Code, text: str, *, status: int = 200, lower: bool = False) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.status = status
        self.lower = lower


def bad(text: str) -> Refused:
    """Values that do not go together."""
    return Refused(Code.INVALID, text)


def wrong(text: str) -> Refused:
    """A value that alone is of the wrong type or out of its range."""
    return Refused(Code.WRONG_VALUE, text)


def success(resp: object) -> Response:
    return envelope(Code.OK, "success", resp)


def envelope(
    code: int, text: str, resp: object = None, *, status: int = 200, lower: bool = False
) -> Response:
    names = ("err_code", "err_msg", "resp") if lower else ("ErrCode", "ErrMsg", "Resp")
    return JSONResponse(dict(zip(names, (code, text, resp), strict=True)), status)


def answer(request: Request, refusal: Exception) -> Response:
    """Starlette's exception handler for `Refused`."""
    del request
    assert isinstance(refusal, Refused)
    return envelope(refusal.code, refusal.text, status=refusal.status, lower=refusal.lower)

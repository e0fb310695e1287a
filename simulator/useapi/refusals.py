"""How the simulated API says no: a status and a sentence, in the vendor's shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

if TYPE_CHECKING:
    from starlette.requests import Request

UNAUTHORIZED = "Unauthorized"
NO_SUBSCRIPTION = "Account has no subscription or subscription expired"
NO_CREDITS = "All Credits have been used up. Please upgrade your membership or purchase credits."
MODERATED = "Your prompt has triggered our AI moderator, please re-enter your prompt"
NO_MASKS = "No masks detected in video frame"
NO_PERSON = "No clear person or animal detected in image or video"
ACCOUNT_BUSY = "Account is busy executing tasks."
ALL_BUSY = "All configured accounts are running at maximum capacity."
UPSTREAM_BUSY = "Reached the limit for concurrent generations."
PENDING_ERROR = (
    "Your PixVerse account has pending error. Please address this issue at "
    "https://useapi.net/docs/api-pixverse-v2/post-pixverse-accounts-email "
    "before making any new API calls."
)
VIDEO_GONE = "The original video has been deleted"
STATUS_PENDING_ERROR = 596

# The vendor repeats these statuses as `code` in the body of a refused GET.
_CODED = (400, 401)


class Refused(Exception):
    """The request is answered with `status` and `{"error": text}`."""

    def __init__(self, status: int, text: str, *, code: int | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.code = code


def bad(text: str) -> Refused:
    return Refused(400, text)


def answer(request: Request, refusal: Exception) -> Response:
    """Starlette's exception handler for `Refused`."""
    assert isinstance(refusal, Refused)
    body: dict[str, object] = {"error": refusal.text}
    code = refusal.code
    if code is None and request.method == "GET" and refusal.status in _CODED:
        code = refusal.status
    if code is not None:
        body["code"] = code
    return JSONResponse(body, refusal.status)


async def not_found(request: Request, error: Exception) -> Response:
    """Starlette's exception handler for an address or a method that there is not."""
    assert isinstance(error, HTTPException)
    body = {"error": f"{request.method} {request.url.path}: {error.detail}"}
    return JSONResponse(body | {"code": error.status_code}, error.status_code)


def check_token(request: Request, token: str) -> None:
    if request.headers.get("authorization") != f"Bearer {token}":
        raise Refused(401, UNAUTHORIZED)

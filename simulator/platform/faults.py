"""What a test may let go wrong here: for all keys or one, in the words of the platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from simulator.platform.envelope import Code, envelope
from simulator.serving import faults

if TYPE_CHECKING:
    from starlette.responses import Response

    from simulator.serving.calls import Call

_HTTP_OK, _HTTP_ERROR = 200, 500


class Fault(faults.Fault):
    """`code` is an error of the envelope, in HTTP 200 unless `status` says otherwise.

    `lower` spells the envelope as image moderation does.
    """

    api: ClassVar[str] = "/openapi/v2"

    code: int | None = None
    lower: bool = False
    account_id: int | None = None

    def concerns(self, call: Call) -> bool:
        return self.account_id is None or call.caller == str(self.account_id)

    def refusal(self) -> Response:
        code = Code.UNKNOWN if self.code is None else self.code
        status = self.status or (_HTTP_ERROR if self.code is None else _HTTP_OK)
        return envelope(code, self.error or "Something went wrong", status=status, lower=self.lower)

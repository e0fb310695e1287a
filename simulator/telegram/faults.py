"""Troubles that a test orders for the next calls."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from simulator.telegram.errors import ApiError, bad_request, forbidden, too_many_requests


class FaultKind(StrEnum):
    FLOOD = "flood"
    STATUS = "status"
    HTML = "html"
    HANG = "hang"  # nothing is done, no answer comes, in the end the connection breaks
    HANG_AFTER = "hang_after"  # done, but no answer comes
    RESET = "reset"  # the connection breaks before anything is done
    RESET_AFTER = "reset_after"  # done, but the connection breaks before the answer
    FORBIDDEN = "forbidden"
    BAD_REQUEST = "bad_request"


class Fault(BaseModel):
    model_config = ConfigDict(extra="forbid")

    method: str
    kind: FaultKind
    times: int | None = Field(default=1, ge=1)  # None: until the faults are cleared
    chat: int | None = None
    chats: frozenset[int] | None = None  # only these; for many people at once
    share: float = Field(default=1.0, gt=0, le=1)  # of the calls that it is meant for
    retry_after: int = Field(default=5, ge=1)
    status: int = Field(default=502, ge=400, le=599)
    seconds: float = Field(default=30.0, ge=0)
    description: str | None = None

    def refusal(self) -> ApiError:
        """For the kinds that are an ordinary answer of the Bot API."""
        if self.kind is FaultKind.FLOOD:
            return too_many_requests(self.retry_after)
        if self.kind is FaultKind.FORBIDDEN:
            return forbidden(self.description or "bot was blocked by the user")
        if self.kind is FaultKind.BAD_REQUEST:
            return bad_request(self.description or "chat not found")
        return ApiError(self.status, self.description or _REASONS.get(self.status, "Bad Gateway"))


_REASONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


DOWNLOADS = "/file/"  # stands for a method where files are fetched


@dataclass
class _Order:
    """A fault that was ordered, and how much of it is still to come."""

    fault: Fault
    left: int | None
    due: float = 0.0

    def falls_due(self) -> bool:
        """Spread evenly, not by chance: of ten calls a share of 0.2 hits the fifth and the tenth."""
        self.due += self.fault.share
        if self.due < 1 - 1e-9:
            return False
        self.due -= 1
        return True


class Faults:
    def __init__(self) -> None:
        self._ordered: list[_Order] = []

    def add(self, fault: Fault) -> None:
        self._ordered.append(_Order(fault, fault.times))

    def clear(self) -> None:
        self._ordered.clear()

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault that this call meets; it is used up by one."""
        for order in self._ordered:
            if _matches(order.fault, method, chat) and order.falls_due():
                self._use_up(order)
                return order.fault
        return None

    def _use_up(self, order: _Order) -> None:
        if order.left is None:
            return
        order.left -= 1
        if order.left == 0:
            self._ordered.remove(order)


def _matches(fault: Fault, method: str, chat: int | None) -> bool:
    meant = fault.method.lower() in ("*", method.lower())
    here = fault.chats is None or chat in fault.chats
    return meant and here and (fault.chat is None or fault.chat == chat)

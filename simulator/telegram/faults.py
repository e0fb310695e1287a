"""Troubles that a test orders for the next calls."""

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
    times: int = Field(default=1, ge=1)
    chat: int | None = None
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


class Faults:
    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._ordered.append(fault)

    def clear(self) -> None:
        self._ordered.clear()

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault that this call meets; it is used up by one."""
        for fault in self._ordered:
            if _matches(fault, method, chat):
                fault.times -= 1
                if fault.times == 0:
                    self._ordered.remove(fault)
                return fault
        return None


def _matches(fault: Fault, method: str, chat: int | None) -> bool:
    meant = fault.method.lower() in ("*", method.lower())
    return meant and (fault.chat is None or fault.chat == chat)

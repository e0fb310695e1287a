"""What a test may let go wrong: refusals, pages of HTML, silence, broken connections."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse, JSONResponse, Response

if TYPE_CHECKING:
    from simulator.serving.calls import Call

_MEDIA = "/media/"  # only a fault that names it: `*` is the API
_PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"

FaultKind = Literal[
    "status", "html", "hang", "reset", "status_after", "reset_after", "hang_after", "slow"
]


class Fault(BaseModel):
    """`*_after`: the request is carried out and the answer lost; `reset`, `hang`: it is not."""

    model_config = ConfigDict(extra="forbid")
    api: ClassVar[str]  # how the addresses of the service begin; a fault may leave it out

    path: str
    kind: FaultKind
    method: str | None = None
    status: int | None = Field(default=None, ge=200, le=999)
    error: str | None = None
    times: int = Field(default=1, ge=1)
    seconds: float | None = Field(default=None, ge=0)

    def hits(self, call: Call) -> bool:
        wanted = self._short(self.path)
        return (
            fnmatchcase(self._short(call.path), wanted)
            and call.path.startswith(_MEDIA) == wanted.startswith(_MEDIA)
            and self.method in (None, call.method)
            and self.concerns(call)
        )

    def _short(self, path: str) -> str:
        return path.removeprefix(self.api).rstrip("/") or "/"

    def concerns(self, call: Call) -> bool:
        """What a service adds: faults of one account only."""
        del call
        return True

    def answer(self) -> Response:
        if self.kind == "html":
            return HTMLResponse(_PAGE.format("Bad gateway"), self.status or 502)
        return self.refusal()

    def refusal(self) -> Response:
        """As the service words it."""
        return JSONResponse({"error": self.error or "Internal error"}, self.status or 500)

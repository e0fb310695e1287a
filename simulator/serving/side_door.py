"""The tests' side door to a simulator: what was asked, what is to go wrong, when jobs are held back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from simulator.serving.agenda import Agenda
    from simulator.serving.faults import Fault
    from simulator.serving.wire import Wire

    Handler = Callable[[Request], Awaitable[Response]]
    Table = list[tuple[str, str, Handler]]


class BadOrder(Exception):
    """A test asked for something that there is not."""


def refused(request: Request, error: Exception) -> Response:
    """Starlette's exception handler for `BadOrder`."""
    del request
    return JSONResponse({"error": str(error)}, 400)


class Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Hold(Asked):
    enabled: bool


_Form = TypeVar("_Form", bound=BaseModel)


async def read(request: Request, form: type[_Form]) -> _Form:
    try:
        return form.model_validate_json(await request.body() or b"{}")
    except ValidationError as error:
        first = error.errors()[0]
        raise BadOrder(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


class Switched(Protocol):
    """A world that can be told how to behave: `switches` is a model of pydantic."""

    switches: Any


class SideDoor:
    """What all simulators have; each adds the rest in `table`."""

    def __init__(self, switched: Switched, agenda: Agenda, fault: type[Fault]) -> None:
        self._switched = switched
        self._agenda = agenda
        self._fault = fault
        self.wire: Wire | None = None  # set by the one who wraps the app in it

    def routes(self) -> list[Route]:
        common: Table = [
            ("GET", "health", self.health),
            ("GET", "requests", self.requests),
            ("GET", "faults", self.list_faults),
            ("POST", "faults", self.add_fault),
            ("DELETE", "faults", self.clear_faults),
            ("POST", "hold", self.hold),
            ("GET", "switches", self.switches),
            ("POST", "switches", self.change_switches),
        ]
        table = [*common, *self.table()]
        return [Route(f"/control/{path}", do, methods=[method]) for method, path, do in table]

    def table(self) -> Table:
        return []

    def forget(self) -> None:
        """Before the world is as new: nothing is due or to go wrong any more."""
        self._agenda.clear()
        self._wired.clear()

    @property
    def _wired(self) -> Wire:
        assert self.wire is not None
        return self.wire

    async def health(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse({"ok": True})

    async def requests(self, request: Request) -> Response:
        """`path` is a part of the address, `since` the last number already seen."""
        path = request.query_params.get("path", "")
        since = request.query_params.get("since") or "0"
        if not since.isdecimal():
            raise BadOrder("since must be a number of a request")
        calls = [one for one in self._wired.calls if path in one.path and one.n > int(since)]
        return JSONResponse({"requests": [one.shown() for one in calls]})

    async def list_faults(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse({"faults": [one.model_dump() for one in self._wired.faults]})

    async def add_fault(self, request: Request) -> Response:
        self._wired.faults.append(await read(request, self._fault))
        return JSONResponse({"ok": True})

    async def clear_faults(self, request: Request) -> Response:  # noqa: ARG002
        self._wired.faults.clear()
        return JSONResponse({"ok": True})

    async def hold(self, request: Request) -> Response:
        """Nothing ends by itself while it is held."""
        asked = await read(request, Hold)
        self._agenda.settle()
        self._agenda.hold(enabled=asked.enabled)
        return JSONResponse({"held": self._agenda.held})

    async def switches(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse(self._switched.switches.model_dump())

    async def change_switches(self, request: Request) -> Response:
        now: BaseModel = self._switched.switches
        asked = await read(request, type(now))
        self._switched.switches = now.model_copy(update=asked.model_dump(exclude_unset=True))
        return JSONResponse(self._switched.switches.model_dump())

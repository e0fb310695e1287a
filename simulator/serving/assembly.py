"""A simulated provider put together of its parts: started with the server, and closed in order with it."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from simulator.serving.side_door import BadOrder, refused
from simulator.serving.wire import Wire

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence

    from starlette.types import ASGIApp

    from simulator.serving.agenda import Agenda
    from simulator.serving.memory import Memory
    from simulator.serving.postman import Postman
    from simulator.serving.process import Site
    from simulator.serving.side_door import SideDoor
    from simulator.serving.wire import Caller

    Handler = Callable[[Request], Awaitable[Response]]
    Refusal = Callable[[Request, Exception], Awaitable[Response] | Response]
    Refusals = Mapping[type[Exception], Refusal]


class Files(Protocol):
    """What the service serves as files."""

    def routes(self) -> list[Route]: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Parts:
    world: Memory[Any, Any, Any, Any]
    timeline: Agenda
    files: Files
    postman: Postman
    door: SideDoor


def assemble(
    site: Site,
    parts: Parts,
    api: Sequence[Route],
    refusals: Refusals,
    *,
    header: str = "authorization",
    caller: Caller | None = None,
) -> ASGIApp:
    """`header` and `caller` are those of the `Wire`."""
    app = Starlette(
        routes=[*parts.door.routes(), *parts.files.routes(), *api],
        exception_handlers={**refusals, BadOrder: refused, ClientDisconnect: _nobody_there},
        lifespan=_lifespan(parts),
    )
    app.router.redirect_slashes = False
    app.state.world = parts.world
    parts.door.wire = Wire(app, site.now, site.connections, header=header, caller=caller)
    return parts.door.wire


def settled(handler: Handler, timeline: Agenda) -> Handler:
    """Every job that is due ends first, so that no answer is out of date."""

    async def handle(request: Request) -> Response:
        timeline.settle()
        return await handler(request)

    return handle


def in_both_spellings(table: Iterable[tuple[str, str, Handler]]) -> list[Route]:
    """Answered in place with and without a slash at the end, for a service that redirects neither."""
    return [
        Route(form, handler, methods=[method])
        for method, path, handler in table
        for form in (path, f"{path}/")
    ]


async def _nobody_there(request: Request, error: Exception) -> Response:  # noqa: ARG001
    """The client left in the middle of its request: nothing was done, nobody hears this."""
    return Response(status_code=400)


def _lifespan(
    parts: Parts,
) -> Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:  # noqa: ARG001
        ticker = asyncio.create_task(parts.timeline.run())
        try:
            yield
        finally:
            ticker.cancel()
            await asyncio.gather(ticker, return_exceptions=True)
            await parts.postman.close()
            parts.files.close()
            parts.world.close()

    return lifespan

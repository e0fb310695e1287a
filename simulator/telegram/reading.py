"""Reads requests of the world and control APIs, and turns mistakes into one sentence."""

import json
from collections.abc import Awaitable, Callable

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.telegram.errors import ApiError, WorldError
from simulator.telegram.model import Json

Endpoint = Callable[[Request], Awaitable[Response]]


def guarded(endpoint: Endpoint) -> Endpoint:
    """Mistakes of the caller become 400 with one sentence."""

    async def guard(request: Request) -> Response:
        try:
            return await endpoint(request)
        except WorldError as problem:
            return JSONResponse({"error": str(problem)}, status_code=400)
        except ApiError as problem:
            return JSONResponse({"error": problem.description}, status_code=400)
        except ValidationError as problem:
            return JSONResponse({"error": _sentence(problem)}, status_code=400)

    return guard


def _sentence(problem: ValidationError) -> str:
    first = problem.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


async def body_of(request: Request) -> Json:
    try:
        value = json.loads(await request.body() or b"{}")
    except ValueError:
        raise WorldError("the body must be JSON") from None
    if not isinstance(value, dict):
        raise WorldError("the body must be a JSON object")
    return value


def number_of(request: Request, name: str, default: int | None = None) -> int:
    raw = request.query_params.get(name)
    if raw is None and default is not None:
        return default
    try:
        return int(raw or "")
    except ValueError:
        raise WorldError(f"{name} must be a number") from None

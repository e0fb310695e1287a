"""Bodies of requests from outside: never more of them in memory than is sensible."""

from starlette.requests import Request

LONGEST = 1024 * 1024


class TooLong(Exception):
    """The body is longer than anybody honest would send."""


async def read_body(request: Request, most: int = LONGEST) -> bytes:
    """Read a body of `most` bytes or less. Raises TooLong, and reads no further then."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise TooLong
    return bytes(body)

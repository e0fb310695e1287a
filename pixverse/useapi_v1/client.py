"""The typed client of useapi.net's PixVerse API, v1: what its vendor's pages describe, one method each.

Every method raises the errors of ``pixverse.errors``; a method that starts a job is asked once,
and OutcomeUnknown from it means that the job may be running: Discord may have it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pixverse import ids
from pixverse.answers import Answer, each, one
from pixverse.connection import Call, Session
from pixverse.errors import OutcomeUnknown, ProviderError
from pixverse.forms import Form
from pixverse.sources import Source
from pixverse.useapi_v1.connection import PAYING, Connection
from pixverse.useapi_v1.models import Channel, Job

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    import httpx
    from pydantic import SecretStr

    from pixverse.bodies import Body
    from pixverse.transport import Sleep
    from pixverse.useapi_v1.requests import (
        AnimateBody,
        ButtonBody,
        ChannelBody,
        CreateBody,
        CreateSingleBody,
        MemeFaceBody,
    )

PUBLIC_URL = "https://api.useapi.net"
IMAGE_TYPES = {"image/jpeg": "jpg", "image/png": "png"}


class UseApiV1(Session[Connection]):
    """A session with useapi.net: ``async with UseApiV1(base_url=…, token=…) as api``.

    ``base_url`` is scheme and host only. ``transport`` replaces the network, ``sleep`` the waits
    between repeated reads, ``clock`` tells the time for a "retry after" that names one.
    """

    def __init__(
        self,
        *,
        base_url: str = PUBLIC_URL,
        token: SecretStr,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        super().__init__(
            Connection(
                base_url=base_url, secret=token, transport=transport, clock=clock, sleep=sleep
            )
        )

    async def create(self, body: CreateBody) -> Job:
        """Start four videos from words. (POST create)"""
        return await self._start("/create", body)

    async def create_single(self, body: CreateSingleBody) -> Job:
        """Start one video from words. (POST create_single)"""
        return await self._start("/create_single", body)

    async def animate(
        self, body: AnimateBody, image: AsyncIterator[bytes], *, size: int, content_type: str
    ) -> Job:
        """Start a video from a JPEG or PNG picture of ``size`` bytes, which is streamed.

        One of another length raises NotSent, and an error of its own is raised as it is.
        (POST animate)
        """
        file = _picture(image, size, content_type)
        return await self._send("/animate", "image", body, file)

    async def meme_face(
        self, body: MemeFaceBody, face: AsyncIterator[bytes], *, size: int, content_type: str
    ) -> Job:
        """Start a video from a face and words; the picture as in ``animate``. (POST meme_face)"""
        file = _picture(face, size, content_type)
        return await self._send("/meme_face", "face", body, file)

    async def button(self, body: ButtonBody) -> Job:
        """Press a button under a finished result, which starts another job. (POST button)"""
        return await self._start("/button", body)

    async def job(self, jobid: str) -> Job:
        """Read a job. NotFound: there is none, or (status 410) it has expired. (GET jobs)"""
        answer = await self._connection.call(Call("GET", "/jobs/", query={"jobid": jobid}))
        return one(Job, answer)

    async def jobs(self) -> tuple[Job, ...]:
        """List the jobs. The page about this list was never seen. (GET jobs)"""
        return each(Job, (await self._connection.call(Call("GET", "/jobs"))).rows())

    async def cancel(self, jobid: str) -> None:
        """Stop a job. NotFound also after a first try whose answer was lost. (GET jobs/cancel)"""
        await self._connection.call(Call("GET", "/jobs/cancel/", query={"jobid": jobid}))

    async def channels(self) -> tuple[Channel, ...]:
        """List the configured Discord channels. NotFound: there is none. (GET account)"""
        rows = (await self._connection.call(Call("GET", "/account"))).record().items()
        return tuple(
            Channel.model_validate({"channel": channel, **row})
            for channel, row in rows
            if isinstance(row, Mapping)
        )

    async def channel(self, channel: str) -> Channel:
        """Read one configured channel. (GET account/channel)"""
        path = f"/account/{ids.raw(channel)}"
        return one(Channel, await self._connection.call(Call("GET", path)))

    async def put_channel(self, body: ChannelBody) -> None:
        """Configure a channel, or change it. (POST account/channel)"""
        path = f"/account/{ids.raw(body.channel)}"
        await self._connection.call(Call("POST", path, PAYING, body=body.wire()))

    async def delete_channel(self, channel: str) -> None:
        """Make useapi.net forget a channel. (DELETE account/channel)"""
        await self._connection.call(Call("DELETE", f"/account/{ids.raw(channel)}"))

    async def _start(self, path: str, body: Body) -> Job:
        return _started(await self._connection.call(Call("POST", path, PAYING, body=body.wire())))

    async def _send(self, path: str, name: str, body: Body, file: Source) -> Job:
        fields = {key: str(value) for key, value in body.wire().items()}
        ending = IMAGE_TYPES[file.headers["Content-Type"]]
        form = Form(fields, file=file, name=name, filename=f"{name}.{ending}")
        try:
            return _started(await self._connection.call(Call("POST", path, PAYING, content=form)))
        except ProviderError:
            if file.error is None:
                raise
        raise file.error


def _picture(body: AsyncIterator[bytes], size: int, content_type: str) -> Source:
    if content_type not in IMAGE_TYPES or size < 1:
        raise ValueError("a picture is a JPEG or PNG of at least one byte")
    return Source(body, size=size, content_type=content_type)


def _started(answer: Answer) -> Job:
    job = one(Job, answer)
    if not job.jobid:
        raise OutcomeUnknown("the answer names no job", status=answer.status)
    return job

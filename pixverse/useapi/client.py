"""The typed client of useapi.net's PixVerse API, v2: every endpoint, one method each.

Every method raises the errors of ``pixverse.errors``; a method that starts a paid job is asked
once, and OutcomeUnknown from it means that the job may be running and charged. ``email`` names
the PixVerse account, and may be left out while exactly one is configured.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pixverse import ids
from pixverse.answers import each, one
from pixverse.connection import Call, Session, uploading
from pixverse.errors import ProviderError
from pixverse.sources import Source
from pixverse.useapi import answers
from pixverse.useapi.connection import PAYING, Connection
from pixverse.useapi.models import (
    Account,
    Created,
    Effect,
    Features,
    Page,
    Running,
    Scheduler,
    Upload,
    Video,
    Voice,
)
from pixverse.useapi.uploads import check_upload

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    import httpx
    from pydantic import SecretStr

    from pixverse.bodies import Body
    from pixverse.transport import Sleep
    from pixverse.useapi.images import CreateImagesBody
    from pixverse.useapi.remakes import ExtendBody, LipsyncBody, ModifyBody, UpscaleBody
    from pixverse.useapi.requests import (
        AccountBody,
        CreateBody,
        CreateFramesBody,
        CreateFusionBody,
        CreateTransitionBody,
        MotionControlBody,
    )

PUBLIC_URL = "https://api.useapi.net"
PAGE_ROWS = 40
PAGE_IMAGES = 50
MOST_PAGES = 500


class UseApi(Session[Connection]):
    """A session with useapi.net: ``async with UseApi(base_url=…, token=…) as api``.

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

    async def accounts(self) -> tuple[Account, ...]:
        """List the configured PixVerse accounts. NotFound: there is none. (GET accounts)"""
        answer = await self._connection.call(Call("GET", "/accounts"))
        return answers.accounts(answer)

    async def account(self, email: str) -> Account:
        """Read one configured account. (GET accounts/email)"""
        return one(Account, await self._connection.read_by_id("/accounts/", email))

    async def put_account(self, body: AccountBody) -> Account:
        """Configure an account, or clear its pending error, by logging in to PixVerse.

        Unauthorized may also mean that PixVerse refused the password. (POST accounts/email)
        """
        path = f"/accounts/{ids.raw(body.email)}"
        answer = await self._connection.call(Call("POST", path, PAYING, body=body.wire()))
        return one(Account, answer)

    async def delete_account(self, email: str) -> None:
        """Make useapi.net forget an account; NotFound if it knows none. (DELETE accounts/email)"""
        await self._connection.call(Call("DELETE", f"/accounts/{ids.raw(email)}"))

    async def features(self, email: str | None = None) -> Features:
        """Read an account's plan and credits. (GET features)"""
        return one(
            Features, await self._connection.call(Call("GET", "/features/", query=_query(email)))
        )

    async def upload(
        self,
        body: AsyncIterator[bytes],
        *,
        size: int,
        content_type: str,
        email: str | None = None,
    ) -> Upload:
        """Store a file at PixVerse; its ``path`` is what the create endpoints take.

        ``size`` is in bytes, 1 to 5 GB, and sent before the body, which is streamed; a body of
        another length raises NotSent, an error of the body itself is raised as it is. Free of
        charge. ValueError for a type that PixVerse does not take. (POST files)
        """
        check_upload(size, content_type)
        source = Source(body, size=size, content_type=content_type)
        call = Call("POST", "/files/", uploading(size), query=_query(email), content=source)
        try:
            answer = await self._connection.call(call)
        except ProviderError:
            if source.error is None:
                raise
        if source.error is not None:
            raise source.error
        return answers.uploaded(answer)

    async def videos(
        self, email: str | None = None, *, limit: int = PAGE_ROWS, offset: int = 0
    ) -> Page:
        """Read one page of an account's videos; ``offset`` only from a ``next_offset``.

        (GET videos)
        """
        query = _query(email, limit=limit, offset=offset or None)
        answer = await self._connection.call(Call("GET", "/videos/", query=query))
        return answers.page(answer)

    async def video_pages(
        self, email: str | None = None, *, limit: int = PAGE_ROWS, most: int = MOST_PAGES
    ) -> AsyncIterator[Page]:
        """Read an account's videos page by page, at most ``most`` pages.

        The listing was complete only if the last page given says ``is_last``.
        """
        offset, seen = 0, {0}
        for _ in range(most):
            page = await self.videos(email, limit=limit, offset=offset)
            yield page
            offset = page.next_offset or 0
            # A server that answers an offset twice would be asked for ever.
            if page.is_last or offset in seen:
                return
            seen.add(offset)

    async def video(self, video_id: str) -> Video:
        """Read one video or image. NotFound also while it is being made. (GET videos/video_id)"""
        return one(Video, await self._connection.read_by_id("/videos/", video_id))

    async def delete_video(self, video_id: str) -> None:
        """Delete a video at PixVerse. (DELETE videos/video_id)"""
        await self._connection.call(Call("DELETE", f"/videos/{ids.raw(video_id)}"))

    async def create(self, body: CreateBody) -> Created:
        """Start a video (or image) from words, a picture or an effect. (POST videos/create)"""
        return await self._start("create", body)

    async def create_frames(self, body: CreateFramesBody) -> Created:
        """Start a video between two pictures. (POST videos/create-frames)"""
        return await self._start("create-frames", body)

    async def create_transition(self, body: CreateTransitionBody) -> Created:
        """Start a video through 2 to 7 pictures. (POST videos/create-transition)"""
        return await self._start("create-transition", body)

    async def create_fusion(self, body: CreateFusionBody) -> Created:
        """Start a video that joins subjects of several pictures. (POST videos/create-fusion)"""
        return await self._start("create-fusion", body)

    async def motion_control(self, body: MotionControlBody) -> Created:
        """Start a video in which a picture's subject moves as a video shows.

        Moderated: PixVerse saw no clear person or animal. (POST videos/motion-control)
        """
        return await self._start("motion-control", body)

    async def extend(self, body: ExtendBody) -> Created:
        """Start the continuation of a video. (POST videos/extend)"""
        return await self._start("extend", body)

    async def modify(self, body: ModifyBody) -> Created:
        """Start a change of a video by words.

        Moderated with ``no_masks``: PixVerse found nothing to change. (POST videos/modify)
        """
        return await self._start("modify", body)

    async def lipsync(self, body: LipsyncBody) -> Created:
        """Start making a video speak. (POST videos/lipsync)"""
        return await self._start("lipsync", body)

    async def upscale(self, body: UpscaleBody) -> Created:
        """Start a 4K version of a video. (POST videos/upscale)"""
        return await self._start("upscale", body)

    async def create_images(self, body: CreateImagesBody) -> tuple[Created, ...]:
        """Start one to four pictures. (POST images/create)"""
        answer = await self._connection.call(
            Call("POST", "/images/create", PAYING, body=body.wire())
        )
        return answers.created_images(answer)

    async def images(
        self, email: str | None = None, *, limit: int = PAGE_IMAGES, offset: int = 0
    ) -> Page:
        """Read one page of an account's pictures; ``offset`` only from a ``next_offset``.

        What a page looks like no source shows: it is read as one of videos. (GET images)
        """
        query = _query(email, limit=limit, offset=offset or None)
        return answers.page(await self._connection.call(Call("GET", "/images", query=query)))

    async def image(self, image_id: str) -> Video:
        """Read a picture, also while it is being made. (GET images/image_id)"""
        return one(Video, await self._connection.read_by_id("/images/", image_id))

    async def delete_image(self, image_id: str) -> None:
        """Delete a picture at PixVerse. (DELETE images/image_id)"""
        await self._connection.call(Call("DELETE", f"/images/{ids.raw(image_id)}"))

    async def voices(self, email: str | None = None) -> tuple[Voice, ...]:
        """List the speakers for lip-sync. (GET videos/voices)"""
        answer = await self._connection.call(Call("GET", "/videos/voices/", query=_query(email)))
        return each(Voice, answer.rows("tts_list"))

    async def effects(self, email: str | None = None) -> tuple[Effect, ...]:
        """List all effects, all pages. (GET videos/effects)"""
        found: list[Effect] = []
        offset, seen = 0, {0}
        for _ in range(MOST_PAGES):
            query = _query(email, offset=offset or None)
            answer = await self._connection.call(Call("GET", "/videos/effects", query=query))
            rows, offset = answer.rows("items"), answers.next_offset(answer) or 0
            found.extend(each(Effect, rows))
            if not rows or offset in seen:
                break
            seen.add(offset)
        return tuple(found)

    async def running(self) -> tuple[Running, ...]:
        """List the jobs that useapi.net tracks, on all accounts. (GET scheduler)"""
        answer = await self._connection.call(Call("GET", "/scheduler/"))
        return each(Running, answer.rows())

    async def available(self) -> Scheduler:
        """Read the jobs that run and the room that each account has. (GET scheduler/available)"""
        answer = await self._connection.call(Call("GET", "/scheduler/available"))
        lists = {name: answer.rows(name) for name in ("executing", "available")}
        return Scheduler.model_validate(lists)

    async def stop_tracking(self, video_id: str) -> None:
        """Make useapi.net forget a running job: no webhook, a free slot; it is still charged.

        NotFound if it does not run. (DELETE scheduler/video_id)
        """
        await self._connection.call(Call("DELETE", f"/scheduler/{ids.raw(video_id)}"))

    async def _start(self, endpoint: str, body: Body) -> Created:
        answer = await self._connection.call(
            Call("POST", f"/videos/{endpoint}", PAYING, body=body.wire())
        )
        return answers.created(answer)


def _query(
    email: str | None, *, limit: int | None = None, offset: int | None = None
) -> dict[str, str]:
    named = {"email": email, "limit": limit, "offset": offset}
    return {name: str(value) for name, value in named.items() if value is not None}

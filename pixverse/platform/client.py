"""The typed client of PixVerse's own Platform API: every endpoint that the bot could use.

Every method raises the errors of ``pixverse.errors``, and ValueError before anything is sent for
what the API does not take. Paid calls carry the caller's ``trace_id``: after OutcomeUnknown the
same call with the same id is answered with the first job instead of a second one. After a refusal
a new try needs a new id. No POST is ever repeated here.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import ValidationError

from pixverse.connection import Session, uploading
from pixverse.decoding import Tolerant
from pixverse.errors import OutcomeUnknown, ProviderError
from pixverse.forms import Form
from pixverse.platform import uploads
from pixverse.platform.connection import PAYING, Call, Connection
from pixverse.platform.models import (
    Balance,
    Created,
    Effect,
    MaskSelection,
    Restyle,
    Result,
    Speaker,
    StoredImage,
    StoredMedia,
    UsageItem,
    UsagePage,
)
from pixverse.platform.switches import Switches

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from uuid import UUID

    import httpx
    from pydantic import SecretStr

    from pixverse.platform.changes import MaskSelectionBody
    from pixverse.platform.envelope import Envelope
    from pixverse.platform.requests import Body, Generation, UsageBody
    from pixverse.transport import Sleep

PUBLIC_URL = "https://app-api.pixverse.ai"
CHINA_URL = "https://app-api.pixverseai.cn"
EFFECT_ROWS = 100
OTHER_ROWS = 20
"""What a page may hold; the vendor names no limit for voices and looks."""

MOST_PAGES = 100

M = TypeVar("M", bound=Tolerant)


class Platform(Session[Connection]):
    """A session with one API key: ``async with Platform(key=…) as api``.

    ``base_url`` is scheme and host only. ``transport`` replaces the network, ``sleep`` the waits
    between repeated reads, ``clock`` tells the time for a "retry after" that names one.
    """

    def __init__(
        self,
        *,
        base_url: str = PUBLIC_URL,
        key: SecretStr,
        switches: Switches | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.switches = switches or Switches()
        super().__init__(
            Connection(base_url=base_url, secret=key, transport=transport, clock=clock, sleep=sleep)
        )

    async def balance(self) -> Balance:
        """Read the credits behind the key. (GET account/balance)"""
        return (await self._connection.call(Call("GET", "/account/balance"))).one(Balance)

    async def usage(self, body: UsageBody) -> UsagePage:
        """Read one page of what was charged. (POST account/billing/usage-detail)"""
        fields = body.wire(self.switches)
        envelope = await self._connection.call(
            Call("POST", "/account/billing/usage-detail", body=fields)
        )
        rows = envelope.each(UsageItem, "items")
        return UsagePage.model_validate({**envelope.record(), "items": rows})

    async def upload_image(
        self, body: AsyncIterator[bytes], *, size: int, content_type: str
    ) -> StoredImage:
        """Store a picture: PNG, JPEG or WebP under 20 MB. Free of charge.

        The body is streamed, and one of another length than ``size`` raises NotSent; an error of
        the body itself is raised as it is. (POST image/upload)
        """
        form = uploads.image_form(body, size=size, content_type=content_type)
        envelope = await self._upload("/image/upload", form, size)
        return _named(StoredImage, envelope.record(), envelope)

    async def upload_media(
        self, body: AsyncIterator[bytes], *, size: int, content_type: str
    ) -> StoredMedia:
        """Store a video or a sound, up to 50 MB and 30 s, as ``upload_image``. (POST media/upload)"""
        form = uploads.media_form(body, size=size, content_type=content_type)
        envelope = await self._upload("/media/upload", form, size)
        return _named(StoredMedia, envelope.record(), envelope)

    async def upload_image_from(self, url: str) -> StoredImage:
        """Let PixVerse fetch a picture from a public address. (POST image/upload)"""
        envelope = await self._fetch("/image/upload", "image_url", url)
        return _named(StoredImage, envelope.record(), envelope)

    async def upload_media_from(self, url: str) -> StoredMedia:
        """Let PixVerse fetch a video or a sound from a public address. (POST media/upload)"""
        envelope = await self._fetch("/media/upload", "file_url", url)
        return _named(StoredMedia, envelope.record(), envelope)

    async def start(self, body: Generation, *, trace_id: UUID) -> Created:
        """Start a paid job: the body says at which endpoint. (POST …/generate)

        OutcomeUnknown means that it may be running and charged: see the module about repeating it.
        """
        envelope = await self._pay(body.endpoint, body, trace_id)
        fields = envelope.record()
        is_image = not fields.get("video_id")
        named = {"id": fields.get("image_id" if is_image else "video_id"), "is_image": is_image}
        return _named(Created, {**fields, **named}, envelope)

    async def select_masks(self, body: MaskSelectionBody, *, trace_id: UUID) -> MaskSelection:
        """Find what could be replaced in a video; 2 credits, no job. (POST video/mask/selection)"""
        return (await self._pay("/video/mask/selection", body, trace_id)).one(MaskSelection)

    async def video(self, video_id: int) -> Result:
        """Read a video, finished or not. NotFound: there is none. (GET video/result)"""
        return (await self._connection.call(Call("GET", f"/video/result/{video_id:d}"))).one(Result)

    async def image(self, image_id: int) -> Result:
        """Read a picture that an effect makes, finished or not. (GET image/result)"""
        return (await self._connection.call(Call("GET", f"/image/result/{image_id:d}"))).one(Result)

    async def effects(self, template_type: Literal[1, 2] = 1) -> tuple[Effect, ...]:
        """List all effects of one type: 1 makes videos, 2 pictures, as the vendor numbers its own.

        (GET video/effects/templates/list)
        """
        path = "/video/effects/templates/list"
        found = await self._all(
            lambda page: Call(
                "GET", path, query=_text(type=template_type, page=page, pageSize=EFFECT_ROWS)
            ),
            "effect_items",
        )
        return tuple(
            Effect.model_validate({"template_type": template_type, **row}) for row in found
        )

    async def restyles(self) -> tuple[Restyle, ...]:
        """List the ready-made looks. (GET video/restyle/list)"""
        path = "/video/restyle/list"

        def ask(page: int) -> Call:
            if self.switches.restyle_list == "body":
                return Call("GET", path, body={"page_num": page, "page_size": OTHER_ROWS})
            return Call("GET", path, query=_text(page_num=page, page_size=OTHER_ROWS))

        rows = await self._all(ask, "data", "items", "list", "restyle_list")
        return tuple(map(Restyle.model_validate, rows))

    async def speakers(
        self, speaker_type: Literal["system", "custom", "all"] | None = None
    ) -> tuple[Speaker, ...]:
        """List the voices; the type is asked for where the endpoint takes one.

        (GET video/tts_speaker or video/lip_sync/tts_list)
        """
        path = self.switches.speakers
        kind = speaker_type if path == "/video/tts_speaker" else None
        rows = await self._all(
            lambda page: Call(
                "GET", path, query=_text(page_num=page, page_size=OTHER_ROWS, speaker_type=kind)
            ),
            "data",
            "items",
        )
        return tuple(map(Speaker.model_validate, rows))

    async def _all(self, ask: Callable[[int], Call], *keys: str) -> list[Mapping[str, object]]:
        """Read all pages, to an empty one; a server that knows no pages shows the same again."""
        found: list[Mapping[str, object]] = []
        last: list[Mapping[str, object]] = []
        for number in range(1, MOST_PAGES + 1):
            envelope = await self._connection.call(ask(number))
            rows = envelope.rows(*keys)
            if not rows or rows == last:
                break
            found += rows
            if len(found) == envelope.total():
                break
            last = rows
        return found

    async def _pay(self, path: str, body: Body, trace_id: UUID) -> Envelope:
        fields = body.wire(self.switches)
        return await self._connection.call(
            Call("POST", path, PAYING, body=fields, trace_id=trace_id)
        )

    async def _upload(self, path: str, form: Form, size: int) -> Envelope:
        try:
            return await self._connection.call(Call("POST", path, uploading(size), content=form))
        except ProviderError:
            if form.error is None:
                raise
        raise form.error

    async def _fetch(self, path: str, name: str, url: str) -> Envelope:
        if not url.startswith(("https://", "http://")):
            raise ValueError("PixVerse fetches files from the web only")
        if self.switches.upload_by_url == "refused":
            raise ValueError("PixVerse takes files, not their addresses")
        if self.switches.upload_by_url == "json":
            return await self._connection.call(Call("POST", path, PAYING, body={name: url}))
        return await self._connection.call(Call("POST", path, PAYING, content=Form({name: url})))


def _text(**values: object) -> dict[str, str]:
    return {name: str(value) for name, value in values.items() if value is not None}


def _named(kind: type[M], fields: Mapping[str, object], envelope: Envelope) -> M:
    """Decode what must have an id; done or not, nobody can tell without one."""
    try:
        return kind.model_validate(fields)
    except ValidationError:
        pass
    raise OutcomeUnknown("the answer holds no id", status=envelope.status)

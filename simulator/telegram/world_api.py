"""`/world/…`: what people do and see, for the chat page and the tests."""

import asyncio
import mimetypes

from pydantic import BaseModel
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from simulator.telegram.call import Incoming
from simulator.telegram.errors import WorldError
from simulator.telegram.feed import Feed
from simulator.telegram.forms import fields_of, outgoing_from
from simulator.telegram.group_api import GroupApi
from simulator.telegram.inline_api import InlineApi
from simulator.telegram.keyboards import Keyboards, KeyPress
from simulator.telegram.people import Crowd
from simulator.telegram.people_api import PeopleApi
from simulator.telegram.reading import Endpoint, body_of, guarded, number_of
from simulator.telegram.room_api import RoomApi
from simulator.telegram.shop_api import ShopApi
from simulator.telegram.view import keys_view, message_view
from simulator.telegram.world import World


class _Place(BaseModel):
    person: int
    chat: int | None = None

    @property
    def room(self) -> int:
        return self.chat if self.chat is not None else self.person


class _Written(_Place):
    message_id: int
    text: str


class _Named(_Place):
    message_id: int


class _Press(_Named):
    data: str
    wait: float = 10.0


class _Key(_Place):
    text: str
    users: list[int] = []
    shared_chat: int | None = None


class WorldApi:
    def __init__(self, world: World) -> None:
        self._world = world
        self._crowd = Crowd(world)
        self._keyboards = Keyboards(world, self._crowd)
        self._feed = Feed(world)

    def routes(self) -> list[Route]:
        table: list[tuple[str, str, Endpoint]] = [
            *PeopleApi(self._world).table(),
            *RoomApi(self._world, self._keyboards).table(),
            *GroupApi(self._world).table(),
            *InlineApi(self._world, self._crowd).table(),
            *ShopApi(self._world, self._crowd).table(),
            ("GET", "/messages", self.messages),
            ("POST", "/send", self.send),
            ("POST", "/edit", self.edit),
            ("POST", "/delete", self.delete),
            ("POST", "/press", self.press),
            ("GET", "/keyboard", self.keyboard),
            ("POST", "/key", self.key),
            ("GET", "/events", self._feed.events),
            ("GET", "/changes", self._feed.changes),
            ("GET", "/file/{file_id}", self.file),
        ]
        return [
            Route(f"/world{path}", guarded(endpoint), methods=[method])
            for method, path, endpoint in table
        ]

    async def messages(self, request: Request) -> Response:
        person = self._world.person(number_of(request, "person")).id
        chat = number_of(request, "chat", person)
        if chat != person and person not in self._world.audience(chat):
            raise WorldError(f"person {person} is in no chat {chat}")
        found = self._world.messages.visible(chat)
        return JSONResponse({"messages": [message_view(self._world, m, person) for m in found]})

    async def send(self, request: Request) -> Response:
        kind = request.headers.get("content-type", "")
        if kind.startswith("application/json"):
            outgoing = outgoing_from(await body_of(request), [])
            sent = await self._crowd.send(outgoing)
        else:
            async with request.form(max_part_size=16 * 1024 * 1024) as form:
                files = await self._uploads(form)
                try:
                    sent = await self._crowd.send(outgoing_from(fields_of(form), files))
                finally:
                    for file in files:
                        file.path.unlink(missing_ok=True)
        views = [message_view(self._world, message, message.sender) for message in sent]
        return JSONResponse({"messages": views})

    async def _uploads(self, form: FormData) -> list[Incoming]:
        files = []
        for upload in form.getlist("file"):
            if not isinstance(upload, UploadFile):
                raise WorldError("file must be a file")
            path = self._world.files.temporary()
            size = 0
            with await asyncio.to_thread(path.open, "wb") as target:
                while chunk := await upload.read(1 << 20):
                    size += target.write(chunk)
            name = upload.filename or ""
            mime = upload.content_type or mimetypes.guess_type(name)[0] or ""
            files.append(Incoming(path, name, mime.partition(";")[0], size))
        return files

    async def edit(self, request: Request) -> Response:
        wish = _Written.model_validate(await body_of(request))
        message = self._crowd.edit(wish.person, wish.room, wish.message_id, wish.text)
        return JSONResponse(message_view(self._world, message, wish.person))

    async def delete(self, request: Request) -> Response:
        wish = _Named.model_validate(await body_of(request))
        self._crowd.delete(wish.person, wish.room, wish.message_id)
        return JSONResponse({})

    async def press(self, request: Request) -> Response:
        wish = _Press.model_validate(await body_of(request))
        query = self._crowd.press(wish.person, wish.room, wish.message_id, wish.data)
        answer = await self._world.questions.wait(query, wish.wait)
        nothing = {"text": None, "show_alert": False, "url": None}
        return JSONResponse({"answered": answer is not None, **(answer or nothing)})

    async def keyboard(self, request: Request) -> Response:
        """The keyboard of a bot that lies in this chat, if there is one."""
        person = self._world.person(number_of(request, "person"))
        markup = self._keyboards.shown(person, number_of(request, "chat", person.id))
        return JSONResponse({"keyboard": keys_view(markup) if markup else None})

    async def key(self, request: Request) -> Response:
        """Tap a key of that keyboard."""
        wish = _Key.model_validate(await body_of(request))
        press = KeyPress(wish.person, wish.room, wish.text, wish.users, wish.shared_chat)
        sent = await self._keyboards.press(press)
        views = [message_view(self._world, message, message.sender) for message in sent]
        return JSONResponse({"messages": views})

    async def file(self, request: Request) -> Response:
        file = self._world.files.find(request.path_params["file_id"])
        if file is None:
            return JSONResponse({"error": "no such file"}, status_code=404)
        return FileResponse(
            self._world.files.bytes_of(file),
            media_type=file.mime,
            filename=file.name,
            content_disposition_type="inline" if _harmless(file.mime) else "attachment",
            headers={"Cache-Control": "private, max-age=3600", "X-Content-Type-Options": "nosniff"},
        )


def _harmless(mime: str) -> bool:
    """What a browser may show on the page itself: no document that could bring scripts."""
    return mime.startswith(("image/", "video/", "audio/")) and mime != "image/svg+xml"

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
from simulator.telegram.methods.payments import ask_before_checkout, pay
from simulator.telegram.methods.profile import commands_for
from simulator.telegram.model import Json, Person, Query
from simulator.telegram.people import Crowd
from simulator.telegram.reading import Endpoint, body_of, guarded, number_of
from simulator.telegram.view import message_view
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


class _Payment(_Named):
    wait: float = 10.0


class _NewGroup(BaseModel):
    title: str
    members: list[int]
    forum: bool = False
    bot_admin: bool = False


class WorldApi:
    def __init__(self, world: World) -> None:
        self._world = world
        self._crowd = Crowd(world)
        self._feed = Feed(world)

    def routes(self) -> list[Route]:
        table: list[tuple[str, str, Endpoint]] = [
            ("GET", "/people", self.people),
            ("POST", "/people", self.put_person),
            ("GET", "/chats", self.chats),
            ("POST", "/groups", self.create_group),
            ("POST", "/groups/expel", self.expel),
            ("GET", "/messages", self.messages),
            ("GET", "/commands", self.commands),
            ("POST", "/send", self.send),
            ("POST", "/edit", self.edit),
            ("POST", "/delete", self.delete),
            ("POST", "/press", self.press),
            ("POST", "/pay", self.pay),
            ("POST", "/block", self.block),
            ("POST", "/unblock", self.unblock),
            ("GET", "/events", self._feed.events),
            ("GET", "/changes", self._feed.changes),
            ("GET", "/file/{file_id}", self.file),
        ]
        return [
            Route(f"/world{path}", guarded(endpoint), methods=[method])
            for method, path, endpoint in table
        ]

    async def people(self, _request: Request) -> Response:
        bot = self._world.bot
        known = None
        if bot is not None:
            known = {"id": bot.id, "username": bot.username, "first_name": bot.first_name}
        people = [person_view(person) for person in self._world.people.values()]
        return JSONResponse({"people": people, "bot": known})

    async def put_person(self, request: Request) -> Response:
        raw = await body_of(request)
        person = Person.model_validate({k: v for k, v in raw.items() if k in _PERSON_FIELDS})
        return JSONResponse(person_view(self._world.put_person(person)))

    async def chats(self, request: Request) -> Response:
        person = self._world.person(number_of(request, "person"))
        bot = self._world.bot
        chats: list[Json] = []
        if bot is not None:
            chats.append({"id": person.id, "type": "private", "title": bot.first_name})
        chats += [
            {"id": group.id, "type": "supergroup", "title": group.title, "forum": group.forum}
            for group in self._world.groups.values()
            if person.id in group.members
        ]
        return JSONResponse({"chats": chats})

    async def create_group(self, request: Request) -> Response:
        new = _NewGroup.model_validate(await body_of(request))
        if not new.members:
            raise WorldError("a group needs a member")
        group = self._world.create_group(
            new.title, new.members, forum=new.forum, admin=new.bot_admin
        )
        self._crowd.welcome_bot(group)
        return JSONResponse({"id": group.id})

    async def expel(self, request: Request) -> Response:
        """The owner removes the bot from the group."""
        group = self._world.groups.get(int((await body_of(request)).get("chat", 0)))
        if group is None:
            raise WorldError("there is no such group")
        self._crowd.expel_bot(group)
        return JSONResponse({})

    async def messages(self, request: Request) -> Response:
        person = self._world.person(number_of(request, "person")).id
        chat = number_of(request, "chat", person)
        if chat != person and person not in self._world.audience(chat):
            raise WorldError(f"person {person} is in no chat {chat}")
        found = self._world.messages.visible(chat)
        return JSONResponse({"messages": [message_view(self._world, m, person) for m in found]})

    async def commands(self, request: Request) -> Response:
        person = self._world.person(number_of(request, "person"))
        group = self._world.groups.get(number_of(request, "chat", person.id))
        bot = self._world.bot
        found = commands_for(bot, person, group) if bot is not None else []
        return JSONResponse({"commands": found})

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
        await self._answer(query, wish.wait)
        answer = query.answer or {"text": None, "show_alert": False, "url": None}
        return JSONResponse({"answered": query.answer is not None, **answer})

    async def _answer(self, query: Query, seconds: float) -> None:
        deadline = asyncio.get_running_loop().time() + seconds
        while query.answer is None and query.id in self._world.queries:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0 or self._world.stopping:
                return
            await self._world.answered.wait(left)

    async def pay(self, request: Request) -> Response:
        """Pay an invoice: the bot is asked first and may refuse."""
        wish = _Payment.model_validate(await body_of(request))
        message = self._world.messages.find(wish.person, wish.message_id)
        if message is None or "invoice" not in message.content:
            raise WorldError("there is no such invoice")
        query_id = ask_before_checkout(self._world, wish.person, wish.message_id)
        query = self._world.queries[query_id]
        await self._answer(query, wish.wait)
        if query.answer is None or not query.answer["ok"]:
            error = query.answer["error"] if query.answer else "the bot did not answer"
            return JSONResponse({"paid": False, "error": error})
        payment = pay(self._world, wish.person, wish.message_id)
        return JSONResponse({"paid": True, "error": None, "charge_id": payment.charge_id})

    async def block(self, request: Request) -> Response:
        self._crowd.block(_Place.model_validate(await body_of(request)).person, blocked=True)
        return JSONResponse({})

    async def unblock(self, request: Request) -> Response:
        self._crowd.block(_Place.model_validate(await body_of(request)).person, blocked=False)
        return JSONResponse({})

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


_PERSON_FIELDS = ("id", "first_name", "last_name", "username", "language_code", "note")


def person_view(person: Person) -> Json:
    view = {name: getattr(person, name) for name in _PERSON_FIELDS}
    shown = {name: value for name, value in view.items() if value is not None}
    return {**shown, "blocked": True} if person.blocked else shown

"""`/world/groups` and `/world/topics`: what people do with their groups."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.telegram.groups import Circles
from simulator.telegram.model import BotStatus
from simulator.telegram.reading import Endpoint, body_of
from simulator.telegram.world import World


class _NewGroup(BaseModel):
    title: str
    members: list[int]
    forum: bool = False
    bot: bool = True
    bot_admin: bool = False

    @property
    def status(self) -> BotStatus:
        if self.bot_admin:
            return BotStatus.ADMINISTRATOR
        return BotStatus.MEMBER if self.bot else BotStatus.LEFT


class _Group(BaseModel):
    chat: int
    admin: bool = False


class _NewTopic(BaseModel):
    person: int
    chat: int
    name: str


class _Topic(BaseModel):
    chat: int
    thread: int
    closed: bool = True


class GroupApi:
    def __init__(self, world: World) -> None:
        self._circles = Circles(world)

    def table(self) -> list[tuple[str, str, Endpoint]]:
        return [
            ("POST", "/groups", self.create),
            ("POST", "/groups/invite", self.invite),
            ("POST", "/groups/expel", self.expel),
            ("POST", "/topics", self.open_topic),
            ("POST", "/topics/close", self.close_topic),
            ("POST", "/topics/delete", self.drop_topic),
        ]

    async def create(self, request: Request) -> Response:
        new = _NewGroup.model_validate(await body_of(request))
        group = self._circles.found(new.title, new.members, forum=new.forum, bot=new.status)
        return JSONResponse({"id": group.id})

    async def invite(self, request: Request) -> Response:
        """The owner adds the bot, or makes it an admin, or takes that back."""
        wish = _Group.model_validate(await body_of(request))
        status = BotStatus.ADMINISTRATOR if wish.admin else BotStatus.MEMBER
        self._circles.take_in(self._circles.group(wish.chat), status)
        return JSONResponse({})

    async def expel(self, request: Request) -> Response:
        wish = _Group.model_validate(await body_of(request))
        self._circles.expel(self._circles.group(wish.chat))
        return JSONResponse({})

    async def open_topic(self, request: Request) -> Response:
        wish = _NewTopic.model_validate(await body_of(request))
        group = self._circles.group(wish.chat)
        thread = self._circles.open_topic(group, wish.person, wish.name)
        return JSONResponse({"thread": thread})

    async def close_topic(self, request: Request) -> Response:
        wish = _Topic.model_validate(await body_of(request))
        group = self._circles.group(wish.chat)
        self._circles.close_topic(group, wish.thread, closed=wish.closed)
        return JSONResponse({})

    async def drop_topic(self, request: Request) -> Response:
        wish = _Topic.model_validate(await body_of(request))
        self._circles.drop_topic(self._circles.group(wish.chat), wish.thread)
        return JSONResponse({})

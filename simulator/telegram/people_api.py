"""`/world/people` and what a person finds when they open Telegram: chats, menus, the bot's profile."""

from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.telegram.errors import WorldError
from simulator.telegram.groups import block
from simulator.telegram.methods.profile import commands_for, profile_for
from simulator.telegram.model import Bot, Group, Json, Person
from simulator.telegram.reading import Endpoint, body_of, number_of
from simulator.telegram.world import World

_PERSON_FIELDS = ("id", "first_name", "last_name", "username", "language_code", "note")


class _Crowd(BaseModel):
    """Many people at once, for tests of what goes to everybody."""

    count: Annotated[int, Field(ge=1, le=100_000)]
    first_id: int = 1_000_000
    first_name: str = "Person"
    languages: list[str] = ["en"]
    started: bool = True
    blocked_every: Annotated[int, Field(ge=0)] = 0  # of them, each so-many-th has blocked the bot

    def people(self) -> list[Person]:
        return [self._person(number) for number in range(self.count)]

    def _person(self, number: int) -> Person:
        return Person(
            id=self.first_id + number,
            first_name=f"{self.first_name} {number + 1}",
            language_code=self.languages[number % len(self.languages)] if self.languages else None,
            started=self.started,
            blocked=bool(self.blocked_every) and (number + 1) % self.blocked_every == 0,
        )


class _Somebody(BaseModel):
    person: int


class PeopleApi:
    def __init__(self, world: World) -> None:
        self._world = world

    def table(self) -> list[tuple[str, str, Endpoint]]:
        return [
            ("GET", "/people", self.people),
            ("POST", "/people", self.put_person),
            ("POST", "/people/many", self.put_many),
            ("GET", "/chats", self.chats),
            ("GET", "/commands", self.commands),
            ("GET", "/profile", self.profile),
            ("POST", "/block", self.block),
            ("POST", "/unblock", self.unblock),
        ]

    async def people(self, request: Request) -> Response:
        """Everybody, or the first `limit` of them."""
        bot = self._world.bot
        known = None
        if bot is not None:
            known = {"id": bot.id, "username": bot.username, "first_name": bot.first_name}
        everybody = list(self._world.people.values())
        shown = everybody[: number_of(request, "limit", len(everybody))]
        views = [person_view(person) for person in shown]
        return JSONResponse({"people": views, "count": len(everybody), "bot": known})

    async def put_person(self, request: Request) -> Response:
        raw = await body_of(request)
        person = Person.model_validate({k: v for k, v in raw.items() if k in _PERSON_FIELDS})
        return JSONResponse(person_view(self._world.put_person(person)))

    async def put_many(self, request: Request) -> Response:
        people = _Crowd.model_validate(await body_of(request)).people()
        self._world.put_people(people)
        return JSONResponse({"first_id": people[0].id, "last_id": people[-1].id})

    async def chats(self, request: Request) -> Response:
        person = self._world.person(number_of(request, "person"))
        return JSONResponse({"chats": chats_of(self._world, person)})

    def _bot(self) -> Bot:
        if self._world.bot is None:
            raise WorldError("there is no bot yet")
        return self._world.bot

    async def commands(self, request: Request) -> Response:
        """The menu that this person sees in this chat, in their language."""
        if self._world.bot is None:
            return JSONResponse({"commands": []})
        person = self._world.person(number_of(request, "person"))
        group = self._world.groups.get(number_of(request, "chat", person.id))
        return JSONResponse({"commands": commands_for(self._bot(), person, group)})

    async def profile(self, request: Request) -> Response:
        """What this person reads about the bot, in their language."""
        person = self._world.person(number_of(request, "person"))
        return JSONResponse(profile_for(self._bot(), person))

    async def block(self, request: Request) -> Response:
        person = _Somebody.model_validate(await body_of(request)).person
        block(self._world, person, blocked=True)
        return JSONResponse({})

    async def unblock(self, request: Request) -> Response:
        person = _Somebody.model_validate(await body_of(request)).person
        block(self._world, person, blocked=False)
        return JSONResponse({})


def chats_of(world: World, person: Person) -> list[Json]:
    chats: list[Json] = []
    if world.bot is not None:
        title = profile_for(world.bot, person)["name"]
        chats.append({"id": person.id, "type": "private", "title": title})
    groups = [group for group in world.groups.values() if person.id in group.members]
    return [*chats, *(_group_view(group) for group in groups)]


def _group_view(group: Group) -> Json:
    topics = [
        {"id": number, "name": name, "closed": number in group.closed_topics}
        for number, name in group.topics.items()
    ]
    view: Json = {"id": group.id, "type": "supergroup", "title": group.title, "forum": group.forum}
    return {**view, "topics": topics}


def person_view(person: Person) -> Json:
    view = {name: getattr(person, name) for name in _PERSON_FIELDS}
    shown = {name: value for name, value in view.items() if value is not None}
    shown["stars"] = person.stars
    return {**shown, "blocked": True} if person.blocked else shown

"""`/world/room`: all that one person's screen shows at one moment, in one answer."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.telegram.keyboards import Keyboards
from simulator.telegram.methods.profile import commands_for, profile_for
from simulator.telegram.model import Bot, Json, Person
from simulator.telegram.people_api import chats_of, person_view
from simulator.telegram.reading import Endpoint, number_of
from simulator.telegram.view import keys_view, message_view
from simulator.telegram.world import World

MOST_PEOPLE = 200


class RoomApi:
    def __init__(self, world: World, keyboards: Keyboards) -> None:
        self._world = world
        self._keyboards = keyboards

    def table(self) -> list[tuple[str, str, Endpoint]]:
        return [("GET", "/room", self.room)]

    async def room(self, request: Request) -> Response:
        """What this person sees of this chat; somebody unknown is the first person there is."""
        world = self._world
        everybody = list(world.people.values())
        wanted = number_of(request, "person", 0)
        person = world.people.get(wanted) or next(iter(everybody), None)
        view: Json = {
            "next": world.events.last,
            "people": [person_view(each) for each in _shown(everybody, person)],
            "bot": _bot_view(world.bot, person),
            "person": person.id if person else None,
        }
        if person is not None:
            view |= self._of(person, number_of(request, "chat", 0))
        return JSONResponse(view)

    def _of(self, person: Person, wanted: int) -> Json:
        world = self._world
        chats = chats_of(world, person)
        chat = wanted if any(each["id"] == wanted for each in chats) else person.id
        keyboard = self._keyboards.shown(person, chat)
        bot, group = world.bot, world.groups.get(chat)
        return {
            "chats": chats,
            "chat": chat,
            "messages": [message_view(world, m, person.id) for m in world.messages.visible(chat)],
            "commands": commands_for(bot, person, group) if bot else [],
            "keyboard": keys_view(keyboard) if keyboard else None,
        }


def _shown(everybody: list[Person], person: Person | None) -> list[Person]:
    """The first of many, and whoever is on screen."""
    first = everybody[:MOST_PEOPLE]
    return first if person is None or person in first else [*first, person]


def _bot_view(bot: Bot | None, person: Person | None) -> Json | None:
    """The bot as this person knows it, in their language."""
    if bot is None:
        return None
    view: Json = {"id": bot.id, "username": bot.username, "first_name": bot.first_name}
    if person is not None:
        profile = profile_for(bot, person)
        view |= {"first_name": profile["name"], "description": profile["description"]}
    return view

"""The keyboards that bots lay in place of a person's own: which one is there, and what its keys do."""

from dataclasses import dataclass, field

from simulator.telegram.announce import announce
from simulator.telegram.botview import user_json
from simulator.telegram.errors import WorldError
from simulator.telegram.model import Group, Json, Message, Person
from simulator.telegram.people import Crowd, Outgoing
from simulator.telegram.world import World

_PLACE = {"latitude": 51.5, "longitude": -0.12}


@dataclass(frozen=True)
class KeyPress:
    """A person taps a key; where it asks for people or a chat, they have chosen some."""

    person: int
    chat: int
    text: str
    users: list[int] = field(default_factory=list)
    shared_chat: int | None = None


class Keyboards:
    def __init__(self, world: World, crowd: Crowd) -> None:
        self._world = world
        self._crowd = crowd

    def shown(self, person: Person, chat: int) -> Json | None:
        """The newest keyboard that was meant for this person and not taken away since."""
        for message in reversed(self._world.messages.transcript(chat)):
            markup = message.content.get("reply_markup") or {}
            if not message.by_bot or not _meant_for(self._world, message, markup, person):
                continue
            if markup.get("remove_keyboard"):
                return None
            if "keyboard" in markup:
                return markup
        return None

    async def press(self, press: KeyPress) -> list[Message]:
        key = self._key(press)
        if "request_users" in key:
            return [self._share(press, {"users_shared": self._users(key["request_users"], press)})]
        if "request_chat" in key:
            return [self._share(press, {"chat_shared": self._chat(key["request_chat"], press)})]
        return await self._crowd.send(self._said(key, press))

    def _key(self, press: KeyPress) -> Json:
        keyboard = self.shown(self._world.person(press.person), press.chat) or {"keyboard": []}
        keys: list[Json] = [key for row in keyboard["keyboard"] for key in row]
        for key in keys:
            if key["text"] == press.text:
                return key
        raise WorldError("there is no such key")

    def _said(self, key: Json, press: KeyPress) -> Outgoing:
        if key.get("request_contact"):
            own = contact_of(self._world.person(press.person))
            return Outgoing(press.person, press.chat, kind="contact", other={"contact": own})
        if key.get("request_location"):
            return Outgoing(press.person, press.chat, kind="location", other={"location": _PLACE})
        return Outgoing(press.person, press.chat, text=key["text"])

    def _share(self, press: KeyPress, content: Json) -> Message:
        self._crowd.room(press.person, press.chat)
        message = self._world.messages.add(press.chat, press.person, content, by_bot=False)
        announce(self._world, message)
        return message

    def _users(self, request: Json, press: KeyPress) -> Json:
        most = request.get("max_quantity") or 1
        if not 1 <= len(press.users) <= most:
            raise WorldError(f"this key wants 1 to {most} people")
        if request.get("user_is_bot"):
            raise WorldError("this key wants bots, and nobody here is one")
        chosen = [self._world.person(number) for number in press.users]
        return {
            "request_id": request["request_id"],
            "users": [_shared(person, request) for person in chosen],
        }

    def _chat(self, request: Json, press: KeyPress) -> Json:
        group = self._world.groups.get(press.shared_chat or 0)
        if group is None or press.person not in group.members:
            raise WorldError("this key wants a group that the person is in")
        if request["chat_is_channel"] or not _fits(group, request):
            raise WorldError("the key does not take this group")
        title = {"title": group.title} if request.get("request_title") else {}
        return {"request_id": request["request_id"], "chat_id": group.id, **title}


def _meant_for(world: World, message: Message, markup: Json, person: Person) -> bool:
    """A selective keyboard is for those whom the message answers or names."""
    if not markup.get("selective"):
        return True
    replied = world.messages.ever(message.chat, message.reply_to or 0)
    if replied is not None and replied.sender == person.id:
        return True
    words = (message.content.get("text") or message.content.get("caption") or "").lower()
    entities = message.content.get("entities") or message.content.get("caption_entities") or []
    named = any((entity.get("user") or {}).get("id") == person.id for entity in entities)
    return named or bool(person.username and f"@{person.username.lower()}" in words.split())


def _fits(group: Group, request: Json) -> bool:
    forum = request.get("chat_is_forum")
    return forum is None or forum == group.forum


def _shared(person: Person, request: Json) -> Json:
    user = user_json(person)
    names = ["first_name", "last_name"] if request.get("request_name") else []
    names += ["username"] if request.get("request_username") else []
    return {"user_id": person.id, **{name: user[name] for name in names if name in user}}


def contact_of(person: Person) -> Json:
    """A person's own entry in an address book."""
    contact: Json = {
        "phone_number": f"+1555{person.id % 10**7:07}",
        "first_name": person.first_name,
    }
    if person.last_name:
        contact["last_name"] = person.last_name
    return {**contact, "user_id": person.id}

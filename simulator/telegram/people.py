"""What people do in their chats, and what their bot hears of it."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from simulator.telegram.announce import announce
from simulator.telegram.botview import message_json, user_json
from simulator.telegram.call import Incoming
from simulator.telegram.entities import finish
from simulator.telegram.errors import WorldError
from simulator.telegram.file_objects import Details
from simulator.telegram.inspect_media import sniff
from simulator.telegram.limits import CAPTION_CHARACTERS, TEXT_CHARACTERS
from simulator.telegram.model import Bot, Group, Json, Message, Query, QueryKind, kind_of
from simulator.telegram.voice import as_voice
from simulator.telegram.world import World

ALBUM_KINDS = ("photo", "video")
ALBUM_SIZE = 10


@dataclass(frozen=True)
class Outgoing:
    """What a person sends at once: words, files, or something without either."""

    person: int
    chat: int
    text: str = ""
    kind: str | None = None
    files: Sequence[Incoming] = ()
    reply_to: int | None = None
    thread: int | None = None
    caption_on: int = 0  # the file of an album that the words stand below
    entities: list[Json] = field(default_factory=list)
    other: Json = field(default_factory=dict)  # location, poll, contact


class Crowd:
    """The people of the world, acting."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def send(self, outgoing: Outgoing) -> list[Message]:
        self._check(outgoing)
        contents = await self._contents(outgoing)
        albums = _albums([kind_of(content) for content in contents])
        return [
            self._add(outgoing, content, album)
            for content, album in zip(contents, albums, strict=True)
        ]

    def _check(self, outgoing: Outgoing) -> None:
        person = self._world.person(outgoing.person)
        group = self.room(person.id, outgoing.chat)
        if self._world.bot is None:
            raise WorldError("there is no bot yet")
        if group is None and person.blocked:
            raise WorldError("this person has blocked the bot: unblock it first")
        if outgoing.reply_to and not self._world.messages.find(outgoing.chat, outgoing.reply_to):
            raise WorldError("the message to reply to is gone")
        thread = self._thread(outgoing)
        if thread is None:
            return
        if group is None or thread not in group.topics:
            raise WorldError("there is no such topic")
        if thread in group.closed_topics and person.id != group.owner:
            raise WorldError("this topic is closed")

    def _thread(self, outgoing: Outgoing) -> int | None:
        """An answer stays in the topic of what it answers."""
        replied = self._world.messages.find(outgoing.chat, outgoing.reply_to or 0)
        if outgoing.thread is None and replied is not None:
            return replied.thread
        return outgoing.thread

    def room(self, person: int, chat: int) -> Group | None:
        """The group behind this chat, None for the private chat with the bot."""
        if chat == person:
            return None
        group = self._world.groups.get(chat)
        if group is None or person not in group.members:
            raise WorldError(f"person {person} is in no chat {chat}")
        return group

    async def _contents(self, outgoing: Outgoing) -> list[Json]:
        if outgoing.other:
            return [outgoing.other]
        if not outgoing.files:
            if not outgoing.text.strip():
                raise WorldError("there is nothing to send")
            return [_texted("text", part, outgoing.entities) for part in _parts(outgoing.text)]
        if len(outgoing.text) > CAPTION_CHARACTERS:
            raise WorldError(f"a caption has at most {CAPTION_CHARACTERS} characters")
        if not 0 <= outgoing.caption_on < len(outgoing.files):
            raise WorldError("there is no such file for the caption")
        contents = [await self._file(file, outgoing.kind) for file in outgoing.files]
        if outgoing.text.strip():
            contents[outgoing.caption_on] |= _texted("caption", outgoing.text, outgoing.entities)
        return contents

    async def _file(self, file: Incoming, kind: str | None) -> Json:
        bot = self._world.bot
        assert bot is not None
        library = self._world.files
        chosen = kind or _kind_of(file.mime)
        if chosen == "photo":
            return {"photo": await library.photo(file, bot.id, by_person=True)}
        if chosen == "voice":
            file = await asyncio.to_thread(_spoken, file)
        trusted = kind is not None
        return await library.media(chosen, file, Details(), bot.id, trusted=trusted)

    def _add(
        self, outgoing: Outgoing, content: Json, album: str | None, via: int | None = None
    ) -> Message:
        world = self._world
        person = world.person(outgoing.person)
        group = self.room(person.id, outgoing.chat)
        if group is None and not person.started:
            person.started = True
            world.save_person(person)
        message = world.messages.add(
            outgoing.chat,
            person.id,
            content,
            by_bot=False,
            thread=self._thread(outgoing),
            reply_to=outgoing.reply_to,
            album=album,
            via_bot=via,
        )
        announce(world, message)
        return message

    def pass_on(
        self,
        person: int,
        chat: int,
        content: Json,
        *,
        bot: Bot,
        thread: int | None,
        reply_to: int | None,
    ) -> Message:
        """Send what a bot offered in inline mode; the bot itself need not be in the chat."""
        outgoing = Outgoing(person, chat, other=content, thread=thread, reply_to=reply_to)
        self._check(outgoing)
        return self._add(outgoing, content, None, via=bot.id)

    def edit(self, person: int, chat: int, message_id: int, text: str) -> Message:
        message = self._own(person, chat, message_id)
        name = "text" if "text" in message.content else "caption"
        if name == "text" and not text.strip():
            raise WorldError("a message cannot be edited to nothing")
        kept = {k: v for k, v in message.content.items() if k not in (name, _entities_of(name))}
        content = {**kept, **(_texted(name, text, []) if text.strip() else {})}
        if content == message.content:
            raise WorldError("nothing was changed")
        self._world.messages.edit(message, content)
        announce(self._world, message, "edited_message")
        return message

    def delete(self, person: int, chat: int, message_id: int) -> None:
        self.room(person, chat)
        message = self._world.messages.find(chat, message_id)
        if message is None:
            raise WorldError("there is no such message")
        self._world.messages.delete(message)

    def _own(self, person: int, chat: int, message_id: int) -> Message:
        self.room(person, chat)
        message = self._world.messages.find(chat, message_id)
        if message is None or message.by_bot or message.sender != person:
            raise WorldError("only one's own messages can be edited")
        return message

    def press(self, person: int, chat: int, message_id: int, data: str) -> Query:
        """Press an inline button; the bot gets a callback query."""
        self.room(person, chat)
        world = self._world
        message = world.messages.find(chat, message_id)
        if message is None:
            raise WorldError("there is no such message")
        rows = (message.content.get("reply_markup") or {}).get("inline_keyboard", [])
        if not any(button.get("callback_data") == data for row in rows for button in row):
            raise WorldError("there is no such button on this message")
        bot = message.via_bot or message.sender
        query = world.questions.ask(bot, person, chat, kind=QueryKind.BUTTON, message=message_id)
        payload = {
            "id": query.id,
            "from": user_json(world.person(person)),
            **self._pressed(message),
            "chat_instance": _chat_instance(bot, chat),
            "data": data,
        }
        world.tell(bot, "callback_query", payload, chat)
        return query

    def _pressed(self, message: Message) -> Json:
        """Of a message that was sent through it, a bot knows only the name it may edit it by."""
        if message.inline_id is not None:
            return {"inline_message_id": message.inline_id}
        return {"message": message_json(self._world, message)}


def _chat_instance(bot: int, chat: int) -> str:
    return str((bot * 1_000_003 + chat) * 2_654_435_761 % 2**63 - 2**62)


def _entities_of(name: str) -> str:
    return "entities" if name == "text" else "caption_entities"


def _texted(name: str, text: str, entities: list[Json]) -> Json:
    done = finish(text, entities)
    content: Json = {name: done.text}
    return {**content, _entities_of(name): done.entities} if done.entities else content


def _albums(kinds: Sequence[str]) -> list[str | None]:
    """Neighbours of one sort travel together, at most ten; what stays alone is no album."""
    parcels: list[list[str]] = []
    for kind in kinds:
        if parcels and len(parcels[-1]) < ALBUM_SIZE and _together(parcels[-1][0], kind):
            parcels[-1].append(kind)
        else:
            parcels.append([kind])
    albums: list[str | None] = []
    for parcel in parcels:
        name = str(secrets.randbelow(9 * 10**16) + 10**16) if len(parcel) > 1 else None
        albums += [name] * len(parcel)
    return albums


def _together(one: str, other: str) -> bool:
    visual = one in ALBUM_KINDS and other in ALBUM_KINDS
    return visual or (one == other and one in ("audio", "document"))


def _spoken(file: Incoming) -> Incoming:
    """The recording as an app would have made it; bytes without any sound stay as they are."""
    sound = as_voice(file.path) if sniff(file.path) != "audio/ogg" else None
    if sound is None:
        return file
    file.path.write_bytes(sound)
    return replace(file, mime="audio/ogg", size=len(sound))


def _parts(text: str) -> list[str]:
    """Telegram's apps split what is longer than one message."""
    return [text[at : at + TEXT_CHARACTERS] for at in range(0, len(text), TEXT_CHARACTERS)]


def _kind_of(mime: str) -> str:
    if mime in ("image/jpeg", "image/png", "image/webp", "image/heic"):
        return "photo"
    if mime == "image/gif":
        return "document"
    if mime == "audio/ogg":
        return "voice"
    family = mime.partition("/")[0]
    return family if family in ("video", "audio") else "document"

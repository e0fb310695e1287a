"""A person at their phone: says things, presses buttons, and waits for what the bot shows."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx

from tests.stories import deeds

PATIENCE = 45.0
OWNER = 9001  # in ADMIN_IDS

T = TypeVar("T")


def seen(text: str) -> str:
    """Without the marks that nobody sees: in Arabic they keep numbers and names in their places."""
    return re.sub("[\u2066-\u2069]", "", text)


@dataclass(frozen=True)
class Message:
    """A message as the person sees it."""

    raw: dict[str, Any]

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        return seen(str(self.raw.get("text") or ""))

    @property
    def kind(self) -> str:
        """A film is a "video" to whoever looks at it, though Telegram calls it an animation without sound."""
        kind = str(self.raw["kind"])
        is_film = kind == "animation" and self.raw["file"]["mime"] == "video/mp4"
        return "video" if is_film else kind

    @property
    def mine(self) -> bool:
        return bool(self.raw["outgoing"])

    @property
    def answers(self) -> int | None:
        """The message that it is a reply to."""
        return self.raw.get("reply_to")

    @property
    def edits(self) -> int:
        return int(self.raw.get("edits") or 0)

    @property
    def labels(self) -> list[str]:
        return [seen(key["text"]) for row in self.raw.get("keyboard") or [] for key in row]

    def data(self, label: str) -> str | None:
        """The callback data of the button with this label (a price may follow), else the first that contains it."""
        keys = [key for row in self.raw.get("keyboard") or [] for key in row if key.get("data")]
        priced = re.compile(rf"{re.escape(label)}( · \d+)?")
        exact = [key["data"] for key in keys if priced.fullmatch(seen(key["text"]))]
        other = (key["data"] for key in keys if label in seen(key["text"]))
        return next(iter([*exact, *other]), None)

    def link(self, label: str) -> str:
        """The address that the key with this label opens."""
        keys = [key for row in self.raw.get("keyboard") or [] for key in row]
        return next(str(key["url"]) for key in keys if label in key["text"])


@dataclass(frozen=True)
class Answer:
    """What pressing a button was answered with."""

    answered: bool
    text: str | None
    alert: bool


class Chat:
    """One person in one chat, or in one topic of it; by default their private chat with the bot."""

    def __init__(
        self,
        client: httpx.AsyncClient,
        person: int,
        chat: int | None = None,
        thread: int | None = None,
    ) -> None:
        self._client = client
        self.thread = thread
        self.person = person
        self.chat = chat if chat is not None else person

    async def send(self, text: str, *, reply_to: int | None = None) -> int:
        """Say something; returns the message's id."""
        answer = await self._post("send", text=text, reply_to=reply_to, thread=self.thread)
        if self.person == OWNER:
            deeds.typed(text)
        return int(answer["messages"][0]["message_id"])

    async def send_files(
        self,
        files: Sequence[tuple[str, bytes, str]],
        *,
        kind: str,
        text: str = "",
        reply_to: int | None = None,
        caption_on: int = 0,
    ) -> list[int]:
        """Photos (several: an album), a document, …; each file is (name, bytes, mime type)."""
        fields = {"person": str(self.person), "chat": str(self.chat), "kind": kind, "text": text}
        fields["caption_on"] = str(caption_on)
        for name, number in (("reply_to", reply_to), ("thread", self.thread)):
            if number is not None:
                fields[name] = str(number)
        parts = [("file", file) for file in files]
        answer = await self._client.post("/world/send", data=fields, files=parts)
        assert answer.is_success, answer.text
        return [message["message_id"] for message in answer.json()["messages"]]

    async def photo(self, picture: bytes, text: str = "") -> int:
        """Send one photo."""
        return (await self.send_files([("p.jpg", picture, "image/jpeg")], kind="photo", text=text))[
            0
        ]

    async def album(
        self, pictures: Sequence[bytes], text: str = "", *, caption_on: int = 0
    ) -> list[int]:
        """Send several photos at once; the words stand below one of them."""
        files = [(f"{n}.jpg", picture, "image/jpeg") for n, picture in enumerate(pictures)]
        return await self.send_files(files, kind="photo", text=text, caption_on=caption_on)

    async def document(self, name: str, content: bytes, mime: str, text: str = "") -> int:
        """Send a file."""
        return (await self.send_files([(name, content, mime)], kind="document", text=text))[0]

    async def video(
        self, film: bytes, text: str = "", *, kind: str = "video", reply_to: int | None = None
    ) -> int:
        """Send a video; `kind` may be a round one, too."""
        files = [("v.mp4", film, "video/mp4")]
        return (await self.send_files(files, kind=kind, text=text, reply_to=reply_to))[0]

    async def voice(self, sound: bytes, *, reply_to: int | None = None) -> int:
        """Speak into the phone."""
        files = [("v.ogg", sound, "audio/ogg")]
        return (await self.send_files(files, kind="voice", reply_to=reply_to))[0]

    async def thing(self, kind: str, **fields: Any) -> int:
        """Send something that has no file: a location, a poll, a contact."""
        answer = await self._post("send", kind=kind, **fields)
        return int(answer["messages"][0]["message_id"])

    async def follow(self, payload: str) -> int:
        """Follow a link that starts the bot; returns the message's id."""
        answer = await self._post("start", payload=payload)
        return int(answer["messages"][0]["message_id"])

    async def types(self, words: str, *, offset: str = "") -> dict[str, Any]:
        """Type the bot's name and these words; returns what it offers."""
        found = await self._post("inline", query=words, offset=offset)
        assert found["answered"], "the bot did not answer"
        return found

    async def picks(self, offer: dict[str, Any], number: int = 0) -> Message:
        """Send one of the results here."""
        result = offer["results"][number]["id"]
        fields = {"query_id": offer["query_id"], "result_id": result}
        answer = await self._post("inline/choose", **fields)
        return Message(answer["messages"][0])

    async def edit(self, message_id: int, text: str) -> None:
        """Edit an own message."""
        await self._post("edit", message_id=message_id, text=text)

    async def delete(self, message_id: int) -> None:
        """Take an own message away."""
        await self._post("delete", message_id=message_id)

    async def block(self) -> None:
        """Block the bot."""
        await self._post("block")

    async def unblock(self) -> None:
        """Let the bot write again."""
        await self._post("unblock")

    async def hears(self, text: str, words: str) -> Message:
        """Say something and wait for an answer below it that contains these words."""
        return await self.sees_after(await self.send(text), words)

    async def left(self) -> int:
        """The credits that are left, as /quota says."""
        found = re.search(r"can spend (\d+)", (await self.hears("/quota", "You can spend")).text)
        assert found
        return int(found[1])

    async def orders(self, words: str) -> Message:
        """Words, a card, Generate; returns the card, which has become the status message."""
        card = await self.hears(words, "you have")
        await self.press("Generate", card)
        return card

    async def told(self) -> list[Message]:
        """What the bot has said here, oldest first."""
        return [message for message in await self.messages() if not message.mine]

    async def press(self, label: str, message: Message | None = None) -> Answer:
        """Press the button whose label contains these words, on the newest message that has one."""
        on = message or await self.sees_button(label)
        data = on.data(label)
        assert data is not None, f"no button {label!r} among {on.labels}"
        return await self.press_data(on.id, data)

    async def choose(self, key: str, value: str) -> Message:
        """Open an option of the card, choose a value, and wait until the card is back."""
        card = await self.sees_button(key)
        await self.press(key, card)
        choices = await self.waits_for(
            lambda message: message.id >= card.id and "⬅️ Back" in message.labels,
            f"the choices of {key!r}",
        )
        await self.press(value, choices)
        return await self.waits_for(
            lambda message: (
                message.data("Back") is None and any(value in label for label in message.labels)
            ),
            f"a card with {value!r}",
        )

    async def press_data(self, message_id: int, data: str) -> Answer:
        """Press a button by its data."""
        raw = await self._post("press", message_id=message_id, data=data, wait=PATIENCE)
        answer = Answer(raw["answered"], raw.get("text"), bool(raw.get("show_alert")))
        if answer.answered and not answer.alert:
            deeds.pressed(data)
        deeds.told([seen(answer.text or "")])
        return answer

    async def messages(self) -> list[Message]:
        """Everything in the chat or topic, oldest first."""
        where = {"person": self.person, "chat": self.chat}
        answer = await self._client.get("/world/messages", params=where)
        every = [Message(raw) for raw in answer.json()["messages"]]
        here = [one for one in every if self.thread in (None, one.raw.get("thread"))]
        deeds.told(one.text for one in here if not one.mine)
        return here

    async def sees(self, words: str, *, kind: str | None = None) -> Message:
        """Wait for a message of the bot that contains these words (a regular expression)."""
        return await self.waits_for(
            lambda message: (
                bool(re.search(words, message.text, re.S))
                and (kind is None or message.kind == kind)
            ),
            f"a {kind or 'message'} with {words!r}",
        )

    async def ask(self, text: str) -> Message:
        """Say something, and wait for the first new message of the bot."""
        return await self.sees_after(await self.send(text))

    async def sees_after(self, message_id: int, words: str = "") -> Message:
        """Wait for a message of the bot below this one."""
        return await self.waits_for(
            lambda message: message.id > message_id and bool(re.search(words, message.text, re.S)),
            f"an answer with {words!r} after {message_id}",
        )

    async def sees_button(self, label: str) -> Message:
        """Wait for a message of the bot with such a button."""
        return await self.waits_for(
            lambda message: message.data(label) is not None, f"a button {label!r}"
        )

    async def gets(self, kind: str) -> Message:
        """Wait for a video, a photo, … from the bot."""
        return await self.waits_for(lambda message: message.kind == kind, f"a {kind}")

    async def waits_for(self, fits: Callable[[Message], bool], what: str) -> Message:
        """Wait for the newest message of the bot that fits."""

        def newest(seen: Sequence[Message]) -> Message | None:
            return next((one for one in reversed(seen) if not one.mine and fits(one)), None)

        return await self._watch(newest, what)

    async def loses(self, message: Message) -> None:
        """Wait until the bot has taken a message away."""

        def gone(seen: Sequence[Message]) -> bool:
            return all(one.id != message.id for one in seen)

        await self._watch(gone, f"message {message.id} go away")

    async def _watch(self, look: Callable[[Sequence[Message]], T | None], what: str) -> T:
        """Look at the chat, now and whenever something happens in it, until there is something."""
        since, seen = 0, await self.messages()
        try:
            async with asyncio.timeout(PATIENCE):
                while not (found := look(seen)):
                    where = {"person": self.person, "since": since, "wait": 5}
                    answer = await self._client.get("/world/changes", params=where)
                    since, seen = answer.json()["next"], await self.messages()
                return found
        except TimeoutError:
            told = "\n".join(f"  {m.id} {m.kind}: {m.text!r} {m.labels}" for m in seen)
            raise AssertionError(f"{self.person} never saw {what}; the chat:\n{told}") from None

    async def bytes_of(self, message: Message) -> bytes:
        """The file of a message, as the person would download it."""
        answer = await self._client.get(f"/world/file/{message.raw['file']['id']}")
        assert answer.is_success
        return answer.content

    async def _post(self, action: str, **fields: Any) -> dict[str, Any]:
        body = {"person": self.person, "chat": self.chat, **fields}
        known = {name: value for name, value in body.items() if value is not None}
        answer = await self._client.post(f"/world/{action}", json=known)
        assert answer.is_success, f"{action}: {answer.text}"
        result: dict[str, Any] = answer.json()
        return result

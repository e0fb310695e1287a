"""Every message of every chat, with all its versions."""

import secrets
from collections import Counter
from collections.abc import Callable

from simulator.telegram.events import EventLog
from simulator.telegram.model import Json, Message, Version
from simulator.telegram.store import Store

# Telegram numbers the private messages of one bot together and those of a supergroup apart.
_PRIVATE = 0


class MessageBook:
    def __init__(
        self,
        store: Store,
        events: EventLog,
        clock: Callable[[], float],
        audience: Callable[[int], list[int]],
    ) -> None:
        self._store = store
        self._events = events
        self._clock = clock
        self._audience = audience
        self._chats: dict[int, dict[int, Message]] = {}
        self._inline: dict[str, Message] = {}
        self._last: dict[int, int] = {}
        for key, value in store.load("message_counter"):
            self._last[int(key)] = value
        for _, value in store.load("message"):
            message = Message.model_validate(value)
            self._keep(message)

    def _keep(self, message: Message) -> None:
        self._chats.setdefault(message.chat, {})[message.id] = message
        if message.inline_id is not None:
            self._inline[message.inline_id] = message

    def add(
        self,
        chat: int,
        sender: int,
        content: Json,
        *,
        by_bot: bool,
        thread: int | None = None,
        reply_to: int | None = None,
        album: str | None = None,
        forward_origin: Json | None = None,
        protected: bool = False,
        via_bot: int | None = None,
    ) -> Message:
        now = int(self._clock())
        message = Message(
            chat=chat,
            id=self._next(chat),
            sender=sender,
            by_bot=by_bot,
            date=now,
            thread=thread,
            chain=self._chain(chat, thread, reply_to),
            reply_to=reply_to,
            album=album,
            forward_origin=forward_origin,
            protected=protected,
            via_bot=via_bot,
            inline_id=_inline_id() if via_bot and "reply_markup" in content else None,
            versions=[Version(content=content, at=now)],
        )
        self._keep(message)
        self._changed(message, "message")
        return message

    def _chain(self, chat: int, thread: int | None, reply_to: int | None) -> int | None:
        replied = self.ever(chat, reply_to or 0)
        if chat > 0 or thread is not None or replied is None:
            return None
        return replied.chain or replied.id

    def edit(self, message: Message, content: Json) -> None:
        message.versions.append(Version(content=content, at=int(self._clock())))
        self._changed(message, "edit")

    def mark(self, message: Message) -> None:
        """Something beside the content changed: a pin, a reaction."""
        self._changed(message, "edit")

    def delete(self, message: Message) -> None:
        message.deleted_at = int(self._clock())
        self._changed(message, "delete")

    def delete_thread(self, chat: int, thread: int) -> None:
        for message in self.visible(chat):
            if message.thread == thread:
                self.delete(message)

    def find(self, chat: int, message_id: int) -> Message | None:
        """A message that is still there."""
        message = self._chats.get(chat, {}).get(message_id)
        return message if message is not None and message.deleted_at is None else None

    def inline(self, inline_id: str) -> Message | None:
        """A message that was sent through a bot and is still there."""
        message = self._inline.get(inline_id)
        return message if message is not None and message.deleted_at is None else None

    def ever(self, chat: int, message_id: int) -> Message | None:
        return self._chats.get(chat, {}).get(message_id)

    def transcript(self, chat: int) -> list[Message]:
        return list(self._chats.get(chat, {}).values())

    def visible(self, chat: int) -> list[Message]:
        return [message for message in self.transcript(chat) if message.deleted_at is None]

    def sent_by_bots(self, since: int, words: str) -> Counter[int]:
        """How many messages of bots each chat got after number `since` that contain these words."""
        found: Counter[int] = Counter()
        for chat, messages in self._chats.items():
            for message in messages.values():
                if message.by_bot and message.id > since and words in _words(message):
                    found[chat] += 1
        return found

    def age(self, message: Message) -> float:
        return self._clock() - message.date

    def clear(self) -> None:
        self._chats.clear()
        self._inline.clear()
        self._store.drop_all("message")

    def upcoming(self, chat: int) -> int:
        """The number that the next message of this chat will have."""
        return self._last.get(_series(chat), 0) + 1

    def _next(self, chat: int) -> int:
        series = _series(chat)
        self._last[series] = self.upcoming(chat)
        self._store.put("message_counter", series, self._last[series])
        return self._last[series]

    def _changed(self, message: Message, what: str) -> None:
        self._store.put("message", f"{message.chat}:{message.id}", message)
        self._events.add(
            what,
            chat=message.chat,
            people=self._audience(message.chat),
            message=message.id,
            sender=None if message.by_bot else message.sender,
            version=len(message.versions) - 1,
        )


def _inline_id() -> str:
    return f"BAAA{secrets.token_urlsafe(18)}"


def _series(chat: int) -> int:
    return chat if chat < 0 else _PRIVATE


def _words(message: Message) -> str:
    words: str = message.content.get("text") or message.content.get("caption") or ""
    return words

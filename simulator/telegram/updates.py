"""What waits for a bot: its updates, kept until it has confirmed them."""

from collections.abc import Callable

from simulator.telegram.model import Bot, Json, Update
from simulator.telegram.news import Signal
from simulator.telegram.store import Store

# Telegram leaves these out unless a bot asks for them by name.
_ON_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
UPDATE_KINDS = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_join_request",
    }
    | _ON_REQUEST_ONLY
)
_REMEMBERED = 2_000


class UpdateQueue:
    def __init__(self, bot: Bot, store: Store, next_id: Callable[[], int]) -> None:
        self._bot = bot
        self._store = store
        self._next_id = next_id
        self.pending: dict[int, Update] = {}
        self.confirmed: dict[int, Update] = {}
        self.again: list[Update] = []  # delivered once more although confirmed
        self.signal = Signal()
        self.last_error: tuple[int, str] | None = None  # of the webhook: when and what
        self.poll = 0  # number of the newest getUpdates call: an older one that waits is ended

    def restore(self, update: Update) -> None:
        self.pending[update.id] = update

    def add(self, kind: str, payload: Json, key: int) -> None:
        if not self._wanted(kind):
            return
        update = Update(id=self._next_id(), kind=kind, payload=payload, key=key)
        self.pending[update.id] = update
        self._store.put("update", f"{self._bot.id}:{update.id}", update)
        self.signal.fire()

    def _wanted(self, kind: str) -> bool:
        allowed = self._bot.allowed_updates
        return kind in allowed if allowed else kind not in _ON_REQUEST_ONLY

    def confirm(self, update_id: int) -> None:
        update = self.pending.pop(update_id, None)
        if update is None:
            return
        self._store.drop("update", f"{self._bot.id}:{update_id}")
        self.confirmed[update_id] = update
        if len(self.confirmed) > _REMEMBERED:
            del self.confirmed[next(iter(self.confirmed))]

    def confirm_below(self, offset: int) -> None:
        for update_id in [known for known in self.pending if known < offset]:
            self.confirm(update_id)

    def keep_last(self, count: int) -> None:
        """A negative offset: everything but the newest `count` is forgotten."""
        for update_id in list(self.pending)[: max(0, len(self.pending) - count)]:
            self.confirm(update_id)

    def take(self, limit: int) -> list[Update]:
        again, self.again = self.again[:limit], self.again[limit:]
        return again + list(self.pending.values())[: limit - len(again)]

    def redeliver(self, update_id: int) -> bool:
        update = self.confirmed.get(update_id) or self.pending.get(update_id)
        if update is None:
            return False
        self.again.append(update)
        self.signal.fire()
        return True

    def clear(self) -> None:
        for update_id in list(self.pending):
            self.confirm(update_id)
        self.again.clear()

    def forget(self) -> None:
        self.clear()
        self.confirmed.clear()

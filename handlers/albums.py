"""Albums in groups: the bot's name in the caption of one part calls it for all of them.

Each part is an update of its own, and only one has the caption. Those before it are kept in memory for a
moment: should the process die just then, they are missed, as if they had not been meant. Those after it
are known by the draft, too, which has a part of their album.
"""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from telegram import Message, Update

KEPT = 64
TOGETHER = timedelta(minutes=1)  # parts that come later than that are not waited for

Album = tuple[int, int, str]


class Albums:
    """Which albums the bot was called for, and what came before the call."""

    def __init__(self) -> None:
        self._called: OrderedDict[Album, None] = OrderedDict()
        self._before: OrderedDict[Album, list[Update]] = OrderedDict()

    def is_called(self, update: Update) -> bool:
        """Whether another part of the same album called the bot."""
        return album_of(update) in self._called

    def keep(self, update: Update) -> None:
        """A part without the bot's name: a later one may have it."""
        album = album_of(update)
        if album:
            self._forget_before(_sent_at(update) - TOGETHER)
            self._before.setdefault(album, []).append(update)
            _shorten(self._before)

    def _forget_before(self, moment: datetime) -> None:
        """What nobody called the bot for is not its business."""
        for album, updates in list(self._before.items()):
            if _sent_at(updates[-1]) < moment:
                del self._before[album]

    def call(self, update: Update) -> Sequence[Update]:
        """This part called the bot. Returns those before it, which are meant after all."""
        album = album_of(update)
        if album is None:
            return ()
        self._called[album] = None
        _shorten(self._called)
        return self._before.pop(album, ())


def album_of(update: Update) -> Album | None:
    """The album that a new message is a part of."""
    message = update.message
    if not isinstance(message, Message) or not message.media_group_id or not message.from_user:
        return None
    return message.chat.id, message.from_user.id, message.media_group_id


def _sent_at(update: Update) -> datetime:
    assert isinstance(update.message, Message)
    return update.message.date


def _shorten(memory: OrderedDict[Album, Any]) -> None:
    if len(memory) > KEPT:
        memory.popitem(last=False)

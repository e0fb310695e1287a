"""Albums of those who may send one to many: which messages it is made of."""

from collections.abc import Sequence

from jobs.ids import ChatId, MessageId
from storage.desk import Desk
from storage.rows import to_micros

NOTE = """
    INSERT INTO album_parts (chat_id, album, message_id, at)
    VALUES (:chat, :album, :message, :now) ON CONFLICT DO NOTHING
"""
PARTS = """
    SELECT message_id FROM album_parts WHERE chat_id = :chat AND album = :album ORDER BY message_id
"""


class Albums:
    """Implements `jobs.ports.Albums`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def note(self, chat_id: ChatId, album: str, message_id: MessageId) -> None:
        now = to_micros(self._desk.clock.now())
        part = {"chat": chat_id, "album": album, "message": message_id, "now": now}
        await self._desk.database.write(lambda connection: connection.execute(NOTE, part))

    async def parts(self, chat_id: ChatId, album: str) -> Sequence[MessageId]:
        whole = {"chat": chat_id, "album": album}
        return await self._desk.database.read(
            lambda connection: [
                MessageId(row["message_id"]) for row in connection.execute(PARTS, whole)
            ]
        )

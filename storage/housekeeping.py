"""Rows that are of no use any more, deleted batch by batch; what is kept for good stands in docs/operations.md."""

import sqlite3
from collections.abc import Sequence
from datetime import timedelta

from storage.desk import Desk
from storage.rows import to_micros

# A message that was sent is remembered by its key, so that the same is not owed again. Whatever could owe it
# again (an update, an alert of the hour or the day) is long past by then.
SENT_KEPT = timedelta(days=30)
# Somebody who comes back gets what they missed, if it is not too old.
DEAD_KEPT = timedelta(days=90)
POSTINGS_KEPT = timedelta(days=30)
# A broadcast that nobody sent: its keys are in some old message of the chat, and say that it is gone.
DRAFTS_KEPT = timedelta(days=30)
ALBUMS_KEPT = timedelta(days=30)  # so long one can be sent to many
# Sums of single days; the entries of the ledger stay.
DAYS_KEPT = timedelta(days=100)

PRUNE_OUTBOX = """
    DELETE FROM outbox WHERE id IN (
        SELECT id FROM outbox
        WHERE state IN ('sent', 'dead') AND state = :state AND due_at < :before
        ORDER BY due_at LIMIT :limit
    )
"""
PRUNE_POSTINGS = """
    DELETE FROM postings WHERE (broadcast_id, person_id) IN (
        SELECT postings.broadcast_id, postings.person_id
        FROM broadcasts JOIN postings ON postings.broadcast_id = broadcasts.id
        WHERE broadcasts.state IN ('stopped', 'done') AND broadcasts.made_at < :before
        LIMIT :limit
    )
"""
PRUNE_DRAFTS = """
    DELETE FROM broadcasts WHERE id IN (
        SELECT id FROM broadcasts
        WHERE state = 'draft' AND coalesce(aimed_at, made_at) < :before LIMIT :limit
    )
"""
PRUNE_ALBUMS = """
    DELETE FROM album_parts WHERE (chat_id, album, message_id) IN (
        SELECT chat_id, album, message_id FROM album_parts WHERE at < :before ORDER BY at LIMIT :limit
    )
"""
PRUNE_DAYS = """
    DELETE FROM usage WHERE (person_id, period) IN (
        SELECT person_id, period FROM usage
        WHERE period GLOB 'd:*' AND period < :before ORDER BY period LIMIT :limit
    )
"""


class Housekeeping:
    """Implements `jobs.ports.Housekeeping`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def prune(self, limit: int) -> int:
        now = self._desk.clock.now()
        oldest_day = (now - DAYS_KEPT).date().isoformat()
        batches: Sequence[tuple[str, dict[str, object]]] = (
            (PRUNE_OUTBOX, {"state": "sent", "before": to_micros(now - SENT_KEPT)}),
            (PRUNE_OUTBOX, {"state": "dead", "before": to_micros(now - DEAD_KEPT)}),
            (PRUNE_POSTINGS, {"before": to_micros(now - POSTINGS_KEPT)}),
            (PRUNE_DRAFTS, {"before": to_micros(now - DRAFTS_KEPT)}),
            (PRUNE_ALBUMS, {"before": to_micros(now - ALBUMS_KEPT)}),
            (PRUNE_DAYS, {"before": f"d:{oldest_day}"}),
        )

        def work(connection: sqlite3.Connection) -> int:
            return sum(
                connection.execute(text, {**parameters, "limit": limit}).rowcount
                for text, parameters in batches
            )

        return await self._desk.database.write(work)

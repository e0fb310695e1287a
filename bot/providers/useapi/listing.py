"""An account's videos at useapi.net, read page by page for as long as something is missing."""

from datetime import datetime

from bot.providers.useapi.search import shows_image
from jobs.ids import AccountId
from pixverse.errors import Invalid
from pixverse.useapi import Page, UseApi, Video

DEFAULT_ROWS = 40


class Listing:
    """What has been read of one account's list; newest first as far as is known, so that is checked."""

    def __init__(self, lists: "VideoLists", account: AccountId | None, rows: int) -> None:
        self._lists = lists
        self._account = account
        self._rows = rows
        self._offset = 0
        self._in_order = True
        self._oldest: datetime | None = None
        self.videos: list[Video] = []
        self.ended = False
        self.stuck = False

    async def read_on(self) -> None:
        """Read the next page."""
        page = await self._lists.page(self._account, rows=self._rows, offset=self._offset)
        self.videos += page.items
        for video in page.items:
            self._note(video.created_at)
        if any(map(shows_image, page.items)):
            self._lists.note_images(self._account)
        self.ended = page.is_last
        # A server that answers the same page again would be asked for ever.
        self.stuck = not self.ended and (page.next_offset or 0) <= self._offset
        self._offset = page.next_offset or 0

    def reaches(self, moment: datetime) -> bool:
        """Whether everything created since `moment` has been read."""
        if self.ended:
            return True
        return self._in_order and self._oldest is not None and self._oldest < moment

    def _note(self, created_at: datetime | None) -> None:
        if created_at is None:
            return
        if self._oldest and created_at > self._oldest:
            self._in_order = False
        self._oldest = created_at


class VideoLists:
    """Opens listings, and remembers which pages are too long and whose lists hold pictures."""

    def __init__(self, client: UseApi) -> None:
        self._client = client
        self._most_rows: int | None = None
        self._with_images: set[AccountId | None] = set()

    def open(self, account: AccountId | None, *, rows: int) -> Listing:
        """A listing of which nothing has been read, in pages of so many rows."""
        return Listing(self, account, max(rows, DEFAULT_ROWS))

    def note_images(self, account: AccountId | None) -> None:
        """The account's list was seen to hold pictures beside videos."""
        self._with_images.add(account)

    def shows_images(self, account: AccountId | None) -> bool:
        """Whether it ever was."""
        return account in self._with_images

    async def page(self, account: AccountId | None, *, rows: int, offset: int) -> Page:
        """One page; the vendor does not say how long it may be, so a refused one is asked for shorter."""
        rows = min(rows, self._most_rows or rows)
        try:
            return await self._client.videos(account, limit=rows, offset=offset)
        except Invalid:
            if rows <= DEFAULT_ROWS:
                raise
        page = await self._client.videos(account, limit=DEFAULT_ROWS, offset=offset)
        self._most_rows = DEFAULT_ROWS
        return page

"""An account's list at useapi.net, of videos or of pictures, read page by page while something is missing."""

from datetime import datetime
from typing import Protocol

from bot.providers.useapi.search import shows_image
from jobs.ids import AccountId
from pixverse.errors import Invalid
from pixverse.useapi import Page, Video, is_being_made


class Listing:
    """What has been read of one account's list; newest first as far as is known, so that is checked."""

    def __init__(self, lists: "Lists", account: AccountId | None, rows: int) -> None:
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
        self._lists.note(self._account, page)
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


class Read(Protocol):
    """Reads one page of an account's list."""

    async def __call__(self, account: str | None, /, *, limit: int, offset: int) -> Page:
        """Raises ProviderError."""


class Lists:
    """Opens the listings of one kind, and remembers which pages are too long and what lists have shown.

    `usual` is how many rows the vendor gives to those who do not ask for so many.
    """

    def __init__(self, read: Read, *, usual: int) -> None:
        self._read = read
        self._usual = usual
        self._most_rows: int | None = None
        self._with_images: set[AccountId | None] = set()
        self._with_unfinished: set[AccountId | None] = set()

    def open(self, account: AccountId | None, *, rows: int) -> Listing:
        """A listing of which nothing has been read, in pages of so many rows."""
        return Listing(self, account, max(rows, self._usual))

    def note(self, account: AccountId | None, page: Page) -> None:
        """What the account's list was seen to hold."""
        if any(map(shows_image, page.items)):
            self._with_images.add(account)
        if any(map(is_being_made, page.items)):
            self._with_unfinished.add(account)

    def shows_images(self, account: AccountId | None) -> bool:
        """Whether it ever held pictures."""
        return account in self._with_images

    def shows_unfinished(self, account: AccountId | None) -> bool:
        """Whether it ever held something that was still being made."""
        return account in self._with_unfinished

    async def page(self, account: AccountId | None, *, rows: int, offset: int) -> Page:
        """One page; the vendor does not say how long it may be, so a refused one is asked for shorter."""
        rows = min(rows, self._most_rows or rows)
        try:
            return await self._read(account, limit=rows, offset=offset)
        except Invalid:
            if rows <= self._usual:
                raise
        page = await self._read(account, limit=self._usual, offset=offset)
        self._most_rows = self._usual
        return page

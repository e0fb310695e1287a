"""Tidying up: what is of no use any more goes, a little at a time, so that nobody waits behind it."""

from jobs.duties.shift import Shift

TIDYING = "tidying"
AT_ONCE = 500  # rows of each kind


class Tidying:
    """Once in a while; as long as there is something left, with every tick."""

    def __init__(self, shift: Shift) -> None:
        self._shift = shift

    async def tidy(self) -> None:
        """One batch, if it is time to."""
        if not self._shift.is_due(TIDYING):
            return
        self._shift.wait(TIDYING, self._shift.pace.tidying)
        if await self._shift.store.housekeeping.prune(AT_ONCE):
            self._shift.forget(TIDYING)

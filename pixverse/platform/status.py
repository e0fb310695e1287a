"""What a result of the Platform API says about its job: still pending, done, or failed and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pixverse.outcomes import Done, Failed, Failure, Outcome, Pending

if TYPE_CHECKING:
    from pixverse.platform.models import Result

SUCCESSFUL = 1

_FAILURES = {6: Failure.DELETED, 7: Failure.MODERATED, 8: Failure.FAILED}


def outcome(result: Result) -> Outcome:
    """Decide from one answer of GET video/result or image/result.

    Vendor: Get Video Generation Status. 1 is done, once an address is there; 6, 7 and 8 end the
    job, and the credits of 7 and 8 are given back; 5, and numbers that nobody has documented,
    are pending.
    """
    if result.status == SUCCESSFUL and result.url:
        return Done(result.url)
    why = _FAILURES.get(result.status) if result.status is not None else None
    return Failed(why) if why else Pending()


__all__ = ["Done", "Failed", "Failure", "Outcome", "Pending", "outcome"]

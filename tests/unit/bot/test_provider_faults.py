"""Errors of the client in the core's words: may it have happened?"""

from datetime import timedelta

import pytest

from bot.providers.faults import fault, upload_fault
from jobs import errors as core
from jobs.accounts import masked
from jobs.errors import Reason
from pixverse import errors as remote


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (remote.Invalid("no", status=400), Reason.INVALID),
        (remote.NotFound("no", status=404), Reason.INVALID),
        (remote.Unauthorized("no", status=401), Reason.UNAUTHORIZED),
        (remote.SubscriptionExpired("no", status=402), Reason.SUBSCRIPTION_EXPIRED),
        (remote.NoCredits("no", status=412), Reason.NO_CREDITS),
        (remote.Moderated("no", status=422), Reason.MODERATED),
        (remote.Moderated("no", status=422, no_masks=True), Reason.NO_MASKS),
        (remote.AccountLocked("no", status=596), Reason.ACCOUNT_LOCKED),
        (remote.Refused("a kind of the future", status=499), Reason.INVALID),
    ],
)
def test_a_refusal_says_why(error: remote.Refused, reason: Reason) -> None:
    meant = fault(error)
    assert isinstance(meant, core.Refused)
    assert (meant.reason, meant.after) == (reason, timedelta())


def test_busy_says_how_long() -> None:
    meant = fault(remote.Busy("later", status=429, after=timedelta(seconds=40)))
    assert isinstance(meant, core.Refused)
    assert (meant.reason, meant.after) == (Reason.BUSY, timedelta(seconds=40))


def test_whether_it_may_have_happened_is_kept() -> None:
    assert isinstance(fault(remote.NotSent("no connection")), core.NotSent)
    assert isinstance(fault(remote.OutcomeUnknown("reset", status=502)), core.OutcomeUnknown)
    assert isinstance(fault(remote.ProviderError("odd")), core.OutcomeUnknown)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (remote.Invalid("no", status=400), Reason.BAD_PICTURE),
        (remote.Invalid("broken image", status=200), Reason.BAD_PICTURE),
        (remote.Invalid("moved", status=301), Reason.INVALID),
        (remote.Invalid("too wide", status=500, code=33), Reason.BAD_PICTURE),
        (remote.Invalid("no field", status=200, code=13), Reason.INVALID),
        (remote.Unauthorized("no", status=401), Reason.UNAUTHORIZED),
    ],
)
def test_an_upload_that_was_looked_at_and_refused_was_a_bad_picture(
    error: remote.Refused, reason: Reason
) -> None:
    meant = upload_fault(error, Reason.BAD_PICTURE, ours={13})
    assert isinstance(meant, core.Refused)
    assert meant.reason is reason


def test_an_address_is_shown_only_in_part() -> None:
    assert masked("jo+cat@example.org") == "j***@example.org"
    assert masked("key-12ab34cd") == "key-12ab34cd"

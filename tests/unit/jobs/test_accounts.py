"""PixVerse accounts: which one gets a job, and when one that fails often rests."""

from datetime import timedelta

from jobs.accounts import (
    FIRST_REST,
    LONGEST_REST,
    Account,
    Condition,
    KnownAccount,
    Outcome,
    Seat,
    masked,
    rest_until,
    seat_for,
)
from jobs.errors import Reason
from jobs.ids import AccountId, AccountNumber
from tests.clock import NOON

MINUTE = timedelta(minutes=1)
A, B = AccountId("a@example.com"), AccountId("b@example.com")


def outcomes(*what: str, apart: timedelta = MINUTE) -> list[Outcome]:
    reasons = {"ok": None, "bad": Reason.RENDER_FAILED, "words": Reason.MODERATED}
    return [Outcome(NOON + n * apart, reasons[one], 60.0) for n, one in enumerate(what)]


def test_three_failures_within_ten_minutes_bring_a_rest() -> None:
    assert rest_until(outcomes("bad", "bad")) is None
    assert rest_until(outcomes("bad", "bad", "bad")) == NOON + 2 * MINUTE + FIRST_REST
    assert rest_until(outcomes("bad", "bad", "bad", apart=6 * MINUTE)) is None
    assert rest_until(outcomes("bad", "bad", "ok", "bad")) is None


def test_what_people_wish_for_is_not_the_accounts_fault() -> None:
    assert rest_until(outcomes(*["words"] * 10)) is None
    assert rest_until(outcomes("bad", "words", "bad", "words", "bad")) is not None


def test_rests_grow_until_a_video_succeeds() -> None:
    assert rest_until(outcomes(*["bad"] * 6)) == NOON + 5 * MINUTE + 2 * FIRST_REST
    assert rest_until(outcomes(*["bad"] * 45)) == NOON + 44 * MINUTE + LONGEST_REST
    healed = outcomes(*["bad"] * 6, "ok", *["bad"] * 3)
    assert rest_until(healed) == NOON + 9 * MINUTE + FIRST_REST


def pick(*seats: Seat, cost: int = 30, low: int = 100) -> AccountId | None:
    seat = seat_for(seats, cost, low)
    return seat.account if seat else None


def test_jobs_go_where_there_are_credits_and_room() -> None:
    assert pick(Seat(A, 1, 500), Seat(B, 4, 500)) == B
    assert pick(Seat(A, 1, 500), Seat(B, 4, 20)) == A, "its credits do not cover the price"
    assert pick(Seat(A, 1, 500), Seat(B, 4, 99)) == A, "it is short of credits"
    assert pick(Seat(A, 1, None), Seat(B, 4, 99)) == A, "nobody knows: it is tried"
    assert pick(Seat(A, 1, 500), Seat(B, 4, 500, resting=True)) == A
    assert pick(Seat(A, 1, 500), Seat(B, 4, 500, trouble=True)) == A


def test_a_job_waits_for_a_good_account_but_not_where_there_is_none() -> None:
    assert pick(Seat(A, 0, 500), Seat(B, 4, 20)) is None, "the good one is only full"
    assert pick(Seat(B, 4, 20)) == B, "the provider decides, and the person hears of it"
    assert pick(Seat(A, 2, 500, resting=True)) == A
    assert pick() is None


def test_a_seat_that_is_taken_has_less_of_everything() -> None:
    seat = Seat(A, 2, 150)
    assert seat.take(30) == A
    assert (seat.free, seat.credits) == (1, 120)


def test_what_the_last_jobs_say_about_an_account() -> None:
    last = [*outcomes("ok", "ok", "bad", "words", "ok"), Outcome(NOON, None, 90.0)]
    known = KnownAccount(AccountNumber(1), Account(A, "a"), NOON, outcomes=last)
    assert known.success == 80
    assert known.seconds == 60.0
    assert KnownAccount(AccountNumber(1), Account(A, "a"), NOON).success is None


def test_conditions() -> None:
    def condition(account: Account, *last: str, paused: bool = False) -> Condition:
        known = KnownAccount(
            AccountNumber(1), account, NOON, paused=paused, outcomes=outcomes(*last)
        )
        return known.condition(NOON + 5 * MINUTE, low=100)

    assert condition(Account(A, "a", credits=500)) is Condition.FINE
    assert condition(Account(A, "a", credits=50)) is Condition.LOW
    assert condition(Account(A, "a"), "bad", "bad", "bad") is Condition.RESTING
    locked = Account(A, "a", trouble=Reason.ACCOUNT_LOCKED)
    assert condition(locked) is Condition.TROUBLE
    assert condition(locked, paused=True) is Condition.PAUSED


def test_addresses_are_shown_masked() -> None:
    assert masked("studio+2@example.com") == "s***@example.com"

"""Whatever happens to a job in whatever order: it is settled once, and its rules hold."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from jobs.errors import Reason
from jobs.ids import AccountId, VideoId
from jobs.lifecycle import (
    ENDED,
    TRANSITIONS,
    Cancelled,
    Claimed,
    Delivered,
    Event,
    Failed,
    FetchedAgain,
    Finished,
    Job,
    Notice,
    OutcomeLost,
    PutBack,
    Result,
    Settlement,
    State,
    Step,
    Submitted,
    Uploaded,
    advance,
)
from tests.unit.jobs.strategies import NOON, events, queued_job

FILM = Result(url="https://example.com/1.mp4")


def steps(job: Job, *happened: Event) -> list[Step]:
    """What each event changed."""
    made = []
    for event in happened:
        step = advance(job, event, NOON)
        if step:
            job = step.job
            made.append(step)
    return made


def rendered(*more: Event) -> list[Step]:
    return steps(
        queued_job(), Claimed(AccountId("a")), Uploaded(()), Submitted(VideoId("v")), *more
    )


@given(st.lists(events, max_size=25))
def test_credits_are_settled_at_most_once_and_by_the_end(happened: list[Event]) -> None:
    made = steps(queued_job(), *happened)
    settlements = [step.settlement for step in made if step.settlement]
    assert len(settlements) <= 1
    if made and made[-1].job.state in ENDED:
        assert len(settlements) == 1


@given(st.lists(events, max_size=25))
def test_a_paid_request_is_out_only_with_an_account_and_a_time(happened: list[Event]) -> None:
    for step in steps(queued_job(), *happened):
        job = step.job
        if job.state in (State.SUBMITTING, State.UNCONFIRMED, State.GENERATING):
            assert job.account
            assert job.submitted_at
        if job.state is State.QUEUED:
            assert (job.account, job.uploads, job.submitted_at) == (None, (), None)


@given(st.lists(events, max_size=25))
def test_only_what_the_table_shows_happens(happened: list[Event]) -> None:
    job = queued_job()
    for event in happened:
        step = advance(job, event, NOON)
        assert (step is not None) == ((job.state, type(event)) in TRANSITIONS)
        job = step.job if step else job


def test_the_way_of_a_good_job() -> None:
    made = rendered(Finished(FILM), Delivered(None))
    states = [step.job.state for step in made]
    assert states == [
        State.UPLOADING,
        State.SUBMITTING,
        State.GENERATING,
        State.DELIVERING,
        State.DELIVERED,
    ]
    assert [step.settlement for step in made if step.settlement] == [Settlement.SPENT]
    assert [notice for step in made for notice in step.notices] == [
        Notice.RESULT,
        Notice.ENDED,
    ]


def test_a_failed_job_gives_its_credits_back_and_says_so() -> None:
    last = rendered(Failed(Reason.MODERATED))[-1]
    assert (last.settlement, last.notices) == (Settlement.RELEASED, (Notice.FAILURE, Notice.ENDED))
    assert last.job.reason is Reason.MODERATED


def test_cancelling_returns_credits_only_while_it_waits() -> None:
    assert steps(queued_job(), Cancelled())[-1].settlement is Settlement.RELEASED
    assert rendered(Cancelled())[-1].settlement is Settlement.SPENT


def test_a_job_that_is_put_back_keeps_its_place_in_the_queue() -> None:
    put_back = steps(queued_job(), Claimed(AccountId("a")), PutBack(timedelta(seconds=9)))[-1].job
    assert put_back.queued_at == NOON
    assert put_back.due_at == NOON + timedelta(seconds=9)


def test_a_lost_answer_is_neither_failure_nor_settlement() -> None:
    lost = steps(
        queued_job(), Claimed(AccountId("a")), Uploaded(()), OutcomeLost(timedelta(seconds=5))
    )[-1]
    assert (lost.job.state, lost.settlement, lost.notices) == (State.SUBMITTING, None, ())


def test_an_event_that_comes_twice_changes_nothing() -> None:
    done = rendered(Finished(FILM), Delivered(None))[-1].job
    assert advance(done, Delivered(None), NOON) is None
    assert advance(done, Finished(FILM), NOON) is None
    assert advance(done, FetchedAgain(), NOON) is None

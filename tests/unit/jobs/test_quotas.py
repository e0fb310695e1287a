"""Allowances first, granted credits after; what is left and when more comes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.errors import BotBudgetSpent, NotEnoughCredits
from jobs.quotas import Balance, Hold, Limits, check_bot_budget, hold
from tests.unit.jobs.strategies import NOON

amounts = st.integers(0, 1000)
balances = st.builds(
    Balance, st.builds(Limits, amounts, amounts, st.integers(0, 9)), amounts, amounts, amounts
)


@given(st.integers(1, 3000), balances)
def test_a_hold_never_takes_more_than_there_is(price: int, balance: Balance) -> None:
    if price > balance.left:
        with pytest.raises(NotEnoughCredits):
            hold(price, balance, NOON)
        return
    held = hold(price, balance, NOON)
    assert held.total == price
    assert 0 <= held.allowance <= balance.allowance_left
    assert 0 <= held.extra <= balance.extra


def test_granted_credits_are_used_last() -> None:
    balance = Balance(Limits(100, 1000, 2), used_today=80, used_this_month=80, extra=50)
    assert hold(30, balance, NOON) == Hold(allowance=20, extra=10)


def test_the_next_allowance_comes_at_midnight_or_with_the_month() -> None:
    day_is_empty = Balance(Limits(10, 1000, 2), 10, 10, 0)
    month_is_empty = Balance(Limits(10, 1000, 2), 0, 1000, 0)
    with pytest.raises(NotEnoughCredits) as daily:
        hold(1, day_is_empty, NOON)
    with pytest.raises(NotEnoughCredits) as monthly:
        hold(1, month_is_empty, datetime(2026, 12, 31, 23, 59, tzinfo=UTC))
    month_is_short = Balance(Limits(100, 1000, 2), 0, 990, 0)
    with pytest.raises(NotEnoughCredits) as short:
        hold(30, month_is_short, NOON)
    assert short.value.renews_at == datetime(2026, 12, 1, tzinfo=UTC)
    assert daily.value.renews_at == datetime(2026, 11, 22, tzinfo=UTC)
    assert monthly.value.renews_at == datetime(2027, 1, 1, tzinfo=UTC)


def test_the_whole_bot_has_a_budget() -> None:
    check_bot_budget(10, 90, 100)
    check_bot_budget(10, 1_000_000, None)
    with pytest.raises(BotBudgetSpent):
        check_bot_budget(11, 90, 100)

"""What an invoice says when it comes back, and who may still pay it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.errors import CoreError, InvoiceOld, NotYours, PackGone
from jobs.ids import PackId, PersonId
from jobs.payments import (
    INVOICE_LIVES,
    Order,
    Pack,
    PackTerms,
    check_order,
    order_for,
    read_packs,
    write_packs,
)
from tests.unit.jobs.strategies import NOON

ANN, BEN = PersonId(2**52 - 1), PersonId(2)
PACK = Pack(PackId(7), PackTerms("Small", 100, 50))
ORDER = order_for(PACK, ANN, NOON)


def test_an_order_survives_the_way_through_telegram() -> None:
    assert Order.unpack(ORDER.pack()) == ORDER
    longest = order_for(Pack(PackId(10**15 - 1), PackTerms("x", 10**9, 10**5)), ANN, NOON)
    assert len(longest.pack().encode()) <= 128
    assert Order.unpack(longest.pack()) == longest


@given(st.text())
def test_what_is_not_ours_is_no_order(payload: str) -> None:
    order = Order.unpack(payload)
    assert order is None or order.pack() == payload


def test_the_right_person_may_pay_in_time() -> None:
    check_order(ORDER, PACK, ANN, 50, NOON + INVOICE_LIVES)


@pytest.mark.parametrize(
    ("order", "pack", "payer", "stars", "later", "error"),
    [
        (None, PACK, ANN, 50, 0, PackGone),
        (ORDER, None, ANN, 50, 0, PackGone),
        (ORDER, PACK, BEN, 50, 0, NotYours),
        (ORDER, PACK, ANN, 50, 1, InvoiceOld),
        (ORDER, PACK, ANN, 49, 0, PackGone),
        (ORDER, replace(PACK, terms=PackTerms("Small", 100, 60)), ANN, 50, 0, PackGone),
        (ORDER, replace(PACK, terms=PackTerms("Small", 90, 50)), ANN, 50, 0, PackGone),
    ],
)
def test_whoever_else_may_not(
    order: Order | None,
    pack: Pack | None,
    payer: PersonId,
    stars: int,
    later: int,
    error: type[CoreError],
) -> None:
    now = NOON + INVOICE_LIVES + timedelta(seconds=later)
    with pytest.raises(error):
        check_order(order, pack, payer, stars, now)


def test_packs_are_read_as_they_are_written() -> None:
    text = "Small pack:100:50; Monthly:1000:400:monthly"
    packs = read_packs(text)
    assert packs == (
        PackTerms("Small pack", 100, 50),
        PackTerms("Monthly", 1000, 400, monthly=True),
    )
    assert write_packs(packs) == text
    assert read_packs(" ; ") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Small", "Small:100", "Small:100:fifty", "Small:0:50", "Small:100:0", ":100:50",
        "Small:100:50:weekly", "Monthly:1:10001:monthly", "Small:1:100001", "x" * 33 + ":1:1",
    ],
)  # fmt: skip
def test_packs_that_telegram_would_not_take_are_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (whatever it says)
        read_packs(text)

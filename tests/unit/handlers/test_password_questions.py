"""Which commands make the intake listen for a password, and behind which there may be one already."""

import pytest

from handlers.admin.misplaced import may_hold_password, without_password
from handlers.admin.passwords import asks_for_password


def typed(text: str) -> dict[str, object]:
    return {"update_id": 1, "message": {"text": text}}


@pytest.mark.parametrize(
    "text",
    [
        "/addaccount a@example.com 3",
        "/account 3 jobs 5",
        "/account@a_bot 3 repair",
        "/ADDACCOUNT a@example.com 3",
        "/account 3 Repair",
    ],
)
def test_what_comes_next_may_be_a_password(text: str) -> None:
    assert asks_for_password(typed(text))


@pytest.mark.parametrize("text", ["/accounts", "/account 3", "/account 3 pause", "jobs", ""])
def test_what_comes_next_is_words(text: str) -> None:
    assert not asks_for_password(typed(text))


@pytest.mark.parametrize(
    "text",
    [
        "/addaccount a@example.com 3 secret",
        "/addaccount a@example.com secret",
        "/addaccount a@example.com secret 3",
        "/addaccount a@example.com 20061987",
        "/addaccount secret",
        "/addaccount secret 3",
        "/addaccount@a_bot a@example.com 3 secret",
        "/AddAccount a@example.com secret",
        "/addaccount\na@example.com\n3\nsecret",
        "/account 1 repair secret",
        "/account #1 REPAIR secret",
        "/account@a_bot 1 repair secret",
        "/account repair secret",
        "/account 1 jobs 5 secret",
        "/account 1 jobs secret",
        "/account 1 jobs 20061987",
        "/account\n1\nrepair\nsecret",
        "/account 1 secret",
        "/account secret",
    ],
)
def test_what_stands_behind_the_command_may_be_a_password(text: str) -> None:
    assert may_hold_password(text)
    left = without_password(text)
    assert "secret" not in left
    assert "2006" not in left
    assert may_hold_password(left), "after a crash it is known for what it was"


@pytest.mark.parametrize(
    "text",
    [
        "/addaccount",
        "/addaccount 3",
        "/addaccount a@example.com 3",
        "/addaccount@a_bot a@example.com\n10",
        "/account",
        "/account 1",
        "/account #1 pause",
        "/account 1 Resume",
        "/account 1 repair",
        "/account 1 jobs",
        "/account 12 jobs 12",
        "/account 1 remove yes",
        "/accounts secret",
        "addaccount a@example.com secret",
        "a fox on /addaccount",
        "",
    ],
)
def test_other_words_are_no_password(text: str) -> None:
    assert not may_hold_password(text)

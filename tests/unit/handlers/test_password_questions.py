"""Which commands make the intake listen for a password, and which do not."""

import pytest

from handlers.admin.passwords import asks_for_password


def typed(text: str) -> dict[str, object]:
    return {"update_id": 1, "message": {"text": text}}


@pytest.mark.parametrize(
    "text",
    ["/addaccount a@example.com 3", "/account 3 jobs 5", "/account@a_bot 3 repair"],
)
def test_what_comes_next_may_be_a_password(text: str) -> None:
    assert asks_for_password(typed(text))


@pytest.mark.parametrize("text", ["/accounts", "/account 3", "/account 3 pause", "jobs", ""])
def test_what_comes_next_is_words(text: str) -> None:
    assert not asks_for_password(typed(text))

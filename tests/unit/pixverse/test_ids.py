"""Ids stand in a path as they are; only what a path cannot hold is escaped."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pixverse import ids

# On a fresh machine the first text drawn builds a table for a second or two.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

VIDEO = "user:1234-pixverse:jo***+cat@example.org-video:987654321"


def test_an_id_stays_as_it_is() -> None:
    assert ids.raw(VIDEO) == VIDEO


def test_what_is_illegal_in_a_path_is_escaped() -> None:
    assert ids.raw("a/b?c#d%e f") == "a%2Fb%3Fc%23d%25e%20f"
    assert ids.raw("ä\n") == "%C3%A4%0A"


def test_the_second_form_escapes_all_of_it() -> None:
    assert ids.encoded("user:1-a+b@c*") == "user%3A1-a%2Bb%40c%2A"


@pytest.mark.parametrize("identifier", ["", ".", ".."])
@pytest.mark.parametrize("form", [ids.raw, ids.encoded])
def test_an_id_never_names_another_resource(form: object, identifier: str) -> None:
    assert callable(form)
    with pytest.raises(ValueError, match="no id"):
        form(identifier)


@PATIENT
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_both_forms_come_back_and_hold_no_delimiter(identifier: str) -> None:
    if identifier in {".", ".."}:
        return
    for form in (ids.raw(identifier), ids.encoded(identifier)):
        assert unquote(form) == identifier
        assert not set(form) & set("/?# \n")

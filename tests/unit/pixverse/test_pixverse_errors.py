"""The error tree that the module draws is the one that it has."""

from __future__ import annotations

import re
from datetime import timedelta

from pixverse import errors


def _drawn() -> dict[str, str]:
    """Read the picture: class name to the name of the class that it hangs under."""
    parents = {"ProviderError": "Exception"}
    stem = ["ProviderError"]
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"([│ ]*)[├└]── (\w+)", line):
            depth = 1 + len(found[1]) // 4
            parents[found[2]] = stem[depth - 1]
            stem[depth:] = [found[2]]
    return parents


def test_the_picture_is_the_tree() -> None:
    classes = {
        name: value
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, Exception)
    }
    assert {name: kind.__base__.__name__ for name, kind in classes.items() if kind.__base__} == (
        _drawn()
    )


def test_an_error_is_its_status_and_the_providers_words() -> None:
    assert str(errors.Invalid("no such model", status=400)) == "400 no such model"
    assert str(errors.NotSent("no connection")) == "no connection"
    assert str(errors.OutcomeUnknown()) == ""


def test_busy_never_asks_to_come_back_within_ten_seconds() -> None:
    assert errors.Busy(after=timedelta(seconds=1)).after == timedelta(seconds=10)
    assert errors.Busy(after=timedelta(minutes=1)).after == timedelta(minutes=1)

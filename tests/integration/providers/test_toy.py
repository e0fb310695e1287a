"""A new provider is one folder: the toy is small, and nothing else of the program knows it or any other."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.providers.registry import PROVIDERS
from tests.integration.providers.worlds import WORLDS

ROOT = Path(__file__).parents[3]
TOY = Path(__file__).parent / "toy"
FEWER_THAN = 150  # lines: adapter, capabilities, tariff and the service itself


def test_the_toy_is_small() -> None:
    lines = [line for path in TOY.glob("*.py") for line in path.read_text("utf-8").splitlines()]
    assert len(lines) < FEWER_THAN


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("package", ["handlers", "jobs", "storage"])
def test_nothing_outside_its_folder_knows_which_provider_runs(package: str) -> None:
    """That `bot` is imported by none of these, `make imports` checks."""
    names = {"toy", *PROVIDERS}
    for path in (ROOT / package).rglob("*.py"):
        assert not names & set(strings(path)), path


def test_every_provider_is_held_to_the_promises() -> None:
    assert set(WORLDS) == {"toy", *PROVIDERS}
    for name, (world, _) in WORLDS.items():
        assert world.adapter.name == name

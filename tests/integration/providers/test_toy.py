"""A new provider is one folder: the toy is small, and nothing else of the program knows it or any other."""

import ast
import re
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


NAMES = {"toy", *PROVIDERS}
AS_A_WORD = re.compile(rf"(?<![a-z0-9])({'|'.join(map(re.escape, NAMES))})(?![a-z0-9])")


def strings(source: str) -> Iterator[str]:
    """Everything between quotes, also around what an f-string puts in, but for what only readers read."""
    nodes = list(ast.walk(ast.parse(source)))
    described = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and id(node) not in described:
            yield str(node.value)


def named(source: str) -> set[str]:
    """The providers that a module names, alone or within a longer text or address."""
    return {name for text in strings(source) for name in AS_A_WORD.findall(text.lower())}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ('x = "pixverse"', {"pixverse"}),
        ('x = f"pixverse: {y}"', {"pixverse"}),
        ('x = "https://api.useapi.net/v2"', {"useapi"}),
        ('x = {"PIXVERSE_API_KEY": 1}', {"pixverse"}),
        ('x = "toys"  # no toy', set()),
        ('"""What PixVerse makes."""', set()),
    ],
)
def test_a_name_is_seen_wherever_the_program_could_use_it(source: str, names: set[str]) -> None:
    assert named(source) == names


@pytest.mark.parametrize("package", ["handlers", "jobs", "storage"])
def test_nothing_outside_its_folder_knows_which_provider_runs(package: str) -> None:
    """That `bot` is imported by none of these, `make imports` checks."""
    for path in (ROOT / package).rglob("*.py"):
        assert not named(path.read_text("utf-8")), path


def test_every_provider_is_held_to_the_promises() -> None:
    assert set(WORLDS) == {"toy", *PROVIDERS}
    for name, (world, _) in WORLDS.items():
        assert world.adapter.name == name

"""The docs say what is so: whatever they name exists, and what is made from the code is up to date."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from bot.loading import env_example, setting_fields
from handlers.commands import ALL
from jobs.lifecycle import TRANSITIONS, State
from tests import generate_docs
from tests.unit.jobs.strategies import MODELS

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
README = (ROOT / "README.md").read_text("utf-8")
DECISIONS = ROOT / "docs/decisions"

CODE_PATH = re.compile(r"^((?:[\w.-]+/)*[\w.-]+\.(?:py|sql|ftl|toml|yaml|md))(?::([\w.]+))?$")
FOLDER = re.compile(r"^(?:[\w.-]+/)+$")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def title(page: Path) -> str:
    return str(page.relative_to(ROOT))


def prose(page: Path) -> str:
    """The page without its fenced blocks, in which `](` and back quotes mean something else."""
    return re.sub(r"^ *```.*?^ *```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


def code_spans(page: Path) -> list[str]:
    return re.findall(r"`([^`\n]+)`", prose(page))


@cache
def names_in(path: Path) -> frozenset[str]:
    """What a module defines at its top, and what its classes define: `Intake`, `Intake.receive`."""
    return frozenset(defined(ast.parse(path.read_text("utf-8")).body))


def defined(body: list[ast.stmt], prefix: str = "") -> Iterator[str]:
    for statement in body:
        match statement:
            case ast.ClassDef(name=name, body=inner):
                yield prefix + name
                yield from defined(inner, f"{prefix}{name}.")
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield prefix + name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield prefix + name


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def first_column(section: str) -> list[str]:
    """What the first column of a marked table of the README holds in back quotes."""
    found = re.search(f"<!-- {section} -->(.*?)<!-- /{section} -->", README, re.DOTALL)
    assert found
    return re.findall(r"^\| `([^`]+)`", found[1], re.MULTILINE)


# what is made from the code


@pytest.mark.parametrize("page", list(generate_docs.pages()), ids=title)
def test_what_is_made_from_the_code_is_up_to_date(page: Path) -> None:
    assert page.read_text("utf-8") == generate_docs.pages()[page], "run `make docs`"


def test_the_readme_lists_every_setting() -> None:
    assert first_column("settings") == [name.upper() for name in setting_fields()]


def test_env_example_names_every_setting() -> None:
    named = re.findall(r"^#?(\w+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)
    assert named == [name.upper() for name in setting_fields()]
    assert (ROOT / ".env.example").read_text("utf-8") == env_example()


def test_the_readme_lists_every_command() -> None:
    assert first_column("commands") == [f"/{name}" for name in ALL]


def test_every_state_has_a_sentence_for_a_crash_and_every_transition_an_arrow() -> None:
    page = (ROOT / "docs/states.md").read_text("utf-8")
    assert all(sentence.strip() for sentence in generate_docs.crash_sentences().values())
    for state in State:
        assert page.count(f"\n| `{state}` | {generate_docs.crash_sentences()[state]} |") == 1
    for (before, event), after in TRANSITIONS.items():
        arrow = rf"^    {before} --> {after}: .*\b{event.__name__}\b"
        assert re.search(arrow, page, re.MULTILINE), f"{before}, {event.__name__}"


def test_the_capabilities_name_every_model() -> None:
    page = (ROOT / "docs/capabilities.md").read_text("utf-8")
    assert all(re.search(rf"^\| [^|]*{re.escape(model)}\b", page, re.MULTILINE) for model in MODELS)


# what is written by hand


@pytest.mark.parametrize("page", PAGES, ids=title)
def test_every_path_and_name_of_code_exists(page: Path) -> None:
    missing = []
    for span in code_spans(page):
        found = CODE_PATH.match(span)
        if not found:
            if FOLDER.match(span) and not (ROOT / span).is_dir():
                missing.append(span)
            continue
        path = ROOT / found[1]
        if not path.is_file() or (found[2] and found[2] not in names_in(path)):
            missing.append(span)
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=title)
def test_every_make_target_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = re.findall(r"(?:`|^ *)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)
    assert set(named) <= targets


@pytest.mark.parametrize("page", PAGES, ids=title)
def test_every_internal_link_leads_somewhere(page: Path) -> None:
    dead = []
    for link in LINK.findall(prose(page)):
        where, _, anchor = link.partition("#")
        target = page.parent / where if where else page
        if "://" in link:
            continue
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert not dead


def test_the_readme_has_the_two_commands_in_blocks_of_their_own() -> None:
    assert "```sh\nmake demo\n```" in README
    assert "```sh\nmake test\n```" in README


def test_the_index_lists_every_decision_with_its_title() -> None:
    index = (DECISIONS / "README.md").read_text("utf-8")
    listed = re.findall(r"^\| \[(\d{4})\]\(([^)]+)\) \|", index, re.MULTILINE)
    pages = sorted(DECISIONS.glob("[0-9]*.md"))
    assert listed == [(page.name[:4], page.name) for page in pages]
    assert [number for number, _ in listed] == [f"{n:04}" for n in range(1, len(pages) + 1)]


@pytest.mark.parametrize("page", sorted(DECISIONS.glob("[0-9]*.md")), ids=title)
def test_a_decision_has_its_four_parts(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text.startswith(f"# {page.name[:4]} ")
    parts = ["**Status:**", "## Context", "## Decision", "## Consequences"]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_every_direct_dependency_has_its_reason_and_nothing_else_has_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = {re.split(r"[<>=\[]", one)[0].lower() for one in wanted} - {project["name"]}
    page = (DECISIONS / "0002-dependencies.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \| [^|]{20,} \|$", page, re.MULTILINE)
    explained = {name.split(" (")[0].lower() for row in rows for name in row.split(", ")}
    assert explained == names

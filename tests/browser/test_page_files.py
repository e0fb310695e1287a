"""The chat page stays small, and needs nothing that is not in its folder."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "simulator" / "page"
MODULES = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.js")}
SHOWN = MODULES | {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.[ch][st]*")}
ELSEWHERE = re.compile(r"""(src|href|url\(|import|from).{0,3}(https?:)?//\w""")
NAMED = re.compile(r"""(?:from "\./|href="|src=")([\w.-]+\.(?:js|css|svg))""")


def test_all_modules_together_stay_small() -> None:
    assert sum(len(text.encode()) for text in MODULES.values()) < 60_000
    assert [name for name, text in MODULES.items() if text.count("\n") >= 300] == []


def test_no_text_becomes_markup_unseen() -> None:
    assert [name for name, text in MODULES.items() if "innerHTML" in text] == []


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_a_file_names_only_its_neighbours(name: str) -> None:
    assert ELSEWHERE.search(SHOWN[name]) is None
    assert [other for other in NAMED.findall(SHOWN[name]) if not (FOLDER / other).is_file()] == []

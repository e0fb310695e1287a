"""What those who run the bot can do: nothing stands in its tables without a right, and no right stands beside them."""

import ast
from pathlib import Path

from handlers.chat import buttons
from handlers.commands import ALL, FOR_ROLES, OPEN_TO_ALL
from jobs.roles import RIGHTS, Right, Role

TABLE = ast.parse(Path("handlers/admin/table.py").read_text("utf-8"))
KINDS = {
    kind
    for kind in vars(buttons).values()
    if isinstance(kind, type) and issubclass(kind, buttons.Button) and kind is not buttons.Button
}


def keys(function: str) -> list[str]:
    """The keys of the table that a function gives: names of commands, or of buttons."""
    [found] = [
        node for node in TABLE.body if isinstance(node, ast.FunctionDef) and node.name == function
    ]
    [table] = [node for node in ast.walk(found) if isinstance(node, ast.Dict)]
    return [_name(key) for key in table.keys]


def _name(key: ast.expr | None) -> str:
    if isinstance(key, ast.Attribute):
        return key.attr
    assert isinstance(key, ast.Constant)
    return str(key.value)


def test_every_button_of_the_table_takes_a_right() -> None:
    without = [name for name in keys("presses") if getattr(buttons, name).right is None]
    assert without == [], "give its class a right, or put it where everybody's buttons are"


def test_every_button_with_a_right_stands_in_the_table() -> None:
    assert {kind.__name__ for kind in KINDS if kind.right} == set(keys("presses"))


def test_every_command_of_the_table_takes_a_right() -> None:
    assert set(keys("commands")) == set(FOR_ROLES)
    assert set(FOR_ROLES).isdisjoint(OPEN_TO_ALL)
    assert len(ALL) == len(set(ALL))


def test_every_page_takes_a_right_that_somebody_has() -> None:
    [pages] = [
        node for node in TABLE.body if isinstance(node, ast.FunctionDef) and node.name == "pages"
    ]
    made = [node for node in ast.walk(pages) if isinstance(node, ast.Call)]
    for page in made:
        right = page.args[1]
        assert isinstance(right, ast.Attribute)
        assert Right[right.attr] in RIGHTS[Role.OWNER]


def test_owners_may_everything_and_support_may_little() -> None:
    assert RIGHTS[Role.OWNER] == set(Right)
    assert set(Right) - RIGHTS[Role.ADMIN] == {Right.ROLES, Right.BACKUP}
    assert RIGHTS[Role.SUPPORT] == {Right.SEE, Right.GRANT, Right.MESSAGE}

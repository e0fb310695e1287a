"""Who makes the videos, only `bot` knows: the chat, the core and the store name no provider."""

import re
from pathlib import Path

import pytest

from bot.providers.registry import PROVIDERS

PACKAGES = ("handlers", "jobs", "storage")
KINDS = ("*.py", "*.ftl", "*.sql")


def told() -> set[str]:
    """What gives a provider away: its name, its settings."""
    settings = [name.upper() for one in PROVIDERS.values() for name in one.settings.model_fields]
    return {*PROVIDERS, *settings, "useapi.net"}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_file_names_a_provider(package: str) -> None:
    names = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in told()))
    files = [path for kind in KINDS for path in Path(package).rglob(kind)]
    assert len(files) > 20
    found = {str(path): names.findall(path.read_text("utf-8")) for path in files}
    assert {path: names for path, names in found.items() if names} == {}

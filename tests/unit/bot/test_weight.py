"""How little an idle bot holds: what only some people's wishes need is loaded with the first of them."""

import json
import subprocess
import sys

LOOK = """
import asyncio, json, sys, tempfile
import bot.library
from bot.compose import compose
from bot.loading import load_settings
import bot.main
from babel import localedata

async def start(folder):
    settings = load_settings({
        "TELEGRAM_BOT_TOKEN": "1:a", "USEAPI_TOKEN": "user:1-a", "DATA_DIR": folder, "HTTP_PORT": "0",
        "TELEGRAM_API_URL": "http://127.0.0.1:9", "USEAPI_URL": "http://127.0.0.1:9",
    })
    async with compose(settings) as program:
        for code in ("en", "ru"):
            program.commands._languages.menu(code).plain("about")

with tempfile.TemporaryDirectory() as folder:
    asyncio.run(start(folder))
print(json.dumps([sorted(sys.modules), sorted(localedata._cache)]))
"""
SPARE = (
    "PIL", "av", "pillow_heif", "numpy", "cryptography", "pydantic_settings", "bot.cli", "pixverse.platform",
    "pixverse.useapi_v1", "bot.providers.pixverse", "bot.providers.useapi_v1", "simulator", "tests",
)  # fmt: skip


def test_a_bot_that_nobody_speaks_to_has_loaded_no_media_no_languages_and_one_provider() -> None:
    # -OO: as `make run` and the image start it.
    command = [sys.executable, "-OO", "-c", LOOK]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    modules, languages = json.loads(done.stdout)
    assert not [name for name in modules if any(f"{name}.".startswith(f"{one}.") for one in SPARE)]
    assert languages == []

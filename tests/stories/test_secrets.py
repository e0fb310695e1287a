"""What must stay secret does, with the most talkative log and trouble on both sides."""

from pathlib import Path
from typing import Any

import pytest

from tests.pictures import picture
from tests.processes import bot_process
from tests.simulators import API_TOKEN, BOT_TOKEN
from tests.stories.chat import Chat
from tests.stories.town import Town

SECRET_HALF = BOT_TOKEN.partition(":")[2]
PICTURE = picture("crimson")


async def trouble(town: Town) -> None:
    """Every kind of failure that a library would like to describe with the address it called."""
    telegram = [
        ("getFile", "html"),
        ("/file/", "reset"),
        ("/file/", "status"),
        ("sendMessage", "reset"),
        ("editMessageText", "html"),
        ("answerCallbackQuery", "reset_after"),
        ("getUpdates", "reset"),
        ("sendVideo", "reset"),
        ("sendVideo", "bad_request"),
    ]
    for method, kind in telegram:
        await town.telegram_fault(method=method, kind=kind)
    useapi = [
        ("/files/", "POST", "html"),
        ("/files/", "POST", "reset"),
        ("/videos/create*", "POST", "reset_after"),
        ("/videos/", "GET", "status"),
        ("/scheduler/available", "GET", "reset"),
        ("/media/results/*", "HEAD", "reset"),
    ]
    for path, method, kind in useapi:
        echo = {"error": f"bad token {API_TOKEN}"} if kind == "status" else {}
        await town.useapi_fault(path=path, method=method, kind=kind, **echo)


async def story(town: Town, chat: Chat) -> None:
    await chat.photo(PICTURE, "she smiles")
    await chat.press("Generate", await chat.sees("she smiles.*1 picture.*you have"))
    await chat.gets("video")
    await chat.sees("Ready")
    await chat.document("broken.jpg", PICTURE[:1500], "image/jpeg", "it breaks")
    await chat.press("Generate", await chat.sees("it breaks.*you have"))
    await chat.sees("couldn't open that picture")


@pytest.mark.parametrize(
    ("mode", "log_format"), [("polling", "console"), ("webhook", "json")], ids=str
)
async def test_no_secret_is_told(town: Town, mode: str, log_format: str) -> None:
    ann = await town.person("Ann")
    where: dict[str, Any] = town.webhooks() if mode == "webhook" else {}
    changes = {"POLL_SECONDS": "0.1", "LOG_LEVEL": "DEBUG", "LOG_FORMAT": log_format, **where}
    settings = town.settings(**changes)
    # With a story's pace: after a lost answer the real one waits 20 seconds before it sends again.
    with bot_process(town.environment(**changes), town.home, "tests.stories.quick_bot") as bot:
        await trouble(town)
        await story(town, ann)
        assert (await town.useapi.get("/control/faults")).json() == {"faults": []}
        bot.kill()
    log = bot.log.read_text()
    assert "job 1" in log
    for secret in settings.secrets:
        assert secret not in log
    assert SECRET_HALF not in log

    kept = {path: path.read_bytes() for path in files_of(town.home)}
    database = [path for path in kept if path.name.startswith("bot.sqlite3")]
    assert database
    for path, content in kept.items():
        assert SECRET_HALF.encode() not in content, path
        assert settings.telegram_webhook_secret.encode() not in content, path
        assert API_TOKEN.encode() not in content, path
        assert PICTURE[200:600] not in content, path

    told = str((await town.useapi.get("/control/requests")).json())
    assert SECRET_HALF not in told
    assert town.where.telegram not in told, (
        "the provider gets bytes, never an address of Telegram's"
    )
    assert API_TOKEN not in str((await town.telegram.get("/control/calls")).json())


async def test_a_picture_leaves_nothing_on_the_disk_when_the_process_dies(town: Town) -> None:
    ann = await town.person("Ann")
    with bot_process(town.environment(POLL_SECONDS="0.1"), town.home) as bot:
        await ann.photo(PICTURE, "she smiles")
        card = await ann.sees("she smiles.*1 picture.*you have")
        await town.useapi_fault(path="/files/", method="POST", kind="hang", seconds=60)
        await ann.press("Generate", card)
        await town.until(lambda: is_uploading(town), "the upload")
        assert names_in(town.home / "tmp") == []
        bot.kill()
    assert names_in(town.home / "tmp") == []
    for path in files_of(town.home):
        assert PICTURE[200:600] not in path.read_bytes(), path


async def is_uploading(town: Town) -> bool:
    return bool(await town.requests("/files/"))


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]

"""What the log of the whole process looks like, and what never gets into it."""

import asyncio
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import configure_logging, report_loop_trouble
from bot.settings import LogFormat

TOKEN = "123456789:AAE-" + "x" * 31
CONFIGURED = (
    "",
    "httpx",
    "httpcore",
    "uvicorn",
    "aiohttp",
    "aiosqlite",
    "asyncio",
    "PIL",
    "telegram",
)


@pytest.fixture(autouse=True)
def put_back() -> Iterator[None]:
    """Logging belongs to the whole process: leave it as it was."""
    levels = {name: logging.getLogger(name).level for name in CONFIGURED}
    handlers = list(logging.getLogger().handlers)
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    logging.captureWarnings(capture=False)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.getLogger().handlers[:] = handlers
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()


@pytest.fixture(params=list(LogFormat))
def log_format(request: pytest.FixtureRequest) -> LogFormat:
    """Each way of writing."""
    configure_logging("DEBUG", request.param, ["s3cr3t"])
    return LogFormat(request.param)


def fail(error: Exception) -> None:
    raise error


def test_no_line_shows_a_secret(log_format: LogFormat, capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("telegram.ext").error("GET https://x/bot%s/getMe %s", TOKEN, {"a": "s3cr3t"})
    structlog.get_logger("mine").info("hello", account="bob@example.com", key="s3cr3t")
    try:
        fail(ValueError(f"https://x/bot{TOKEN} of bob@example.com"))
    except ValueError:
        logging.getLogger("aiohttp.client").exception("it failed")
    written = capsys.readouterr().err
    assert len(written.splitlines()) >= 3
    assert "ValueError" in written
    assert "Traceback" in written
    for hidden in ("s3cr3t", TOKEN, "bob@", "example.com"):
        assert hidden not in written


def test_json_lines_stay_json(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("INFO", LogFormat.JSON, ['s"3\\x'])
    logging.getLogger("a").warning("%s and %s", 's"3\\x', "Bearer abc")
    structlog.get_logger("b").info("plain", job=7, rate="100%")
    first, second = map(json.loads, capsys.readouterr().err.splitlines())
    assert (first["event"], first["level"], first["logger"]) == (
        "[secret] and [secret]",
        "warning",
        "a",
    )
    assert (second["event"], second["job"], second["rate"]) == ("plain", 7, "100%")
    assert first["timestamp"].endswith("Z")


def test_a_wrong_log_call_shows_nothing_of_its_values(
    log_format: LogFormat,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", root.handlers[:1])  # pytest's own would raise
    logging.getLogger("x").error("%d credits", "s3cr3t")
    written = capsys.readouterr().err
    assert "a log line of x, test_logs:" in written
    assert "s3cr3t" not in written


def test_local_variables_are_not_shown(
    log_format: LogFormat, capsys: pytest.CaptureFixture[str]
) -> None:
    prompt = "a cat " + "in boots"
    try:
        fail(RuntimeError(len(prompt)))
    except RuntimeError:
        logging.getLogger("x").exception("failed")
    assert "cat in boots" not in capsys.readouterr().err


def test_libraries_do_not_write_what_people_say(
    log_format: LogFormat, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("telegram.Bot", "telegram.ext.ExtBot", "aiosqlite", "httpx", "httpcore.http11"):
        logging.getLogger(name).debug("parameters: a cat in boots")
    logging.getLogger("httpx").info("HTTP Request: POST https://example.com/cat")
    logging.getLogger("jobs.worker").debug("job 7 moves")
    written = capsys.readouterr().err
    assert "cat" not in written
    assert "job 7 moves" in written


def test_the_level_holds_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("ERROR", LogFormat.CONSOLE, [])
    logging.getLogger("telegram.ext").warning("quiet")
    logging.getLogger("mine").warning("quiet")
    logging.getLogger("mine").error("loud")
    written = capsys.readouterr().err
    assert "quiet" not in written
    assert "loud" in written


def test_uncaught_errors_are_redacted_too(
    log_format: LogFormat, capsys: pytest.CaptureFixture[str]
) -> None:
    error = RuntimeError(f"bot{TOKEN}")
    sys.excepthook(RuntimeError, error, None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    thread = threading.Thread(target=lambda: [][0 if TOKEN else 1])
    thread.start()
    thread.join()
    written = capsys.readouterr().err
    assert "bot[secret]" in written
    assert "IndexError" in written
    assert "KeyboardInterrupt" not in written
    assert TOKEN not in written


async def test_errors_of_the_event_loop_are_redacted_too(
    log_format: LogFormat, capsys: pytest.CaptureFixture[str]
) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report_loop_trouble)
    loop.call_soon(fail, RuntimeError(f"bot{TOKEN}"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    written = capsys.readouterr().err
    assert "RuntimeError: bot[secret]" in written
    assert TOKEN not in written


def test_warnings_go_the_same_way(
    log_format: LogFormat, capsys: pytest.CaptureFixture[str]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=False)
        configure_logging("INFO", log_format, [])
        warnings.warn(f"bot{TOKEN}", UserWarning, stacklevel=1)
        logging.captureWarnings(capture=False)
    assert "bot[secret]" in capsys.readouterr().err

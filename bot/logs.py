"""The log: structlog's lines over the standard library's loggers, every finished line redacted.

Nobody's prompts, captions or messages are logged: the libraries that would write whole requests at
DEBUG stay at INFO or above, and tracebacks show no local variables.
"""

import asyncio
import logging
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import Processor

from bot.redaction import Redactor
from bot.settings import LogFormat

log = logging.getLogger(__name__)

# At INFO httpx writes every address and uvicorn its own coming and going; at DEBUG the others write
# whole requests, SQL values and updates.
_QUIET = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "uvicorn": logging.WARNING,
    "aiohttp": logging.INFO,
    "aiosqlite": logging.INFO,
    "asyncio": logging.INFO,
    "PIL": logging.INFO,
    "telegram": logging.INFO,
}


class _RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """Redacts last, when tracebacks and other libraries' messages are in the line too."""

    def __init__(self, redact: Redactor, **options: Any) -> None:
        super().__init__(**options)
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        return self._redact(super().format(record))


class _ErrorOutput(logging.Handler):
    """Writes to standard error, and shows nothing of a record that cannot be formatted."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record)
        except Exception:  # noqa: BLE001 (a bad log call must not break what it tells about)
            line = f"a log line of {record.name}, {record.module}:{record.lineno}, is malformed"
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


def configure_logging(level: str, format: LogFormat, secrets: Iterable[str]) -> None:  # noqa: A002
    """Send every logger of the process through one redacted handler; uncaught errors as well."""
    handler = _ErrorOutput()
    handler.setFormatter(_formatter(format, Redactor(secrets)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name, quiet in _QUIET.items():
        logging.getLogger(name).setLevel(max(quiet, root.level))
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[
            *_shared(),
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    sys.unraisablehook = _unraisable


def report_loop_trouble(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """For `loop.set_exception_handler`: errors that nobody awaited."""
    error = context.get("exception")
    log.error("%s", context.get("message", "trouble in the event loop"), exc_info=error)


def _formatter(format: LogFormat, redact: Redactor) -> logging.Formatter:  # noqa: A002
    return _RedactingFormatter(
        redact,
        foreign_pre_chain=_shared(),
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *_rendering(format),
        ],
    )


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _rendering(format: LogFormat) -> list[Processor]:  # noqa: A002
    if format is LogFormat.JSON:
        return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    # Coloured names would hide a secret's parts from the redactor, and rich shows local variables.
    return [
        structlog.dev.ConsoleRenderer(
            colors=False, exception_formatter=structlog.dev.plain_traceback
        )
    ]


def _uncaught(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    log.critical("the process ends with an error", exc_info=(kind, error, traceback))


def _uncaught_in_thread(failure: threading.ExceptHookArgs) -> None:
    error = failure.exc_value
    log.error("a thread ended with an error", exc_info=error if error else True)


def _unraisable(failure: "sys.UnraisableHookArgs") -> None:
    log.error("an error that nobody could catch", exc_info=failure.exc_value)

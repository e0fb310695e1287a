"""What all tests share: one hypothesis profile, programs that hear Ctrl-C, and a look back at all stories."""

import signal
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "project", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("project")

# Where the tests run in the background Ctrl-C is ignored, and the programs they start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Only these have every story in them.
ALL_STORIES = (["tests"], ["tests/stories"])
NOTED, MISSING = pytest.StashKey[set[str]](), pytest.StashKey[list[str]]()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """A worker is through: what its people did."""
    found = getattr(node, "workeroutput", {}).get("noted", ())
    node.config.stash.setdefault(NOTED, set()).update(found)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Every key, command and refusal of the panel was met in some story, every deed logged; else the run says so."""
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["noted"] = _noted()
        return
    if session.exitstatus != pytest.ExitCode.OK or not _is_whole(config):
        return
    from tests.stories import deeds

    config.stash[MISSING] = deeds.missing({*config.stash.get(NOTED, set()), *_noted()})


def _noted() -> list[str]:
    """What was done in this process, where it has told any story."""
    deeds = sys.modules.get("tests.stories.deeds")
    return deeds.noted() if deeds else []


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """What is missing."""
    for what in config.stash.get(MISSING, ()):
        terminalreporter.write_line(f"no story has shown the {what}", yellow=True)


def _is_whole(config: pytest.Config) -> bool:
    return config.args in ALL_STORIES and not (
        config.option.keyword
        or config.option.markexpr
        or config.option.collectonly
        or config.getoption("lf", default=False)
    )

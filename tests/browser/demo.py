"""`make demo` in a process of its own, and the keys of its real bot."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Locator, Page

from tests.browser.page_world import ROOT


@asynccontextmanager
async def demo(data: Path, *, provider: str = "useapi") -> AsyncIterator[str]:
    """The address of its page; this provider makes the videos. It is ended as Ctrl-C ends it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "demo", "--port", "0", "--render-seconds", "1",
        "--provider", provider, "--data", str(data), cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    try:
        async for line in process.stdout:
            found = re.search(r"http://\S+", line.decode())
            if found:
                yield found[0]
                break
    finally:
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0, "Ctrl-C ends the demo cleanly"


def key(page: Page, words: str) -> Locator:
    """The newest key with these words."""
    return page.get_by_test_id("keyboard-button").filter(has_text=words).last

"""A simulated provider in a process of its own: started, told what to do by its side door, stopped."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, ClassVar, Self

import httpx

from tests.simulators import started

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator, Mapping

PATIENCE = 20  # seconds until a test gives up on another process


class Simulated:
    """Each vendor adds what its API is asked for."""

    OPTIONS: ClassVar[tuple[str, ...]]
    HEADERS: ClassVar[Mapping[str, str]] = {}

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process = process
        self.url = url
        self.http = httpx.Client(
            base_url=url, headers=self.HEADERS, timeout=PATIENCE, trust_env=False
        )

    @classmethod
    @contextlib.contextmanager
    def running(cls, *options: str) -> Iterator[Self]:
        with started(*cls.OPTIONS, *options) as (process, url):
            simulated = cls(process, url)
            with simulated.http:
                yield simulated

    def control(self, path: str, body: Any = None) -> Any:
        """POST when there is a body, else GET."""
        if body is None:
            response = self.http.get(f"/control/{path}")
        else:
            response = self.http.post(f"/control/{path}", json=body)
        assert response.status_code == 200, response.text
        return response.json()

    def stop(self) -> int:
        """Returns the exit status."""
        self.process.terminate()
        return self.process.wait(PATIENCE)

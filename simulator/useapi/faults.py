"""What a test may let go wrong here: for all accounts, or for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from simulator.serving import faults

if TYPE_CHECKING:
    from simulator.serving.calls import Call


class Fault(faults.Fault):
    api: ClassVar[str] = "/v2/pixverse"

    email: str | None = None

    def concerns(self, call: Call) -> bool:
        return self.email in (None, _account_named(call))


def _account_named(call: Call) -> str | None:
    if "email" in call.query:
        return call.query["email"]
    given = call.values if call.values is not None else call.json()
    return str(given["email"]) if isinstance(given, dict) and "email" in given else None

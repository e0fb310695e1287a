"""One request that came in, as the log of a simulator keeps it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(slots=True)
class Call:
    """One request of the log; filled in while it is answered."""

    n: int
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    at: datetime
    body: bytes = b""
    body_size: int = 0
    status: int | None = None
    answer: bytes = field(default=b"")
    answer_type: str = ""
    values: dict[str, str] | None = None
    caller: str | None = None

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "")

    @property
    def structured(self) -> bool:
        kind = self.content_type.partition(";")[0].strip().lower()
        return kind in ("application/json", "multipart/form-data")

    def json(self) -> Any:
        return _json_or_none(self.body)

    def shown(self) -> dict[str, object]:
        row: dict[str, object] = {
            "n": self.n,
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "headers": self.headers,
            "content_type": self.content_type,
            "body_size": self.body_size,
            "status": self.status,
            "response": self._answer_shown(),
            "at": self.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        }
        if self.caller is not None:
            row["caller"] = self.caller
        if self.values is not None:
            row["form"] = self.values
        elif self.structured:
            row["json"] = self.json()
        return row

    def _answer_shown(self) -> object:
        return _json_or_none(self.answer) if self.answer_type == "application/json" else None


def _json_or_none(content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        return None

"""What survives a restart: one append-only file of records, the last line of a key wins."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

Records = dict[str, dict[str, Any]]


class Journal:
    """Without a path nothing is kept. A line cut short by a crash is ignored at the next start."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file = None if path is None else path.open("a", encoding="utf-8")

    def load(self) -> dict[str, Records]:
        """All records by kind and key; the file is rewritten with only these."""
        kinds: dict[str, Records] = {}
        if self._path is None:
            return kinds
        for line in self._path.read_text("utf-8").splitlines():
            try:
                kind, key, record = json.loads(line)
            except ValueError:
                continue
            kinds.setdefault(kind, {})[key] = record
        self._rewrite(kinds)
        return kinds

    def put(self, kind: str, key: object, record: BaseModel) -> None:
        if self._file is not None:
            self._file.write(f'["{kind}",{json.dumps(str(key))},{record.model_dump_json()}]\n')
            self._file.flush()

    def drop(self, kind: str, key: str) -> None:
        if self._file is not None:
            self._file.write(json.dumps([kind, key, None]) + "\n")
            self._file.flush()

    def clear(self) -> None:
        self._rewrite({})

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _rewrite(self, kinds: dict[str, Records]) -> None:
        if self._path is None or self._file is None:
            return
        rows = ([kind, key, row] for kind, rows in kinds.items() for key, row in rows.items())
        fresh = self._path.with_suffix(".new")
        fresh.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        self._file.close()
        fresh.replace(self._path)
        self._file = self._path.open("a", encoding="utf-8")

"""What is sent as a body: checked before anything leaves, under the vendor's names, and only what was set."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """Fields that are refused where they are unknown or of another type; an error never repeats a value."""

    model_config = ConfigDict(
        defer_build=True,
        extra="forbid",
        frozen=True,
        strict=True,
        hide_input_in_errors=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    def _sent(self) -> dict[str, Any]:
        """Return the JSON object with the vendor's names and only what was set."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


class Body(Strict):
    """A POST body; ``wire`` is what is sent."""

    def wire(self) -> dict[str, Any]:
        """Return the JSON object with the vendor's names and only what was set."""
        return self._sent()

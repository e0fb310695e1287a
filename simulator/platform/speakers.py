"""The system's voices, by their ids."""

from __future__ import annotations

_NAMES = (
    "Emily", "James", "Isabella", "Liam", "Chloe", "Adrian", "Harper", "Ava", "Sophia", "Julia",
    "Mason", "Jack", "Oliver", "Ethan",
)  # fmt: skip
SPEAKERS = {str(number): name for number, name in enumerate(_NAMES, 1)}
AUTO = "auto"

"""SQLite: the only package that speaks SQL. It keeps what the core decides."""

from storage.errors import (
    DatabaseClosed,
    DatabaseInUse,
    DatabaseProblem,
    DatabaseUnusable,
    NewerDatabase,
)
from storage.inbox import Inbox
from storage.store import Store

__all__ = [
    "DatabaseClosed",
    "DatabaseInUse",
    "DatabaseProblem",
    "DatabaseUnusable",
    "Inbox",
    "NewerDatabase",
    "Store",
]

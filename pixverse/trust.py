"""Whose certificates are believed: those that this machine believes, else those that certifi lists."""

from __future__ import annotations

import ssl
from functools import cache
from pathlib import Path
from typing import Literal

import httpx


@cache
def trusted() -> ssl.SSLContext | Literal[True]:
    """What aiohttp takes as ``ssl``.

    ``True`` is aiohttp's own context, which knows what the machine believes: every context more would
    hold all those certificates once more.
    """
    places = ssl.get_default_verify_paths()
    if places.cafile or (places.capath and any(Path(places.capath).iterdir())):
        return True
    return httpx.create_ssl_context()

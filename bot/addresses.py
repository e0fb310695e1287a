"""Addresses of servers as people write them into settings."""

import ipaddress
from urllib.parse import SplitResult, urlsplit


def is_loopback(url: str) -> bool:
    """Whether the address names this machine itself, by `localhost` or a number."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def server(url: str) -> str:
    """A server's address, perhaps with a path, without the closing slash. Raises ValueError."""
    parts = _parts(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("is not an address like https://example.com")
    if parts.query or parts.fragment or parts.username is not None:
        raise ValueError("must have no query, fragment, user name or password")
    return url.rstrip("/")


def origin(url: str) -> str:
    """Scheme, host and port, without the closing slash. Raises ValueError."""
    address = server(url)
    if urlsplit(address).path:
        raise ValueError("must be a scheme and a host only, as in https://example.com")
    return address


def public_origin(url: str) -> str:
    """Like `origin`, and safe for webhooks: https, or this machine itself. Raises ValueError."""
    address = origin(url)
    if urlsplit(address).scheme != "https" and not is_loopback(address):
        raise ValueError("must begin with https://")
    return address


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise ValueError("is not an address like https://example.com") from None
    return parts

"""Which addresses named by a provider may be fetched: public https ones, and inside our own network nothing but
the provider's own server.

Only the text of the address is judged. No name is resolved here, so a public name that points into a
private network passes; whoever fetches must follow no redirect that has not been judged again.
"""

import ipaddress
import re
from urllib.parse import urlsplit

_LONGEST = 2048
# Names that only mean something inside a network (RFC 6761, 6762, 8375 and what routers use).
_PRIVATE_ENDINGS = (
    "localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private",
    "home.arpa", "test", "example", "invalid", "onion",
)  # fmt: skip
_PORTS = {"http": 80, "https": 443}
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# Resolvers read "127.1", "0x7f.1" and "2130706433" as numbers: such a name is no name.
_NUMERIC = re.compile(r"\d+|0x[0-9a-f]*")
# IPv6 addresses that stand for an IPv4 address; where they lead is not looked into.
_TRANSLATED = tuple(
    ipaddress.ip_network(net)
    for net in (
        "::/96",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/32",
        "2002::/16",
    )
)


def may_be_fetched(url: str, *, server: str) -> bool:
    """Whether `url` is a public https address, or lies on the provider's own `server`, as its settings name
    it. Where that is on this very machine, it is a simulator, and anything here will do."""
    if (
        len(url) > _LONGEST
        or not url.isascii()
        or not url.isprintable()
        or set(' \\"<>') & set(url)
    ):
        return False
    try:
        parts = urlsplit(url)
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return False
    if "@" in parts.netloc or not host:
        return False
    if parts.scheme in _PORTS and (_origin(url) == _origin(server) or _on_loopback(host, server)):
        return True
    return parts.scheme == "https" and _is_public(host)


def is_server(server: str, host: str, port: int) -> bool:
    """Whether somebody who asks for this host and port wants the provider's own server."""
    return _origin(server)[1:] == (host.rstrip(".").lower(), port)


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme)


def _on_loopback(host: str, server: str) -> bool:
    return _is_loopback(host) and _is_loopback(urlsplit(server).hostname or "")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_public(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return _is_public_name(host)
    if any(address in net for net in _TRANSLATED if net.version == address.version):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _is_public_name(host: str) -> bool:
    labels = host.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        return False
    if _NUMERIC.fullmatch(labels[-1]):
        return False
    return not any(host == ending or host.endswith(f".{ending}") for ending in _PRIVATE_ENDINGS)

"""Which job a posted webhook body speaks of: a hint to look, never something to believe.

useapi.net neither signs what it posts to ``replyUrl`` nor documents its shape, so nothing but the
two names is taken from it: ``video_id`` and our own ``replyRef``, at the top or inside an object
such as ``response``. Whatever they say is read again from the provider.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pixverse.decoding import read_json

_DEEPEST = 3
_MOST_OBJECTS = 200
_LONGEST = 1024
_VIDEO_KEYS = ("video_id", "videoId", "image_id")
_REPLY_REF_KEYS = ("replyRef",)


@dataclass(frozen=True, slots=True)
class Mention:
    """What a body names; either may be missing, and both may be forged."""

    video_id: str | None = None
    reply_ref: str | None = None

    def __bool__(self) -> bool:
        return bool(self.video_id or self.reply_ref)


def read(body: bytes) -> Mention:
    """Return what a posted body mentions; an empty Mention where it mentions nothing."""
    try:
        return find(read_json(body))
    except ValueError:
        return Mention()


def find(value: object) -> Mention:
    """Return what a decoded body mentions, the outermost first."""
    video_id = reply_ref = None
    for found in _objects(value):
        video_id = video_id or _text(found, _VIDEO_KEYS)
        reply_ref = reply_ref or _text(found, _REPLY_REF_KEYS)
    return Mention(video_id, reply_ref)


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    # Breadth first and bounded: the body comes from anybody who learnt the address.
    waiting = deque([(value, 0)])
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        node, depth = waiting.popleft()
        if isinstance(node, Mapping):
            yield node
        if depth < _DEEPEST:
            waiting.extend((child, depth + 1) for child in _children(node))


def _children(node: object) -> Iterator[object]:
    inner: Iterable[object] = ()
    if isinstance(node, Mapping):
        inner = node.values()
    elif isinstance(node, list):
        inner = node
    return (child for child in inner if isinstance(child, Mapping | list))


def _text(found: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = found.get(key)
        if isinstance(value, str) and 0 < len(value) <= _LONGEST:
            return value
    return None

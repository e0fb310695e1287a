"""Formatted text as Telegram keeps it: plain text plus entities counted in UTF-16 units."""

import re
from dataclasses import dataclass, field

from simulator.telegram.errors import bad_request
from simulator.telegram.model import Json

_KINDS = frozenset(
    {
        "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold",
        "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote",
        "code", "pre", "text_link", "text_mention", "custom_emoji", "date_time",
    }
)  # fmt: skip
_OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "url"})
# Found in every text; the order decides where two could match.
_FOUND = (
    (
        "url",
        re.compile(
            r"(?:https?://|ftp://)[^\s<>\"]+|(?<![\w@./-])(?:[a-z0-9-]+\.)+"
            r"(?:com|org|net|io|ai|me|ru|dev|app|info)(?:/[^\s<>\"]*)?(?![\w@.-])",
            re.IGNORECASE,
        ),
    ),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "bot_command",
        re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    ),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#(?=\w*[^\W\d_])\w{1,255}")),
    ("cashtag", re.compile(r"(?<!\w)\$[A-Z]{1,8}(?!\w)")),
)


@dataclass(frozen=True)
class Formatted:
    text: str
    entities: list[Json] = field(default_factory=list)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_positions(text: str) -> list[int]:
    """For every UTF-16 unit of the text (and its end) the index of its character."""
    positions = []
    for index, character in enumerate(text):
        positions.extend([index] * (2 if ord(character) > 0xFFFF else 1))
    return [*positions, len(text)]


def finish(text: str, entities: list[Json]) -> Formatted:
    """Trim as Telegram does and add what it finds by itself: commands, mentions, links."""
    trimmed, moved = _trim(text, entities)
    found = sorted([*moved, *_find(trimmed, moved)], key=lambda e: (e["offset"], -e["length"]))
    return Formatted(trimmed, found)


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    text = text.replace("\r", "")
    start = utf16_length(text) - utf16_length(text.lstrip())
    trimmed = text.strip()
    length = utf16_length(trimmed)
    kept = []
    for entity in entities:
        begin = max(0, entity["offset"] - start)
        end = min(length, entity["offset"] + entity["length"] - start)
        if end > begin:
            kept.append({**entity, "offset": begin, "length": end - begin})
    return trimmed, kept


def _find(text: str, entities: list[Json]) -> list[Json]:
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _OPAQUE]
    found: list[Json] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            value = match.group().rstrip(".,;:!?)'") if kind == "url" else match.group()
            begin = utf16_length(text[: match.start()])
            end = begin + utf16_length(value)
            if all(end <= low or begin >= high for low, high in taken):
                taken.append((begin, end))
                found.append({"type": kind, "offset": begin, "length": end - begin})
    return found


def checked(text: str, raw: object) -> list[Json]:
    """The entities that a call gives by itself instead of a parse mode."""
    if not isinstance(raw, list):
        raise bad_request("can't parse entities JSON object")
    units = utf16_length(text)
    result = []
    for entity in raw:
        problem = _problem(entity, units)
        if problem:
            raise bad_request(f"can't parse MessageEntity: {problem}")
        if entity["type"] in _KINDS and entity["length"] > 0:
            result.append(dict(entity))
    return result


def _problem(entity: object, units: int) -> str | None:
    if not isinstance(entity, dict):
        return "expected an Object"
    for name in ("offset", "length"):
        if not isinstance(entity.get(name), int) or isinstance(entity[name], bool):
            return f'Field "{name}" must be of type Number'
    if not isinstance(entity.get("type"), str):
        return 'Can\'t find field "type"'
    if entity["offset"] < 0 or entity["length"] < 0 or entity["offset"] > units:
        return "entity is beyond the end of the text"
    if entity["type"] == "text_link" and not isinstance(entity.get("url"), str):
        return 'Can\'t find field "url"'
    return None

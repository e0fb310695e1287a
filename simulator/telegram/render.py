"""Turns a message's text and entities into a tree for the chat page, and into safe HTML for tests."""

from html import escape

from simulator.telegram.entities import utf16_positions
from simulator.telegram.model import Json

Parts = list[str | Json]  # words, and formatted pieces with a tag and parts of their own

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "bot_command": "command",
    "mention": "span",
    "text_mention": "span",
    "hashtag": "span",
    "cashtag": "span",
}
_CLASSES = {"mention": "mention", "text_mention": "mention", "hashtag": "hashtag"}
_CLASSES |= {"cashtag": "hashtag", "bot_command": "command", "expandable_blockquote": "expandable"}
_SAFE_SCHEMES = ("http://", "https://", "mailto:", "tg://")


def tree(text: str, entities: list[Json]) -> Parts:
    positions = utf16_positions(text)
    last = len(positions) - 1
    spans = [
        (positions[min(e["offset"], last)], positions[min(e["offset"] + e["length"], last)], e)
        for e in entities
    ]
    return _between(text, 0, len(text), spans)


def _between(text: str, start: int, end: int, spans: list[tuple[int, int, Json]]) -> Parts:
    """The text from start to end; spans that cross each other are cut, never interleaved."""
    parts: Parts = []
    at = start
    waiting = sorted(spans, key=lambda span: (span[0], -span[1]))
    while waiting:
        low, high, entity = waiting.pop(0)
        low, high = max(low, at), min(high, end)
        if low >= high:
            continue
        inner = [span for span in waiting if span[0] < high]
        waiting = [span for span in waiting if span[1] > high]
        piece = _piece(entity, text[low:high])
        inside = _between(text, low, high, inner)
        parts += [text[at:low], *([{**piece, "parts": inside}] if piece else inside)]
        at = high
    return [part for part in (*parts, text[at:end]) if part]


def _piece(entity: Json, inside: str) -> Json | None:
    """None for what is not shown in any other way than the words around it."""
    kind = entity["type"]
    if kind in ("text_link", "url", "email"):
        address = _address(kind, entity, inside)
        safe = address.lower().startswith(_SAFE_SCHEMES)
        return {"tag": "a", "href": address} if safe else None
    if kind not in _TAGS:
        return None
    piece: Json = {"tag": _TAGS[kind]}
    if kind in _CLASSES:
        piece["class"] = _CLASSES[kind]
    if entity.get("language"):
        piece["language"] = entity["language"]
    return piece


def _address(kind: str, entity: Json, inside: str) -> str:
    if kind == "text_link":
        return str(entity["url"])
    if kind == "email":
        return f"mailto:{inside}"
    return inside if "://" in inside else f"http://{inside}"


def html_of(parts: Parts) -> str:
    return "".join(escape(part) if isinstance(part, str) else _html(part) for part in parts)


def _html(piece: Json) -> str:
    inside = html_of(piece["parts"])
    tag = piece["tag"]
    if tag == "a":
        address = escape(piece["href"])
        return f'<a href="{address}" target="_blank" rel="noopener noreferrer">{inside}</a>'
    if tag == "spoiler":
        return f"<tg-spoiler>{inside}</tg-spoiler>"
    if piece.get("language"):
        language = escape(piece["language"])
        return f'<pre><code class="language-{language}">{inside}</code></pre>'
    name = "span" if tag == "command" else tag
    kind = f' class="{piece["class"]}"' if "class" in piece else ""
    return f"<{name}{kind}>{inside}</{name}>"

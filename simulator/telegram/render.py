"""Turns a message's text and entities into safe HTML for the chat page."""

from html import escape

from simulator.telegram.entities import utf16_positions
from simulator.telegram.model import Json

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
    "mention": ('<span class="mention">', "</span>"),
    "text_mention": ('<span class="mention">', "</span>"),
    "hashtag": ('<span class="hashtag">', "</span>"),
    "cashtag": ('<span class="hashtag">', "</span>"),
    "bot_command": ('<span class="command">', "</span>"),
}
_SAFE_SCHEMES = ("http://", "https://", "mailto:", "tg://")


def safe_html(text: str, entities: list[Json]) -> str:
    positions = utf16_positions(text)
    last = len(positions) - 1
    spans = [
        (positions[min(e["offset"], last)], positions[min(e["offset"] + e["length"], last)], e)
        for e in entities
    ]
    return _between(text, 0, len(text), spans)


def _between(text: str, start: int, end: int, spans: list[tuple[int, int, Json]]) -> str:
    """The text from start to end; spans that cross each other are cut, never interleaved."""
    parts = []
    at = start
    waiting = sorted(spans, key=lambda span: (span[0], -span[1]))
    while waiting:
        low, high, entity = waiting.pop(0)
        low, high = max(low, at), min(high, end)
        if low >= high:
            continue
        inner = [span for span in waiting if span[0] < high]
        waiting = [span for span in waiting if span[1] > high]
        before, after = _tags(entity, text[low:high])
        parts += [escape(text[at:low]), before, _between(text, low, high, inner), after]
        at = high
    parts.append(escape(text[at:end]))
    return "".join(parts)


def _tags(entity: Json, inside: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "pre":
        language = escape(entity.get("language") or "")
        if language:
            return f'<pre><code class="language-{language}">', "</code></pre>"
        return "<pre>", "</pre>"
    if kind in ("text_link", "url", "email"):
        return _link(_address(kind, entity, inside))
    return _TAGS.get(kind, ("", ""))


def _address(kind: str, entity: Json, inside: str) -> str:
    if kind == "text_link":
        return str(entity["url"])
    if kind == "email":
        return f"mailto:{inside}"
    return inside if "://" in inside else f"http://{inside}"


def _link(url: str) -> tuple[str, str]:
    if not url.lower().startswith(_SAFE_SCHEMES):
        return "", ""
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">', "</a>"

"""Reads the HTML that a bot sends with parse_mode=HTML, as strictly as Telegram does."""

import re
from dataclasses import dataclass

from simulator.telegram.entities import Formatted, utf16_length
from simulator.telegram.errors import ApiError, bad_request
from simulator.telegram.model import Json

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_START = re.compile(r"<([^\s>/]*)")
_END = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"\s*([^\s=>/]+)(\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_LINK = re.compile(
    r"(?:https?|ftp|tg|ton|mailto|tel)://?\S+|(?:[\w-]+\.)+[a-z]{2,}\S*", re.IGNORECASE
)


@dataclass
class _Open:
    tag: str
    offset: int
    start: int
    attributes: dict[str, str]


class HtmlReader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._out: list[str] = []
        self._units = 0
        self._open: list[_Open] = []
        self._entities: list[Json] = []

    def read(self) -> Formatted:
        while self._at < len(self._source):
            character = self._source[self._at]
            if character == "<":
                self._tag()
            elif character == "&":
                self._reference()
            else:
                self._emit(character)
                self._at += 1
        if self._open:
            raise _error(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return Formatted("".join(self._out), self._joined())

    def _emit(self, text: str) -> None:
        self._out.append(text)
        self._units += utf16_length(text)

    def _reference(self) -> None:
        match = _REFERENCE.match(self._source, self._at)
        value = _decode(match.group()) if match else None
        if match is None or value is None:
            self._emit("&")
            self._at += 1
            return
        self._emit(value)
        self._at = match.end()

    def _tag(self) -> None:
        if self._source.startswith("</", self._at):
            self._end_tag()
        else:
            self._start_tag()

    def _start_tag(self) -> None:
        start = self._at
        match = _START.match(self._source, start)
        assert match is not None
        tag = match.group(1).lower()
        if match.end() == len(self._source):
            raise _error(f"Unclosed start tag at byte offset {self._byte(start)}")
        if tag not in _SIMPLE:
            raise _error(f'Unsupported start tag "{tag}" at byte offset {self._byte(start)}')
        attributes = self._attributes(tag, start, match.end())
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _error(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(start)}'
            )
        if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
            raise _error("Invalid custom emoji identifier specified")
        self._open.append(_Open(tag, self._units, len(self._out), attributes))

    def _attributes(self, tag: str, start: int, at: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            at = _skip_space(self._source, at)
            if at >= len(self._source):
                raise _error(f"Unclosed start tag at byte offset {self._byte(start)}")
            if self._source[at] == ">":
                self._at = at + 1
                return found
            if self._source.startswith("/>", at):
                at += 1
                continue
            match = _ATTRIBUTE.match(self._source, at)
            if match is None:
                raise _error(
                    f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(at)}'
                )
            value = next((group for group in match.groups()[2:] if group is not None), "")
            found[match.group(1).lower()] = _REFERENCE.sub(
                lambda m: _decode(m.group()) or m.group(), value
            )
            at = match.end()

    def _end_tag(self) -> None:
        start = self._at
        match = _END.match(self._source, start)
        if match is None:
            raise _error(f"Unclosed end tag at byte offset {self._byte(start)}")
        if not self._open:
            raise _error(f"Unexpected end tag at byte offset {self._byte(start)}")
        opened = self._open.pop()
        name = match.group(1).lower()
        if name and name != opened.tag:
            raise _error(
                f"Unmatched end tag at byte offset {self._byte(start)},"
                f' expected "</{opened.tag}>", found "</{name}>"'
            )
        self._at = match.end()
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self._units - opened.offset
        if length == 0:
            return
        entity: Json = {"type": _SIMPLE[opened.tag], "offset": opened.offset, "length": length}
        if not self._complete(entity, opened):
            return
        self._entities.append(entity)

    def _complete(self, entity: Json, opened: _Open) -> bool:
        """Add what the tag's attributes say; False for a link that leads nowhere."""
        if opened.tag == "a":
            url = opened.attributes.get("href") or "".join(self._out[opened.start :])
            if not _LINK.fullmatch(url.strip()):
                return False
            entity["url"] = url if "//" in url or ":" in url else f"http://{url}"
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes["emoji-id"]
        elif opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "code" and opened.attributes.get("class", "").startswith("language-"):
            entity["language"] = opened.attributes["class"].removeprefix("language-")
        return True

    def _joined(self) -> list[Json]:
        """`<pre><code class="language-x">` is one entity; a code elsewhere has no language."""
        places = {(e["offset"], e["length"]): e for e in self._entities if e["type"] == "pre"}
        result = []
        for entity in self._entities:
            if entity["type"] == "code":
                outer = places.get((entity["offset"], entity["length"]))
                language = entity.pop("language", None)
                if outer is not None:
                    outer.update({"language": language} if language else {})
                    continue
            result.append(entity)
        return sorted(result, key=lambda e: (e["offset"], -e["length"]))

    def _byte(self, index: int) -> int:
        return len(self._source[:index].encode())


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _decode(reference: str) -> str | None:
    match = _REFERENCE.fullmatch(reference)
    assert match is not None
    name, decimal, hexadecimal = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    valid = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if valid else None


def _error(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")

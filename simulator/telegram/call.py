"""One call of the Bot API: its parameters, read strictly, and the files that came with it."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.telegram.entities import Formatted, checked, finish
from simulator.telegram.errors import bad_request
from simulator.telegram.html import HtmlReader
from simulator.telegram.model import Bot, Json

# Parameters that arrive in forms as JSON text; every other one is a plain string.
JSON_PARAMETERS = frozenset(
    {
        "allowed_updates", "caption_entities", "commands", "entities", "explanation_entities",
        "link_preview_options", "media", "menu_button", "message_ids", "options", "prices",
        "question_entities", "reaction", "reply_markup", "reply_parameters", "results", "scope",
        "suggested_post_parameters", "correct_option_ids", "button",
    }
)  # fmt: skip
INTEGER_PARAMETERS = frozenset(
    {
        "cache_time", "chat_id", "duration", "from_chat_id", "height", "length", "limit",
        "max_connections", "message_id", "message_thread_id", "offset", "start_timestamp",
        "timeout", "user_id", "width", "reply_to_message_id", "draft_id", "subscription_period",
    }
)  # fmt: skip
BOOLEAN_PARAMETERS = frozenset(
    {
        "allow_sending_without_reply", "disable_content_type_detection", "disable_notification",
        "drop_pending_updates", "has_spoiler", "is_big", "is_personal", "ok", "protect_content",
        "remove_caption", "show_alert", "show_caption_above_media", "supports_streaming",
        "disable_web_page_preview", "is_anonymous", "allows_multiple_answers", "is_canceled",
    }
)  # fmt: skip
_INTEGER = re.compile(r"[+-]?\d{1,18}")


@dataclass(frozen=True)
class Incoming:
    """Bytes that just came in, in a temporary file that the world may take over."""

    path: Path
    name: str
    mime: str
    size: int


@dataclass
class Call:
    bot: Bot
    method: str
    params: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Incoming] = field(default_factory=dict)

    def given(self, name: str) -> bool:
        return self.params.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self.params.get(name)
        if value is None:
            return default
        if isinstance(value, bool | dict | list):
            raise bad_request(f'parameter "{name}" must be of type String')
        return str(value)

    def required(self, name: str) -> str:
        value = self.text(name)
        if not value:
            raise bad_request(f'parameter "{name}" is required')
        return value

    def integer(self, name: str, default: int = 0, *, low: int = 0, high: int = 2**53) -> int:
        """A whole number; outside the limits it is moved to the nearest allowed one."""
        if not self.given(name):
            return default
        return max(low, min(high, whole(self.params[name], name)))

    def number(self, name: str) -> float:
        try:
            return float(self.required(name))
        except ValueError:
            raise bad_request(f'parameter "{name}" must be of type Number') from None

    def flag(self, name: str) -> bool:
        value = self.params.get(name)
        if value is None or isinstance(value, bool):
            return bool(value)
        word = str(value).strip().lower()
        if word in ("true", "yes", "1"):
            return True
        if word in ("false", "no", "0", ""):
            return False
        raise bad_request(f'parameter "{name}" must be of type Boolean')

    def json(self, name: str) -> Any:
        """A structured parameter: sent as JSON text in forms, as it is in a JSON body."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            title = "reply keyboard markup" if name == "reply_markup" else name.replace("_", " ")
            raise bad_request(f"can't parse {title} JSON object") from None

    def record(self) -> Json:
        """The parameters as a reader of the protocol wants to see them."""
        return {name: readable(name, value) for name, value in self.params.items()}


def whole(value: object, name: str) -> int:
    text = str(value).strip()
    if isinstance(value, bool | float) or not _INTEGER.fullmatch(text):
        raise bad_request(f'parameter "{name}" must be of type Integer')
    return int(text)


def readable(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        if name in JSON_PARAMETERS:
            return json.loads(value)
        if name in INTEGER_PARAMETERS:
            return int(value)
    except ValueError:
        return value
    if name in BOOLEAN_PARAMETERS and value.lower() in ("true", "false"):
        return value.lower() == "true"
    return value


def formatted(text: str, parse_mode: str, entities: object) -> Formatted:
    """Text as a message keeps it, from whatever way of formatting the caller chose."""
    mode = parse_mode.lower()
    if mode == "html":
        parsed = HtmlReader(text).read()
        return finish(parsed.text, parsed.entities)
    if mode in ("markdown", "markdownv2"):
        raise bad_request(f"parse_mode {parse_mode} is not simulated: send HTML or entities")
    if mode:
        raise bad_request("unsupported parse_mode")
    return finish(text, checked(text, entities) if entities is not None else [])

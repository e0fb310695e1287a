"""Messages as the people see them: the shape that the chat page and the tests read."""

from simulator.telegram.botview import sender_json
from simulator.telegram.methods.media import STREAMING
from simulator.telegram.model import (
    FILE_KINDS,
    OTHER_KINDS,
    Event,
    Json,
    Message,
    StoredFile,
    Version,
    kind_of,
)
from simulator.telegram.render import html_of, tree
from simulator.telegram.wording import doing, service_view, summary
from simulator.telegram.world import World


def message_view(world: World, message: Message, viewer: int | None, *, version: int = -1) -> Json:
    sender = sender_json(world, message)
    content = message.versions[version].content
    view: Json = {
        "message_id": message.id,
        "chat": message.chat,
        "date": message.date,
        "from": {key: sender[key] for key in ("id", "first_name", "is_bot")},
        "outgoing": not message.by_bot and message.sender == viewer,
        "edits": (len(message.versions) + version if version < 0 else version),
        "deleted": message.deleted_at is not None,
        **content_view(world, content),
        **service_view(content, sender["first_name"]),
    }
    view["summary"] = view["text"] or summary(content)
    optional = {
        "thread": message.thread,
        "edit_date": message.edit_date,
        "album": message.album,
        "reply_to": message.reply_to,
        "paid": _paid(world, message, viewer) or None,
        "via": world.bots[message.via_bot].username if message.via_bot in world.bots else None,
        "forwarded": bool(message.forward_origin) or None,
        "pinned": message.pinned or None,
        "protected": message.protected or None,
        "reactions": message.reactions or None,
    }
    return view | {key: value for key, value in optional.items() if value is not None}


def _paid(world: World, message: Message, viewer: int | None) -> bool:
    if "invoice" not in message.content or viewer is None:
        return False
    return world.stars.paid(viewer, (message.chat, message.id))


def content_view(world: World, content: Json) -> Json:
    text: str = content.get("text") or content.get("caption") or ""
    entities = content.get("entities") or content.get("caption_entities") or []
    parts = tree(text, entities)
    view: Json = {"kind": kind_of(content), "text": text, "parts": parts, "html": html_of(parts)}
    file = _file(world, content)
    if file is not None:
        view["file"] = file
    for name in OTHER_KINDS[1:]:
        if name in content:
            view[name] = content[name]
    if content.get("has_media_spoiler"):
        view["spoiler"] = True
    if content.get("show_caption_above_media"):
        view["caption_above"] = True
    return view | _keyboards(content.get("reply_markup") or {})


def _keyboards(markup: Json) -> Json:
    if "inline_keyboard" in markup:
        rows = [[_button(button) for button in row] for row in markup["inline_keyboard"]]
        return {"keyboard": rows}
    if "keyboard" in markup:
        return {"reply_keyboard": keys_view(markup)}
    if markup.get("remove_keyboard"):
        return {"reply_keyboard": {"rows": []}}
    return {"force_reply": True} if markup.get("force_reply") else {}


def keys_view(markup: Json) -> Json:
    """The keys as they are, and how the app is to show them."""
    named = {
        "one_time": markup.get("one_time_keyboard"),
        "persistent": markup.get("is_persistent"),
        "placeholder": markup.get("input_field_placeholder"),
    }
    return {"rows": markup["keyboard"], **{name: value for name, value in named.items() if value}}


def _button(button: Json) -> Json:
    view: Json = {key: button[key] for key in ("text", "url", "style", "pay") if key in button}
    if "callback_data" in button:
        view["data"] = button["callback_data"]
    view |= _switch(button)
    if "copy_text" in button:
        view["copy_text"] = button["copy_text"]["text"]
    if "web_app" in button:
        view["url"] = button["web_app"]["url"]
    return view


def _switch(button: Json) -> Json:
    """Opens inline mode with these words: here, or in a chat that the person chooses."""
    if "switch_inline_query_current_chat" in button:
        return {"switch_inline_query": button["switch_inline_query_current_chat"], "here": True}
    if "switch_inline_query_chosen_chat" in button:
        words = button["switch_inline_query_chosen_chat"].get("query", "")
        return {"switch_inline_query": words}
    return {k: v for k, v in button.items() if k == "switch_inline_query"}


def _file(world: World, content: Json) -> Json | None:
    if "photo" in content:
        largest = content["photo"][-1]
        stored = world.files.find(largest["file_id"])
        return _described(stored, largest, content) | {"thumbnail": content["photo"][0]["file_id"]}
    for kind in FILE_KINDS:
        if kind in content:
            value = content[kind]
            return _described(world.files.find(value["file_id"]), value, content)
    return None


def _described(stored: StoredFile | None, value: Json, content: Json) -> Json:
    view: Json = {
        "id": value["file_id"],
        "mime": stored.mime if stored else "application/octet-stream",
        "size": value.get("file_size", 0),
    }
    for name in ("width", "height", "duration", "start_timestamp", "performer", "title", "emoji"):
        if name in value:
            view[name] = value[name]
    if value.get("file_name"):
        view["name"] = value["file_name"]
    if "thumbnail" in value:
        view["thumbnail"] = value["thumbnail"]["file_id"]
    if value.get("cover"):
        view["cover"] = value["cover"][-1]["file_id"]
    if content.get(STREAMING):
        view["supports_streaming"] = True
    return view


def event_view(world: World, event: Event, person: int) -> Json:
    view: Json = {"n": event.n, "type": event.type}
    if event.chat is not None:
        view["chat"] = event.chat
    if event.message is not None and event.chat is not None:
        message = world.messages.ever(event.chat, event.message)
        if message is not None:
            view["message"] = message_view(world, message, person, version=event.version)
            view["message_id"] = message.id
    if "action" in event.extra:
        view["doing"] = doing(event.extra["action"])
    return view | event.extra


def elsewhere_view(event: Event, person: int) -> Json:
    """News of other people's chats: who may read something now, and nothing of what it is."""
    readers = [each for each in event.people or [] if each not in (person, event.sender)]
    return {"n": event.n, "type": "elsewhere", "chat": event.chat, "people": readers}


def transcript_view(world: World, message: Message) -> Json:
    view = message_view(world, message, None)
    view["deleted_at"] = message.deleted_at
    view["versions"] = [_version(world, version) for version in message.versions]
    return view


def _version(world: World, version: Version) -> Json:
    return {"at": version.at, **content_view(world, version.content)}

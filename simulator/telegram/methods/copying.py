"""copyMessage and forwardMessage, one or many at a time."""

import secrets
from collections.abc import Callable, Iterator

from simulator.telegram.access import chat_of, message_of
from simulator.telegram.botview import message_json, sender_json
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.methods.edits import message_ids
from simulator.telegram.methods.sending import Envelope, caption_content, envelope, post
from simulator.telegram.model import Json, Message
from simulator.telegram.world import World

_KEPT_BACK = ("reply_markup", "quote")


async def copy_message(world: World, call: Call) -> Json:
    where = envelope(world, call)
    original = _original(world, call, "copy")
    content = _copied(original)
    if call.params.get("caption") is not None and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= caption_content(
            call.text("caption"), call.text("parse_mode"), call.json("caption_entities")
        )
    if call.flag("show_caption_above_media") and "caption" in content:
        content["show_caption_above_media"] = True
    return {"message_id": post(world, call, where, content).id}


async def forward_message(world: World, call: Call) -> Json:
    where = envelope(world, call)
    original = _original(world, call, "forward")
    return message_json(world, _forward(world, call, where, original, None))


async def copy_messages(world: World, call: Call) -> list[Json]:
    where = envelope(world, call)
    copies = []
    for original, album in _albums(_originals(world, call, _can_be_copied)):
        content = _copied(original)
        if call.flag("remove_caption"):
            content.pop("caption", None)
            content.pop("caption_entities", None)
        copies.append({"message_id": post(world, call, where, content, album=album).id})
    return copies


async def forward_messages(world: World, call: Call) -> list[Json]:
    where = envelope(world, call)
    found = _albums(_originals(world, call, _can_be_forwarded))
    forwarded = [_forward(world, call, where, each, album) for each, album in found]
    return [{"message_id": message.id} for message in forwarded]


def _albums(originals: list[Message]) -> Iterator[tuple[Message, str | None]]:
    """Each message with the album that its copy belongs to: what was together stays together."""
    new: dict[str, str] = {}
    for original in originals:
        album = original.album
        if album is not None:
            album = new.setdefault(album, str(secrets.randbelow(9 * 10**16) + 10**16))
        yield original, album


def _forward(
    world: World, call: Call, where: Envelope, original: Message, album: str | None
) -> Message:
    origin = original.forward_origin or {
        "type": "user",
        "date": original.date,
        "sender_user": sender_json(world, original),
    }
    content = _copied(original)
    return post(world, call, where, content, album=album, forward_origin=origin)


def _original(world: World, call: Call, purpose: str) -> Message:
    message = message_of(world, call, purpose, chat_name="from_chat_id", write=False)
    may = _can_be_copied if purpose == "copy" else _can_be_forwarded
    if not may(message):
        raise bad_request(f"message can't be {'copied' if purpose == 'copy' else 'forwarded'}")
    return message


def _can_be_forwarded(message: Message) -> bool:
    return not message.protected and not message.is_service


def _can_be_copied(message: Message) -> bool:
    return _can_be_forwarded(message) and "invoice" not in message.content


def _originals(world: World, call: Call, may: Callable[[Message], bool]) -> list[Message]:
    source = chat_of(world, call, "from_chat_id", write=False)
    ids = message_ids(call)
    if ids != sorted(set(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    found = [world.messages.find(source.id, each) for each in ids]
    kept = [message for message in found if message is not None and may(message)]
    if not kept:
        raise bad_request("there are no messages to forward")
    return kept


def _copied(original: Message) -> Json:
    content = {k: v for k, v in original.content.items() if k not in _KEPT_BACK}
    if "poll" in content:
        content["poll"] = {**content["poll"], "id": str(secrets.randbelow(9 * 10**18))}
    return content

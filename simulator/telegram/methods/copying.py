"""copyMessage and forwardMessage, one or many at a time."""

from simulator.telegram.access import chat_of, message_of
from simulator.telegram.botview import message_json, sender_json
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.methods.edits import message_ids
from simulator.telegram.methods.sending import Envelope, caption_content, envelope, post
from simulator.telegram.model import Json, Message
from simulator.telegram.world import World

_SERVICE = frozenset(
    {"new_chat_members", "left_chat_member", "pinned_message", "forum_topic_created"}
)


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
    return {"message_id": post(world, call, where, content).id}


async def forward_message(world: World, call: Call) -> Json:
    where = envelope(world, call)
    original = _original(world, call, "forward")
    return message_json(world, _forward(world, call, where, original))


async def copy_messages(world: World, call: Call) -> list[Json]:
    where = envelope(world, call)
    copies = []
    for original in _originals(world, call):
        content = _copied(original)
        if call.flag("remove_caption"):
            content.pop("caption", None)
            content.pop("caption_entities", None)
        copies.append({"message_id": post(world, call, where, content).id})
    return copies


async def forward_messages(world: World, call: Call) -> list[Json]:
    where = envelope(world, call)
    forwarded = [_forward(world, call, where, each) for each in _originals(world, call)]
    return [{"message_id": message.id} for message in forwarded]


def _forward(world: World, call: Call, where: Envelope, original: Message) -> Message:
    origin = original.forward_origin or {
        "type": "user",
        "date": original.date,
        "sender_user": sender_json(world, original),
    }
    return post(world, call, where, _copied(original), forward_origin=origin)


def _original(world: World, call: Call, purpose: str) -> Message:
    message = message_of(world, call, purpose, chat_name="from_chat_id", write=False)
    if message.protected or _SERVICE & set(message.content):
        raise bad_request(f"message can't be {'copied' if purpose == 'copy' else 'forwarded'}")
    return message


def _originals(world: World, call: Call) -> list[Message]:
    source = chat_of(world, call, "from_chat_id", write=False)
    ids = message_ids(call)
    if ids != sorted(set(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    found = [world.messages.find(source.id, each) for each in ids]
    kept = [m for m in found if m is not None and not m.protected]
    if not kept:
        raise bad_request("there are no messages to forward")
    return kept


def _copied(original: Message) -> Json:
    return {k: v for k, v in original.content.items() if k not in ("reply_markup", "quote")}

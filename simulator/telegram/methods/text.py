"""sendMessage and the other messages without a file."""

import random
import secrets
from typing import Any

from simulator.telegram.access import chat_of
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.methods.sending import envelope, send, text_content, topic_of
from simulator.telegram.model import Json
from simulator.telegram.world import World

_ACTIONS = frozenset(
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
        "record_audio", "upload_audio", "upload_document", "choose_sticker", "find_location",
        "pick_up_location", "record_video_note", "upload_video_note", "cancel",
    }
)  # fmt: skip
_DICE = {"🎲": 6, "🎯": 6, "🏀": 5, "⚽": 5, "🎳": 6, "🎰": 64}


async def send_message(world: World, call: Call) -> Json:
    content = text_content(call)
    return send(world, call, envelope(world, call), content)


async def send_chat_action(world: World, call: Call) -> bool:
    action = call.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = chat_of(world, call)
    topic = topic_of(world, call, chat, None)
    world.events.add(
        "action", chat=chat.id, people=world.audience(chat.id), action=action, thread=topic
    )
    return True


async def send_location(world: World, call: Call) -> Json:
    for name in ("latitude", "longitude"):
        if not call.given(name):
            raise bad_request(f"{name} is empty")
    location = {"latitude": call.number("latitude"), "longitude": call.number("longitude")}
    return send(world, call, envelope(world, call), {"location": location})


async def send_contact(world: World, call: Call) -> Json:
    contact = {
        "phone_number": call.required("phone_number"),
        "first_name": call.required("first_name"),
    }
    if call.given("last_name"):
        contact["last_name"] = call.text("last_name")
    return send(world, call, envelope(world, call), {"contact": contact})


async def send_poll(world: World, call: Call) -> Json:
    question, options = call.text("question"), call.json("options")
    if not 1 <= len(question) <= 300:
        raise bad_request("poll question must be non-empty and at most 300 characters long")
    if not isinstance(options, list):
        raise bad_request("expected an Array of String as options")
    texts: list[Any] = [
        option.get("text") if isinstance(option, dict) else option for option in options
    ]
    if not all(isinstance(text, str) and 1 <= len(text) <= 100 for text in texts):
        raise bad_request("poll options must be 1-100 characters long")
    if not 1 <= len(texts) <= 12:
        raise bad_request("poll must have at least 1 option and at most 12")
    poll = poll_json(question, texts, many=call.flag("allows_multiple_answers"))
    return send(world, call, envelope(world, call), {"poll": poll})


def poll_json(question: str, options: list[str], *, many: bool) -> Json:
    return {
        "id": str(secrets.randbelow(9 * 10**18)),
        "question": question,
        "options": [
            {"persistent_id": str(n), "text": text, "voter_count": 0}
            for n, text in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": many,
        "allows_revoting": True,
        "members_only": False,
    }


async def send_dice(world: World, call: Call) -> Json:
    emoji = call.text("emoji", "🎲") or "🎲"
    if emoji not in _DICE:
        raise bad_request("wrong dice emoji specified")
    dice = {"emoji": emoji, "value": random.randint(1, _DICE[emoji])}
    return send(world, call, envelope(world, call), {"dice": dice})

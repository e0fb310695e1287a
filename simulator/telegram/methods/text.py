"""sendMessage and the other messages without a file."""

import random

from simulator.telegram.access import chat_of
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.methods.sending import envelope, send, text_content
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
    world.events.add("action", chat=chat.id, people=world.audience(chat.id), action=action)
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


async def send_dice(world: World, call: Call) -> Json:
    emoji = call.text("emoji", "🎲") or "🎲"
    if emoji not in _DICE:
        raise bad_request("wrong dice emoji specified")
    dice = {"emoji": emoji, "value": random.randint(1, _DICE[emoji])}
    return send(world, call, envelope(world, call), {"dice": dice})

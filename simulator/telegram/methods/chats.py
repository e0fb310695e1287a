"""Methods about chats and their members, pins and reactions."""

from simulator.telegram.access import chat_of, message_of
from simulator.telegram.announce import change_status
from simulator.telegram.botview import bot_json, chat_json, member_json, message_json, user_json
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.model import BotStatus, Group, Json
from simulator.telegram.world import World

_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


async def get_chat(world: World, call: Call) -> Json:
    chat = chat_of(world, call, write=False)
    info = chat_json(world, chat.id)
    info |= {
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": _GIFTS,
    }
    if info.get("username"):
        info["active_usernames"] = [info["username"]]
    pinned = [message for message in world.messages.visible(chat.id) if message.pinned]
    if pinned:
        info["pinned_message"] = message_json(world, pinned[-1], nested=True)
    return info


async def get_chat_member(world: World, call: Call) -> Json:
    chat = chat_of(world, call, write=False)
    user = call.integer("user_id")
    if user == call.bot.id:
        status = world.status(call.bot, chat.group) if chat.group else BotStatus.MEMBER
        return member_json(call.bot, status)
    person = world.people.get(user)
    if person is None:
        raise bad_request("user not found" if not call.given("user_id") else "member not found")
    if chat.group is None:
        if user != chat.id:
            raise bad_request("member not found")
        return {"user": user_json(person), "status": "member"}
    return {"user": user_json(person), **_standing(chat.group, user)}


def _standing(group: Group, user: int) -> Json:
    if user == group.owner and user in group.members:
        return {"status": "creator", "is_anonymous": False}
    return {"status": "member" if user in group.members else "left"}


async def get_user_profile_photos(world: World, call: Call) -> Json:
    if call.integer("user_id") not in world.people:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


async def get_chat_member_count(world: World, call: Call) -> int:
    chat = chat_of(world, call, write=False)
    if chat.group is None:
        return 2
    return len(chat.group.members) + len(chat.group.bots)


async def get_chat_administrators(world: World, call: Call) -> list[Json]:
    chat = chat_of(world, call, write=False)
    if chat.group is None:
        raise bad_request("there are no administrators in the private chat")
    owner = world.people[chat.group.owner]
    return [{"user": user_json(owner), **_standing(chat.group, owner.id)}]


async def leave_chat(world: World, call: Call) -> bool:
    chat = chat_of(world, call)
    if chat.group is None:
        raise bad_request("chat member status can't be changed in private chats")
    change_status(world, call.bot, bot_json(call.bot), chat.group, BotStatus.LEFT)
    content = {"left_chat_member": bot_json(call.bot)}
    world.messages.add(chat.id, call.bot.id, content, by_bot=True)
    return True


async def pin_chat_message(world: World, call: Call) -> bool:
    message = message_of(world, call, "pin")
    message.pinned = True
    world.messages.mark(message)
    return True


async def unpin_chat_message(world: World, call: Call) -> bool:
    chat = chat_of(world, call)
    pinned = [message for message in world.messages.visible(chat.id) if message.pinned]
    if call.given("message_id"):
        message = message_of(world, call, "unpin")
    elif pinned:
        message = pinned[-1]
    else:
        raise bad_request("message to unpin not found")
    message.pinned = False
    world.messages.mark(message)
    return True


async def unpin_all_chat_messages(world: World, call: Call) -> bool:
    chat = chat_of(world, call)
    for message in world.messages.visible(chat.id):
        if message.pinned:
            message.pinned = False
            world.messages.mark(message)
    return True


async def set_message_reaction(world: World, call: Call) -> bool:
    message = message_of(world, call, "react")
    reactions = call.json("reaction") or []
    if not isinstance(reactions, list) or len(reactions) > 1:
        raise bad_request(
            "REACTIONS_TOO_MANY" if isinstance(reactions, list) else "REACTION_INVALID"
        )
    for reaction in reactions:
        kind = reaction.get("type") if isinstance(reaction, dict) else None
        if kind != "emoji" or not reaction.get("emoji"):
            raise bad_request("REACTION_INVALID")
    message.reactions = reactions
    world.messages.mark(message)
    return True

"""Methods about the topics of a forum."""

from simulator.telegram.access import chat_of
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.model import BotStatus, Group, Json
from simulator.telegram.world import TOPIC_COLOUR, World

_NAME_CHARACTERS = 128


async def create_forum_topic(world: World, call: Call) -> Json:
    group = _forum(world, call)
    if world.status(call.bot, group) is not BotStatus.ADMINISTRATOR:
        raise bad_request("not enough rights to create a topic")
    colour = call.integer("icon_color", TOPIC_COLOUR)
    topic = {"name": _name(call.required("name")), "icon_color": colour}
    message = world.open_topic(group, call.bot.id, topic, by_bot=True)
    return {"message_thread_id": message.id, **topic}


def _name(name: str) -> str:
    if len(name) > _NAME_CHARACTERS:
        raise bad_request("TOPIC_TITLE_INVALID")
    return name


def _forum(world: World, call: Call) -> Group:
    group = chat_of(world, call).group
    if group is None or not group.forum:
        raise bad_request("the chat is not a forum")
    return group


def _topic(world: World, call: Call) -> tuple[Group, int]:
    group = _forum(world, call)
    topic = call.integer("message_thread_id")
    if topic not in group.topics:
        raise bad_request("TOPIC_ID_INVALID")
    beginning = world.messages.ever(group.id, topic)
    own = beginning is not None and beginning.by_bot and beginning.sender == call.bot.id
    if not own and world.status(call.bot, group) is not BotStatus.ADMINISTRATOR:
        raise bad_request("not enough rights")
    return group, topic


async def edit_forum_topic(world: World, call: Call) -> bool:
    group, topic = _topic(world, call)
    if call.given("name"):
        if group.topics[topic] == call.text("name"):
            raise bad_request("TOPIC_NOT_MODIFIED")
        group.topics[topic] = _name(call.text("name"))
        _tell(world, call, topic, {"forum_topic_edited": {"name": group.topics[topic]}})
    world.save_group(group)
    return True


async def close_forum_topic(world: World, call: Call) -> bool:
    group, topic = _topic(world, call)
    if topic in group.closed_topics:
        raise bad_request("TOPIC_NOT_MODIFIED")
    group.closed_topics.append(topic)
    world.save_group(group)
    _tell(world, call, topic, {"forum_topic_closed": {}})
    return True


async def reopen_forum_topic(world: World, call: Call) -> bool:
    group, topic = _topic(world, call)
    if topic not in group.closed_topics:
        raise bad_request("TOPIC_NOT_MODIFIED")
    group.closed_topics.remove(topic)
    world.save_group(group)
    _tell(world, call, topic, {"forum_topic_reopened": {}})
    return True


async def delete_forum_topic(world: World, call: Call) -> bool:
    group, topic = _topic(world, call)
    del group.topics[topic]
    world.save_group(group)
    world.messages.delete_thread(group.id, topic)
    return True


def _tell(world: World, call: Call, topic: int, content: Json) -> None:
    chat = chat_of(world, call).id
    world.messages.add(chat, call.bot.id, content, by_bot=True, thread=topic)

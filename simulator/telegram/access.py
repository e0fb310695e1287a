"""Which chat a bot's call means, and whether the bot may act there."""

from dataclasses import dataclass

from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request, forbidden
from simulator.telegram.model import Bot, BotStatus, Group, Message, Person
from simulator.telegram.world import World


@dataclass(frozen=True)
class Chat:
    """A chat that the calling bot may use: with one person, or a group."""

    id: int
    person: Person | None = None
    group: Group | None = None


def chat_of(world: World, call: Call, name: str = "chat_id", *, write: bool = True) -> Chat:
    raw = call.text(name).strip()
    if not raw:
        raise bad_request(f"{name} is empty")
    try:
        chat_id = int(raw)
    except ValueError:
        raise bad_request("chat not found") from None
    if chat_id in world.groups:
        return _group(world, call.bot, world.groups[chat_id])
    return _private(world, call.bot, chat_id, write=write)


def _group(world: World, bot: Bot, group: Group) -> Chat:
    status = world.status(bot, group)
    if status is BotStatus.KICKED:
        raise forbidden("bot was kicked from the supergroup chat")
    if status is BotStatus.LEFT:
        raise forbidden("bot is not a member of the supergroup chat")
    return Chat(group.id, group=group)


def _private(world: World, bot: Bot, chat_id: int, *, write: bool) -> Chat:
    person = world.people.get(chat_id)
    if person is None or world.bot is not bot:
        raise bad_request("chat not found")
    if not person.started:
        met = any(
            chat_id in group.members and bot.id in group.bots for group in world.groups.values()
        )
        if met:
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request("chat not found")
    if person.blocked and write:
        raise forbidden("bot was blocked by the user")
    return Chat(chat_id, person=person)


def message_of(
    world: World,
    call: Call,
    what: str,
    *,
    chat_name: str = "chat_id",
    write: bool = True,
) -> Message:
    """The message that `message_id` names; `what` says for which purpose it was looked for."""
    chat = chat_of(world, call, chat_name, write=write)
    message = world.messages.find(chat.id, call.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {what} not found")
    return message


def own_message(world: World, call: Call) -> Message:
    """A message that the bot may edit: one of its own, or one that was sent through it."""
    if call.given("inline_message_id"):
        sent = world.messages.inline(call.text("inline_message_id"))
        if sent is None or sent.via_bot != call.bot.id:
            raise bad_request("MESSAGE_ID_INVALID")
        return sent
    message = message_of(world, call, "edit")
    if not message.by_bot or message.sender != call.bot.id or message.forward_origin:
        raise bad_request("message can't be edited")
    return message

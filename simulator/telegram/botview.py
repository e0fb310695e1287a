"""Telegram's own objects as a bot receives them: User, Chat, Message."""

from simulator.telegram.model import Bot, BotStatus, Group, Json, Message, Person
from simulator.telegram.world import World


def user_json(person: Person) -> Json:
    user: Json = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    for name in ("last_name", "username", "language_code"):
        if getattr(person, name):
            user[name] = getattr(person, name)
    return user


def bot_json(bot: Bot) -> Json:
    return {
        "id": bot.id,
        "is_bot": True,
        "first_name": bot.first_name,
        "username": bot.username,
    }


def sender_json(world: World, message: Message) -> Json:
    if message.by_bot:
        return bot_json(world.bots[message.sender])
    person = world.people.get(message.sender)
    if person is None:
        return {"id": message.sender, "is_bot": False, "first_name": "Deleted"}
    return user_json(person)


def chat_json(world: World, chat: int) -> Json:
    group = world.groups.get(chat)
    if group is not None:
        return group_json(group)
    person = world.people[chat]
    result: Json = {"id": chat, "first_name": person.first_name, "type": "private"}
    for name in ("last_name", "username"):
        if getattr(person, name):
            result[name] = getattr(person, name)
    return result


def group_json(group: Group) -> Json:
    result: Json = {"id": group.id, "title": group.title, "type": "supergroup"}
    return {**result, "is_forum": True} if group.forum else result


def message_json(world: World, message: Message, *, nested: bool = False) -> Json:
    result: Json = {
        "message_id": message.id,
        "from": sender_json(world, message),
        "chat": chat_json(world, message.chat),
        "date": message.date,
    }
    if message.edit_date is not None:
        result["edit_date"] = message.edit_date
    result |= _thread(message)
    if message.forward_origin is not None:
        result["forward_origin"] = message.forward_origin
    if message.via_bot is not None and message.via_bot in world.bots:
        result["via_bot"] = bot_json(world.bots[message.via_bot])
    if message.album is not None:
        result["media_group_id"] = message.album
    if message.protected:
        result["has_protected_content"] = True
    replied = world.messages.find(message.chat, message.reply_to or _topic_beginning(message))
    if replied is not None and not nested:
        result["reply_to_message"] = message_json(world, replied, nested=True)
    return result | visible_content(message.content)


def _thread(message: Message) -> Json:
    """Outside forum topics a thread is a chain of replies, and nothing can be sent into it."""
    if message.thread is not None:
        return {"message_thread_id": message.thread, "is_topic_message": True}
    return {"message_thread_id": message.chain} if message.chain is not None else {}


def _topic_beginning(message: Message) -> int:
    """What is said in a topic answers the message that created it, if it answers nothing else."""
    return message.thread if message.thread not in (None, message.id) else 0


def visible_content(content: Json) -> Json:
    """Only inline keyboards come back in messages; the others live in the person's app."""
    visible = {key: value for key, value in content.items() if not key.startswith("_")}
    if "inline_keyboard" not in visible.get("reply_markup", {}):
        visible.pop("reply_markup", None)
    return visible


def member_json(bot: Bot, status: BotStatus) -> Json:
    member: Json = {"user": bot_json(bot), "status": status.value}
    if status is BotStatus.KICKED:
        return {**member, "until_date": 0}
    if status is BotStatus.ADMINISTRATOR:
        return (
            member
            | dict.fromkeys(_ADMIN_RIGHTS, True)
            | {"can_be_edited": False, "is_anonymous": False}
        )
    return member


_ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)

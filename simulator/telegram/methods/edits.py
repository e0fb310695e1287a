"""Methods that change or remove messages which are already in a chat."""

from simulator.telegram.access import Chat, chat_of, message_of, own_message
from simulator.telegram.botview import message_json
from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.limits import DELETE_SECONDS
from simulator.telegram.markup import checked_inline_markup
from simulator.telegram.methods.media import input_media
from simulator.telegram.methods.sending import caption_content, name_people, text_content
from simulator.telegram.model import BotStatus, Json, Message
from simulator.telegram.world import World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
_CAPTIONED = frozenset({"photo", "video", "animation", "document", "audio", "voice"})
_CAPTION_PARTS = ("caption", "caption_entities", "show_caption_above_media", "reply_markup")


async def edit_message_text(world: World, call: Call) -> Json | bool:
    content = text_content(call)
    markup = checked_inline_markup(call.json("reply_markup"))
    message = own_message(world, call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _change(world, call, message, {**content, **_with(markup)})


async def edit_message_caption(world: World, call: Call) -> Json | bool:
    caption = caption_content(
        call.text("caption"), call.text("parse_mode"), call.json("caption_entities")
    )
    markup = checked_inline_markup(call.json("reply_markup"))
    message = own_message(world, call)
    if not _CAPTIONED & set(message.content):
        raise bad_request("there is no caption in the message to edit")
    kept = {k: v for k, v in message.content.items() if k not in _CAPTION_PARTS}
    above = {"show_caption_above_media": True} if call.flag("show_caption_above_media") else {}
    return _change(world, call, message, {**kept, **caption, **above, **_with(markup)})


async def edit_message_media(world: World, call: Call) -> Json | bool:
    markup = checked_inline_markup(call.json("reply_markup"))
    raw = call.json("media")
    if raw is None:
        raise bad_request('parameter "media" is required')
    message = own_message(world, call)
    if "text" not in message.content and not _CAPTIONED & set(message.content):
        raise bad_request("message can't be edited")
    if call.files and call.given("inline_message_id"):
        raise bad_request("can't upload new media to a message that was sent through the bot")
    content = await input_media(world, call, raw)
    return _change(world, call, message, {**content, **_with(markup)})


async def edit_message_reply_markup(world: World, call: Call) -> Json | bool:
    markup = checked_inline_markup(call.json("reply_markup"))
    message = own_message(world, call)
    kept = {k: v for k, v in message.content.items() if k != "reply_markup"}
    return _change(world, call, message, {**kept, **_with(markup)})


def _with(markup: Json | None) -> Json:
    return {"reply_markup": markup} if markup is not None else {}


def _change(world: World, call: Call, message: Message, content: Json) -> Json | bool:
    content = name_people(world, content)
    if "quote" in message.content:
        content = {**content, "quote": message.content["quote"]}
    if content == message.content:
        raise bad_request(_NOT_MODIFIED)
    world.messages.edit(message, content)
    return True if call.given("inline_message_id") else message_json(world, message)


async def delete_message(world: World, call: Call) -> bool:
    if not call.given("chat_id"):
        raise bad_request("chat identifier is not specified")
    if not call.given("message_id"):
        raise bad_request("message identifier is not specified")
    message = message_of(world, call, "delete")
    if not _may_delete(world, call, chat_of(world, call), message):
        raise bad_request("message can't be deleted")
    world.messages.delete(message)
    return True


async def delete_messages(world: World, call: Call) -> bool:
    chat = chat_of(world, call)
    found = [world.messages.find(chat.id, each) for each in message_ids(call)]
    for message in found:
        if message is not None and _may_delete(world, call, chat, message):
            world.messages.delete(message)
    return True


def message_ids(call: Call) -> list[int]:
    ids = call.json("message_ids")
    if ids is None:
        raise bad_request("message identifiers are not specified")
    if not isinstance(ids, list) or not all(isinstance(each, int) for each in ids):
        raise bad_request("expected an Array of message identifiers")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    return ids


def _may_delete(world: World, call: Call, chat: Chat, message: Message) -> bool:
    if chat.group is not None:
        if world.status(call.bot, chat.group) is BotStatus.ADMINISTRATOR:
            return True
        if not message.by_bot or message.sender != call.bot.id:
            return False
    return world.messages.age(message) <= DELETE_SECONDS

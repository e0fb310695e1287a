"""What every sending method does: find the chat, check thread, reply and keyboard, post."""

from dataclasses import dataclass

from simulator.telegram.access import Chat, chat_of
from simulator.telegram.botview import message_json, user_json
from simulator.telegram.call import Call, formatted
from simulator.telegram.errors import bad_request
from simulator.telegram.limits import CAPTION_CHARACTERS, TEXT_CHARACTERS
from simulator.telegram.markup import checked_markup
from simulator.telegram.model import BotStatus, Json, Message
from simulator.telegram.world import World


@dataclass(frozen=True)
class Envelope:
    """Where a message goes and what it hangs on."""

    chat: Chat
    thread: int | None
    reply_to: int | None
    markup: Json | None
    protected: bool
    quote: Json | None = None


def envelope(world: World, call: Call) -> Envelope:
    chat = chat_of(world, call)
    for refused in ("business_connection_id", "direct_messages_topic_id"):
        if call.given(refused):
            raise bad_request(f"{refused} is not simulated")
    replied, quote = _reply(world, call, chat)
    return Envelope(
        chat=chat,
        thread=topic_of(world, call, chat, replied),
        reply_to=replied.id if replied else None,
        markup=checked_markup(call.json("reply_markup"), private=chat.group is None),
        protected=call.flag("protect_content"),
        quote=quote,
    )


def topic_of(world: World, call: Call, chat: Chat, replied: Message | None) -> int | None:
    """The forum topic that the call names, or else that of the message which it answers."""
    topic = call.integer("message_thread_id") or (replied.thread if replied else None)
    if topic is None:
        return None
    if chat.group is None or topic not in chat.group.topics:
        raise bad_request("message thread not found")
    admin = world.status(call.bot, chat.group) is BotStatus.ADMINISTRATOR
    if topic in chat.group.closed_topics and not admin:
        raise bad_request("TOPIC_CLOSED")
    return topic


def _reply(world: World, call: Call, chat: Chat) -> tuple[Message | None, Json | None]:
    raw = call.json("reply_parameters")
    if raw is None:
        raw = {}
        if call.given("reply_to_message_id"):
            raw["message_id"] = call.integer("reply_to_message_id")
            raw["allow_sending_without_reply"] = call.flag("allow_sending_without_reply")
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply parameters")
    if not raw.get("message_id"):
        return None, None
    target = world.messages.find(chat.id, _reply_target(raw, chat))
    if target is None:
        if raw.get("allow_sending_without_reply") is True:
            return None, None
        raise bad_request("message to be replied not found")
    return target, _quote(raw, target)


def _reply_target(raw: Json, chat: Chat) -> int:
    message_id = raw["message_id"]
    if isinstance(message_id, bool) or not isinstance(message_id, int):
        raise bad_request(
            'can\'t parse reply parameters: Field "message_id" must be of type Number'
        )
    if str(raw.get("chat_id") or chat.id) != str(chat.id):
        raise bad_request("replies to other chats are not simulated")
    return message_id


def _quote(raw: Json, target: Message) -> Json | None:
    if not raw.get("quote"):
        return None
    quote = formatted(raw["quote"], raw.get("quote_parse_mode", ""), raw.get("quote_entities"))
    text = target.content.get("text") or target.content.get("caption") or ""
    if quote.text not in text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"text": quote.text, "position": text.index(quote.text), "is_manual": True}


def post(
    world: World,
    call: Call,
    where: Envelope,
    content: Json,
    *,
    album: str | None = None,
    forward_origin: Json | None = None,
) -> Message:
    content = name_people(world, content)
    if where.markup is not None and "reply_markup" not in content:
        if _has_pay_button(where.markup) and "invoice" not in content:
            raise bad_request("BUTTON_TYPE_INVALID")
        content = {**content, "reply_markup": where.markup}
    if where.quote is not None:
        content = {**content, "quote": where.quote}
    return world.messages.add(
        where.chat.id,
        call.bot.id,
        content,
        by_bot=True,
        thread=where.thread,
        reply_to=where.reply_to,
        album=album,
        forward_origin=forward_origin,
        protected=where.protected,
    )


def _has_pay_button(markup: Json) -> bool:
    return any("pay" in button for row in markup.get("inline_keyboard", []) for button in row)


def name_people(world: World, content: Json) -> Json:
    """A link to `tg://user?id=…` names a person whom the bot knows; else it is no link at all."""
    named = dict(content)
    for name in ("entities", "caption_entities"):
        if name in content:
            kept = [entity for each in content[name] if (entity := _named(world, each))]
            named = {**named, name: kept} if kept else {k: v for k, v in named.items() if k != name}
    return named


def _named(world: World, entity: Json) -> Json | None:
    if entity["type"] != "text_link" or not entity["url"].startswith("tg://user?id="):
        return entity
    number = entity["url"].removeprefix("tg://user?id=")
    person = world.people.get(int(number)) if number.isdecimal() else None
    if person is None:
        return None
    place = {name: entity[name] for name in ("offset", "length")}
    return {"type": "text_mention", **place, "user": user_json(person)}


def send(world: World, call: Call, where: Envelope, content: Json) -> Json:
    return message_json(world, post(world, call, where, content))


def text_content(call: Call) -> Json:
    content = written(call.text("text"), call.text("parse_mode"), call.json("entities"))
    preview = _preview(call)
    return {**content, "link_preview_options": preview} if preview else content


def written(words: str, parse_mode: str, entities: object) -> Json:
    """The content of a message that is only words."""
    text = formatted(words, parse_mode, entities)
    if not text.text:
        raise bad_request("message text is empty")
    if len(text.text) > TEXT_CHARACTERS:
        raise bad_request("message is too long")
    content: Json = {"text": text.text}
    return {**content, "entities": text.entities} if text.entities else content


def _preview(call: Call) -> Json | None:
    options = call.json("link_preview_options")
    if options is None:
        return {"is_disabled": True} if call.flag("disable_web_page_preview") else None
    if not isinstance(options, dict):
        raise bad_request("object expected as link preview options")
    return options


def caption_content(text: str, parse_mode: str, entities: object) -> Json:
    caption = formatted(text, parse_mode, entities)
    if len(caption.text) > CAPTION_CHARACTERS:
        raise bad_request("message caption is too long")
    content: Json = {}
    if caption.text:
        content["caption"] = caption.text
    if caption.entities:
        content["caption_entities"] = caption.entities
    return content

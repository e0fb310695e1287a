"""Inline mode as people use it: they type the bot's name and words, see results, and send one."""

from dataclasses import dataclass

from simulator.telegram.botview import user_json
from simulator.telegram.call import Call
from simulator.telegram.errors import WorldError
from simulator.telegram.fetch import fetch
from simulator.telegram.file_objects import Details
from simulator.telegram.inline_memory import Offer, Typed
from simulator.telegram.inline_model import InlineAnswer, InlineResult
from simulator.telegram.model import Bot, Json, Message, QueryKind, StoredFile
from simulator.telegram.people import Crowd
from simulator.telegram.sources import MediaSource, content_from
from simulator.telegram.world import World

QUERY_CHARACTERS = 256


@dataclass(frozen=True)
class Choice:
    """The result that the person taps, and where it goes."""

    person: int
    chat: int
    offer: str
    result: str
    thread: int | None = None
    reply_to: int | None = None


class InlineMode:
    def __init__(self, world: World, crowd: Crowd) -> None:
        self._world = world
        self._crowd = crowd

    async def ask(self, typed: Typed, wait: float) -> Offer | None:
        """The bot's results, or those that Telegram still remembers; None when no answer comes."""
        self._crowd.room(typed.person, typed.chat)
        bot = self._world.bot
        if bot is None or not bot.inline:
            raise WorldError("the bot has no inline mode")
        if len(typed.query) > QUERY_CHARACTERS:
            raise WorldError(f"an inline query has at most {QUERY_CHARACTERS} characters")
        known = self._world.inline.recall(bot.id, typed, self._world.clock())
        return known or await self._ask_bot(bot, typed, wait)

    async def _ask_bot(self, bot: Bot, typed: Typed, wait: float) -> Offer | None:
        world = self._world
        query = world.questions.ask(bot.id, typed.person, typed.chat, kind=QueryKind.INLINE)
        payload = {
            "id": query.id,
            "from": user_json(world.person(typed.person)),
            "query": typed.query,
            "offset": typed.offset,
            "chat_type": "sender" if typed.chat == typed.person else "supergroup",
        }
        world.tell(bot.id, "inline_query", payload, typed.person)
        raw = await world.questions.wait(query, wait)
        if raw is None:
            return None
        offer = Offer(query.id, bot.id, typed, InlineAnswer.model_validate(raw))
        return world.inline.keep(offer, world.clock())

    async def choose(self, choice: Choice) -> Message:
        """Send the result; the bot hears of the choice where its owner has asked for that."""
        offer, result = self._world.inline.result(choice.offer, choice.result)
        bot = self._world.bots[offer.bot]
        message = self._crowd.pass_on(
            choice.person,
            choice.chat,
            await self._content(bot, result),
            bot=bot,
            thread=choice.thread,
            reply_to=choice.reply_to,
        )
        if bot.inline_feedback:
            self._tell(offer, choice, message)
        return message

    async def _content(self, bot: Bot, result: InlineResult) -> Json:
        content = dict(result.content)
        if result.kind is not None and not result.replaces:
            details = Details(result.duration, result.width, result.height)
            source = MediaSource(result.kind, result.source, details)
            call = Call(bot, "inline result")
            try:
                content = {**await content_from(self._world, call, source), **content}
            finally:
                for file in call.files.values():
                    file.path.unlink(missing_ok=True)
        return {**content, "reply_markup": result.markup} if result.markup else content

    def _tell(self, offer: Offer, choice: Choice, message: Message) -> None:
        chosen: Json = {
            "result_id": choice.result,
            "from": user_json(self._world.person(choice.person)),
            "query": offer.typed.query,
        }
        if message.inline_id is not None:
            chosen["inline_message_id"] = message.inline_id
        self._world.tell(offer.bot, "chosen_inline_result", chosen, choice.person)

    async def picture(self, offer_id: str, index: int, *, whole: bool) -> StoredFile:
        """What the list shows of a result: its thumbnail, or the whole file, which may move."""
        offer, result = self._world.inline.result_at(offer_id, index)
        files = self._world.files
        if result.cached:
            file = files.find(result.source or "")
            if file is None:
                raise WorldError("the file of this result is gone")
            return file if whole else files.small(file)
        address = result.source if whole else result.thumbnail or result.source
        if address is None:
            raise WorldError("this result has no picture")
        known = files.find(self._world.inline.pictures.get(address, ""))
        return known or await self._fetch(offer.bot, address)

    async def _fetch(self, bot: int, address: str) -> StoredFile:
        target = self._world.files.temporary()
        try:
            file = await self._world.files.keep(await fetch(address, "thumbnail", target), bot)
        finally:
            target.unlink(missing_ok=True)
        self._world.inline.pictures[address] = file.file_id
        return file

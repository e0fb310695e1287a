"""`/world/inline` and `/world/start`: typing a bot's name in any chat, and links that lead to it."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from simulator.telegram.errors import WorldError
from simulator.telegram.groups import block
from simulator.telegram.inline import Choice, InlineMode
from simulator.telegram.inline_memory import Offer, Typed
from simulator.telegram.methods.inline import START_PARAMETER
from simulator.telegram.model import Json
from simulator.telegram.people import Crowd, Outgoing
from simulator.telegram.reading import Endpoint, body_of
from simulator.telegram.view import content_view, message_view
from simulator.telegram.world import World

_PICTURES = ("photo", "gif", "mpeg4_gif")  # shown side by side, without words


class _Query(BaseModel):
    person: int
    chat: int | None = None
    query: str = ""
    offset: str = ""
    wait: float = 10.0


class _Choice(BaseModel):
    person: int
    chat: int | None = None
    query_id: str
    result_id: str
    thread: int | None = None
    reply_to: int | None = None


class _Start(BaseModel):
    person: int
    payload: str = ""


class InlineApi:
    def __init__(self, world: World, crowd: Crowd) -> None:
        self._world = world
        self._crowd = crowd
        self._inline = InlineMode(world, crowd)

    def table(self) -> list[tuple[str, str, Endpoint]]:
        return [
            ("POST", "/inline", self.ask),
            ("POST", "/inline/choose", self.choose),
            ("GET", "/inline/{query_id}/{index:int}/{part}", self.picture),
            ("POST", "/start", self.start),
        ]

    async def ask(self, request: Request) -> Response:
        wish = _Query.model_validate(await body_of(request))
        chat = wish.person if wish.chat is None else wish.chat
        typed = Typed(wish.person, chat, wish.query, wish.offset)
        offer = await self._inline.ask(typed, wish.wait)
        return JSONResponse(_offer_view(self._world, offer))

    async def choose(self, request: Request) -> Response:
        wish = _Choice.model_validate(await body_of(request))
        chat = wish.person if wish.chat is None else wish.chat
        choice = Choice(
            wish.person, chat, wish.query_id, wish.result_id, wish.thread, wish.reply_to
        )
        message = await self._inline.choose(choice)
        return JSONResponse({"messages": [message_view(self._world, message, wish.person)]})

    async def picture(self, request: Request) -> Response:
        """`thumbnail`, or `media`: the whole file."""
        path = request.path_params
        whole = path["part"] == "media"
        file = await self._inline.picture(path["query_id"], path["index"], whole=whole)
        return RedirectResponse(f"/world/file/{file.file_id}")

    async def start(self, request: Request) -> Response:
        """Open the bot by a link: `/start`, with what the link carries. It unblocks the bot too."""
        wish = _Start.model_validate(await body_of(request))
        if wish.payload and not START_PARAMETER.fullmatch(wish.payload):
            raise WorldError("a payload has 1 to 64 letters, digits, _ or -")
        block(self._world, wish.person, blocked=False)
        words = f"/start {wish.payload}".strip()
        sent = await self._crowd.send(Outgoing(wish.person, wish.person, text=words))
        views = [message_view(self._world, message, wish.person) for message in sent]
        return JSONResponse({"messages": views})


def _offer_view(world: World, offer: Offer | None) -> Json:
    if offer is None:
        return {"answered": False, "results": [], "next_offset": "", "button": None}
    answer = offer.answer
    return {
        "answered": True,
        "query_id": offer.id,
        "results": [_result_view(world, offer, index) for index in range(len(answer.results))],
        "gallery": all(result.type in _PICTURES for result in answer.results),
        "next_offset": answer.next_offset,
        "button": answer.button.model_dump(exclude_none=True) if answer.button else None,
        "cache_time": answer.cache_time,
        "is_personal": answer.is_personal,
        "remembered": not offer.fresh,
    }


def _result_view(world: World, offer: Offer, index: int) -> Json:
    result = offer.answer.results[index]
    content = {**result.content, **({"reply_markup": result.markup} if result.markup else {})}
    said = content_view(world, content)
    shown: Json = result.model_dump(
        include={"id", "type", "title", "description", "url", "width", "height", "duration"},
        exclude_defaults=True,
    )
    address = f"world/inline/{offer.id}/{index}"
    if result.thumbnail or result.cached or result.kind == "photo":
        shown["picture"] = f"{address}/thumbnail"
    if result.type == "gif" and not result.cached:  # a picture that moves by itself
        shown["picture"] = f"{address}/media"
    elif result.kind == "animation":
        shown["film"] = f"{address}/media"
    return {**shown, **{name: said[name] for name in ("text", "html", "keyboard") if name in said}}

"""What inline mode deals in: the results that a bot offers, and its whole answer to a query."""

from pydantic import BaseModel, ConfigDict

from simulator.telegram.model import Json


class InlineResult(BaseModel):
    """One result: what the person sees in the list, and what is sent when they choose it."""

    model_config = ConfigDict(frozen=True)

    id: str
    type: str
    title: str = ""
    description: str = ""
    url: str | None = None
    kind: str | None = None  # of the file that it sends; None: words or another thing without one
    source: str | None = None  # that file's address or id
    cached: bool = False  # it is an id
    thumbnail: str | None = None  # an address
    width: int = 0
    height: int = 0
    duration: int = 0
    content: Json  # what the message says beside its file
    replaces: bool = False  # the words come instead of the file
    markup: Json | None = None


class InlineButton(BaseModel):
    """A button above the results that leads into the private chat."""

    model_config = ConfigDict(frozen=True)

    text: str
    start_parameter: str | None = None
    web_app: str | None = None


class InlineAnswer(BaseModel):
    model_config = ConfigDict(frozen=True)

    results: list[InlineResult]
    next_offset: str = ""
    button: InlineButton | None = None
    cache_time: int = 300
    is_personal: bool = False

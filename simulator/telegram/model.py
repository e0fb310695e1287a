"""What exists in the simulated Telegram: people, groups, bots, messages, files and updates."""

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

# Telegram's own objects are open-ended JSON documents: they are kept as they go over the wire.
Json = dict[str, Any]


class BotStatus(StrEnum):
    """A bot's place in a group."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    LEFT = "left"
    KICKED = "kicked"


class Person(BaseModel):
    id: int = Field(gt=0)
    first_name: str = Field(min_length=1)
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    note: str | None = None
    started: bool = False  # has written to the bot: only then may the bot write to them
    blocked: bool = False
    stars: int = Field(default=1000, ge=0)


class Group(BaseModel):
    id: int
    title: str
    members: list[int]
    forum: bool = False
    owner: int
    bots: dict[int, BotStatus] = Field(default_factory=dict)
    topics: dict[int, str] = Field(default_factory=dict)
    closed_topics: list[int] = Field(default_factory=list)


class Webhook(BaseModel):
    model_config = ConfigDict(frozen=True)

    url: str
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str | None = None


class Bot(BaseModel):
    token: str
    id: int
    username: str
    first_name: str
    reads_all_group_messages: bool = False
    inline: bool = True
    inline_feedback: bool = False  # whether it hears which result was chosen
    webhook: Webhook | None = None
    allowed_updates: list[str] | None = None
    commands: dict[str, list[Json]] = Field(default_factory=dict)
    texts: dict[str, str] = Field(default_factory=dict)
    menu_buttons: dict[str, Json] = Field(default_factory=dict)


SERVICE = "service"
FILE_KINDS = ("animation", "video", "document", "voice", "audio", "sticker", "video_note")
OTHER_KINDS = ("text", "location", "poll", "contact", "dice", "invoice")


def kind_of(content: Json) -> str:
    for kind in ("photo", *FILE_KINDS, *OTHER_KINDS):
        if kind in content:
            return kind
    return SERVICE


class Version(BaseModel):
    """What a message said from one moment on."""

    model_config = ConfigDict(frozen=True)

    content: Json
    at: int


class Message(BaseModel):
    chat: int
    id: int
    sender: int
    by_bot: bool
    date: int
    thread: int | None = None  # the forum topic
    chain: int | None = None  # elsewhere in a group: the message that began this chain of replies
    reply_to: int | None = None
    album: str | None = None
    forward_origin: Json | None = None
    via_bot: int | None = None
    inline_id: str | None = None  # by which that bot may edit it
    protected: bool = False
    deleted_at: int | None = None
    pinned: bool = False
    reactions: list[Json] = Field(default_factory=list)
    versions: list[Version]

    @property
    def content(self) -> Json:
        return self.versions[-1].content

    @property
    def is_service(self) -> bool:
        """Nobody said it: it tells that something happened in the chat."""
        return kind_of(self.content) == SERVICE

    @property
    def edit_date(self) -> int | None:
        return self.versions[-1].at if len(self.versions) > 1 else None


class StoredFile(BaseModel):
    """One file on Telegram's servers, with the object that describes it in messages."""

    file_id: str
    unique_id: str
    kind: str
    blob: str
    size: int
    mime: str
    path: str
    bot: int
    name: str | None = None
    value: Any = None  # the Video, Document, ... object, or for a photo the list of its sizes
    link_until: float = 0.0


class Update(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: int
    kind: str
    payload: Json
    key: int  # updates with the same key reach a webhook one after the other

    def body(self) -> Json:
        return {"update_id": self.id, self.kind: self.payload}


class QueryKind(StrEnum):
    BUTTON = "button"
    CHECKOUT = "checkout"
    INLINE = "inline"


class Query(BaseModel):
    """A question that the bot has to answer while it is fresh: a pressed button, a payment."""

    id: str
    kind: QueryKind = QueryKind.BUTTON
    bot: int = 0
    person: int
    chat: int
    message: int | None = None
    at: float
    answer: Json | None = None


class Event(BaseModel):
    """News for the people's chat windows."""

    n: int
    type: str
    chat: int | None = None
    people: list[int] | None = None
    message: int | None = None
    sender: int | None = None
    version: int = -1
    extra: Json = Field(default_factory=dict)

    def is_for(self, person: int) -> bool:
        return self.people is None or person in self.people

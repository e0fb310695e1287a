"""The pictures of a draft once more, each with its number or its name: so one sees which is which."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InputMediaDocument, InputMediaPhoto, ReplyParameters
from telegram.error import BadRequest

from handlers.chat.messenger import Messenger, replying
from handlers.chat.texts import Texts
from jobs.capabilities import Mode
from jobs.drafts import pictures_of, reference, subject_of
from jobs.ids import FileId, MessageId, Place
from jobs.ports import Card


class AlbumGone(Exception):
    """Telegram has not all of these files any more."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture with what stands below it; `as_file`: it came as a document, and can only go as one."""

    file_id: FileId
    caption: str
    as_file: bool


def picture_album(card: Card, texts: Texts) -> Sequence[Shot]:
    """The pictures of a draft, called as its words call them."""
    named = subject_of(card.draft).mode is Mode.FUSION
    return [
        Shot(
            picture.file_id,
            reference(n) if named else texts.plain("picture-number", number=n + 1),
            as_file=picture.as_file,
        )
        for n, picture in enumerate(pictures_of(card.draft))
    ]


async def send_album(
    messenger: Messenger, place: Place, shots: Sequence[Shot], reply_to: MessageId | None = None
) -> None:
    """Telegram mixes no photos with documents: there is an album of each. Raises AlbumGone."""
    for as_file in (False, True):
        group = [shot for shot in shots if shot.as_file is as_file]
        if group:
            await _send(messenger, place, group, replying(reply_to))


async def _send(
    messenger: Messenger, place: Place, group: Sequence[Shot], reply: ReplyParameters | None
) -> None:
    async def call() -> None:
        if len(group) > 1:
            await _as_album(messenger, place, group, reply)
        else:
            await _alone(messenger, place, group[0], reply)

    try:
        await messenger.send_in_turn(place, call)
    except BadRequest as refusal:
        raise AlbumGone from refusal


async def _as_album(
    messenger: Messenger, place: Place, group: Sequence[Shot], reply: ReplyParameters | None
) -> None:
    """Below an album of photos an app shows a caption only where a single one has one: it names them all."""
    names = " · ".join(shot.caption for shot in group)
    media = [
        InputMediaDocument(shot.file_id, caption=shot.caption)
        if shot.as_file
        else InputMediaPhoto(shot.file_id, caption=None if number else names)
        for number, shot in enumerate(group)
    ]
    await messenger.bot.send_media_group(
        chat_id=place.chat_id,
        message_thread_id=place.thread_id,
        media=media,
        reply_parameters=reply,
    )


async def _alone(
    messenger: Messenger, place: Place, shot: Shot, reply: ReplyParameters | None
) -> None:
    bot = messenger.bot
    if shot.as_file:
        await bot.send_document(
            chat_id=place.chat_id,
            message_thread_id=place.thread_id,
            document=shot.file_id,
            caption=shot.caption,
            reply_parameters=reply,
        )
    else:
        await bot.send_photo(
            chat_id=place.chat_id,
            message_thread_id=place.thread_id,
            photo=shot.file_id,
            caption=shot.caption,
            reply_parameters=reply,
        )

"""What Telegram makes of a file: known when it was sent, sent again as the same, taken from people."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Message

from handlers.chat.inline_results import Offered
from handlers.chat.receipts import receipt_of
from handlers.chat.texts import Languages
from handlers.footage import ANSWERS_VIDEO, VIDEO, clip_in, size_of
from jobs.ids import FileId
from jobs.lifecycle import FileKind, Sent
from tests.unit.jobs.strategies import queued_job

FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 7}
SIDES = {"width": 16, "height": 9}
FILM = {**FILE, **SIDES, "duration": 3, "mime_type": "video/mp4"}
GIF = {**FILM, "mime_type": "image/gif"}


def message(**content: Any) -> Message:
    chat = {"id": 1, "type": "private"}
    now = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
    read = Message.de_json({"message_id": 5, "date": now, "chat": chat, **content})
    assert read
    return read


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"video": FILM}, FileKind.VIDEO),
        ({"animation": FILM, "document": FILE}, FileKind.ANIMATION),
        ({"photo": [{**FILE, **SIDES, "file_id": "small"}, {**FILE, **SIDES}]}, FileKind.PHOTO),
        ({"document": FILE}, FileKind.DOCUMENT),
    ],
)
def test_a_receipt_says_what_telegram_made_of_the_file(
    content: dict[str, Any], kind: FileKind
) -> None:
    receipt = receipt_of(message(**content))
    assert receipt.message_id == 5
    assert receipt.sent == Sent(file_id=FileId("f"), kind=kind)


def test_words_leave_no_file() -> None:
    assert receipt_of(message(text="a link")).sent is None


@pytest.mark.parametrize(
    ("kind", "type_", "field"),
    [
        (FileKind.VIDEO, "video", "video_file_id"),
        (FileKind.ANIMATION, "mpeg4_gif", "mpeg4_file_id"),
        (FileKind.PHOTO, "photo", "photo_file_id"),
        (FileKind.DOCUMENT, "document", "document_file_id"),
    ],
)
def test_inline_mode_offers_a_file_as_what_it_is(kind: FileKind, type_: str, field: str) -> None:
    job = replace(queued_job(), sent=Sent(file_id=FileId("f"), kind=kind))
    offered = Offered(Languages().pick("en"), lambda payload: f"https://t.me/bot?start={payload}")
    [result] = offered.videos([job])
    written = result.to_dict()
    assert (written["id"], written["type"], written[field]) == (f"v{job.id}", type_, "f")
    assert written["title"]
    assert written["reply_markup"]


def test_a_film_without_sound_is_a_video_and_a_gif_is_none() -> None:
    silent = message(animation=FILM, document=FILE)
    clip = clip_in(silent)
    assert clip
    assert (clip.file_id, clip.seconds, size_of(silent)) == ("f", 3, 7)
    moving = message(animation=GIF, document={**FILE, "mime_type": "image/gif"})
    assert not VIDEO.filter(moving)
    for answered, counts in ((silent, True), (moving, False)):
        reply = message(text="longer", reply_to_message=answered.to_dict())
        assert ANSWERS_VIDEO.filter(reply) is counts

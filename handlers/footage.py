"""Pictures, videos and sounds in messages: what Telegram tells of them before anybody has fetched a byte."""

from datetime import timedelta

from telegram import Animation, Document, Message
from telegram.ext.filters import MessageFilter

from jobs.ids import FileId, MessageId
from jobs.materials import OwnClip, Picture, Voice

SOUND_SUFFIXES = (".mp3", ".wav", ".m4a", ".ogg", ".oga", ".opus", ".aac", ".flac", ".amr", ".wma")
VIDEO_SUFFIXES = (".mp4", ".mov", ".m4v", ".webm", ".mkv", ".avi", ".3gp", ".mpg", ".mpeg", ".wmv")


PICTURE_SUFFIXES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".heic",
    ".heif",
    ".bmp",
    ".tif",
    ".tiff",
    ".avif",
)
GIF = "image/gif"
NO_STILLS = (GIF, "image/svg+xml")


def picture_in(message: Message) -> Picture | None:
    """The picture of a message: a photo, or a file in full quality."""
    document = message.document
    if message.photo:
        return _picture(message, message.photo[-1].file_id, as_file=False)
    if document and is_picture(document):
        return _picture(message, document.file_id, as_file=True)
    return None


def _picture(message: Message, file_id: str, *, as_file: bool) -> Picture:
    return Picture(
        file_id=FileId(file_id),
        message_id=MessageId(message.message_id),
        album=message.media_group_id,
        as_file=as_file,
    )


def is_picture(document: Document) -> bool:
    """Whether a file says that it is a still picture. What it really is, its bytes tell later."""
    mime = (document.mime_type or "").lower()
    if mime.startswith("image/"):
        return mime not in NO_STILLS
    return (document.file_name or "").lower().endswith(PICTURE_SUFFIXES)


def clip_in(message: Message) -> OwnClip | None:
    """The video of a message, round ones and files too. How long a file lasts Telegram does not say."""
    file = message.video or message.video_note or _silent_film(message)
    if file:
        seconds = whole_seconds(file.duration)
        return _clip(message, file.file_id, seconds)
    document = message.document
    if document and is_video(document):
        return _clip(message, document.file_id, 0)
    return None


def _silent_film(message: Message) -> Animation | None:
    """A video without sound, which Telegram shows as a GIF; None for a real one, which is a picture."""
    animation = message.animation
    return animation if animation and animation.mime_type != GIF else None


def _clip(message: Message, file_id: str, seconds: int) -> OwnClip:
    return OwnClip(
        file_id=FileId(file_id),
        message_id=MessageId(message.message_id),
        seconds=seconds,
        album=message.media_group_id,
    )


def voice_in(message: Message) -> Voice | None:
    """The sound of a message: a voice note, music, or a file."""
    file = message.voice or message.audio
    if file:
        return _voice(message, file.file_id, whole_seconds(file.duration))
    document = message.document
    if document and is_sound(document):
        return _voice(message, document.file_id, 0)
    return None


def sound_of_clip(message: Message) -> Voice | None:
    """What is heard in the video of a message."""
    clip = clip_in(message)
    return _voice(message, clip.file_id, clip.seconds) if clip else None


def _voice(message: Message, file_id: str, seconds: int) -> Voice:
    message_id = MessageId(message.message_id)
    return Voice(file_id=FileId(file_id), message_id=message_id, seconds=seconds)


def size_of(message: Message) -> int:
    """Bytes of the message's video or sound, as far as Telegram says."""
    moving = (message.video, message.video_note, message.animation)
    files = (*moving, message.voice, message.audio, message.document)
    return next((file.file_size or 0 for file in files if file), 0)


def whole_seconds(duration: timedelta | int) -> int:
    """A length as Telegram tells it, whichever form the library gives it."""
    return int(duration.total_seconds()) if isinstance(duration, timedelta) else duration


def is_video(document: Document) -> bool:
    """Whether a file says that it is a video. What it really is, its bytes tell later."""
    return _says(document, "video/", VIDEO_SUFFIXES)


def is_sound(document: Document) -> bool:
    """Whether a file says that it is a sound."""
    return _says(document, "audio/", SOUND_SUFFIXES)


def _says(document: Document, family: str, suffixes: tuple[str, ...]) -> bool:
    mime = (document.mime_type or "").lower()
    known = mime.startswith(("video/", "audio/", "image/"))
    return mime.startswith(family) or (
        not known and (document.file_name or "").lower().endswith(suffixes)
    )


class VideoFilter(MessageFilter):
    """Messages with a video; real GIFs are none."""

    def filter(self, message: Message) -> bool:
        return clip_in(message) is not None


class SoundFilter(MessageFilter):
    """Messages with a sound."""

    def filter(self, message: Message) -> bool:
        return voice_in(message) is not None


class AnswersVideo(MessageFilter):
    """Answers to a message with a video."""

    def filter(self, message: Message) -> bool:
        answered = message.reply_to_message
        return isinstance(answered, Message) and VIDEO.filter(answered)


VIDEO, SOUND, ANSWERS_VIDEO = VideoFilter(), SoundFilter(), AnswersVideo()

"""Whether a video is as long as was said when its price was made."""

from dataclasses import replace

from bot.media.ready import ReadyVideo
from jobs.errors import Reason, Refused
from jobs.requests import ClipRequest
from jobs.tariff import Tariff

TELEGRAM_ROUNDS = 1  # seconds: so much longer than Telegram says a video may be, and nobody lied


def check_length(request: ClipRequest, said: int, video: ReadyVideo, tariff: Tariff) -> None:
    """The price was made for as long as Telegram said. Raises Refused(LONGER_THAN_SAID) where the video
    is longer, and would cost more."""
    seconds = int(video.seconds)
    if said and seconds <= said + TELEGRAM_ROUNDS:
        return
    real = replace(request.subject, seconds=seconds)
    options = request.options
    if tariff.price(real, options).credits > tariff.price(request.subject, options).credits:
        raise Refused(Reason.LONGER_THAN_SAID)

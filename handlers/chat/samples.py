"""How the voices sound: samples of the provider's, sent by their address once, and by file id from then on."""

import logging

from telegram.error import BadRequest

from handlers.chat.messenger import Messenger, replying
from jobs.ids import FileId, MessageId, Place
from jobs.materials import Speaker
from jobs.service.voices import Voices

log = logging.getLogger(__name__)


class Samples:
    """Plays samples into chats."""

    def __init__(self, messenger: Messenger, voices: Voices) -> None:
        self._messenger = messenger
        self._voices = voices

    async def play(self, speaker: Speaker, place: Place, reply_to: MessageId | None = None) -> bool:
        """Send a voice's sample. False: there is none, or Telegram cannot get it now."""
        known = await self._voices.sample(speaker.id)
        if known and await self._send(speaker, place, known, reply_to):
            return True
        if speaker.sample_url is None:
            return False
        sent = await self._send(speaker, place, speaker.sample_url, reply_to)
        if sent != known:
            await self._voices.keep_sample(speaker.id, sent)
        return sent is not None

    async def _send(
        self, speaker: Speaker, place: Place, audio: str, reply_to: MessageId | None
    ) -> FileId | None:
        try:
            message = await self._messenger.send_in_turn(
                place,
                lambda: self._messenger.bot.send_audio(
                    chat_id=place.chat_id,
                    message_thread_id=place.thread_id,
                    audio=audio,
                    title=speaker.name,
                    reply_parameters=replying(reply_to),
                ),
            )
        except BadRequest as refusal:
            log.info("the sample of voice %s could not be sent: %s", speaker.id, refusal)
            return None
        file = message.audio or message.document or message.voice
        return FileId(file.file_id) if file else None

"""A person's own data: all of it as a file, and /forgetme."""

import gzip
from io import BytesIO

from telegram import InputFile, Update

from handlers.chat.buttons import ExportData, ForgetMe, KeepMe
from handlers.chat.privacy_screens import forget_screen
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn, together
from jobs.ids import private_chat

PLAIN_UP_TO = 5_000_000  # bytes: more is sent packed, since Telegram takes 50 MB


class Privacy:
    """The handlers around people's data."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._privacy = desk.service.privacy

    async def export(self, press: Press, _: ExportData) -> None:
        """*Export my data*: a JSON document, into the private chat, where nobody else reads it."""
        document = (await self._privacy.export(press.person_id)).encode()
        await together(press.answer("toast-sending"), self._send(press, document))

    async def _send(self, press: Press, document: bytes) -> None:
        name, content = "my-data.json", document
        if len(document) > PLAIN_UP_TO:
            name, content = f"{name}.gz", gzip.compress(document, mtime=0)
        caption = press.texts.plain("export-caption")
        place = private_chat(press.person_id)
        file = InputFile(BytesIO(content), filename=name)
        bot = self._desk.messenger.bot
        await self._desk.messenger.answer_with(
            place, lambda: bot.send_document(place.chat_id, file, caption=caption)
        )

    async def ask_forget(self, update: Update, turn: Turn) -> None:  # noqa: ARG002
        """/forgetme: what goes and what stays, before anything happens."""
        balance = await self._desk.service.credit.balance(turn.person.id)
        await self._desk.say(turn, forget_screen(balance, turn.person.role, turn.texts))

    async def forget(self, press: Press, _: ForgetMe) -> None:
        """They mean it. Raises StillRunning."""
        await self._privacy.forget(press.person_id)
        await press.show(Screen(press.texts.html("forgotten")))

    async def keep(self, press: Press, _: KeepMe) -> None:
        """They do not."""
        await press.show(Screen(press.texts.html("not-forgotten")))

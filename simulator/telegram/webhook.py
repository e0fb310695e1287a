"""Delivers updates to the bots' webhooks: again and again until the bot confirms them."""

import asyncio
import contextlib
import json
from dataclasses import dataclass, field

import aiohttp

from simulator.telegram.botapi import BotApi
from simulator.telegram.call import Call
from simulator.telegram.methods import canonical
from simulator.telegram.model import Bot, Json, Update, Webhook
from simulator.telegram.updates import UpdateQueue
from simulator.telegram.world import World

_FIRST_DELAY = 1.0
_LONGEST_DELAY = 60.0
_TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=10)


@dataclass
class WebhookSender:
    """Follows all webhooks; updates of one chat arrive in order, other chats beside it."""

    world: World
    api: BotApi
    _running: dict[int, tuple[Webhook, asyncio.Task[None]]] = field(default_factory=dict)

    async def run(self) -> None:
        async with aiohttp.ClientSession(
            timeout=_TIMEOUT, connector=aiohttp.TCPConnector(limit=0)
        ) as session:
            try:
                while not self.world.stopping:
                    self._match(session)
                    await self.world.webhooks_changed.wait(3600)
            finally:
                await self._end(list(self._running))

    def _match(self, session: aiohttp.ClientSession) -> None:
        """One task for each webhook in force, none for those that are gone."""
        for bot_id, (webhook, task) in list(self._running.items()):
            if self.world.bots[bot_id].webhook != webhook:
                task.cancel()
                del self._running[bot_id]
        for bot in self.world.bots.values():
            if bot.webhook is not None and bot.id not in self._running:
                queue = self.world.queues[bot.id]
                courier = Courier(bot, bot.webhook, queue, self.api, session)
                self._running[bot.id] = (bot.webhook, asyncio.create_task(courier.run()))

    async def _end(self, bots: list[int]) -> None:
        tasks = [self._running.pop(bot)[1] for bot in bots]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@dataclass
class Courier:
    """Carries the updates of one bot to one address."""

    bot: Bot
    webhook: Webhook
    queue: UpdateQueue
    api: BotApi
    session: aiohttp.ClientSession
    _busy: dict[int, asyncio.Task[None]] = field(default_factory=dict)

    async def run(self) -> None:
        self.queue.last_error = None
        try:
            while not self.api.world.stopping:
                self._start_ready()
                await self.queue.signal.wait(3600)
        finally:
            for task in self._busy.values():
                task.cancel()

    def _start_ready(self) -> None:
        for update in [*self.queue.again, *self.queue.pending.values()]:
            if len(self._busy) >= self.webhook.max_connections:
                return
            if update.key in self._busy:
                continue
            if update in self.queue.again:
                self.queue.again.remove(update)
            self._busy[update.key] = asyncio.create_task(self._carry(update))

    async def _carry(self, update: Update) -> None:
        delay = _FIRST_DELAY
        while not await self._post(update):
            await asyncio.sleep(delay)
            delay = min(2 * delay, _LONGEST_DELAY)
        self.queue.confirm(update.id)
        del self._busy[update.key]
        self.api.world.store.flush()
        self.queue.signal.fire()

    async def _post(self, update: Update) -> bool:
        headers = {"Content-Type": "application/json"}
        if self.webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.webhook.secret_token
        body = json.dumps(update.body(), ensure_ascii=False).encode()
        try:
            async with self.session.post(
                self.webhook.url, data=body, headers=headers, allow_redirects=False
            ) as answer:
                content = await answer.read()
                if not 200 <= answer.status < 300:
                    return self._failed(
                        f"Wrong response from the webhook: {answer.status} {answer.reason}"
                    )
        except (aiohttp.ClientError, TimeoutError, OSError) as problem:
            return self._failed(str(problem) or type(problem).__name__)
        await self._reply(content)
        return True

    def _failed(self, reason: str) -> bool:
        self.queue.last_error = (int(self.api.world.clock()), reason)
        return False

    async def _reply(self, content: bytes) -> None:
        """A bot may answer a webhook with one call; its result is told to nobody."""
        reply: Json | None = None
        with contextlib.suppress(ValueError):
            reply = json.loads(content)
        if not isinstance(reply, dict) or not isinstance(reply.get("method"), str):
            return
        name = canonical(reply.pop("method"))
        if name is not None:
            await self.api.execute(Call(self.bot, name, reply))

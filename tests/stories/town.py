"""The world of a story: both simulators, wiped clean, and the real program composed between them."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from bot.compose import compose
from bot.loading import load_settings
from bot.program import Program
from bot.settings import Settings
from handlers.chat.pacing import Rates
from jobs.pace import Pace
from jobs.ports import Clock
from tests.simulators import API_TOKEN, BOT_TOKEN, Simulators
from tests.stories.chat import OWNER, PATIENCE, Chat, Message
from tests.stories.refusals import Refusals, refused_by_provider, refused_by_telegram

QUICK = Pace(
    poll=timedelta(seconds=0.2),
    heartbeat=timedelta(seconds=0.1),
    lanes=timedelta(seconds=0.1),
    progress=timedelta(seconds=0.3),
    moderation_away=timedelta(seconds=0.3),
    first_search=timedelta(seconds=0.1),
    next_search=timedelta(seconds=0.2),
    surely_absent=timedelta(seconds=1),
    unknown_send=timedelta(seconds=0.5),
)
TLS = ssl.create_default_context()  # made once: each client would take 60 ms for its own
CHATTY = Rates(private=1000, group=1000, overall=1000, burst=1000)


def quiet_zone() -> str:
    """A time zone where no midnight, and so no month's end, is less than two hours away.

    Allowances renew there: a story that ran across one would find credits that it does not expect.
    """
    return "UTC" if 2 <= datetime.now(UTC).hour < 22 else "America/New_York"


class Watch:
    """The real time, and as much more as a story needs to have passed."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    @classmethod
    def next_at(cls, hour: int) -> "Watch":
        """Ahead by so much that it is just this hour, in UTC."""
        watch = cls()
        now = watch.now()
        start = now.replace(hour=hour, minute=0, second=0, microsecond=0)
        watch.advance(seconds=((start - now) % timedelta(days=1)).total_seconds())
        return watch

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def advance(self, **by: float) -> None:
        """As in `advance(minutes=3)`."""
        self._ahead += timedelta(**by)


class Town:
    """Everything outside the bot."""

    def __init__(self, where: Simulators, home: Path) -> None:
        self.where = where
        self.home = home
        self.zone = quiet_zone()
        self.telegram = httpx.AsyncClient(base_url=where.telegram, timeout=40, verify=TLS)
        self.useapi = httpx.AsyncClient(base_url=where.useapi, timeout=40, verify=TLS)
        self.refusals = Refusals()
        self._people = 7000

    async def close(self) -> None:
        await self.telegram.aclose()
        await self.useapi.aclose()

    async def reset(self) -> None:
        """A new world."""
        for client in (self.telegram, self.useapi):
            await client.delete("/control/faults")
        (await self.telegram.post("/control/reset", json={})).raise_for_status()
        calm = {"accounts": 1, "render_seconds": 0.4}
        (await self.useapi.post("/control/reset", json=calm)).raise_for_status()

    async def person(self, name: str = "Ann", person_id: int | None = None, **more: Any) -> Chat:
        """Somebody with a phone."""
        self._people += 1
        number = person_id or self._people
        body = {"id": number, "first_name": name, "username": f"{name.lower()}{number}", **more}
        (await self.telegram.post("/world/people", json=body)).raise_for_status()
        return Chat(self.telegram, number)

    async def admin(self) -> Chat:
        """The person in ADMIN_IDS."""
        return await self.person("Olivia", OWNER)

    async def group(self, title: str, *people: Chat, forum: bool = False) -> int:
        """A group of these people and the bot, an admin there: others do not hear their name."""
        members = [chat.person for chat in people]
        body = {"title": title, "members": members, "bot_admin": True, "forum": forum}
        answer = (await self.telegram.post("/world/groups", json=body)).raise_for_status()
        return int(answer.json()["id"])

    async def topic(self, group: int, name: str, by: Chat) -> Chat:
        """A topic of a forum, with somebody in it."""
        body = {"person": by.person, "chat": group, "name": name}
        answer = (await self.telegram.post("/world/topics", json=body)).raise_for_status()
        return Chat(self.telegram, by.person, group, int(answer.json()["thread"]))

    def settings(self, **changes: str) -> Settings:
        """Settings as `environment` gives them."""
        return load_settings(self.environment(**changes))

    def environment(self, **changes: str) -> dict[str, str]:
        """What whoever runs the bot has set."""
        return {
            "TELEGRAM_BOT_TOKEN": BOT_TOKEN,
            "TELEGRAM_API_URL": self.where.telegram,
            "USEAPI_TOKEN": API_TOKEN,
            "USEAPI_URL": self.where.useapi,
            "ADMIN_IDS": str(OWNER),
            "DATA_DIR": str(self.home),
            "HTTP_PORT": "0",
            "ACCESS": "open",
            "ASK_CONSENT": "false",
            "TIME_ZONE": self.zone,
            # A day that a story lets pass gives nobody more, unless the story says so.
            "MONTHLY_CREDITS": changes.get("DAILY_CREDITS", "300"),
            **changes,
        }

    @asynccontextmanager
    async def bot(
        self, *, pace: Pace = QUICK, clock: Clock | None = None, **changes: str
    ) -> AsyncIterator[Program]:
        """The program, running, until the block ends."""
        async with self.running(self.settings(**changes), pace=pace, clock=clock) as program:
            yield program

    @asynccontextmanager
    async def running(
        self, settings: Settings, *, pace: Pace = QUICK, clock: Clock | None = None
    ) -> AsyncIterator[Program]:
        """The program with these settings, until the block ends."""
        async with compose(settings, clock=clock or Watch(), pace=pace, rates=CHATTY) as program:
            running = asyncio.create_task(program.run())
            try:
                yield program
            finally:
                running.cancel()
                with suppress(asyncio.CancelledError):
                    await running

    def pace(self, **changes: timedelta) -> Pace:
        """QUICK, but for these."""
        return replace(QUICK, **changes)

    def webhooks(self) -> dict[str, Any]:
        """Settings for webhook mode: a port that is free, and the address that leads to it."""
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            port = listener.getsockname()[1]
        return {"HTTP_PORT": str(port), "PUBLIC_URL": f"http://127.0.0.1:{port}"}

    # what the simulators saw

    async def calls(self, method: str) -> list[dict[str, Any]]:
        """What the bot asked of Telegram."""
        answer = await self.telegram.get("/control/calls", params={"method": method})
        return list(answer.json()["calls"])

    async def requests(self, path: str, method: str = "POST") -> list[dict[str, Any]]:
        """What the bot asked of useapi.net."""
        answer = await self.useapi.get("/control/requests", params={"path": path})
        return [one for one in answer.json()["requests"] if one["method"] == method]

    async def check_refusals(self) -> None:
        """Nothing that the bot asked for was malformed, but for what the story expects to be."""
        providers = (await self.useapi.get("/control/requests")).json()["requests"]
        telegram = (await self.telegram.get("/control/calls")).json()["calls"]
        self.refusals.check([*refused_by_provider(providers), *refused_by_telegram(telegram)])

    async def videos(self) -> list[dict[str, Any]]:
        """The provider's own view of what it made and charged."""
        return list((await self.useapi.get("/control/videos")).json()["videos"])

    async def telegram_fault(self, **fault: Any) -> None:
        """Telegram misbehaves; what it is to refuse with words of the story's own is expected."""
        if "description" in fault:
            self.refusals.expect(fault["description"])
        (await self.telegram.post("/control/faults", json=fault)).raise_for_status()

    async def useapi_fault(self, **fault: Any) -> None:
        """The provider misbehaves."""
        (await self.useapi.post("/control/faults", json=fault)).raise_for_status()

    async def control(self, path: str, **body: Any) -> None:
        """Any other wish to the provider's simulator."""
        (await self.useapi.post(f"/control/{path}", json=body)).raise_for_status()

    async def hold(self) -> None:
        """Nothing that the provider renders is finished by itself from now on."""
        await self.control("hold", enabled=True)

    async def release(self) -> None:
        """What the provider holds back may be finished."""
        await self.control("hold", enabled=False)

    async def room(self, jobs: int) -> None:
        """How many jobs the provider's one account takes at once."""
        [account] = await self.accounts()
        await self.control("accounts", email=account["email"], maxJobs=jobs)

    async def accounts(self) -> list[dict[str, Any]]:
        """The provider's accounts with their credits."""
        return list((await self.useapi.get("/control/accounts")).json()["accounts"])

    async def is_the_providers(self, chat: Chat, message: Message) -> bool:
        """Whether the file in the chat is, byte for byte, what the provider made last."""
        made = (await self.useapi.get((await self.videos())[-1]["url"])).content
        return await chat.bytes_of(message) == made

    async def until(
        self, true: Callable[[], Awaitable[bool]], what: str, *, patience: float = PATIENCE
    ) -> None:
        """Wait for something that no chat shows."""
        try:
            async with asyncio.timeout(patience):
                while not await true():  # noqa: ASYNC110 (it is another process)
                    await asyncio.sleep(0.05)
        except TimeoutError:
            raise AssertionError(f"it never came to {what}") from None

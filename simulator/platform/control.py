"""The tests' side door: accounts, webhooks, and when and how jobs end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.platform.control_forms import (
    AccountChange,
    Activation,
    Finish,
    Hook,
    Replay,
    Reset,
)
from simulator.platform.control_views import account_json, delivery_json, job_json
from simulator.platform.faults import Fault
from simulator.platform.records import FINAL, Account, Job, Status, Webhook
from simulator.serving.side_door import BadOrder, SideDoor, read

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.platform.webhooks import Notifier
    from simulator.platform.world import World
    from simulator.serving.side_door import Table
    from simulator.serving.timeline import Timeline


class Control(SideDoor):
    def __init__(
        self, world: World, timeline: Timeline[int, Job, Status], notifier: Notifier
    ) -> None:
        super().__init__(world, timeline, Fault)
        self._world = world
        self._timeline = timeline
        self._notifier = notifier

    def table(self) -> Table:
        return [
            ("POST", "reset", self.reset),
            ("GET", "videos", self.videos),
            ("POST", "videos/finish", self.finish),
            ("GET", "accounts", self.accounts),
            ("POST", "accounts", self.change_account),
            ("POST", "templates", self.activate),
            ("GET", "webhooks", self.webhooks),
            ("POST", "webhooks", self.add_webhook),
            ("GET", "deliveries", self.deliveries),
            ("POST", "deliveries/replay", self.replay),
        ]

    async def reset(self, request: Request) -> Response:
        asked = await read(request, Reset)
        self.forget()
        self._notifier.clear()
        self._world.reset(replace(self._world.options, **asked.model_dump(exclude_none=True)))
        return JSONResponse({"ok": True, "keys": list(self._world.accounts)})

    async def videos(self, request: Request) -> Response:  # noqa: ARG002
        self._timeline.settle()
        rows = [job_json(self._world, job) for job in self._world.jobs.values()]
        return JSONResponse({"videos": rows})

    async def finish(self, request: Request) -> Response:
        asked = await read(request, Finish)
        if asked.status not in FINAL:
            raise BadOrder("status must be 1, 6, 7 or 8")
        if asked.all == (asked.video_id is not None):
            raise BadOrder("video_id, or all, is required")
        self._timeline.settle()
        numbers = list(self._world.running) if asked.all else [asked.video_id or 0]
        for number in numbers:
            if number not in self._world.running:
                raise BadOrder(f"{number} is not running")
            self._timeline.finish_now(number, asked.status)
        return JSONResponse({"finished": len(numbers)})

    async def accounts(self, request: Request) -> Response:  # noqa: ARG002
        self._timeline.settle()
        world = self._world
        rows = [account_json(world, one) for one in world.accounts.values()]
        return JSONResponse({"accounts": rows})

    async def change_account(self, request: Request) -> Response:
        asked = await read(request, AccountChange)
        world = self._world
        account = world.accounts.get(asked.key) or world.add_account(
            asked.key, world.options.credits
        )
        changes = asked.model_dump(exclude_none=True, exclude={"key", "credits"})
        if asked.credits is not None:
            changes |= {"credit_monthly": asked.credits, "credit_package": 0}
        world.keep_account(account.model_copy(update=changes))
        return JSONResponse(account_json(world, world.accounts[asked.key]))

    def _account(self, key: str | None) -> Account:
        accounts = self._world.accounts
        found = accounts.get(key) if key is not None else next(iter(accounts.values()), None)
        if found is None:
            raise BadOrder(f"There is no account for the key {key}")
        return found

    async def activate(self, request: Request) -> Response:
        asked = await read(request, Activation)
        account = self._account(asked.key)
        activated = set(account.activated if asked.templates is None else asked.templates)
        if asked.template_id is not None:
            activated.discard(asked.template_id)
            activated |= {asked.template_id} if asked.activated else set()
        changed = account.model_copy(update={"activated": frozenset(activated)})
        self._world.keep_account(changed)
        return JSONResponse({"activated": sorted(activated)})

    async def webhooks(self, request: Request) -> Response:  # noqa: ARG002
        rows = [one.model_dump() for one in self._world.webhooks.values()]
        return JSONResponse({"webhooks": rows})

    async def add_webhook(self, request: Request) -> Response:
        """What an operator does in the dashboard."""
        asked = await read(request, Hook)
        hook = Webhook(
            webhook_id=str(self._world.next_number()),
            account_id=self._account(asked.key).account_id,
            url=asked.url,
            secret=asked.secret,
        )
        self._world.keep_webhook(hook)
        return JSONResponse(hook.model_dump())

    async def deliveries(self, request: Request) -> Response:  # noqa: ARG002
        rows = [delivery_json(one) for one in self._notifier.deliveries]
        return JSONResponse({"deliveries": rows})

    async def replay(self, request: Request) -> Response:
        asked = await read(request, Replay)
        sent = await self._notifier.replay(asked.video_id)
        if sent is None:
            raise BadOrder(f"Nothing was sent for {asked.video_id}")
        return JSONResponse(delivery_json(sent))

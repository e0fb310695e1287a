"""The tests' side door: what was asked, what is to go wrong, and when jobs end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.platform.control_forms import (
    AccountChange,
    Activation,
    BadOrder,
    Finish,
    Hold,
    Hook,
    Replay,
    Reset,
    read,
)
from simulator.platform.control_views import account_json, delivery_json, job_json
from simulator.platform.faults import Fault
from simulator.platform.records import FINAL, Account, Switches, Webhook

if TYPE_CHECKING:
    from starlette.requests import Request

    from simulator.platform.jobs import Timeline
    from simulator.platform.webhooks import Notifier
    from simulator.platform.world import World
    from simulator.serving.wire import Wire


def answer(request: Request, error: Exception) -> Response:
    del request
    return JSONResponse({"error": str(error)}, 400)


class Control:
    def __init__(self, world: World, timeline: Timeline, notifier: Notifier) -> None:
        self._world = world
        self._timeline = timeline
        self._notifier = notifier
        self.wire: Wire | None = None  # set by the one who wraps the app in it

    def routes(self) -> list[Route]:
        table = [
            ("GET", "health", self.health),
            ("POST", "reset", self.reset),
            ("GET", "requests", self.requests),
            ("GET", "faults", self.list_faults),
            ("POST", "faults", self.add_fault),
            ("DELETE", "faults", self.clear_faults),
            ("GET", "videos", self.videos),
            ("POST", "videos/finish", self.finish),
            ("POST", "hold", self.hold),
            ("GET", "accounts", self.accounts),
            ("POST", "accounts", self.change_account),
            ("POST", "templates", self.activate),
            ("GET", "webhooks", self.webhooks),
            ("POST", "webhooks", self.add_webhook),
            ("GET", "deliveries", self.deliveries),
            ("POST", "deliveries/replay", self.replay),
            ("GET", "switches", self.switches),
            ("POST", "switches", self.change_switches),
        ]
        return [Route(f"/control/{path}", do, methods=[method]) for method, path, do in table]

    @property
    def _wired(self) -> Wire:
        assert self.wire is not None
        return self.wire

    async def health(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse({"ok": True})

    async def reset(self, request: Request) -> Response:
        asked = await read(request, Reset)
        options = self._world.options
        self._timeline.clear()
        self._wired.clear()
        self._notifier.clear()
        seconds = asked.render_seconds
        self._world.reset(
            keys=options.keys if asked.keys is None else asked.keys,
            render_seconds=options.render_seconds if seconds is None else seconds,
            credit=options.credits if asked.credits is None else asked.credits,
        )
        return JSONResponse({"ok": True, "keys": list(self._world.accounts)})

    async def requests(self, request: Request) -> Response:
        """`path` is a part of the address, `since` the last number already seen."""
        path = request.query_params.get("path", "")
        since = request.query_params.get("since") or "0"
        if not since.isdecimal():
            raise BadOrder("since must be a number of a request")
        calls = [one for one in self._wired.calls if path in one.path and one.n > int(since)]
        return JSONResponse({"requests": [one.shown() for one in calls]})

    async def list_faults(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse({"faults": [one.model_dump() for one in self._wired.faults]})

    async def add_fault(self, request: Request) -> Response:
        self._wired.faults.append(await read(request, Fault))
        return JSONResponse({"ok": True})

    async def clear_faults(self, request: Request) -> Response:  # noqa: ARG002
        self._wired.faults.clear()
        return JSONResponse({"ok": True})

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

    async def hold(self, request: Request) -> Response:
        asked = await read(request, Hold)
        self._timeline.settle()
        self._timeline.hold(enabled=asked.enabled)
        return JSONResponse({"held": self._timeline.held})

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

    async def switches(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse(self._world.switches.model_dump())

    async def change_switches(self, request: Request) -> Response:
        asked = await read(request, Switches)
        changes = asked.model_dump(exclude_unset=True)
        self._world.switches = self._world.switches.model_copy(update=changes)
        return JSONResponse(self._world.switches.model_dump())

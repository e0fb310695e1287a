"""PixVerse accounts behind the API: which one a request means, and what the pages say of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from simulator.useapi.access import world_of
from simulator.useapi.fields import Rule, Text, Whole, read_body
from simulator.useapi.refusals import (
    ACCOUNT_BUSY,
    ALL_BUSY,
    NO_SUBSCRIPTION,
    PENDING_ERROR,
    STATUS_PENDING_ERROR,
    UNAUTHORIZED,
    UPSTREAM_BUSY,
    Refused,
    bad,
)
from simulator.useapi.video_view import iso

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from simulator.useapi.records import Account
    from simulator.useapi.world import World

_NEW_ACCOUNT: Mapping[str, Rule] = {
    "email": Text(320),
    "password": Text(256),
    "maxJobs": Whole(1, 8),
    "token": Text(4096, filled=False),
}
_PLAN_CREDITS = 15_000


def account_for_reading(request: Request) -> Account:
    """The account of the query's `email`, which may be left out only when there is but one."""
    world = world_of(request)
    email = request.query_params.get("email")
    if email is None:
        if len(world.accounts) != 1:
            raise bad("Query param email is required when several accounts are configured")
        email = next(iter(world.accounts))
    return usable(configured(world, email))


def configured(world: World, email: str) -> Account:
    account = world.accounts.get(email)
    if account is None:
        raise bad(f"Account {email} is not configured")
    return account


def usable(account: Account) -> Account:
    if not account.subscription:
        raise Refused(402, NO_SUBSCRIPTION)
    if account.pending_error:
        raise Refused(STATUS_PENDING_ERROR, PENDING_ERROR)
    return account


def account_for_job(
    world: World, email: str | None, max_jobs: int | None, *, off_peak: bool
) -> Account:
    """The account named, or a random one with room; off-peak jobs need no room at all."""
    if email is not None:
        account = usable(configured(world, email))
        if not off_peak:
            _check_room(world, account, max_jobs)
        return account
    if not world.accounts:
        raise bad("No PixVerse account is configured")
    accounts = _able(world)
    if not off_peak:
        accounts = [one for one in accounts if _tracked_room(world, one, max_jobs) > 0]
    if not accounts:
        raise Refused(429, ALL_BUSY)
    account = world.random.choice(accounts)
    if not off_peak:
        _check_plan(world, account)
    return account


def _able(world: World) -> list[Account]:
    """Locked and unpaid accounts are passed over; when all are, the first says why."""
    accounts = list(world.accounts.values())
    able = [one for one in accounts if one.subscription and not one.pending_error]
    return able or [usable(accounts[0])]


def _tracked_room(world: World, account: Account, max_jobs: int | None) -> int:
    return (max_jobs or account.max_jobs) - len(world.executing(account.email))


def _check_room(world: World, account: Account, max_jobs: int | None) -> None:
    if _tracked_room(world, account, max_jobs) <= 0:
        raise Refused(429, ACCOUNT_BUSY)
    _check_plan(world, account)


def _check_plan(world: World, account: Account) -> None:
    """PixVerse counts what it renders, also the jobs that useapi was told to forget."""
    if sum(1 for _ in world.rendering(account.email)) >= account.plan_jobs:
        raise Refused(429, UPSTREAM_BUSY)


async def list_accounts(request: Request) -> Response:
    world = world_of(request)
    if not world.accounts:
        raise Refused(404, "No PixVerse account is configured", code=404)
    return JSONResponse({email: account_json(world, one) for email, one in world.accounts.items()})


async def get_account(request: Request) -> Response:
    world = world_of(request)
    return JSONResponse(account_json(world, _in_path(request, world)))


async def put_account(request: Request) -> Response:
    """Configures an account, or mends one that is locked by a pending error."""
    world = world_of(request)
    email = request.path_params["email"]
    body = await read_body(request, _NEW_ACCOUNT, ("email", "password", "maxJobs"))
    if body["email"] != email:
        raise bad("Parameter email must be the same as in the path")
    if "@" not in email.strip("@"):
        raise bad(f"Parameter email ({email}) is not an email address")
    if email not in world.accounts and body.get("token"):
        raise bad("Parameter token must be empty when the account is first configured")
    if body["password"] == "wrong":  # noqa: S105 - the one password that the world refuses
        raise Refused(401, UNAUTHORIZED)
    known = world.accounts.get(email) or world.add_account(
        email, max_jobs=body["maxJobs"], credit=world.options.credits
    )
    changes = {"max_jobs": body["maxJobs"], "pending_error": False}
    world.keep_account(known.model_copy(update=changes))
    return JSONResponse(account_json(world, world.accounts[email]), 201)


async def delete_account(request: Request) -> Response:
    world = world_of(request)
    world.remove_account(_in_path(request, world).email)
    return Response(status_code=204)


def _in_path(request: Request, world: World) -> Account:
    email = request.path_params["email"]
    account = world.accounts.get(email)
    if account is None:
        raise Refused(404, f"Account {email} is not configured", code=404)
    return account


def account_json(world: World, account: Account) -> dict[str, object]:
    expires = world.now().replace(microsecond=0) + timedelta(days=30)
    return {
        "email": account.email,
        "password": "…secured…",
        "maxJobs": account.max_jobs,
        "jwt": {
            "AccountId": account.account_id,
            "ExpireTime": int(expires.timestamp()),
            "ExpireTimeUTC": iso(expires),
            "Username": account.email.partition("@")[0],
            "token": "abc…secured…cde",
        },
    }


async def get_features(request: Request) -> Response:
    account = account_for_reading(request)
    return JSONResponse(features_json(world_of(request), account))


def features_json(world: World, account: Account) -> dict[str, object]:
    """The spendable balance is daily + monthly + package; the gifts are sizes of a refill."""
    daily = min(account.credits, 30)
    monthly = min(account.credits - daily, _PLAN_CREDITS)
    renewal = world.now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=30)
    return {
        "user_id": account.account_id,
        "member_id": 3,
        "product_id": 12,
        "plan_name": "Premium",
        "next_plan_name": "Premium",
        "next_plan_type": 3,
        "current_plan_type": 3,
        "type": 3,
        "credit_daily": daily,
        "credit_daily_gift": 30,
        "initial_credit_gift": 0,
        "credit_monthly": monthly,
        "credit_monthly_gift": _PLAN_CREDITS,
        "credit_package": account.credits - daily - monthly,
        "expired_date": iso(renewal),
        "price": "60",
        "billing_period": "monthly",
        "next_billing_period": "monthly",
        "billing_renewal_date": iso(renewal),
        "payment": "stripe",
        "invoice_url": "",
        "stripe_bill_url": "",
        "gen_simultaneously": account.plan_jobs,
        "allow_fast_mode": 1,
        "allow_relaxed_mode": 1,
        "allow_use_new_feat": 1,
        "allow_private_generate": 1,
        "remove_watermark": 1,
        "allow_purchase_credit": 1,
        "sub_order_in_progress": 0,
        "allow_effect": 1,
    }

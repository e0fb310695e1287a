"""How a bot gets its updates: getUpdates and the webhook methods; answers to pressed buttons."""

import asyncio
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request, conflict
from simulator.telegram.limits import ANSWER_CHARACTERS, LONG_POLL_SECONDS, LOOPBACK
from simulator.telegram.model import Bot, Json, QueryKind, Webhook
from simulator.telegram.questions import STALE
from simulator.telegram.updates import UPDATE_KINDS
from simulator.telegram.world import World


async def get_updates(world: World, call: Call) -> list[Json]:
    queue = world.queues[call.bot.id]
    _refuse_with_webhook(call.bot)
    limit = call.integer("limit", 100, low=1, high=100)
    timeout = call.integer("timeout", 0, high=LONG_POLL_SECONDS)
    offset = call.integer("offset", 0, low=-(2**31))
    _allow(world, call)
    queue.poll += 1
    mine = queue.poll
    queue.signal.fire()  # an older call that still waits ends with a conflict
    if offset < 0:
        queue.keep_last(-offset)
    elif offset > 0:
        queue.confirm_below(offset)
    deadline = asyncio.get_running_loop().time() + timeout
    while not (updates := queue.take(limit)) and not world.stopping:
        left = deadline - asyncio.get_running_loop().time()
        if left <= 0:
            break
        await queue.signal.wait(left)
        _refuse_if_replaced(call.bot, queue.poll, mine)
    return [update.body() for update in updates]


def _refuse_with_webhook(bot: Bot) -> None:
    if bot.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active;"
            " use deleteWebhook to delete the webhook first"
        )


def _refuse_if_replaced(bot: Bot, newest: int, mine: int) -> None:
    if bot.webhook is not None:
        raise conflict("terminated by setWebhook request")
    if newest != mine:
        raise conflict(
            "terminated by other getUpdates request;"
            " make sure that only one bot instance is running"
        )


def _allow(world: World, call: Call) -> None:
    wanted = call.json("allowed_updates")
    if wanted is None:
        return
    if not isinstance(wanted, list) or not all(isinstance(kind, str) for kind in wanted):
        raise bad_request("expected an Array of String as allowed_updates")
    known = [kind for kind in wanted if kind in UPDATE_KINDS]
    if known != (call.bot.allowed_updates or []):
        call.bot.allowed_updates = known or None
        world.save_bot(call.bot)


@dataclass(frozen=True)
class Told:
    """A result that comes with a sentence, as those of the webhook methods do."""

    result: bool
    description: str


async def set_webhook(world: World, call: Call) -> Told:
    url = call.text("url").strip()
    if not url:
        return await delete_webhook(world, call)
    _check_webhook_url(url)
    secret = call.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    webhook = Webhook(
        url=url,
        secret_token=secret,
        max_connections=call.integer("max_connections", 40, low=1, high=100),
        ip_address=call.text("ip_address") or None,
    )
    _allow(world, call)
    if call.flag("drop_pending_updates"):
        world.queues[call.bot.id].clear()
    changed = _put_webhook(world, call.bot, webhook)
    return Told(result=True, description=f"Webhook {'was' if changed else 'is already'} set")


def _check_webhook_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise bad_request("invalid webhook URL specified")
    if parts.hostname in LOOPBACK:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in (None, 443, 80, 88, 8443):
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _put_webhook(world: World, bot: Bot, webhook: Webhook | None) -> bool:
    if webhook == bot.webhook:
        return False
    bot.webhook = webhook
    world.save_bot(bot)
    world.queues[bot.id].signal.fire()
    world.webhooks_changed.fire()
    return True


async def delete_webhook(world: World, call: Call) -> Told:
    if call.flag("drop_pending_updates"):
        world.queues[call.bot.id].clear()
    changed = _put_webhook(world, call.bot, None)
    word = "was" if changed else "is already"
    return Told(result=True, description=f"Webhook {word} deleted")


async def get_webhook_info(world: World, call: Call) -> Json:
    webhook = call.bot.webhook
    queue = world.queues[call.bot.id]
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(queue.pending),
    }
    if webhook is not None:
        info["max_connections"] = webhook.max_connections
        info["ip_address"] = webhook.ip_address or "127.0.0.1"
        if queue.last_error is not None:
            info["last_error_date"], info["last_error_message"] = queue.last_error
    if call.bot.allowed_updates:
        info["allowed_updates"] = call.bot.allowed_updates
    return info


async def answer_callback_query(world: World, call: Call) -> bool:
    query = world.questions.fresh(call.bot.id, call.text("callback_query_id"), QueryKind.BUTTON)
    if query is None:
        raise bad_request(STALE)
    text = call.text("text")
    if len(text) > ANSWER_CHARACTERS:
        raise bad_request("MESSAGE_TOO_LONG")
    url = call.text("url")
    if url and not url.startswith(("https://t.me/", f"tg://resolve?domain={call.bot.username}")):
        raise bad_request("URL_INVALID")
    answer = {"text": text or None, "show_alert": call.flag("show_alert"), "url": url or None}
    world.questions.answer(query, answer)
    return True

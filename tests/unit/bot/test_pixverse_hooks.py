"""Webhooks of the platform: whose they are, which video they speak of, and what a copy of one does."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import pytest
from pydantic import SecretStr

from bot.providers.adapter import NotTheirs
from bot.providers.pixverse.hooks import Hooks
from pixverse.platform import Construction, Switches
from tests.clock import SettableClock

SECRETS = (SecretStr("hush"), SecretStr("hush-hush"))
BODY = json.dumps({"id": "361204882190000001", "status": 1}, separators=(",", ":")).encode()


def signed(
    clock: SettableClock, body: bytes = BODY, *, secret: str = "hush", nonce: str = "n1"
) -> dict[str, str]:
    """The headers of a delivery whose body was signed in the order in which it was sent."""
    stamp = str(int(clock.now().timestamp()))
    fields = "&".join(f"{key}={value}" for key, value in json.loads(body).items())
    text = f"{stamp}\n{nonce}\n{fields}".encode()
    mac = hmac.digest(secret.encode(), text, hashlib.sha256)
    return {
        "webhook-timestamp": stamp,
        "webhook-nonce": nonce,
        "webhook-signature": base64.b64encode(mac).decode(),
    }


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def hooks(clock: SettableClock) -> Hooks:
    return Hooks(SECRETS, Switches().webhook_constructions, clock)


@pytest.mark.parametrize("secret", ["hush", "hush-hush"])
def test_each_key_may_have_a_secret_of_its_own(
    hooks: Hooks, clock: SettableClock, secret: str
) -> None:
    assert hooks.mentioned(signed(clock, secret=secret), BODY) == "361204882190000001"


def test_a_copy_is_no_hint_and_no_mistake(hooks: Hooks, clock: SettableClock) -> None:
    headers = signed(clock)
    assert hooks.mentioned(headers, BODY)
    clock.advance(seconds=200)
    assert hooks.mentioned(headers, BODY) is None
    assert hooks.mentioned(signed(clock, nonce="n2"), BODY)


def test_what_is_old_by_its_own_clock_is_refused_long_after_its_nonce_is_forgotten(
    hooks: Hooks, clock: SettableClock
) -> None:
    headers = signed(clock)
    assert hooks.mentioned(headers, BODY)
    clock.advance(timedelta(minutes=11))
    with pytest.raises(NotTheirs):
        hooks.mentioned(headers, BODY)


def test_others_cannot_sign(hooks: Hooks, clock: SettableClock) -> None:
    for headers in ({}, signed(clock, secret="guessed")):
        with pytest.raises(NotTheirs):
            hooks.mentioned(headers, BODY)


def test_without_a_secret_nobody_is_believed(clock: SettableClock) -> None:
    with pytest.raises(NotTheirs):
        Hooks((), frozenset(Construction), clock).mentioned(signed(clock), BODY)


def test_a_body_that_names_no_video_is_theirs_all_the_same(
    hooks: Hooks, clock: SettableClock
) -> None:
    body = b'{"status":1}'
    assert hooks.mentioned(signed(clock, body), body) is None

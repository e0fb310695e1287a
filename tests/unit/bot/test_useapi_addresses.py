"""Addresses in a provider's answer: nothing makes the bot ask inside its own network."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.public_addresses import may_be_fetched


@pytest.mark.parametrize(
    "url",
    [
        "https://media.pixverse.ai/a/b%20c.mp4?x=1&y=2#t",
        "https://MEDIA.pixverse.ai:8443/v.mp4",
        "https://media.pixverse.ai./v.mp4",
        "https://8.8.8.8/v.mp4",
        "https://[2606:4700:4700::1111]/v.mp4",
        "https://xn--bcher-kva.example.org/v.mp4",
    ],
)
def test_public_https_addresses_may_be_fetched(url: str) -> None:
    assert may_be_fetched(url, allow_loopback=False)


PRIVATE = [
    "http://media.pixverse.ai/v.mp4",
    "ftp://media.pixverse.ai/v.mp4",
    "file:///etc/passwd",
    "//media.pixverse.ai/v.mp4",
    "upload/v.mp4",
    "",
    "https://",
    "https://10.0.0.1/v",
    "https://172.16.0.1/v",
    "https://192.168.1.1/v",
    "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/v",
    "https://0.0.0.0/v",
    "https://224.0.0.1/v",
    "https://255.255.255.255/v",
    "https://2852039166/v",
    "https://0xa9.0xfe.0xa9.0xfe/v",
    "https://10.1/v",
    "https://0251.0376.0251.0376/v",
    "https://[::]/v",
    "https://[fe80::1]/v",
    "https://[fe80::1%25eth0]/v",
    "https://[fd00::1]/v",
    "https://[::ffff:10.0.0.1]/v",
    "https://[64:ff9b::a00:1]/v",
    "https://[2002:a00:1::1]/v",
    "https://database/v",
    "https://metadata.google.internal/v",
    "https://router.lan/v",
    "https://printer.local./v",
    "https://media.pixverse.ai@10.0.0.1/v",
    "https://user:pass@media.pixverse.ai/v",
    "https://media.pixverse.ai\\@10.0.0.1/v",
    "https://10.0.0.1\t.example.org/v",
    "https://media.pixverse.ai/v\nHost: x",
    "https://media.pixverse.ai:99999/v",
    "https://med\u0456a.pixverse.ai/v",
    "https://-a.org/v",
    "https://a..org/v",
    "https://media.pixverse.ai/" + "a" * 3000,
]


@pytest.mark.parametrize("url", PRIVATE)
@pytest.mark.parametrize("allow_loopback", [False, True])
def test_everything_else_may_not(url: str, allow_loopback: bool) -> None:
    assert not may_be_fetched(url, allow_loopback=allow_loopback)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8099/media/v.mp4",
        "https://127.8.9.10/v",
        "http://localhost:8099/v",
        "http://[::1]:8099/v",
    ],
)
def test_this_machine_only_where_the_provider_is_on_it(url: str) -> None:
    assert may_be_fetched(url, allow_loopback=True)
    assert not may_be_fetched(url, allow_loopback=False)


@given(st.text())
def test_no_text_is_too_odd_to_be_judged(text: str) -> None:
    may_be_fetched(f"https://{text}", allow_loopback=True)

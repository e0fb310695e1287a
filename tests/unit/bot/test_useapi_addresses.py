"""Addresses in a provider's answer: nothing makes the bot ask inside its own network."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.public_addresses import may_be_fetched
from bot.results import PublicResolver
from tests.servers import LOOPBACK, PUBLIC


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
    assert may_be_fetched(url, server=PUBLIC)


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
@pytest.mark.parametrize("server", [PUBLIC, LOOPBACK, "http://platform:8080"])
def test_everything_else_may_not(url: str, server: str) -> None:
    assert not may_be_fetched(url, server=server)


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
    assert may_be_fetched(url, server=LOOPBACK)
    assert not may_be_fetched(url, server=PUBLIC)


@pytest.mark.parametrize(
    ("server", "beside"),
    [
        ("http://platform:8080", "http://platform:8081"),
        ("http://platform:8080", "https://platform:8080"),
        ("http://platform", "http://platform:8080"),
        ("https://pixverse.lan/api", "https://other.pixverse.lan"),
        ("http://10.1.2.3:80", "http://10.1.2.4:80"),
    ],
)
def test_the_providers_own_server_and_nothing_beside_it(server: str, beside: str) -> None:
    scheme, host = server.removesuffix("/api").split("://")
    assert may_be_fetched(f"{scheme}://{host.upper()}/media/v.mp4?x=1", server=server)
    assert not may_be_fetched(f"{scheme}://{host}/media/v.mp4", server=PUBLIC)
    assert not may_be_fetched(f"{scheme}://me@{host}/media/v.mp4", server=server)
    assert not may_be_fetched(f"{beside}/media/v.mp4", server=server)
    assert may_be_fetched("https://media.pixverse.ai/v.mp4", server=server)


def test_port_80_need_not_be_named() -> None:
    assert may_be_fetched("http://platform:80/v.mp4", server="http://platform")


async def test_only_that_server_may_have_a_private_address() -> None:
    resolver = PublicResolver("http://localhost:8080")
    assert await resolver.resolve("localhost", 8080)
    with pytest.raises(OSError, match="no public address"):
        await resolver.resolve("localhost", 8081)
    await resolver.close()


@given(st.text())
def test_no_text_is_too_odd_to_be_judged(text: str) -> None:
    may_be_fetched(f"https://{text}", server=LOOPBACK)

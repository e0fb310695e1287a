"""What the provider was asked for, and paid for, without what every request has."""

from typing import Any

from tests.stories.town import Town

LARGEST_SEED = 2_147_483_647


async def the_body(
    town: Town, endpoint: str, *, largest_seed: int = LARGEST_SEED
) -> dict[str, Any]:
    """The body of the one paid request."""
    [request] = [
        one
        for one in await town.requests("/videos/")
        if one["path"].startswith("/v2/pixverse/videos/")
    ]
    assert request["path"] == f"/v2/pixverse/videos/{endpoint}"
    body = dict(request["json"])
    [account] = await town.accounts()
    assert body.pop("email") == account["email"]
    assert len(body.pop("replyRef")) >= 20
    assert 1 <= body.pop("seed") <= largest_seed
    return body


async def paths(town: Town) -> list[str]:
    """Where the provider keeps the pictures, in the order in which they were uploaded."""
    uploads = await town.requests("/files/")
    return [one["response"]["result"][0]["path"] for one in uploads]


async def sizes(town: Town) -> list[int]:
    """How large the pictures are that were uploaded, in order: that tells one from another."""
    return [one["body_size"] for one in await town.requests("/files/")]

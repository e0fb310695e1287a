"""What a vendor would refuse for its form: a mistake of the bot's, unless the story says that it expects it."""

from collections.abc import Iterable, Iterator
from typing import Any

BAD_REQUEST, UNPROCESSABLE = 400, 422
NOT_FOR_THEIR_FORM = (  # of what is answered with 422: for what somebody wants to see
    "AI moderator",
    "No masks detected",
    "No clear person or animal",
)
GONE = "Unable to locate"  # what is deleted once more, as after a crash
PLATFORM_CODES = frozenset(  # by which PixVerse's own API says that a parameter is wrong
    {
        *(400011, 400013, 400017, 400018, 400019, 400032),
        *(500030, 500031, 500032, 500033, 500071),
        712008,
    }
)
# What Telegram says of a chat, a message or a press as it is by now, not of how it was asked.
HARMLESS = (
    "chat not found",  # an admin who has never written to the bot
    "message is not modified",  # after a restart nobody knows what it shows
    "message to edit not found",
    "message to delete not found",
    "query is too old",
)


class Refusals:
    """What was refused in a story."""

    def __init__(self) -> None:
        self._expected: list[str] = []

    def expect(self, words: str) -> None:
        """A refusal that has these words belongs to the story."""
        self._expected.append(words)

    def check(self, found: Iterable[str]) -> None:
        """Every refusal was expected."""
        surprises = [one for one in found if not any(said in one for said in self._expected)]
        assert not surprises, "refused for their form:\n" + "\n".join(surprises)


def refused_by_provider(requests: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Of what a simulated provider has in its log, what it did not take for its form."""
    for one in requests:
        response = one["response"] if isinstance(one["response"], dict) else {}
        words = str(response.get("error") or response.get("ErrMsg") or response)
        if one["method"] == "DELETE" and GONE in words:
            continue
        by_status = one["status"] in (BAD_REQUEST, UNPROCESSABLE)
        if by_status and any(said in words for said in NOT_FOR_THEIR_FORM):
            continue
        if by_status or response.get("ErrCode") in PLATFORM_CODES:
            body = one.get("json") or one.get("form")
            yield f"{one['method']} {one['path']}: {words} ({body})"


def refused_by_telegram(calls: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Of what the bot asked of the simulated Telegram, what it did not take for its form."""
    for one in calls:
        if one["status"] == BAD_REQUEST and not any(said in one["error"] for said in HARMLESS):
            yield f"{one['method']}: {one['error']} ({one['params']})"

"""Reads the fields of a structured parameter as strictly as Telegram does."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from simulator.telegram.errors import ApiError, bad_request
from simulator.telegram.limits import LOOPBACK
from simulator.telegram.model import Json


@dataclass(frozen=True)
class Fields:
    """The fields of one object; `name` is what Telegram calls it in its refusals."""

    name: str
    raw: Json

    def text(self, field: str) -> str:
        value = self.raw.get(field)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(f'Field "{field}" must be of type String')
        return value

    def required(self, field: str) -> str:
        if field not in self.raw:
            raise self.wrong(f'Can\'t find field "{field}"')
        return self.text(field)

    def number(self, field: str) -> int:
        value = self.raw.get(field, 0)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.wrong(f'Field "{field}" must be of type Number')
        return value

    def address(self, field: str) -> str:
        """An address that must be given; plain http is for loopback only."""
        return checked_address(self.required(field))

    def wrong(self, reason: str) -> ApiError:
        return bad_request(f"can't parse {self.name}: {reason}")


def checked_address(address: str) -> str:
    if not address:
        raise bad_request("WEBDOCUMENT_URL_EMPTY")
    parts = urlsplit(address)
    local = parts.scheme == "http" and parts.hostname in LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or local):
        raise bad_request("WEBDOCUMENT_URL_INVALID")
    return address

"""Kinds of values that settings have: servers, secrets, numbers of credits, names in any letters, files."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr

from bot.addresses import origin, public_origin, server
from jobs.payments import read_packs, write_packs
from jobs.terms import Terms, terms_of
from jobs.zones import UnknownZone, zone_named

SHORTEST_BACKUP_KEY = 16
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


def _one_word(token: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[!-~]+", token.get_secret_value()):
        raise ValueError("must be one word of plain letters, digits and signs")
    return token


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _numbers(value: object) -> object:
    """`1, 2,3` as numbers; what is no number stays, and is refused afterwards."""
    return (
        [part for part in re.split(r"[,\s]+", value) if part] if isinstance(value, str) else value
    )


def _bot_token(token: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(token.get_secret_value()):
        raise ValueError("is not a bot token; @BotFather gives one, it looks like 123456789:AAE-f8")
    return token


def _long_enough(key: SecretStr) -> SecretStr:
    if len(key.get_secret_value()) < SHORTEST_BACKUP_KEY:
        raise ValueError(f"must have {SHORTEST_BACKUP_KEY} characters or more")
    return key


def _zone(name: str) -> str:
    try:
        return zone_named(name).key
    except UnknownZone:
        raise ValueError("must be the name of a time zone, such as Europe/Berlin") from None


def _with_terms(path: Path | None) -> Path | None:
    if path is not None:
        read_terms(path)
    return path


def read_terms(path: Path) -> Terms:
    """Raises ValueError."""
    try:
        return terms_of(path.read_text("utf-8"))
    except OSError:
        raise ValueError("names a file that cannot be read") from None
    except UnicodeDecodeError:
        raise ValueError("names a file that is not text") from None


def _packs(text: str) -> str:
    try:
        return write_packs(read_packs(text))
    except ValueError:
        raise ValueError("must be like Small:100:50; Monthly:1000:400:monthly") from None


Credits = Annotated[int, Field(ge=0, le=1_000_000_000)]
Lowercase = BeforeValidator(_lower)
Uppercase = BeforeValidator(_upper)
Server = Annotated[str, AfterValidator(server)]
Origin = Annotated[str, AfterValidator(origin)]
PublicOrigin = Annotated[str, AfterValidator(public_origin)]
ApiToken = Annotated[SecretStr, AfterValidator(_one_word)]
BotToken = Annotated[SecretStr, AfterValidator(_bot_token)]
BackupKey = Annotated[SecretStr, AfterValidator(_long_enough)]
TelegramIds = Annotated[frozenset[Annotated[int, Field(gt=0)]], BeforeValidator(_numbers)]
TermsFile = Annotated[Path | None, AfterValidator(_with_terms)]
ZoneName = Annotated[str, AfterValidator(_zone)]
PackList = Annotated[str, AfterValidator(_packs)]

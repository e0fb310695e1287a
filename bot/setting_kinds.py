"""Kinds of values that settings have: servers, secrets, numbers of credits, names in any letters."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr

from bot.addresses import origin, public_origin, server


def _one_word(token: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[!-~]+", token.get_secret_value()):
        raise ValueError("must be one word of plain letters, digits and signs")
    return token


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


Credits = Annotated[int, Field(ge=0, le=1_000_000_000)]
Lowercase = BeforeValidator(_lower)
Uppercase = BeforeValidator(_upper)
Server = Annotated[str, AfterValidator(server)]
Origin = Annotated[str, AfterValidator(origin)]
PublicOrigin = Annotated[str, AfterValidator(public_origin)]
ApiToken = Annotated[SecretStr, AfterValidator(_one_word)]

"""How settings are read, and what is said about those that cannot be used: one clear line for each."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bot.environment import BadSettings, Places, read
from bot.providers.adapter import Adapter, Providers
from bot.providers.registry import DEFAULT, PROVIDERS
from bot.settings import SECRETS, Settings

__all__ = ["BadSettings", "env_example", "load_settings", "secret_names", "setting_fields"]

M = TypeVar("M", bound=BaseModel)

_SENTENCES = {
    "missing": "is missing. {description}",
    "too_short": "is missing. {description}",
    "int_parsing": "must be a whole number.",
    "int_from_float": "must be a whole number.",
    "float_parsing": "must be a number.",
    "finite_number": "must be a number.",
    "bool_parsing": "must be true or false.",
    "greater_than": "must be more than {gt}.",
    "greater_than_equal": "must be {ge} or more.",
    "less_than_equal": "must be {le} or less.",
    "literal_error": "must be {expected}.",
    "enum": "must be {expected}.",
    "value_error": "{error}.",
}


def setting_fields(providers: Providers = PROVIDERS) -> Mapping[str, FieldInfo]:
    """All settings there are, by their lower-case names; after `provider` come those of each provider."""
    fields: dict[str, FieldInfo] = {}
    for name, field in Settings.model_fields.items():
        fields[name] = field
        if name == "provider":
            for adapter in providers.values():
                fields |= {own: known for own, known in _own(adapter) if own not in fields}
    return fields


def secret_names(providers: Providers = PROVIDERS) -> frozenset[str]:
    """Those that may also be given as `<NAME>_FILE`."""
    theirs = (name for adapter in providers.values() for name in adapter.settings.secret)
    return frozenset({*SECRETS, *theirs})


def _own(adapter: Adapter[Any]) -> Iterable[tuple[str, FieldInfo]]:
    fields: Mapping[str, FieldInfo] = adapter.settings.model_fields
    return fields.items()


def load_settings(
    environ: Mapping[str, str] | None = None,
    *,
    env_file: Path | None = None,
    secrets_dir: Path | None = None,
    providers: Providers = PROVIDERS,
) -> Settings:
    """Read and check all settings. Raises BadSettings.

    Without `environ`: the environment of the process, `.env` beside it, and `/run/secrets`. `providers`
    are those to choose from.
    """
    places = Places.usual() if environ is None else Places(environ, env_file, secrets_dir)
    chosen = providers.get(read(places, {"provider"}, ()).get("provider", DEFAULT).lower())
    looked_at = {chosen.name: chosen} if chosen else {}
    names, secret = setting_fields(looked_at).keys(), secret_names(looked_at)
    values: dict[str, Any] = dict(read(places, names, secret))
    mistakes: list[str] = []
    settings = _checked(Settings, values, mistakes)
    if chosen is None:
        raise BadSettings([_choice(providers), *mistakes])
    theirs = _checked(chosen.settings, values, mistakes)
    if settings is None or theirs is None:
        raise BadSettings(list(dict.fromkeys(mistakes)))
    return settings.with_provider(chosen, theirs)


def _choice(providers: Providers) -> str:
    *others, last = map(repr, providers)
    return f"PROVIDER must be {', '.join(others)}{' or ' if others else ''}{last}."


def _checked(kind: type[M], values: Mapping[str, Any], mistakes: list[str]) -> M | None:
    try:
        return kind(**{name: value for name, value in values.items() if name in kind.model_fields})
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    mistakes += [_line(kind, detail) for detail in details]
    return None


def env_example() -> str:
    """The text of `.env.example`."""
    top = "# Copy this file to .env. Only the lines without '#' must be filled in.\n"
    return "\n".join([top, *map(_example, setting_fields().items())])


def _line(kind: type[BaseModel], error: ErrorDetails) -> str:
    """A mistake in plain words."""
    if not error["loc"]:
        return str(error["ctx"]["error"])
    name, *item = map(str, error["loc"])
    sentence = _SENTENCES.get(error["type"], "cannot be used.")
    context = error.get("ctx", {}) | {"description": kind.model_fields[name].description}
    return f"{name.upper()}{': each' if item else ''} {sentence.format_map(context)}"


def _example(setting: tuple[str, FieldInfo]) -> str:
    name, field = setting
    if field.is_required() and (name in Settings.model_fields or name in _needed_by_default()):
        return f"# {field.description}\n{name.upper()}=\n"
    default = None if field.is_required() else field.default
    return f"# {field.description}\n#{name.upper()}={_written(default)}\n"


def _needed_by_default() -> frozenset[str]:
    return frozenset(PROVIDERS[DEFAULT].settings.model_fields)


def _written(default: object) -> str:
    match default:
        case None | frozenset() | ():
            return ""
        case bool():
            return str(default).lower()
        case _:
            return str(default)

"""Settings as people write them, and what they are told about mistakes."""

import re
from pathlib import Path

import pytest

from bot.loading import BadSettings, env_example, load_settings, setting_fields
from bot.settings import LogFormat, Settings
from jobs.ids import PersonId
from jobs.people import AccessPolicy
from jobs.quotas import Limits

TOKEN = "123456789:AAE-" + "x" * 31
OTHER_TOKEN = "987654321:BBF_" + "y" * 31
NEEDED = {"TELEGRAM_BOT_TOKEN": TOKEN, "USEAPI_TOKEN": "user:42-secret"}


def given(**more: str) -> Settings:
    return load_settings({**NEEDED, **more})


def mistakes(**more: str) -> tuple[str, ...]:
    with pytest.raises(BadSettings) as caught:
        given(**more)
    return caught.value.lines


def test_two_secrets_are_enough() -> None:
    settings = given()
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert settings.telegram_base_url == "https://api.telegram.org/bot"
    assert settings.telegram_base_file_url == "https://api.telegram.org/file/bot"
    assert settings.of_provider.server == "https://api.useapi.net"
    assert settings.access is AccessPolicy.APPROVAL
    assert settings.rules.limits == Limits(daily_credits=300, monthly_credits=3000, running_jobs=2)
    assert settings.bot_daily_credits is None
    assert settings.public_url is None
    assert settings.http == ("127.0.0.1", 8080)
    assert settings.database == Path("data/bot.sqlite3")
    assert settings.poll_seconds == 10
    assert (settings.log_level, settings.log_format) == ("INFO", LogFormat.CONSOLE)


def test_values_are_read_as_people_write_them() -> None:
    settings = given(
        ADMIN_IDS=" 7, 8,9 ",
        ACCESS="Open",
        LOG_LEVEL="debug",
        LOG_FORMAT="JSON",
        PUBLIC_URL="https://bot.example.com/",
        TELEGRAM_API_URL="http://telegram:8081//",
        HTTP_PORT="0",
        POLL_SECONDS="0.1",
        TELEGRAM_LOCAL_MODE="yes",
        BOT_DAILY_CREDITS="",
        SOMETHING_ELSE="ignored",
    )
    assert settings.owners == {PersonId(7), PersonId(8), PersonId(9)}
    assert settings.access is AccessPolicy.OPEN
    assert settings.log_level == "DEBUG"
    assert settings.log_format is LogFormat.JSON
    assert settings.public_url == "https://bot.example.com"
    assert settings.telegram_base_url == "http://telegram:8081/bot"
    assert settings.http_port == 0
    assert settings.poll_seconds == 0.1
    assert settings.telegram_local_mode
    assert settings.bot_daily_credits is None


def test_what_is_missing_is_said_in_one_line_each() -> None:
    with pytest.raises(BadSettings) as caught:
        load_settings({})
    telegram, useapi = caught.value.lines
    assert telegram.startswith("TELEGRAM_BOT_TOKEN is missing.")
    assert useapi.startswith("USEAPI_TOKEN is missing.")


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("ADMIN_IDS", "1,me", "ADMIN_IDS: each must be a whole number."),
        ("ADMIN_IDS", "-5", "ADMIN_IDS: each must be more than 0."),
        ("PROVIDER", "somebody", "PROVIDER must be 'useapi', 'pixverse' or 'useapi-v1'."),
        ("ACCESS", "all", "ACCESS must be 'approval', 'open', 'invite' or 'closed'."),
        ("ASK_CONSENT", "maybe", "ASK_CONSENT must be true or false."),
        ("TERMS_FILE", "/no/such/file", "TERMS_FILE names a file that cannot be read."),
        ("TERMS_FILE", "/dev/null", "TERMS_FILE must name a file of 1 to 3500 characters."),
        ("GROUPS", "some", "GROUPS must be 'auto', 'all', 'allowed' or 'none'."),
        ("DAILY_CREDITS", "1.5", "DAILY_CREDITS must be a whole number."),
        ("MONTHLY_CREDITS", "-1", "MONTHLY_CREDITS must be 0 or more."),
        ("MAX_RUNNING_JOBS", "0", "MAX_RUNNING_JOBS must be 1 or more."),
        ("POLL_SECONDS", "0.05", "POLL_SECONDS must be 0.1 or more."),
        ("POLL_SECONDS", "nan", "POLL_SECONDS must be a number."),
        ("HTTP_PORT", "65536", "HTTP_PORT must be 65535 or less."),
        ("LOG_FORMAT", "xml", "LOG_FORMAT must be 'console' or 'json'."),
        ("LOG_LEVEL", "loud", "LOG_LEVEL must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'."),
        ("TELEGRAM_LOCAL_MODE", "maybe", "TELEGRAM_LOCAL_MODE must be true or false."),
        ("PUBLIC_URL", "http://example.com", "PUBLIC_URL must begin with https://."),
        (
            "PUBLIC_URL",
            "https://example.com/bot",
            "PUBLIC_URL must be a scheme and a host only, as in https://example.com.",
        ),
        (
            "PUBLIC_URL",
            "https://example.com?a=b",
            "PUBLIC_URL must have no query, fragment, user name or password.",
        ),
        ("USEAPI_URL", "useapi.net", "USEAPI_URL is not an address like https://example.com."),
        ("USEAPI_URL", "https://a:b", "USEAPI_URL is not an address like https://example.com."),
        (
            "TELEGRAM_API_URL",
            "https://me:pass@example.com",
            "TELEGRAM_API_URL must have no query, fragment, user name or password.",
        ),
    ],
)
def test_each_mistake_has_its_sentence(name: str, value: str, line: str) -> None:
    assert mistakes(**{name: value}) == (line,)


PIXVERSE = {"TELEGRAM_BOT_TOKEN": TOKEN, "PROVIDER": "PixVerse"}


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ({}, ["PIXVERSE_API_KEY is missing. With PROVIDER=pixverse:"]),
        ({"PIXVERSE_API_KEY": ","}, ["PIXVERSE_API_KEY is missing."]),
        ({"PIXVERSE_API_KEY": "sk-1, schlüssel"}, ["PIXVERSE_API_KEY: each must be one word"]),
        ({"PIXVERSE_API_KEY": "sk-1,sk-1"}, ["PIXVERSE_API_KEY names a key twice."]),
        (
            {"PIXVERSE_API_KEY": "sk-1,sk-2", "PIXVERSE_WEBHOOK_ID": "7"},
            ["PIXVERSE_WEBHOOK_ID must have one webhook for each API key, or none."],
        ),
        (
            {"PIXVERSE_API_KEY": "sk-1", "PIXVERSE_WEBHOOK_ID": "7"},
            ["PIXVERSE_WEBHOOK_SECRET must have one secret for each webhook."],
        ),
        (
            {"PIXVERSE_API_URL": "pixverse.ai", "PIXVERSE_CONCURRENCY": "0"},
            [
                "PIXVERSE_API_KEY is missing.",
                "PIXVERSE_API_URL is not an address",
                "PIXVERSE_CONCURRENCY must be 1 or more.",
            ],
        ),
    ],
)
def test_a_providers_own_settings_are_checked_where_it_is_chosen(
    more: dict[str, str], lines: list[str]
) -> None:
    with pytest.raises(BadSettings) as caught:
        load_settings(PIXVERSE | more)
    assert len(caught.value.lines) == len(lines)
    for said, begins in zip(caught.value.lines, lines, strict=True):
        assert said.startswith(begins)
    assert given(**more).provider == "useapi"


def test_several_keys_and_their_webhooks(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text("sk-1,\nsk-2\n")
    more = {
        "PIXVERSE_API_KEY_FILE": str(file),
        "PIXVERSE_API_URL": "http://127.0.0.1:9",
        "PIXVERSE_WEBHOOK_ID": "7 8",
        "PIXVERSE_WEBHOOK_SECRET": "hush, hush-hush",
    }
    settings = load_settings(PIXVERSE | more)
    assert set(settings.secrets) >= {"sk-1", "sk-2", "hush", "hush-hush"}
    assert settings.provider_hook == "pixverse"
    assert "sk-1" not in repr(settings) + repr(settings.of_provider)


def test_all_mistakes_are_told_at_once() -> None:
    assert len(mistakes(DAILY_CREDITS="x", HTTP_PORT="y", ACCESS="z")) == 3


def test_no_mistake_shows_a_value() -> None:
    text = "\n".join(
        mistakes(
            TELEGRAM_BOT_TOKEN="wr0ng-t0ken", USEAPI_TOKEN="two w0rds", ADMIN_IDS="m1splaced-secret"
        )
    )
    assert not re.search("wr0ng|w0rds|m1splaced", text)
    assert "TELEGRAM_BOT_TOKEN is not a bot token" in text
    assert "TELEGRAM_BOT_TOKEN" not in repr(given())
    assert TOKEN not in repr(given())


def test_http_is_allowed_for_this_machine_itself() -> None:
    for host in ("localhost", "127.0.0.1:8443", "[::1]:80"):
        assert given(PUBLIC_URL=f"http://{host}").public_url == f"http://{host}"


def test_derived_secrets_last_differ_and_do_not_show_the_token() -> None:
    one, again = given(), given()
    other = given(TELEGRAM_BOT_TOKEN=OTHER_TOKEN)
    assert one.telegram_webhook_secret == again.telegram_webhook_secret
    assert one.telegram_webhook_secret != one.provider_hook
    assert one.telegram_webhook_secret != other.telegram_webhook_secret
    assert re.fullmatch(r"[A-Za-z0-9_-]{32,256}", one.telegram_webhook_secret)
    assert set(one.secrets) >= {TOKEN, "user:42-secret", one.provider_hook}


def test_nobody_could_be_let_in_is_said() -> None:
    assert given().advice
    assert not given(ADMIN_IDS="1").advice
    assert not given(ACCESS="open").advice


def test_terms_of_ones_own_are_a_version_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "terms.txt"
    file.write_text("  Be kind.\n")
    ours, theirs = given(), given(TERMS_FILE=str(file))
    assert (ours.terms.text, theirs.terms.text) == (None, "Be kind.")
    assert theirs.rules.terms == theirs.terms.version != ours.rules.terms
    file.write_text("Be kind.")
    assert given(TERMS_FILE=str(file)).terms == theirs.terms
    file.write_text("Be kinder.")
    assert given(TERMS_FILE=str(file)).terms.version != theirs.terms.version
    assert given(ASK_CONSENT="no").rules.terms is None
    file.write_bytes(b"\xff\xfe")
    assert mistakes(TERMS_FILE=str(file)) == ("TERMS_FILE names a file that is not text.",)


def test_secrets_come_from_files(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"  {TOKEN}\n")
    settings = load_settings({"TELEGRAM_BOT_TOKEN_FILE": str(file), "USEAPI_TOKEN": "t"})
    assert settings.telegram_bot_token.get_secret_value() == TOKEN


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.touch()
    assert mistakes(USEAPI_TOKEN="", USEAPI_TOKEN_FILE=f"{tmp_path}/none") == (
        f"USEAPI_TOKEN_FILE names a file that cannot be read: {tmp_path}/none.",
    )
    assert mistakes(USEAPI_TOKEN="", USEAPI_TOKEN_FILE=str(empty)) == (
        f"USEAPI_TOKEN_FILE names a file that is empty: {empty}.",
    )
    assert mistakes(USEAPI_TOKEN_FILE=str(empty)) == (
        "USEAPI_TOKEN and USEAPI_TOKEN_FILE are both set; keep one.",
    )


def test_the_environment_goes_before_env_file_and_that_before_the_secrets_folder(
    tmp_path: Path,
) -> None:
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "telegram_bot_token").write_text(TOKEN)
    (secrets / "USEAPI_TOKEN").write_text("from-the-folder")
    (secrets / "unrelated").write_bytes(b"\xff\xfe")
    env_file = tmp_path / ".env"
    env_file.write_text("# mine\nUSEAPI_TOKEN='from-env-file'\nDAILY_CREDITS=5\nHTTP_PORT=1\nNO\n")

    def load(environ: dict[str, str], env_file: Path | None) -> Settings:
        return load_settings(environ, env_file=env_file, secrets_dir=secrets)

    assert "from-the-folder" in load({}, None).secrets
    settings = load({"HTTP_PORT": "2"}, env_file)
    assert "from-env-file" in settings.secrets
    assert (settings.daily_credits, settings.http_port) == (5, 2)
    assert load({}, tmp_path / "missing").daily_credits == 300


def test_an_env_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadSettings) as caught:
        load_settings(NEEDED, env_file=env_file)
    assert caught.value.lines == (f"The file {env_file} cannot be read.",)


def test_the_usual_places_are_the_environment_and_the_env_file_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("USEAPI_TOKEN", "t")
    (tmp_path / ".env").write_text("DAILY_CREDITS=17\n")
    assert load_settings().daily_credits == 17


def test_env_example_is_the_one_in_the_project() -> None:
    committed = Path(__file__).parents[3] / ".env.example"
    assert committed.read_text("utf-8") == env_example(), (
        "write it anew: python -c 'from bot.loading import env_example; "
        'print(env_example(), end="")\' > .env.example'
    )


def test_env_example_once_filled_in_gives_the_defaults(tmp_path: Path) -> None:
    filled = env_example().replace("_TOKEN=\n", f"_TOKEN={TOKEN}\n").replace("\n#", "\n")
    (tmp_path / ".env").write_text(filled)
    settings = load_settings({}, env_file=tmp_path / ".env")
    assert settings == given(USEAPI_TOKEN=TOKEN)
    assert all(f"{name.upper()}=" in env_example() for name in setting_fields())

"""What whoever runs the bot relies on: the image, compose.yaml and the operations page say the same as the code."""

import json
import os
import re
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bot.loading import secret_names, setting_fields

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PACKAGES = {
    name.rstrip("*") for name in PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
}
SETTINGS = {name.upper() for name in setting_fields()}
SECRET_FILES = {f"{name.upper()}_FILE" for name in secret_names()}
COMPOSE = (ROOT / "compose.yaml").read_text()


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions in order, continued lines joined."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.M)
    lines = re.sub(r"\\\n\s*", " ", text).splitlines()
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in lines if line.strip()]


def last(instruction: str) -> str:
    """The instruction's last argument: what holds for the image that runs."""
    return [rest for name, rest in instructions() if name == instruction][-1]


def copied() -> set[str]:
    """What the build takes from the project's folder."""
    return {
        rest.split()[0]
        for name, rest in instructions()
        if name == "COPY" and not rest.startswith("--from")
    }


def test_the_image_holds_the_packages_of_the_bot_and_nothing_else() -> None:
    assert copied() == PACKAGES | {"requirements/bot.txt"}


def test_nothing_else_even_reaches_the_builder() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in lines
    assert {line[1:].rstrip("/") for line in lines if line.startswith("!")} == copied()


def test_the_image_is_started_and_stopped_without_a_shell_and_without_root() -> None:
    assert json.loads(last("ENTRYPOINT")) == ["python", "-m", "bot"]
    assert last("STOPSIGNAL") == "SIGTERM"
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", last("USER"))


def test_the_image_has_the_version_and_a_python_of_the_project() -> None:
    assert f'image.version="{PROJECT["project"]["version"]}"' in last("LABEL")
    bases = {rest.split()[0] for name, rest in instructions() if name == "FROM"}
    needed = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert bases == {f"python:{needed}-slim-bookworm"}


def test_the_image_is_set_up_for_its_volume_and_port() -> None:
    values = dict(word.split("=", 1) for word in last("ENV").split())
    assert (values["DATA_DIR"], values["HTTP_HOST"]) == (last("VOLUME"), "0.0.0.0")
    assert values["HTTP_PORT"] == last("EXPOSE")
    for name, value in values.items():
        if name in SETTINGS:
            quoted = f'"{value}"' if value.isdigit() else value
            assert f"      {name}: {quoted}\n" in COMPOSE


@contextmanager
def answering(status: int) -> Iterator[int]:
    """A server on a free port that answers every question with this status."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_request(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def health_check(port: int) -> int:
    """The exit status of the image's health check."""
    command = json.loads(last("HEALTHCHECK").split(" CMD ")[1])
    assert command[0] == "python"
    proxy = "http://127.0.0.1:9"
    environment = os.environ | {"HTTP_PORT": str(port), "http_proxy": proxy, "HTTP_PROXY": proxy}
    done = subprocess.run([sys.executable, *command[1:]], env=environment, capture_output=True)
    return done.returncode


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (500, False)])
def test_health_is_what_healthz_answers(status: int, healthy: bool) -> None:
    with answering(status) as port:
        assert (health_check(port) == 0) is healthy


def test_nobody_listening_is_not_healthy() -> None:
    with answering(200) as port:
        pass
    assert health_check(port) != 0


def test_compose_gives_the_container_no_more_than_it_needs() -> None:
    lines = [line.strip() for line in COMPOSE.splitlines()]
    assert {"read_only: true", "cap_drop:", "- ALL", "- no-new-privileges:true"} <= set(lines)
    assert {"- data:/data", "restart: unless-stopped", "stop_grace_period: 15s"} <= set(lines)
    assert re.search(r"^    mem_limit: \d+m$", COMPOSE, re.M)


def test_compose_opens_the_port_to_this_machine_only() -> None:
    published = re.search(r"^    ports:\n((?:      - .*\n)+)", COMPOSE, re.M)
    assert published
    assert published[1] == f'      - "127.0.0.1:8080:{last("EXPOSE")}"\n'


def test_the_secrets_of_compose_are_those_that_the_bot_reads() -> None:
    assert set(re.findall(r"^# +(\w+):\n# +file: \./secrets/\1$", COMPOSE, re.M)) == secret_names()
    assert set(re.findall(r"^ +# +- (\w+)$", COMPOSE, re.M)) == secret_names()


def test_the_operations_page_names_only_settings_that_exist() -> None:
    page = (ROOT / "docs/operations.md").read_text()
    named = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)[`=]", page))
    assert named
    assert named <= SETTINGS | SECRET_FILES


def test_the_example_names_every_setting_once() -> None:
    names = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M)
    assert sorted(names) == sorted(SETTINGS)


def test_the_checks_of_a_fresh_clone_can_be_started() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    targets = re.findall(r"^make ((?:\w+ )+)", script.read_text(), re.M)
    assert targets == ["check test "]

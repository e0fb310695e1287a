"""What is typed behind a command, and what is asked of whoever types: numbers, stretches of time, passwords."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, _SubParsersAction
from collections.abc import Callable
from datetime import timedelta
from getpass import getpass

from pydantic import SecretStr

from bot.cli.visit import Command, wrong
from handlers.admin.words import stretch


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number from `least` to `most`."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise ArgumentTypeError(f"{text!r} is no whole number from {least} to {most}")
        return number

    return read


def how_long(text: str) -> timedelta:
    """30m, 12h, 7d or 2w."""
    found = stretch(text)
    if found is None:
        raise ArgumentTypeError(f"{text!r} is no stretch of time like 30m, 12h, 7d or 2w")
    return found


def add_command(
    family: "_SubParsersAction[ArgumentParser]", name: str, command: Command, told: str
) -> ArgumentParser:
    """One more command; every one has --json."""
    parser = family.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.set_defaults(command=command)
    return parser


def ask_password(email: str) -> SecretStr:
    """Typed unseen, or the first line of standard input; never an argument: others could see those."""
    if sys.stdin.isatty():
        text = getpass(f"PixVerse password of {email}: ")
    else:
        text = sys.stdin.readline().rstrip("\r\n")
    if not text:
        wrong("The password is missing: type it when asked, or give it on standard input.")
    return SecretStr(text)


def confirm(question: str, *, said_before: bool) -> None:
    """Raises WrongInput where nobody says yes."""
    if said_before:
        return
    if not sys.stdin.isatty():
        wrong("Nothing was done: add --yes where nobody can be asked.")
    if input(f"{question} [y/N] ").strip().lower() not in ("y", "yes"):
        wrong("Nothing was done.")

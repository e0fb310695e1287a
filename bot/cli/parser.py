"""What may be typed behind `python -m bot`, which alone runs the bot."""

import argparse

from bot.cli.accounts import add_accounts
from bot.cli.backups import add_backups
from bot.cli.jobs import add_jobs
from bot.cli.stats import add_stats
from bot.cli.users import add_users


def parser() -> argparse.ArgumentParser:
    """Tells `--check` from the commands; each of those carries what it does."""
    typed = argparse.ArgumentParser(prog="python -m bot", description="The PixVerse Telegram bot.")
    typed.add_argument("--check", action="store_true", help="try everything and say how it went")
    tasks = typed.add_subparsers(dest="task", title="instead of running the bot")
    for add in (add_users, add_accounts, add_jobs, add_stats, add_backups):
        add(tasks)
    return typed

"""Buttons around the PixVerse accounts."""

from handlers.chat.buttons.codec import Button
from jobs.ids import AccountNumber
from jobs.roles import Right


class ShowAccount(Button, tag="Ka", right=Right.ACCOUNTS):
    """One account."""

    account: AccountNumber


class PauseAccount(Button, tag="Kp", right=Right.ACCOUNTS):
    """It gets no new jobs."""

    account: AccountNumber


class ResumeAccount(Button, tag="Kr", right=Right.ACCOUNTS):
    """It gets jobs again."""

    account: AccountNumber


class ChooseAccountJobs(Button, tag="Kj", right=Right.ACCOUNTS):
    """How many jobs is it to do at once?"""

    account: AccountNumber


class AskPassword(Button, tag="Kq", right=Right.ACCOUNTS):
    """Log the account in again, with so many jobs at once (0: as many as now): its password is asked for."""

    account: AccountNumber
    jobs: int


class DropPasswordQuestion(Button, tag="Kn", right=Right.ACCOUNTS):
    """No password is given."""


class AskRemoveAccount(Button, tag="Kx", right=Right.ACCOUNTS):
    """Is the account really to go?"""

    account: AccountNumber


class RemoveAccount(Button, tag="Kz", right=Right.ACCOUNTS):
    """It goes."""

    account: AccountNumber


class ExplainAdding(Button, tag="Kh", right=Right.ACCOUNTS):
    """How to add one."""

"""Buttons of the shop: for everybody, and for those who look after it."""

from handlers.chat.buttons.codec import Button
from jobs.ids import PackId, PersonId
from jobs.roles import Right


class OpenShop(Button, tag="$o"):
    """What is sold."""


class BuyPack(Button, tag="$b"):
    """An invoice for it."""

    item: PackId


class AskStop(Button, tag="$s"):
    """Shall the subscription that began with this payment end?"""

    payment: int


class StopRenewal(Button, tag="$S"):
    """It shall."""

    payment: int


class AskPack(Button, tag="$n", right=Right.PAYMENTS):
    """The next message says what is sold from now on."""


class WithdrawPack(Button, tag="$w", right=Right.PAYMENTS):
    """It is not sold any more."""

    item: PackId


class ShowPayments(Button, tag="$p", right=Right.PAYMENTS):
    """Somebody's latest payments."""

    person: PersonId


class AskRefund(Button, tag="$f", right=Right.PAYMENTS):
    """Shall the Stars of this payment go back?"""

    payment: int


class Refund(Button, tag="$F", right=Right.PAYMENTS):
    """They shall."""

    payment: int

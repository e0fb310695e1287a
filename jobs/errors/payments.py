"""What can be in the way of taking Stars, or giving them back."""

from jobs.errors.base import CoreError


class ShopClosed(CoreError):
    """Nobody can buy anything here."""


class PackGone(CoreError):
    """What the invoice was for is not sold any more, or not for that price."""


class InvoiceOld(CoreError):
    """The invoice was made too long ago."""


class AlreadySubscribed(CoreError):
    """The person pays for this every month as it is."""


class TelegramAway(CoreError):
    """Telegram did not answer what only it can do."""


class NoSuchPayment(CoreError):
    """No payment has this charge id."""


class NoSuchPack(CoreError):
    """Nothing of this name is sold."""


class WrongPack(CoreError):
    """Telegram would not take an invoice for this."""


class AlreadyRefunded(CoreError):
    """The Stars of this payment went back before, or are on their way."""

"""What every error of the core is."""


class CoreError(Exception):
    """A rule of the product was in the way; the person is told in a sentence."""

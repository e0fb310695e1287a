"""What can be wrong with a file that somebody sent. The workshop makes reasons of them."""


class MediaFault(Exception):
    """The file cannot become what is needed."""


class FileGone(MediaFault):
    """Telegram no longer has it."""


class FileTooLarge(MediaFault):
    """More bytes or pixels than Telegram gives out, the provider takes, or this machine can hold."""


class TooLong(MediaFault):
    """It lasts longer than it may."""


class Unreadable(MediaFault):
    """It is damaged, or not of the kind that it should be."""

"""Time zones as they stand in the database: the world's list of them changes."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_or(name: str | None, usual: ZoneInfo) -> ZoneInfo:
    """A zone that this machine does not know (any more) is the usual one."""
    try:
        return ZoneInfo(name) if name else usual
    except ZoneInfoNotFoundError:
        return usual

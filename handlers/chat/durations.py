"""Moments and stretches of time in words."""

from datetime import datetime, tzinfo

from handlers.chat.texts import Texts


def duration_label(seconds: float, texts: Texts) -> str:
    """A stretch of time, in seconds up to two minutes, in minutes up to two hours, and in hours from there."""
    whole = max(int(seconds), 0)
    if whole < 120:
        return texts.plain("seconds", n=whole)
    if whole < 2 * 3600:
        return texts.plain("minutes", n=round(whole / 60))
    return texts.plain("hours", n=round(whole / 3600))


def moment_label(at: datetime, zone: tzinfo, texts: Texts) -> str:
    """A moment of this year, as somebody's clock shows it."""
    there = at.astimezone(zone)
    return texts.plain("moment", day=there.day, month=there.month, clock=f"{there:%H:%M}")


def duration_in_words(until: datetime, now: datetime, texts: Texts) -> str:
    """How long until then: days, hours, or less."""
    seconds = (until - now).total_seconds()
    if seconds >= 2 * 86400:
        return texts.plain("days", n=round(seconds / 86400))
    return duration_label(seconds, texts)

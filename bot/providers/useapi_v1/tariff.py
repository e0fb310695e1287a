"""What a video counts for through useapi.net v1.

Its vendor prints no prices: the Discord bot's subscription counted them. So that allowances mean something,
each video counts as much as the cheapest one of five seconds through useapi.net v2.
"""

from dataclasses import dataclass
from datetime import date

from jobs.capabilities import Mode, Options, Subject
from jobs.tariff import Price

ONE, FOUR = "1x", "4x"
"""What stands for a model: how many videos one request makes."""

HD = "HD"
VIDEO = 20
VIDEOS = 4


@dataclass(frozen=True, slots=True)
class UseApiV1Tariff:
    """Implements `jobs.tariff.Tariff`."""

    source: str = "an estimate; useapi.net prints no prices for v1"
    as_of: date = date(2026, 11, 21)

    def price(self, subject: Subject, options: Options) -> Price:
        """See `Tariff.price`."""
        return Price(_credits(subject, options), about=True)


TARIFF = UseApiV1Tariff()


def _credits(subject: Subject, options: Options) -> int:
    if subject.mode is Mode.TEXT and options.model == FOUR:
        return VIDEOS * VIDEO
    if subject.mode is Mode.FOLLOW_UP:
        return subject.makes * VIDEO
    return 2 * VIDEO if options.quality == HD else VIDEO

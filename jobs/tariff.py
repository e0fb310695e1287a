"""What a video costs in the provider's credits. The price lists are data of the providers."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from jobs.capabilities import Options, Subject


@dataclass(frozen=True, slots=True)
class Price:
    """Credits for one job, at least 1; `about` where the vendor documents no exact figure."""

    credits: int
    about: bool = False


class Tariff(Protocol):
    """A vendor's price list: where it stands, as of when, and what a job costs by it."""

    @property
    def source(self) -> str:
        """Where the list stands."""

    @property
    def as_of(self) -> date:
        """When it was read."""

    def price(self, subject: Subject, options: Options) -> Price:
        """The price of one job with options that fit the subject."""

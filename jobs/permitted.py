"""What may be used of each feature: of a plan, or by one person."""

from collections.abc import Iterable
from dataclasses import dataclass

from jobs.capabilities import Feature


@dataclass(frozen=True, slots=True, kw_only=True)
class Permitted:
    """Of the modes, qualities and models those that are named; None means all of them."""

    modes: frozenset[str] | None = None
    qualities: frozenset[str] | None = None
    models: frozenset[str] | None = None

    def allowed(self, feature: Feature) -> frozenset[str] | None:
        """The values of a feature that may be used; None: all."""
        return {
            Feature.MODE: self.modes,
            Feature.QUALITY: self.qualities,
            Feature.MODEL: self.models,
        }[feature]

    def allows(self, feature: Feature, value: str | None) -> bool:
        """Whether this value may be used; what a job does not have is no obstacle."""
        allowed = self.allowed(feature)
        return value is None or allowed is None or value in allowed

    def toggled(self, feature: Feature, value: str, known: Iterable[str]) -> frozenset[str]:
        """The values of a feature after one was tapped; where all were allowed, all that are `known`."""
        allowed = self.allowed(feature)
        return frozenset(known if allowed is None else allowed) ^ {value}

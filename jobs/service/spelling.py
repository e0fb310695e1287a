"""Names that those who run the bot type are the provider's: any other would lock people out, or change nothing."""

from collections.abc import Collection

from jobs.errors import UnknownNames

_NAMED = 5  # of the wrong ones, and so much of each: somebody may have typed a whole page
_LONGEST = 40


def spelled(
    typed: Collection[str], known: Collection[str], kept: Collection[str] | None = None
) -> frozenset[str]:
    """The names as the provider writes them. What is `kept` from another time may stay. Raises UnknownNames."""
    spelling = {name.casefold(): name for name in (*(kept or ()), *known)}
    unknown = sorted(name for name in typed if name.casefold() not in spelling)
    if unknown:
        shown = ", ".join(name[:_LONGEST] for name in unknown[:_NAMED])
        raise UnknownNames(shown, ", ".join(known))
    return frozenset(spelling[name.casefold()] for name in typed)

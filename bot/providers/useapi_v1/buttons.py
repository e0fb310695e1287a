"""What stands under a finished result in Discord, in the core's words. Buttons that nobody knows are left out."""

from collections.abc import Collection, Iterable, Mapping

from bot.providers.useapi_v1.tariff import VIDEOS
from jobs.follow_ups import FollowUp, FollowUpKind

_KNOWN: Mapping[str, FollowUp] = {
    one.name: one
    for one in (
        *(FollowUp(name=f"U{n}", kind=FollowUpKind.PICK, number=n) for n in range(1, VIDEOS + 1)),
        *(FollowUp(name=f"V{n}", kind=FollowUpKind.VARY, number=n) for n in range(1, VIDEOS + 1)),
        FollowUp(name="🔄", kind=FollowUpKind.REDO),
        FollowUp(name="ReDo", kind=FollowUpKind.REDO),
        FollowUp(name="🔀", kind=FollowUpKind.MORE),
        FollowUp(name="⏫", kind=FollowUpKind.REFINE),
    )
}


def follow_ups(buttons: Iterable[str], *, makes_four: Collection[str]) -> tuple[FollowUp, ...]:
    """Those of the known ones that a result has, each once."""
    known = [_KNOWN[name] for name in dict.fromkeys(buttons) if name in _KNOWN]
    return tuple(
        one.model_copy(update={"makes": VIDEOS}) if one.name in makes_four else one for one in known
    )

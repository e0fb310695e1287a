"""What somebody or something in a video is called, where it can be swapped."""

from collections import Counter
from collections.abc import Sequence

from handlers.chat.texts import Texts
from jobs.materials import Part

KINDS = ("person", "object", "background")


def part_name(part: Part, texts: Texts) -> str:
    """By its kind."""
    return texts.plain(f"part-{part.kind if part.kind in KINDS else 'other'}")


def part_names(parts: Sequence[Part], texts: Texts) -> Sequence[str]:
    """Each with a number where there are more of its kind."""
    names = [part_name(part, texts) for part in parts]
    several, seen = Counter(names), Counter[str]()
    told = []
    for name in names:
        seen[name] += 1
        numbered = texts.plain("part-numbered", name=name, n=seen[name])
        told.append(numbered if several[name] > 1 else name)
    return told

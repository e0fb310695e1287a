"""What useapi.net's PixVerse API v1 can do, as data: its commands, as modes.

Source: its pages, as they stood before it was deprecated. Anime's characters are left out.
"""

from dataclasses import replace

from bot.providers.useapi_v1.tariff import FOUR, HD, ONE, TARIFF
from jobs.capabilities import Mode, ModelRules, ModeRules, Options, Words
from jobs.offer import Offer

PROMPT = 512
RATIOS = ("16:9", "9:16", "1:1", "4:3", "3:4")
STYLES = {"realistic": "Realistic", "anime": "Anime", "3d_animation": "3D Animation"}
"""What the core calls them, and the API."""

SD = "SD"
LIVELINESS = {"normal": 3, "lively": 5, "fast": 8, "wild": 10}
"""Of the ten degrees; the vendor's own choice is 5."""

SEEDS = range(1, 2_147_483_648)
"""0 is left out: nothing says whether it means chance."""

_WORDS = ModelRules(ratios=RATIOS, styles=tuple(STYLES), prompt_limit=PROMPT, negative_limit=PROMPT)
_FACE = ModelRules(ratios=RATIOS, prompt_limit=PROMPT, negative_limit=PROMPT)
_ANIMATE = ModelRules(qualities=(SD, HD), motions=tuple(LIVELINESS), prompt_limit=PROMPT)

MODES = {
    Mode.TEXT: ModeRules(
        {ONE: _WORDS, FOUR: replace(_WORDS, takes_seed=False)}, words=Words.NEEDED, seeds=SEEDS
    ),
    Mode.IMAGE: ModeRules({"": _ANIMATE}, pictures=(1, 1), seeds=SEEDS),
    # The face of the picture, in a scene of words.
    Mode.FUSION: ModeRules({"": _FACE}, words=Words.NEEDED, pictures=(1, 1), seeds=SEEDS),
    # The buttons under a result; words for a variation are left out.
    Mode.FOLLOW_UP: ModeRules({"": ModelRules()}, words=Words.NONE, takes_seed=False),
}

START = Options(model=ONE, quality=SD, ratio="16:9", style="realistic", motion="lively")

OFFER = Offer(MODES, TARIFF, START, deletes=False)

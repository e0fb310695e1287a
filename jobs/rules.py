"""The rules that admins may change while the bot runs: one frozen value, read where it decides something.

The environment gives the defaults; what an admin has set goes before them. A field of `LiveRules` that
has a line in `jobs/admin/live_settings.py` can be changed live.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jobs.effects import Effect
from jobs.errors import UnderMaintenance
from jobs.groups import GroupPolicy
from jobs.ids import EffectId, PersonId
from jobs.moderation import DenyList, EffectMark, StopWord, Unreachable, is_hidden
from jobs.people import AccessPolicy
from jobs.periods import Calendar
from jobs.quotas import Limits
from jobs.tariff import Price


@dataclass(frozen=True, slots=True)
class LiveRules:
    """All rules of one moment. `owners` are those of ADMIN_IDS; None in a cap means no cap.

    `held_day` goes on until `held_until`: the zone was changed (`jobs/periods.py:Calendar`).
    `terms` is the version that everybody accepts before their first job; None: nobody is asked.
    """

    owners: frozenset[PersonId] = frozenset()
    access: AccessPolicy = AccessPolicy.APPROVAL
    daily_credits: int = 300
    monthly_credits: int = 3000
    max_running_jobs: int = 2
    bot_daily_credits: int | None = None
    maintenance: bool = False
    maintenance_message: str = ""
    queue_paused: bool = False
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    price_markup: int = 0
    fixed_prices: Mapping[str, int] = field(default_factory=dict)
    stop_words: tuple[StopWord, ...] = ()
    effect_marks: tuple[EffectMark, ...] = ()
    deny_list: DenyList = DenyList.AUTO
    strikes_limit: int = 3
    strikes_days: int = 7
    pause_hours: int = 24
    moderation_unreachable: Unreachable = Unreachable.PASS
    support_daily_grants: int = 200
    referral_credits: int = 0
    groups: GroupPolicy = GroupPolicy.AUTO
    terms: str | None = None
    time_zone: str = "UTC"
    stars: bool = False
    bought_credits_days: int | None = None
    low_credits: int = 100
    held_day: date | None = None
    held_until: datetime | None = None

    @property
    def zone(self) -> ZoneInfo:
        """Whose midnights count for the bot, and for people who have not chosen a zone."""
        return ZoneInfo(self.time_zone)

    @property
    def calendar(self) -> Calendar:
        """The bot's own dates, which are those of everybody who has not chosen a zone."""
        return Calendar(self.zone, self.held_day, self.held_until)

    def day(self, now: datetime) -> date:
        """The bot's own date. It comes once, also where the zone is changed."""
        return self.calendar.day(now)

    def date_of(self, moment: datetime) -> date:
        """What the calendar on the wall shows at any moment, as it is hung now: for what is only looked at."""
        return moment.astimezone(self.zone).date()

    @property
    def limits(self) -> Limits:
        """What a person may use who has no limits of their own."""
        return Limits(self.daily_credits, self.monthly_credits, self.max_running_jobs)

    def hides(self, effect: Effect) -> bool:
        """Whether people are not to see or use an effect."""
        return is_hidden(effect, self.effect_marks, denied=self.denies)

    @property
    def denies(self) -> bool:
        """Whether the words of the deny list hide effects."""
        if self.deny_list is DenyList.AUTO:
            return self.open_access
        return self.deny_list is DenyList.ON

    def charge(self, price: Price, mode: str, effect_id: EffectId | None = None) -> Price:
        """What people pay for what has this price: a fixed one, or with the markup in per cent; at least 1."""
        fixed = self.fixed_prices.get(str(effect_id), self.fixed_prices.get(mode))
        if fixed is not None:
            return Price(fixed)
        return replace(price, credits=max(-(-price.credits * (100 + self.price_markup) // 100), 1))

    def check_open(self) -> None:
        """Whether new videos can be started. Raises UnderMaintenance."""
        if self.maintenance:
            raise UnderMaintenance(self.maintenance_message)

    @property
    def open_access(self) -> bool:
        """Whether everybody may come in who was not refused."""
        return self.access is AccessPolicy.OPEN

    @property
    def all_groups(self) -> bool:
        """Whether the bot answers in every group."""
        if self.groups is GroupPolicy.AUTO:
            return self.open_access
        return self.groups is GroupPolicy.ALL

    @property
    def no_groups(self) -> bool:
        """Whether it answers in none."""
        return self.groups is GroupPolicy.NONE

"""START HERE for what those who run the bot can do: pages of the panel, commands, buttons.

Rights stand beside what they open: a page's in `pages`, a command's in `handlers/commands.py:FOR_ROLES`,
a button's in its class. Whoever lacks one is refused before the handler runs, and by the use case again.
"""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Update

from handlers.admin.access import AccessDesk
from handlers.admin.accounts import AccountsDesk
from handlers.admin.backups import BackupDesk
from handlers.admin.broadcast import BroadcastDesk
from handlers.admin.broadcast_typed import BroadcastTyped
from handlers.admin.errands import Answer, Errands
from handlers.admin.frame import Page, Panel
from handlers.admin.jobs import OthersJobs
from handlers.admin.limits import PersonLimits
from handlers.admin.log import Log
from handlers.admin.misplaced import Misplaced
from handlers.admin.moderation import Moderation
from handlers.admin.numbers import NumbersDesk
from handlers.admin.passwords import Passwords
from handlers.admin.people import People
from handlers.admin.person import OnePerson
from handlers.admin.plans import Plans
from handlers.admin.reports import Reports
from handlers.admin.settings import LiveSettings
from handlers.admin.shop import ShopDesk
from handlers.admin.team import Team
from handlers.chat import buttons
from handlers.chat.courier import TelegramCourier
from handlers.commands import Commands
from handlers.turn import Desk, Turn
from jobs.admin.errands import Errand
from jobs.ports import Clock
from jobs.roles import Right

Command = Callable[[Update, Turn], Coroutine[Any, Any, object]]


@dataclass(frozen=True, slots=True)
class Admin:
    """All handlers of those who run the bot."""

    errands: Errands
    accounts: AccountsDesk
    numbers: NumbersDesk
    misplaced: Misplaced
    passwords: Passwords
    access: AccessDesk
    backups: BackupDesk
    broadcast: BroadcastDesk
    broadcast_typed: BroadcastTyped
    people: People
    person: OnePerson
    limits: PersonLimits
    jobs: OthersJobs
    log: Log
    team: Team
    plans: Plans
    shop: ShopDesk
    settings: LiveSettings
    moderation: Moderation
    reports: Reports


def admin_handlers(desk: Desk, commands: Commands, courier: TelegramCourier, clock: Clock) -> Admin:
    """All of them, put together."""
    access = AccessDesk(desk, clock)
    broadcast = BroadcastDesk(desk)
    people = People(desk, clock)
    team = Team(desk, commands)
    return Admin(
        errands=Errands(desk),
        accounts=AccountsDesk(desk, clock),
        numbers=NumbersDesk(desk),
        misplaced=Misplaced(desk),
        passwords=Passwords(desk),
        access=access,
        backups=BackupDesk(desk, encrypted=courier.encrypts_backups),
        broadcast=broadcast,
        broadcast_typed=BroadcastTyped(desk, broadcast),
        people=people,
        person=OnePerson(desk, people, access, team),
        limits=PersonLimits(desk),
        jobs=OthersJobs(desk),
        log=Log(desk),
        team=team,
        plans=Plans(desk),
        shop=ShopDesk(desk),
        settings=LiveSettings(desk, commands),
        reports=Reports(desk, courier),
        moderation=Moderation(desk, clock),
    )


def pages(admin: Admin) -> Sequence[Page]:
    """The pages of the panel, in the order of their keys."""
    return (
        Page("people", Right.SEE, admin.people.page),
        Page("access", Right.PEOPLE, admin.access.page),
        Page("queue", Right.SEE, admin.jobs.page),
        Page("plans", Right.PEOPLE, admin.plans.page),
        Page("shop", Right.PAYMENTS, admin.shop.page),
        Page("settings", Right.SETTINGS, admin.settings.page),
        Page("numbers", Right.SEE, admin.numbers.page),
        Page("accounts", Right.ACCOUNTS, admin.accounts.page),
        Page("moderation", Right.MODERATION, admin.moderation.page),
        Page("broadcast", Right.BROADCAST, admin.broadcast.page),
        Page("backup", Right.BACKUP, admin.backups.page),
        Page("audit", Right.AUDIT, admin.log.page),
    )


def commands(admin: Admin, panel: Panel) -> Mapping[str, Command]:
    """Every command that takes a right."""
    return {
        "admin": panel.open,
        "people": admin.people.people,
        "person": admin.people.person,
        "grant": admin.person.grant,
        "limit": admin.limits.limit,
        "write": admin.person.write,
        "allow": admin.access.allow,
        "refuse": admin.access.refuse,
        "ban": admin.access.ban,
        "unban": admin.access.unban,
        "invite": admin.access.invite,
        "group": admin.access.group,
        "queue": admin.jobs.queue,
        "job": admin.jobs.job,
        "calloff": admin.jobs.call_off_typed,
        "giveup": admin.jobs.give_up_typed,
        "look": admin.jobs.look_now_typed,
        "retry": admin.jobs.retry_typed,
        "refundjob": admin.jobs.refund_typed,
        "pausequeue": admin.jobs.pause,
        "resumequeue": admin.jobs.resume,
        "plans": admin.plans.plans,
        "plan": admin.plans.plan,
        "packs": admin.shop.packs,
        "pack": admin.shop.pack,
        "refund": admin.shop.refund,
        "set": admin.settings.set,
        "unset": admin.settings.unset,
        "role": admin.team.role,
        "reports": admin.reports.reports,
        "stopwords": admin.moderation.stop_words,
        "hide": admin.moderation.hide,
        "unhide": admin.moderation.unhide,
        "lift": admin.moderation.lift,
        "audit": admin.log.audit,
        "broadcast": admin.broadcast_typed.broadcast,
        "stats": admin.numbers.stats,
        "accounts": admin.accounts.accounts,
        "account": admin.accounts.account,
        "addaccount": admin.accounts.add,
        "backup": admin.backups.backup,
    }


def presses(admin: Admin, panel: Panel) -> Mapping[type[buttons.Button], object]:
    """Every button that takes a right."""
    return {
        buttons.OpenPanel: panel.home,
        buttons.OpenPage: panel.page,
        buttons.ShowPeople: admin.people.list,
        buttons.FindPerson: admin.people.ask,
        buttons.ShowPerson: admin.people.show,
        buttons.ShowVideosOf: admin.people.videos,
        buttons.AskGrant: admin.person.ask_grant,
        buttons.OpenLimits: admin.limits.open,
        buttons.AskLimit: admin.limits.ask,
        buttons.OpenAllowed: admin.limits.open_allowed,
        buttons.ToggleAllowed: admin.limits.toggle,
        buttons.AllowAsPlan: admin.limits.as_plan,
        buttons.OpenPlans: admin.person.open_plans,
        buttons.GivePlan: admin.person.give_plan,
        buttons.LetIn: admin.person.let_in,
        buttons.OpenBan: admin.person.open_ban,
        buttons.AskBan: admin.person.ask_ban,
        buttons.BanNow: admin.person.ban_now,
        buttons.LiftBan: admin.person.lift_ban,
        buttons.AskLetter: admin.person.ask_letter,
        buttons.OpenRoles: admin.person.open_roles,
        buttons.GiveRole: admin.person.give_role,
        buttons.Decide: admin.access.decide,
        buttons.ShowInvites: admin.access.invites,
        buttons.ShowInvite: admin.access.show_invite,
        buttons.NewInvite: admin.access.new_invite,
        buttons.MakeInvite: admin.access.make_invite,
        buttons.RevokeInvite: admin.access.revoke,
        buttons.ShowGroups: admin.access.groups,
        buttons.DecideGroup: admin.access.decide_group,
        buttons.ListJobs: admin.jobs.list,
        buttons.OpenJobModes: admin.jobs.open_modes,
        buttons.AskWhoseJobs: admin.jobs.ask_whose,
        buttons.PauseQueue: admin.jobs.pause_queue,
        buttons.ShowJobOf: admin.jobs.show,
        buttons.LookNow: admin.jobs.look_now,
        buttons.RetryJob: admin.jobs.retry,
        buttons.AskRefundJob: admin.jobs.ask_refund,
        buttons.RefundJob: admin.jobs.refund,
        buttons.CallOff: admin.jobs.call_off,
        buttons.OpenPlan: admin.plans.open,
        buttons.OpenPlanNumber: admin.plans.open_number,
        buttons.SetPlanNumber: admin.plans.set_number,
        buttons.OpenPlanFeature: admin.plans.open_feature,
        buttons.TogglePlanValue: admin.plans.toggle,
        buttons.AllowAll: admin.plans.allow_all,
        buttons.SetNewcomersPlan: admin.plans.newcomers,
        buttons.AskRemovePlan: admin.plans.ask_remove,
        buttons.RemovePlan: admin.plans.remove,
        buttons.AskNewPlan: admin.plans.ask_new,
        buttons.AskPack: admin.shop.ask_pack,
        buttons.WithdrawPack: admin.shop.withdraw,
        buttons.ShowPayments: admin.shop.payments,
        buttons.AskRefund: admin.shop.ask_refund,
        buttons.Refund: admin.shop.refund_pressed,
        buttons.GiveUpJob: admin.jobs.give_up,
        buttons.ShowStopWords: admin.moderation.show_stop_words,
        buttons.AskStopWords: admin.moderation.ask_stop_words,
        buttons.AskHide: admin.moderation.ask_hide,
        buttons.RemoveStopWord: admin.moderation.remove_stop_word,
        buttons.ShowHidden: admin.moderation.show_hidden,
        buttons.RemoveMark: admin.moderation.remove_mark,
        buttons.ShowPaused: admin.moderation.show_paused,
        buttons.LiftPause: admin.moderation.lift_pressed,
        buttons.ShowReports: admin.reports.show_reports,
        buttons.OpenReport: admin.reports.open_report,
        buttons.SeeReported: admin.reports.see_reported,
        buttons.HideReported: admin.reports.hide_reported,
        buttons.CloseReport: admin.reports.close_report,
        buttons.OpenSettings: admin.settings.open_topic,
        buttons.OpenSetting: admin.settings.open,
        buttons.ChooseSetting: admin.settings.choose,
        buttons.ResetSetting: admin.settings.reset,
        buttons.TypeSetting: admin.settings.ask,
        buttons.SetOffered: admin.settings.set_offered,
        buttons.ShowLog: admin.log.turn_page,
        buttons.AimBroadcast: admin.broadcast.aim,
        buttons.PickAudience: admin.broadcast.pick,
        buttons.StartBroadcast: admin.broadcast.start,
        buttons.StopBroadcast: admin.broadcast.stop,
        buttons.DropBroadcast: admin.broadcast.drop,
        buttons.ShowNumbers: admin.numbers.show,
        buttons.DrawNumbers: admin.numbers.draw,
        buttons.ShowAccount: admin.accounts.show,
        buttons.PauseAccount: admin.accounts.pause,
        buttons.ResumeAccount: admin.accounts.resume,
        buttons.ChooseAccountJobs: admin.accounts.choose_jobs,
        buttons.AskPassword: admin.accounts.ask_password,
        buttons.DropPasswordQuestion: admin.accounts.never_mind,
        buttons.AskRemoveAccount: admin.accounts.ask_remove,
        buttons.RemoveAccount: admin.accounts.remove,
        buttons.SendBackup: admin.backups.send,
        buttons.ExplainAdding: admin.accounts.explain,
    }


def answers(admin: Admin) -> Mapping[Errand, Answer]:
    """Who takes the message that a page of the panel has asked for."""
    return {
        Errand.FIND_PERSON: admin.people.found,
        Errand.GRANT: admin.person.granted,
        Errand.LIMIT: admin.limits.typed,
        Errand.BAN: admin.person.banned,
        Errand.JOBS_OF: admin.jobs.whose,
        Errand.REFUND_JOB: admin.jobs.refund_reason,
        Errand.LETTER: admin.person.letter,
        Errand.LETTER_GOES_ON: admin.person.letter,
        Errand.SETTING: admin.settings.typed,
        Errand.PLAN: admin.plans.named,
        Errand.PACK: admin.shop.typed_pack,
        Errand.STOP_WORDS: admin.moderation.typed_stop_words,
        Errand.HIDE: admin.moderation.typed_hide,
    }

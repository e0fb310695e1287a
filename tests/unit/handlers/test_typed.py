"""Whatever a key of the panel does can be typed."""

from handlers.chat import buttons
from handlers.commands import ALL, FOR_ROLES
from tests.kinds import ADMINS

# What a key does, and how the same is typed.
TYPED = {
    "GivePlan": "/plan give @name pro",
    "LetIn": "/allow @name",
    "Decide": "/refuse @name",
    "BanNow": "/ban @name 7d",
    "LiftBan": "/unban @name",
    "GiveRole": "/role @name admin",
    "ToggleAllowed": "/limit @name models v5,v5.6",
    "AllowAsPlan": "/limit @name models default",
    "AskGrant": "/grant @name 100",
    "AskLimit": "/limit @name daily 500",
    "AskBan": "/ban @name 7d a reason",
    "AskLetter": "/write @name",
    "MakeInvite": "/invite uses=10",
    "RevokeInvite": "/invite revoke 3",
    "DecideGroup": "/group -1001234 allow",
    "PauseQueue": "/pausequeue",
    "LookNow": "/look 3",
    "RetryJob": "/retry 3",
    "AskRefundJob": "/refundjob 3 a reason",
    "RefundJob": "/refundjob 3",
    "CallOff": "/calloff 3",
    "GiveUpJob": "/giveup 3",
    "SetPlanNumber": "/plan pro daily 500",
    "TogglePlanValue": "/plan pro models v5",
    "AllowAll": "/plan pro models all",
    "SetNewcomersPlan": "/plan newcomers pro",
    "RemovePlan": "/plan remove pro yes",
    "AskNewPlan": "/plan pro daily 500",
    "AskPack": "/pack Small 100 50",
    "WithdrawPack": "/pack remove Small",
    "AskRefund": "/refund 17",
    "Refund": "/refund 17 yes",
    "AskStopWords": "/stopwords word",
    "RemoveStopWord": "/stopwords - word",
    "AskHide": "/hide Warm Hug",
    "RemoveMark": "/unhide Warm Hug",
    "LiftPause": "/lift @name",
    "HideReported": "/reports hide 3",
    "CloseReport": "/reports close 3",
    "ChooseSetting": "/set daily_credits 500",
    "ResetSetting": "/unset daily_credits",
    "TypeSetting": "/set daily_credits 500",
    "SetOffered": "/set off v5",
    "PickAudience": "/broadcast to ru",
    "StartBroadcast": "/broadcast send",
    "DropBroadcast": "/broadcast drop",
    "StopBroadcast": "/broadcast stop",
    "DrawNumbers": "/stats 7 picture",
    "PauseAccount": "/account 3 pause",
    "ResumeAccount": "/account 3 resume",
    "AskPassword": "/account 3 jobs 5",
    "AskRemoveAccount": "/account 3 remove",
    "RemoveAccount": "/account 3 remove yes",
    "DropPasswordQuestion": "/cancel",
    "SendBackup": "/backup",
}
# What a key shows, and where the same is seen after typing.
SHOWN = {
    "OpenPanel": "/admin",
    "OpenPage": "/admin",
    "ShowPeople": "/people",
    "FindPerson": "/people anna",
    "ShowPerson": "/person @name",
    "ShowLog": "/audit @name",
    "ShowInvites": "/invite",
    "ShowGroups": "/group",
    "ListJobs": "/queue",
    "ShowVideosOf": "/queue @name",
    "OpenJobModes": "/queue lipsync",
    "AskWhoseJobs": "/queue @name",
    "ShowJobOf": "/job 3",
    "OpenPlan": "/plan pro",
    "ShowPayments": "/refund @name",
    "ShowStopWords": "/stopwords",
    "ShowHidden": "/hide",
    "ShowPaused": "/lift",
    "ShowReports": "/reports",
    "OpenReport": "/reports 3",
    "SeeReported": "/reports see 3",
    "OpenSettings": "/set",
    "OpenSetting": "/set daily_credits",
    "ShowNumbers": "/stats 30",
    "ShowAccount": "/account 3",
    "AimBroadcast": "/broadcast to",
    "ExplainAdding": "/addaccount",
}
# What is only a tap on the way to something that can be typed.
CHOICES = {
    "OpenLimits": "AskLimit",
    "OpenAllowed": "ToggleAllowed",
    "OpenPlans": "GivePlan",
    "OpenBan": "BanNow",
    "OpenRoles": "GiveRole",
    "ShowInvite": "RevokeInvite",
    "NewInvite": "MakeInvite",
    "OpenPlanNumber": "SetPlanNumber",
    "OpenPlanFeature": "TogglePlanValue",
    "AskRemovePlan": "RemovePlan",
    "ChooseAccountJobs": "AskPassword",
}
OPEN_TO_ALL_HERE = {"cancel"}


def command_of(typed: str) -> str:
    return typed.split()[0].removeprefix("/")


def test_every_key_with_a_right_can_be_typed() -> None:
    kinds = {kind.__name__ for kind in ADMINS}
    named = [*TYPED, *SHOWN, *CHOICES]
    assert len(named) == len(set(named))
    assert kinds - set(named) == set(), "say how it is typed"
    assert set(named) - kinds == set(), "there is no such key any more"
    assert set(CHOICES.values()) <= set(TYPED)


def test_what_is_typed_is_a_command_with_the_same_right_as_the_key() -> None:
    for name, typed in {**TYPED, **SHOWN}.items():
        command, key = command_of(typed), getattr(buttons, name)
        assert command in ALL, typed
        if command not in OPEN_TO_ALL_HERE:
            assert FOR_ROLES[command] is key.right, (name, typed)

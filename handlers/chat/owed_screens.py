"""What the bot owes to a chat, as screens: one function for each kind of message that is plain text."""

from functools import singledispatch

from handlers.chat.access_screens import group_request_screen
from handlers.chat.admin_screens import alert_screen
from handlers.chat.buttons import UseEffect
from handlers.chat.door_screens import banned_text
from handlers.chat.html import Html, lines
from handlers.chat.payment_screens import (
    ended_note,
    receipt_screen,
    refund_failed_screen,
    returned_screen,
    support_wanted_screen,
)
from handlers.chat.screens import Key, Keyboard, Screen
from handlers.chat.texts import Texts
from jobs.outbox import (
    AccessDecision,
    Alert,
    Banned,
    CreditsGranted,
    FriendReward,
    GroupOpened,
    GroupRequest,
    LetterHead,
    PaymentBooked,
    PaymentReturned,
    RefundFailed,
    RoleChanged,
    SubscriptionStopped,
    SupportWanted,
    Unbanned,
)


@singledispatch
def owed_screen(message: object, texts: Texts) -> Screen:  # noqa: ARG001 (the others use it)
    """The screen of a message that is owed; every kind registers its own below."""
    raise TypeError(f"there is no screen for {message!r}")


@owed_screen.register
def _(message: AccessDecision, texts: Texts) -> Screen:
    if not message.allowed:
        return Screen(texts.html("access-refused"))
    keyboard: Keyboard = ()
    if message.effect_id:
        keyboard = ((Key(texts.plain("key-wished"), UseEffect(effect=message.effect_id)),),)
    return Screen(texts.html("access-granted"), keyboard)


@owed_screen.register
def _(message: CreditsGranted, texts: Texts) -> Screen:
    text_id = "granted" if message.credits >= 0 else "taken"
    return Screen(texts.html(text_id, credits=texts.plain("credits", n=abs(message.credits))))


@owed_screen.register
def _(message: RoleChanged, texts: Texts) -> Screen:
    return Screen(texts.html(f"role-given-{message.role}" if message.role else "role-taken"))


@owed_screen.register
def _(message: Banned, texts: Texts) -> Screen:
    text = banned_text(message.reason, message.until, texts)
    return Screen(lines([text, Html(""), texts.html("banned-jobs")]))


@owed_screen.register
def _(message: Unbanned, texts: Texts) -> Screen:  # noqa: ARG001 (it carries nothing)
    return Screen(texts.html("unbanned"))


@owed_screen.register
def _(message: FriendReward, texts: Texts) -> Screen:
    credits = texts.plain("credits", n=message.credits)
    if message.newcomer is None:
        return Screen(texts.html("friend-reward-newcomer", credits=credits))
    return Screen(texts.html("friend-reward", credits=credits, name=message.newcomer))


@owed_screen.register
def _(message: LetterHead, texts: Texts) -> Screen:  # noqa: ARG001 (it carries nothing)
    return Screen(texts.html("letter-head"))


@owed_screen.register
def _(message: GroupRequest, texts: Texts) -> Screen:
    return group_request_screen(message, texts)


@owed_screen.register
def _(message: GroupOpened, texts: Texts) -> Screen:  # noqa: ARG001 (it carries nothing)
    return Screen(texts.html("group-opened"))


@owed_screen.register
def _(message: PaymentBooked, texts: Texts) -> Screen:
    return receipt_screen(message, texts)


@owed_screen.register
def _(message: PaymentReturned, texts: Texts) -> Screen:
    return returned_screen(message, texts)


@owed_screen.register
def _(message: SubscriptionStopped, texts: Texts) -> Screen:
    return ended_note(message, texts)


@owed_screen.register
def _(message: SupportWanted, texts: Texts) -> Screen:
    return support_wanted_screen(message, texts)


@owed_screen.register
def _(message: RefundFailed, texts: Texts) -> Screen:
    return refund_failed_screen(message, texts)


@owed_screen.register
def _(message: Alert, texts: Texts) -> Screen:
    return alert_screen(message, texts)

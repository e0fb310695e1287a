"""The identities that travel through the whole program, each a type of its own."""

from dataclasses import dataclass
from typing import NewType

PersonId = NewType("PersonId", int)
ChatId = NewType("ChatId", int)
ThreadId = NewType("ThreadId", int)
MessageId = NewType("MessageId", int)
UpdateId = NewType("UpdateId", int)
FileId = NewType("FileId", str)
DraftId = NewType("DraftId", int)
JobId = NewType("JobId", int)
EffectId = NewType("EffectId", int)
OutboxId = NewType("OutboxId", int)
BroadcastId = NewType("BroadcastId", int)
DeedId = NewType("DeedId", int)
InviteId = NewType("InviteId", int)
PackId = NewType("PackId", int)
PlanId = NewType("PlanId", int)
StopWordId = NewType("StopWordId", int)
MarkId = NewType("MarkId", int)
ReportId = NewType("ReportId", int)
AccountNumber = NewType(
    "AccountNumber", int
)  # what buttons call an account: its id may be too long

# Who does something to run the bot; None: whoever sits at the shell of its server.
Actor = PersonId | None

# What we call a job when we talk to the provider: unguessable, found again in its running list.
Reference = NewType("Reference", str)
# A PixVerse account behind the provider, and a video there. Both are opaque: they may contain ':' '@' '*'.
AccountId = NewType("AccountId", str)
VideoId = NewType("VideoId", str)
# Telegram's id of a payment in Stars.
ChargeId = NewType("ChargeId", str)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in Telegram a conversation happens: a chat, and in a forum group the topic."""

    chat_id: ChatId
    thread_id: ThreadId | None = None


def private_chat(person_id: PersonId) -> Place:
    """A private chat has the id of its person."""
    return Place(ChatId(person_id))

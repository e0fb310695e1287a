"""A broadcast in the chat of who sends it: whom it is for, how it goes, those before it."""

from collections.abc import Mapping, Sequence

from handlers.chat.buttons import (
    AimBroadcast,
    DropBroadcast,
    OpenPage,
    PickAudience,
    StartBroadcast,
    StopBroadcast,
)
from handlers.chat.buttons.admin import NO_PLAN
from handlers.chat.html import Html, lines
from handlers.chat.screens import Key, Screen, rows
from handlers.chat.texts import Texts
from jobs.admin.broadcasts import Audience, Broadcast, BroadcastState, Group

ICONS = {
    BroadcastState.RUNNING: "📣",
    BroadcastState.STOPPED: "✋",
    BroadcastState.DONE: "✅",
}


def audience_name(audience: Audience, texts: Texts) -> str:
    return texts.plain(f"audience-{audience.group}", value=audience.value)


def _language(audience: Audience) -> str:
    return audience.value if audience.group is Group.LANGUAGE else ""


def aim_screen(broadcast: Broadcast, counts: Mapping[Audience, int], texts: Texts) -> Screen:
    """Below the preview: who shall get it?"""
    keys = [
        Key(
            texts.plain("key-audience", who=audience_name(audience, texts), n=number),
            PickAudience(
                broadcast=broadcast.id,
                group=audience.group,
                plan=audience.plan_id or NO_PLAN,
                language=_language(audience),
            ),
        )
        for audience, number in counts.items()
    ]
    drop = Key(texts.plain("key-broadcast-drop"), DropBroadcast(broadcast=broadcast.id))
    return Screen(texts.html("broadcast-aim"), (*rows(keys, 2), (drop,)))


def confirm_screen(broadcast: Broadcast, audience: Audience, people: int, texts: Texts) -> Screen:
    """The last question before it goes out."""
    send = StartBroadcast(
        broadcast=broadcast.id,
        group=audience.group,
        plan=audience.plan_id or NO_PLAN,
        language=_language(audience),
    )
    text = texts.html("broadcast-confirm", who=audience_name(audience, texts), n=people)
    return Screen(
        text,
        (
            (Key(texts.plain("key-broadcast-send", n=people), send),),
            (Key(texts.plain("key-back"), AimBroadcast(broadcast=broadcast.id)),),
            (Key(texts.plain("key-broadcast-drop"), DropBroadcast(broadcast=broadcast.id)),),
        ),
    )


def progress_screen(broadcast: Broadcast, texts: Texts) -> Screen:
    """How a broadcast goes, with a key that stops it."""
    stop = Key(texts.plain("key-broadcast-stop"), StopBroadcast(broadcast=broadcast.id))
    running = broadcast.state is BroadcastState.RUNNING
    return Screen(_progress(broadcast, texts), ((stop,),) if running else ())


def _progress(broadcast: Broadcast, texts: Texts) -> Html:
    return texts.html(
        f"broadcast-is-{broadcast.state}",
        number=str(broadcast.id),
        icon=ICONS.get(broadcast.state, ""),
        who=audience_name(broadcast.audience, texts),
        sent=broadcast.sent,
        total=broadcast.total,
        blocked=broadcast.blocked,
        failed=broadcast.failed,
    )


def broadcasts_screen(latest: Sequence[Broadcast], texts: Texts) -> Screen:
    """The page in the panel: how one is made, and the latest."""
    parts = [_progress(one, texts) for one in latest]
    stops = [
        Key(texts.plain("key-broadcast-stop"), StopBroadcast(broadcast=one.id))
        for one in latest
        if one.state is BroadcastState.RUNNING
    ]
    fresh = (Key(texts.plain("key-refresh"), OpenPage(name="broadcast")),) if stops else ()
    keyboard = (*rows(stops, 1), *((fresh,) if fresh else ()))
    return Screen(lines([texts.html("broadcast-how"), Html(""), *parts]), keyboard)

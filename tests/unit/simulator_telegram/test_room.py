"""What one person's screen shows at a moment, and what news follow."""

from tests.unit.simulator_telegram.driver import ANN, BOB, Json, Telegram, picture


async def test_a_screen_comes_whole(chat: Telegram) -> None:
    await chat.ok("setMyCommands", commands=[{"command": "help", "description": "d"}])
    await chat.ok("setMyDescription", description="Makes films")
    await chat.ok("sendMessage", chat_id=ANN, text="?", reply_markup={"keyboard": [["Yes"]]})
    room = await chat.world("GET", "/room", person=ANN, chat=ANN)
    assert [person["id"] for person in room["people"]] == [ANN]
    assert (room["person"], room["chat"]) == (ANN, ANN)
    assert (room["bot"]["username"], room["bot"]["description"]) == ("demo_bot", "Makes films")
    assert [message["text"] for message in room["messages"]] == ["/start", "?"]
    assert room["keyboard"] == {"rows": [[{"text": "Yes"}]]}
    assert room["commands"] == [{"command": "help", "description": "d"}]
    await chat.ok("sendMessage", chat_id=ANN, text="news")
    news = await chat.world("GET", "/changes", person=ANN, since=room["next"])
    assert [event["message"]["text"] for event in news["events"]] == ["news"]


async def test_whoever_is_gone_is_replaced_by_somebody_who_is_there(telegram: Telegram) -> None:
    room = await telegram.world("GET", "/room", person=99, chat=-5)
    assert (room["person"], room["chat"]) == (ANN, ANN)
    await telegram.world("POST", "/people/many", {"count": 300})
    last = 1_000_299
    room = await telegram.world("GET", "/room", person=last, chat=last)
    assert (len(room["people"]), room["people"][-1]["id"]) == (201, last)
    await telegram.control("POST", "/reset", {})
    empty = await telegram.world("GET", "/room", person=ANN, chat=ANN)
    assert (empty["person"], empty["people"]) == (None, [])


async def test_news_elsewhere_say_who_can_read_something_and_no_more(chat: Telegram) -> None:
    await chat.person(BOB, first_name="Bob")
    body = {"title": "Us", "members": [ANN, BOB], "bot": False}
    group = (await chat.world("POST", "/groups", body))["id"]
    since = (await chat.world("GET", "/room", person=99, chat=0))["next"]
    await chat.ok("sendMessage", chat_id=ANN, text="secret")
    await chat.say("talk", BOB, chat=group)
    query = {"person": 99, "since": since}
    assert (await chat.world("GET", "/changes", **query))["events"] == []
    found = (await chat.world("GET", "/changes", **query, elsewhere="true"))["events"]
    assert [(event["chat"], event["people"]) for event in found] == [(ANN, [ANN]), (group, [ANN])]
    assert {event["type"] for event in found} == {"elsewhere"}
    assert "secret" not in str(found)


async def test_files_of_many_sorts_travel_as_apps_send_them(chat: Telegram) -> None:
    files = [(f"{n}.jpg", picture(), "image/jpeg") for n in range(11)]
    files += [("a.gif", picture(kind="GIF"), "image/gif"), ("d.txt", b"text", "text/plain")]
    files += [("e.txt", b"text", "text/plain")]
    sent = await chat.give(*files, text="all of it")
    albums: list[list[str]] = []
    for message in sent:
        if albums and message.get("album") and message["album"] == albums[-1][0]:
            albums[-1].append(message["kind"])
        else:
            albums.append([message.get("album", ""), message["kind"]])
    assert [(len(kinds), kinds[0]) for _, *kinds in albums] == [
        (10, "photo"), (1, "photo"), (1, "animation"), (2, "document"),
    ]  # fmt: skip
    assert [message["text"] for message in sent[:2]] == ["all of it", ""]


async def test_what_nobody_worded_has_words_for_people(chat: Telegram) -> None:
    await chat.give(("notes.txt", b"text", "text/plain"))
    await chat.give(("p.jpg", picture(), "image/jpeg"))
    contact: Json = {"kind": "contact", "first_name": "Bob", "phone_number": "+4912"}
    await chat.world("POST", "/send", {"person": ANN, **contact})
    summaries = [message["summary"] for message in await chat.seen()]
    assert summaries == ["/start", "notes.txt", "Photo", "Bob, +4912"]
    since = (await chat.world("GET", "/room", person=ANN, chat=ANN))["next"]
    for action in ("typing", "upload_video", "record_voice", "choose_sticker", "find_location"):
        await chat.ok("sendChatAction", chat_id=ANN, action=action)
    news = await chat.world("GET", "/changes", person=ANN, since=since)
    assert [event["doing"] for event in news["events"]] == [
        "typing", "sending a video", "recording a voice message", "choosing a sticker",
        "looking for a place",
    ]  # fmt: skip

"""Ten thousand people, floods and blocks among them, and a bot that speaks many languages."""

import asyncio

from tests.unit.simulator_telegram.driver import ANN, BOB, Json, Telegram

FIRST = 1_000_000


async def test_ten_thousand_people_come_cheaply_and_are_counted(telegram: Telegram) -> None:
    wish = {"count": 10_000, "blocked_every": 100, "languages": ["en", "es"]}
    made = await telegram.world("POST", "/people/many", wish)
    assert made == {"first_id": FIRST, "last_id": FIRST + 9_999}
    few = await telegram.world("GET", "/people", limit=3)
    assert (len(few["people"]), few["count"]) == (3, 10_001)
    assert [person.get("language_code") for person in few["people"]] == ["en", "en", "es"]
    assert (await telegram.control("GET", "/pending"))["count"] == 0
    before = (await telegram.control("GET", "/counts"))["last"]
    calls = [
        telegram.call("sendMessage", chat_id=FIRST + number, text="News!") for number in range(200)
    ]
    answers = await asyncio.gather(*calls)
    refused = [body["description"] for body in answers if not body["ok"]]
    assert refused == ["Forbidden: bot was blocked by the user"] * 2
    await telegram.ok("sendMessage", chat_id=FIRST, text="only for one")
    counts = await telegram.control("GET", "/counts", since=before)
    assert (counts["chats"], counts["total"], counts["most"]) == (198, 199, 2)
    news = await telegram.control("GET", "/counts", since=before, text="News!")
    assert (news["total"], news["most"]) == (198, 1)
    assert str(FIRST + 99) not in news["counts"]
    late = await telegram.control("GET", "/counts", since=news["last"])
    assert late["total"] == 0


async def test_a_share_of_the_calls_is_flooded(chat: Telegram) -> None:
    fault: Json = {"method": "sendMessage", "kind": "flood", "share": 0.2, "retry_after": 2}
    await chat.control("POST", "/faults", {**fault, "times": None})
    codes = []
    for _ in range(20):
        body = await chat.call("sendMessage", chat_id=ANN, text="x")
        codes.append(body.get("error_code"))
    assert codes == ([None] * 4 + [429]) * 4
    await chat.raw("DELETE", "/control/faults")
    assert (await chat.call("sendMessage", chat_id=ANN, text="x"))["ok"]


async def test_given_people_have_blocked_the_bot_for_good(chat: Telegram) -> None:
    await chat.world("POST", "/people/many", {"count": 4})
    gone = [FIRST + 1, FIRST + 2]
    fault = {"method": "*", "kind": "forbidden", "chats": gone, "times": None}
    await chat.control("POST", "/faults", fault)
    for _ in range(2):
        found = [
            (await chat.call("sendMessage", chat_id=FIRST + number, text="x")).get("error_code")
            for number in range(4)
        ]
        assert found == [None, 403, 403, None]


async def test_everybody_reads_about_the_bot_in_their_language(chat: Telegram) -> None:
    await chat.person(BOB, first_name="Blanca", language_code="es-mx")
    for code, hello in (("", "Hello"), ("es", "Hola")):
        await chat.ok("setMyName", name=f"{hello} bot", language_code=code)
        await chat.ok("setMyDescription", description=f"{hello}!", language_code=code)
        await chat.ok("setMyShortDescription", short_description=hello, language_code=code)
        menu = [{"command": "start", "description": hello}]
        private = {"type": "all_private_chats"}
        await chat.ok("setMyCommands", commands=menu, language_code=code, scope=private)
    for person, hello in ((ANN, "Hello"), (BOB, "Hola")):
        assert await chat.world("GET", "/profile", person=person) == {
            "name": f"{hello} bot",
            "description": f"{hello}!",
            "short_description": hello,
            "menu_button": {"type": "commands"},
            "commands": [{"command": "start", "description": hello}],
        }
    assert await chat.ok("getMyName", language_code="es") == {"name": "Hola bot"}
    assert await chat.ok("getMyCommands", scope=private, language_code="de") == []
    await chat.ok("setMyName", name="", language_code="es")
    assert (await chat.world("GET", "/profile", person=BOB))["name"] == "Hello bot"
    assert "LANG_CODE_INVALID" in await chat.refused("setMyName", name="x", language_code="es-mx")
    too_long = {"short_description": "x" * 121}
    assert "too long" in await chat.refused("setMyShortDescription", **too_long)

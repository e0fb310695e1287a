"""Numbers that nobody was shown, in keys and in commands: each has an answer, none breaks anything."""

import sqlite3
from contextlib import closing

from handlers.chat.buttons import (
    LARGEST_NUMBER,
    MOST_PAGES,
    Button,
    LiftPause,
    ShowPayments,
)
from handlers.commands import ALL
from jobs.people import FORGOTTEN
from tests.kinds import ADMINS, EVERY
from tests.stories import deeds
from tests.stories.forged import answer_to, forged, pressed_data
from tests.stories.test_no_right import said
from tests.stories.town import Town

PAGES, NUMBERS_OF_THINGS = (MOST_PAGES,), (LARGEST_NUMBER, -LARGEST_NUMBER)
GONE = 900_000  # a message that is not there: the answer is shown below
TYPED = (f"-{2**63}", "9" * 4000)


TO_SOMEBODY = (
    "/allow {}",
    "/refuse {}",
    "/grant {} 5",
    "/limit {} daily 5",
    "/role {} admin",
    "/write {}",
    "/ban {} 7d spam",
    "/unban {}",
    "/lift {}",
    "/plan give {} none",
    "/audit {}",
)

BY_NUMBER = (LiftPause, ShowPayments)  # of whoever it is: nothing is lifted, and no payment shown


def ghost(town: Town) -> list[tuple[object, ...]]:
    """What is known of the person to whom the jobs of the forgotten belong, and what was done to them."""
    with closing(sqlite3.connect(town.home / "bot.sqlite3")) as connection:
        questions = (
            f"SELECT * FROM people WHERE id = {FORGOTTEN}",
            f"SELECT * FROM audit WHERE person_id = {FORGOTTEN}",
            f"SELECT * FROM entries WHERE person_id = {FORGOTTEN}",
            f"SELECT * FROM outbox WHERE chat_id = {FORGOTTEN}",
        )
        return [row for question in questions for row in connection.execute(question).fetchall()]


def names_somebody(kind: type[Button]) -> bool:
    """Whether it is about one person; where nobody need be named, 0 is everybody."""
    person = kind.model_fields.get("person")
    return person is not None and person.is_required()


def hostile(kind: type[Button], person: int) -> list[str]:
    """Callback data of such a key with one of its numbers replaced, all of them in turn."""
    tag, *values = forged(kind, person).pack().split("|")
    return [
        "|".join([tag, *values[:place], str(number), *values[place + 1 :]])
        for place, name in enumerate(kind.model_fields)
        for number in (PAGES if name == "page" else NUMBERS_OF_THINGS)
        if type(getattr(forged(kind, person), name)) is int
    ]


async def test_every_number_has_an_answer(town: Town) -> None:
    olivia = await town.admin()
    async with town.bot() as program:
        await olivia.ask("/start")
        pressed = [
            pressed_data(olivia, olivia.person, data, GONE)
            for kind in EVERY
            for data in hostile(kind, olivia.person)
        ]
        assert len(pressed) > 200
        for update in pressed:
            await program.handle(update)
        for name in ALL:
            for words in TYPED:
                await program.handle(said(olivia, f"/{name} {words} {words}"[:4096]))
        # whose jobs are those of the forgotten is nobody
        before = ghost(town)
        for words in TO_SOMEBODY:
            await olivia.hears(words.format(FORGOTTEN), f"don't know {FORGOTTEN}")
        await olivia.hears(f"/person {FORGOTTEN}", "(?i)nobody|don't know")
        for kind in sorted(ADMINS, key=lambda kind: kind.tag):
            button = forged(kind, FORGOTTEN)
            if names_somebody(kind) and kind not in BY_NUMBER:
                told = await answer_to(
                    town, program, pressed_data(olivia, olivia.person, button.pack(), GONE)
                )
                assert "know that person" in told or "older version" in told, kind
        assert ghost(town) == before
        answers = await town.calls("answerCallbackQuery")
        answered = {call["params"]["callback_query_id"] for call in answers}
        assert {update["callback_query"]["id"] for update in pressed} <= answered
        broken = [call for call in answers if "(number" in (call["params"].get("text") or "")]
        assert not broken
        deeds.told(call["params"].get("text") or "" for call in answers)
        assert not [one for one in await olivia.told() if "went wrong" in one.text]

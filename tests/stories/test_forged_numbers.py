"""Numbers that nobody was shown, in keys and in commands: each has an answer, none breaks anything."""

from handlers.chat.buttons import LARGEST_NUMBER, MOST_PAGES, Button
from handlers.commands import ALL
from tests.kinds import EVERY
from tests.stories import deeds
from tests.stories.forged import forged, pressed_data
from tests.stories.test_no_right import said
from tests.stories.town import Town

PAGES, NUMBERS_OF_THINGS = (MOST_PAGES,), (LARGEST_NUMBER, -LARGEST_NUMBER)
TYPED = (f"-{2**63}", "9" * 4000)


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
            pressed_data(olivia, olivia.person, data)
            for kind in EVERY
            for data in hostile(kind, olivia.person)
        ]
        assert len(pressed) > 200
        for update in pressed:
            await program.handle(update)
        for name in ALL:
            for words in TYPED:
                await program.handle(said(olivia, f"/{name} {words} {words}"[:4096]))
        answers = await town.calls("answerCallbackQuery")
        answered = {call["params"]["callback_query_id"] for call in answers}
        assert {update["callback_query"]["id"] for update in pressed} <= answered
        broken = [call for call in answers if "(number" in (call["params"].get("text") or "")]
        assert not broken
        deeds.told(call["params"].get("text") or "" for call in answers)
        assert not [one for one in await olivia.told() if "went wrong" in one.text]

"""Nobody waits for somebody else's flood, and what the bot says by itself waits for its turn."""

from hypothesis import given
from hypothesis import strategies as st

from handlers.chat.pacing import CHAT_BURST, OVERALL_RATE, Pacer


def test_a_few_answers_go_at_once_and_then_one_a_second() -> None:
    pacer = Pacer()
    waits = [pacer.reserve(7, 0.0, background=False) for _ in range(int(CHAT_BURST) + 3)]
    assert waits[: int(CHAT_BURST)] == [0.0] * int(CHAT_BURST)
    assert waits[int(CHAT_BURST) :] == [1.0, 2.0, 3.0]


def test_groups_take_twenty_a_minute() -> None:
    pacer = Pacer()
    waits = [pacer.reserve(-7, 0.0, background=False) for _ in range(int(CHAT_BURST) + 1)]
    assert waits[-1] == 3.0


def test_thirty_a_second_hold_for_what_the_bot_says_by_itself() -> None:
    pacer = Pacer()
    waits = [pacer.reserve(chat, 0.0, background=True) for chat in range(1, 62)]
    assert sum(wait == 0.0 for wait in waits) == OVERALL_RATE
    assert max(waits) > 1.0
    assert pacer.reserve(1000, 0.0, background=False) == 0.0


def test_an_album_goes_at_once_and_those_after_it_wait_for_all_its_messages() -> None:
    pacer = Pacer()
    assert pacer.reserve(1, 0.0, background=True, messages=10) == 0.0
    assert pacer.reserve(1, 0.0, background=True) == 10 + 1 - CHAT_BURST
    others = [pacer.reserve(chat, 0.0, background=True, messages=10) for chat in range(2, 12)]
    assert others[0] == 0.0
    assert others[-1] == (1 + 1 + 9 * 10 + 10 - OVERALL_RATE) / OVERALL_RATE


def test_a_flood_silences_its_own_chat_only() -> None:
    pacer = Pacer()
    pacer.ban(7, 0.0, 30)
    assert pacer.reserve(7, 1.0, background=False) == 29.0
    assert pacer.reserve(8, 1.0, background=True) == 0.0
    assert pacer.banned(7, 31.0) == 0.0


def test_what_may_be_left_out_leaves_a_third_for_what_may_not() -> None:
    pacer = Pacer()
    told = 0
    while pacer.has_room(told + 1, 0.0):
        told += 1
        pacer.reserve(told, 0.0, background=False)
    assert told == OVERALL_RATE * 2 / 3
    assert pacer.reserve(1000, 0.0, background=True) == 0.0
    assert pacer.has_room(told, 1.0), "a second later there is room again"


def test_nothing_optional_goes_to_a_chat_in_a_flood() -> None:
    pacer = Pacer()
    pacer.ban(7, 0.0, 30)
    assert not pacer.has_room(7, 1.0)
    assert pacer.has_room(8, 1.0)


@given(st.lists(st.floats(0, 10), max_size=60))
def test_never_more_than_the_burst_and_one_a_second(gaps: list[float]) -> None:
    pacer, now, sent = Pacer(), 0.0, []
    for gap in gaps:
        now += gap
        sent.append(now + pacer.reserve(7, now, background=False))
    for start in sent:
        within = sum(start <= moment <= start + 5 for moment in sent)
        assert within <= CHAT_BURST + 5 + 1

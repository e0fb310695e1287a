"""Every screen fits what Telegram takes, whatever people write."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.chat.account_screens import help_screen, settings_screen
from handlers.chat.card import (
    card_screen,
    choices_screen,
    has_sound_screen,
    more_screen,
    picture_screen,
    pictures_screen,
    segment_screen,
    segments_of,
    sound_screen,
    ways_screen,
)
from handlers.chat.credit_screens import ledger_screen, quota_screen
from handlers.chat.effect_screens import effect_screen, page_screen
from handlers.chat.history_screens import deleted_screen, history_screen, sure_screen
from handlers.chat.html import Html, lines
from handlers.chat.job_screens import (
    choosing,
    failure_screen,
    result_caption,
    result_keys,
    status_screen,
)
from handlers.chat.privacy_screens import forget_screen
from handlers.chat.screens import A_PHONE, AIR, Screen, cells, markup
from handlers.chat.texts import Languages, Texts
from handlers.chat.zone_screens import found_zones_screen, zone_unknown_screen, zones_screen
from jobs.asking import Ask, Asking
from jobs.capabilities import Field, Mode, Options
from jobs.drafts import Draft, PictureDraft, missing, pictures_of, price_of, subject_of
from jobs.effects import Effect, Shelf
from jobs.follow_ups import FollowUp, FollowUpKind
from jobs.habits import Question
from jobs.ids import ChatId, DraftId, PersonId, Place
from jobs.lifecycle import Event, Job, Result, State, advance
from jobs.people import Access, Person, Profile
from jobs.ports import Basis, Card, EntryKind, EntryLine, JobView
from jobs.quotas import NEVER, UTC_CALENDAR, Balance, Limits, Pocket
from jobs.requests import TextRequest
from jobs.roles import Role
from jobs.service import EffectPage, JobPage, LedgerPage, Quota
from jobs.zones import USUAL
from tests.offers import EVERYTHING
from tests.unit.jobs.strategies import NOON, drafts, effects, events, options, queued_job, wished

LANGUAGES = Languages()
TEXTS = LANGUAGES.pick("en")
BALANCE = Balance(Limits(300, 3000, 2), 10, 20, 5)
wild = st.text(min_size=1, max_size=2048)
speaking = st.sampled_from([LANGUAGES.pick(code) for code in LANGUAGES.codes])


def visible(html: Html) -> str:
    """What is left once Telegram has parsed the markup."""
    return unescape(re.sub(r"<[^>]+>", "", html.markup))


def fits(screen: Screen, *, caption: bool = False) -> bool:
    """Within Telegram's limits: text 4096, caption 1024, 100 buttons with 1 to 64 bytes of data."""
    keyboard = markup(screen.keyboard)
    keys = [key for row in keyboard.inline_keyboard for key in row] if keyboard else []
    return (
        1 <= len(visible(screen.text)) <= (1024 if caption else 4096)
        and len(keys) <= 100
        and all(key.text and 1 <= len(str(key.callback_data).encode()) <= 64 for key in keys)
    )


def card_of(draft: Draft) -> Card:
    place = Place(ChatId(2**51))
    return Card(
        DraftId(2**52),
        PersonId(2**51),
        place,
        draft,
        BALANCE,
        price_of(draft, EVERYTHING),
        Basis(EVERYTHING, {}),
    )


@given(drafts(), wild, speaking)
def test_the_card(draft: Draft, words: str, texts: Texts) -> None:
    card = card_of(draft.model_copy(update={"prompt": words}))
    assert fits(card_screen(card, texts))
    if isinstance(draft, PictureDraft):
        assert fits(ways_screen(card, texts))
    for field in list(Field)[:4]:
        if EVERYTHING.choices(subject_of(draft), draft.options, field):
            assert fits(choices_screen(card, field, {}, texts))


@given(wished(), st.sampled_from(Ask), speaking)
def test_its_editors_and_questions(draft: Draft, ask: Ask, texts: Texts) -> None:
    detail = "0" if ask in (Ask.SEGMENT, Ask.REPLACE) else ""
    card = replace(card_of(draft), asking=Asking(ask=ask, detail=detail))
    assert fits(card_screen(card, texts))
    assert fits(more_screen(card, texts))
    for number, picture in enumerate(pictures_of(draft)):
        assert fits(pictures_screen(card, texts))
        assert fits(picture_screen(card, picture.message_id, number, texts))
    for number, _ in enumerate(segments_of(card)):
        assert fits(segment_screen(card, number, texts))
    if has_sound_screen(card):
        assert fits(sound_screen(card, texts))


@given(wished())
def test_a_card_has_few_keys(draft: Draft) -> None:
    settled = {question: mode for question in Question for mode in [Mode.IMAGE]}
    card = replace(card_of(draft), basis=Basis(EVERYTHING, settled))
    keys = [key for row in card_screen(card, TEXTS).keyboard for key in row]
    assert len(keys) <= 12


@given(drafts())
def test_generate_is_there_exactly_when_nothing_is_missing(draft: Draft) -> None:
    labels = [key.label for row in card_screen(card_of(draft), TEXTS).keyboard for key in row]
    assert any("Generate" in label for label in labels) == (missing(draft, EVERYTHING) is None)
    assert any("Cancel" in label for label in labels)


@given(wild, st.lists(events, max_size=12), speaking)
def test_jobs_in_every_state(words: str, happened: list[Event], texts: Texts) -> None:
    job: Job = queued_job()
    if words.strip():
        job = replace(job, request=TextRequest(options=job.request.options, prompt=words.strip()))
    for event in happened:
        step = advance(job, event, NOON)
        job = step.job if step else job
        view = JobView(job, place_in_queue=3, typical_seconds=40)
        assert fits(status_screen(view, NOON + timedelta(seconds=61), texts))
    assert fits(Screen(result_caption(job, texts)), caption=True)
    assert fits(failure_screen(job, texts))
    assert fits(history_screen(JobPage(0, [job] * 6, more=True), texts, inline=True))


@pytest.mark.parametrize(
    ("state", "deletes", "before", "after"),
    [
        (State.DELIVERED, True, "here and at PixVerse", "PixVerse deletes the result, too"),
        (State.UNDELIVERABLE, False, "At PixVerse the video stays", "At PixVerse the video stays"),
        (State.FAILED, True, "stays in the list as deleted", "gone from here.$"),
        (State.CANCELLED, False, "stays in the list as deleted", "gone from here.$"),
    ],
)
def test_deleting_promises_what_the_provider_does(
    state: State, deletes: bool, before: str, after: str
) -> None:
    job = replace(queued_job(), state=state)
    for screen, words in (
        (sure_screen(job, TEXTS, deletes=deletes), before),
        (deleted_screen(job, TEXTS, deletes=deletes), after),
    ):
        assert fits(screen)
        assert re.search(words, visible(screen.text))


_FOUR = [
    FollowUp(name=f"{letter}{number}", kind=kind, number=number, makes=makes)
    for letter, kind, makes in (("U", FollowUpKind.PICK, 1), ("V", FollowUpKind.VARY, 4))
    for number in (1, 2, 3, 4)
]
_REDO = FollowUp(name="🔄", kind=FollowUpKind.REDO, makes=4)


def test_what_the_provider_offers_under_a_result() -> None:
    result = Result(url="kept:1-x.mp4", follow_ups=(*_FOUR, _REDO))
    job = replace(queued_job(), state=State.DELIVERED, result=result)
    keyboard = result_keys(job, TEXTS, (Mode.FOLLOW_UP,))
    rows = [[key.label for key in row] for row in keyboard]
    assert rows[:3] == [
        ["⬆️ 1", "⬆️ 2", "⬆️ 3", "⬆️ 4"],
        ["🎲 1", "🎲 2", "🎲 3", "🎲 4"],
        ["♻️ Another try"],
    ]
    told = choosing(job, (Mode.FOLLOW_UP,), TEXTS)
    assert told
    assert fits(Screen(lines([result_caption(job, TEXTS), told]), keyboard), caption=True)
    assert choosing(job, (), TEXTS) is None
    labels = [key.label for row in result_keys(job, TEXTS) for key in row]
    assert not any("⬆️" in label or "Same seed" in label for label in labels)


@given(st.integers(1, 99_999), speaking)
def test_again_says_what_it_costs_and_no_key_is_cut_off(price: int, texts: Texts) -> None:
    job = replace(queued_job(), price=price)
    again = texts.plain("key-again", credits=price)
    for keyboard in (failure_screen(job, texts).keyboard, result_keys(job, texts)):
        assert again in [key.label for row in keyboard for key in row]
        for row in keyboard:
            room = A_PHONE // len(row) - AIR
            assert all(cells(key.label) <= room for key in row)


@given(st.lists(effects, max_size=8), st.text(max_size=40), speaking)
def test_effects(found: list[Effect], words: str, texts: Texts) -> None:
    page = EffectPage(Shelf.HOT, words.replace("|", "")[:10], 0, found, 100)
    assert fits(page_screen(page, texts))
    for effect in found:
        assert fits(
            effect_screen(
                effect.model_copy(update={"hint": "h" * 3000}),
                "https://t.me/b?start=fx_1",
                texts,
                starred=True,
            ),
            caption=True,
        )


@given(options, speaking)
def test_account(chosen: Options, texts: Texts) -> None:
    habits = {Question.CLIP: Mode.EXTEND}
    ann = Person(Profile(PersonId(1), "Ann"), Access.ALLOWED, True, chosen, habits)
    assert fits(settings_screen(ann, EVERYTHING, texts))
    for screen in (zones_screen(BALANCE, NOON, texts), zone_unknown_screen("x" * 60, texts)):
        assert fits(screen)
    assert fits(found_zones_screen(USUAL, NOON, texts))
    assert fits(help_screen(EVERYTHING, texts, runs_it=True))
    for role in (None, *Role):
        assert fits(forget_screen(BALANCE, role, texts))


@given(wild, st.sampled_from(EntryKind), st.integers(-(10**9), 10**9), speaking)
def test_the_ledger(words: str, kind: EntryKind, amount: int, texts: Texts) -> None:
    job = queued_job()
    if words.strip():
        prompt = words[:2048]
        job = replace(job, request=TextRequest(options=job.request.options, prompt=prompt))
    lines = [EntryLine(1, kind, amount, NOON, job), EntryLine(2, kind, amount, NOON, note=words)]
    assert fits(ledger_screen(LedgerPage(1, lines * 5, more=True, calendar=UTC_CALENDAR), texts))
    pockets = [Pocket(NOON, 10**9), Pocket(NEVER, 1)] * 9
    for balance in (BALANCE, replace(BALANCE, extra=0, debt=5)):
        assert fits(quota_screen(Quota(balance, pockets, [job] * 5), NOON, texts))


@pytest.mark.parametrize("language", LANGUAGES.codes)
def test_every_state_has_a_status_and_every_result_a_caption(language: str) -> None:
    texts = LANGUAGES.pick(language)
    words = TextRequest(options=queued_job().request.options, prompt="x" * 2048)
    for state in State:
        job = replace(queued_job(), state=state, request=words)
        assert fits(status_screen(JobView(job, 1000, 3600), NOON, texts))
        assert fits(Screen(result_caption(job, texts), result_keys(job, texts)), caption=True)


def test_a_submission_without_an_answer_is_said_to_be_looked_for() -> None:
    job = replace(queued_job(), state=State.SUBMITTING, submitted_at=NOON)
    at_first = status_screen(JobView(job), NOON + timedelta(seconds=10), TEXTS)
    later = status_screen(JobView(job), NOON + timedelta(seconds=60), TEXTS)
    assert "Getting started" in visible(at_first.text)
    assert "checking" in visible(later.text)

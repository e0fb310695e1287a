"""Whom a broadcast reaches: one group each, never somebody who may not use the bot or cannot be reached."""

from datetime import timedelta

from handlers.chat.texts import Languages
from jobs.admin.audit import Action
from jobs.admin.broadcasts import Audience, Group
from jobs.ids import ChatId, MessageId, PersonId
from jobs.people import Access, AccessPolicy, Profile
from jobs.roles import Role
from tests.clock import SettableClock
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, World

EVERYBODY, ACTIVE = Audience(Group.ALL), Audience(Group.ACTIVE)


async def reached(world: World, audience: Audience) -> set[int]:
    """Who gets a broadcast for them; the count said so before it went out."""
    broadcasts = world.store.broadcasts
    foretold = await broadcasts.count(audience)
    made = await broadcasts.draft(ADMIN, ChatId(ADMIN), [MessageId(5)])
    started = await broadcasts.start(made.id, audience, MessageId(6), by=ADMIN)
    got = {
        person
        for (person,) in world.sql(
            "SELECT person_id FROM postings WHERE broadcast_id = ?", started.id
        )
    }
    assert foretold == started.total == len(got)
    await broadcasts.stop(made.id, by=ADMIN)
    return got


async def test_everybody_is_who_may_use_the_bot_and_can_be_reached(
    open_world: Opener, world: World, ann: PersonId, ben: PersonId
) -> None:
    people, bans = world.store.people, world.store.bans
    banned, refused, away, back, support, new, asked = [
        await world.meet(number) for number in range(11, 18)
    ]
    for one in (ann, ben, banned, away, back):
        await people.decide_access(one, Access.ALLOWED, by=ADMIN)
    await people.decide_access(refused, Access.REFUSED, by=ADMIN)
    await world.store.roles.appoint(support, Role.SUPPORT, by=ADMIN)
    await people.ask_access(asked)
    await people.unreachable(away)
    await bans.ban(banned, "spam", None, by=ADMIN)
    await bans.ban(back, "spam", world.clock.now() + timedelta(days=1), by=ADMIN)
    assert await reached(world, EVERYBODY) == {ann, ben, support}
    world.clock.advance(days=1)
    assert await reached(world, EVERYBODY) == {ann, ben, support, back}, "that ban has ended"
    await world.store.close()
    world = await open_world(access=AccessPolicy.OPEN)
    assert await reached(world, EVERYBODY) == {ann, ben, support, back, new, asked}


async def test_the_active_made_a_video_in_the_last_thirty_days(
    open_world: Opener, clock: SettableClock
) -> None:
    world = await open_world(access=AccessPolicy.OPEN)
    ann, ben, _ = [await world.meet(number) for number in (1, 2, 3)]
    await world.start(ann)
    clock.advance(days=1)
    await world.start(ben)
    clock.advance(days=29)
    assert await reached(world, ACTIVE) == {ann, ben}
    clock.advance(seconds=1)
    assert await reached(world, ACTIVE) == {ben}


async def test_a_plan_is_meant_by_its_number_and_told_of_by_its_name(open_world: Opener) -> None:
    world = await open_world(access=AccessPolicy.OPEN)
    ann, ben, _ = [await world.meet(number) for number in (1, 2, 3)]
    plans = world.store.plans
    gold, other = [
        await plans.change(name, lambda terms: terms, by=ADMIN) for name in ("gold", "gold2")
    ]
    await plans.give(ann, gold.name, by=ADMIN)
    await plans.give(ben, other.name, by=ADMIN)
    assert await reached(world, Audience(Group.PLAN, gold.name, gold.id)) == {ann}
    assert await reached(world, Audience(Group.PLAN, other.name, other.id)) == {ben}
    [latest, _] = await world.store.broadcasts.latest(2)
    assert latest.audience.value == "gold2"
    lines = await world.store.audit.page(offset=0, limit=9)
    started = [one.deed for one in lines if one.deed.action is Action.BROADCAST_STARTED]
    assert [deed.detail for deed in started] == ["plan gold2: 1", "plan gold: 1"]


TONGUES = {
    # what Telegram says, what they chose: in which language they are answered
    (None, None): "en",
    ("", None): "en",
    ("nl", None): "en",
    ("en-GB", None): "en",
    ("enm", None): "en",  # Middle English: a code of its own
    ("ru", None): "ru",
    ("pt-BR", None): "pt",
    ("ES", None): "es",
    ("est", None): "en",
    ("ru", "ar"): "ar",
    (None, "zh"): "zh",
}


async def test_everybody_is_in_the_group_of_the_language_that_they_are_answered_in(
    open_world: Opener,
) -> None:
    world, languages = await open_world(access=AccessPolicy.OPEN), Languages()
    expected: dict[str, set[int]] = {code: set() for code in languages.codes}
    for number, ((telegrams, chosen), answered) in enumerate(TONGUES.items(), start=1):
        profile = Profile(PersonId(number), "Somebody", language=telegrams)
        await world.store.people.meet(profile)
        person = await world.store.people.set_language(profile.id, chosen)
        assert languages.served(person.language) == answered
        expected[answered].add(number)
    got = {
        code: await reached(world, Audience(Group.LANGUAGE, code, spoken=languages.codes))
        for code in languages.codes
    }
    assert got == expected
    assert sum(map(len, got.values())) == len(TONGUES), "each of them in one"

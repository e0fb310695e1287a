"""People: meeting them, letting them in, telling admins, giving credits."""

import pytest

from jobs.capabilities import Options
from jobs.errors import NoSuchPerson
from jobs.ids import PersonId
from jobs.outbox import AccessDecision, AccessRequest, CreditsGranted
from jobs.people import Access, AccessPolicy, Limit, Profile
from jobs.roles import Role
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, World, home

NOBODY = PersonId(404)


async def test_a_newcomer_is_remembered_and_may_not_use_the_bot_yet(world: World) -> None:
    profile = Profile(PersonId(1), "Ann", "ann", "de")
    person = await world.store.people.meet(profile)
    assert (person.profile, person.access, person.reachable) == (profile, Access.NEW, True)
    assert person.defaults == Options()
    assert await world.store.people.get(person.id) == person


async def test_meeting_again_writes_only_what_changed(world: World) -> None:
    await world.store.people.meet(Profile(PersonId(1), "Ann", "ann"))
    before = world.path.with_name("bot.sqlite3-wal").stat().st_size
    await world.store.people.meet(Profile(PersonId(1), "Ann", "ann"))
    assert world.path.with_name("bot.sqlite3-wal").stat().st_size == before
    renamed = await world.store.people.meet(Profile(PersonId(1), "Anna", "ann"))
    assert renamed.profile.first_name == "Anna"


async def test_who_blocked_the_bot_is_reachable_when_they_come_back(
    world: World, ann: PersonId
) -> None:
    await world.store.people.unreachable(ann)
    assert not (await world.store.people.get(ann)).reachable
    await world.meet(1, "Ann")
    assert (await world.store.people.get(ann)).reachable


async def test_people_are_found_by_name_in_any_case(world: World) -> None:
    await world.store.people.meet(Profile(PersonId(1), "Ann", "Ann_Lee"))
    assert (await world.store.people.find("aNN_lee")).id == 1
    with pytest.raises(NoSuchPerson):
        await world.store.people.find("ann")


async def test_a_name_that_moved_belongs_to_its_new_owner(world: World) -> None:
    await world.store.people.meet(Profile(PersonId(1), "Ann", "fox"))
    await world.store.people.meet(Profile(PersonId(2), "Ben", "Fox"))
    assert (await world.store.people.find("fox")).id == 2
    assert (await world.store.people.get(PersonId(1))).profile.username is None


async def test_unknown_people_are_an_error(world: World) -> None:
    people = world.store.people
    for question in (
        people.get(NOBODY),
        people.balance(NOBODY),
        people.decide_access(NOBODY, Access.ALLOWED, by=ADMIN),
        people.set_limit(NOBODY, Limit.JOBS, 1, by=ADMIN),
        people.set_defaults(NOBODY, Options()),
        people.grant(NOBODY, 5, by=ADMIN, operation="x", note=""),
        world.store.drafts.grow(NOBODY, home(NOBODY), lambda draft, _: draft),
    ):
        with pytest.raises(NoSuchPerson):
            await question


async def test_a_request_reaches_every_owner_and_admin_once(world: World, ann: PersonId) -> None:
    for number, role in ((901, Role.ADMIN), (902, Role.SUPPORT)):
        await world.store.roles.appoint(await world.meet(number), role, by=ADMIN)
    await world.send_all()
    assert await world.store.people.ask_access(ann)
    assert not await world.store.people.ask_access(ann)
    assert (await world.store.people.get(ann)).access is Access.ASKED
    owed = await world.send_all()
    assert [(one.place, one.message) for one in owed] == [
        (home(admin), AccessRequest(person_id=ann)) for admin in (ADMIN, 901)
    ]


async def test_a_decision_reaches_the_person_once(world: World, ann: PersonId) -> None:
    await world.store.people.ask_access(ann)
    assert await world.store.people.decide_access(ann, Access.ALLOWED, by=ADMIN)
    assert not await world.store.people.decide_access(ann, Access.ALLOWED, by=ADMIN)
    assert await world.store.people.decide_access(ann, Access.REFUSED, by=ADMIN)
    assert (await world.store.people.get(ann)).access is Access.REFUSED
    owed = await world.send_all()
    assert [one.message for one in owed if one.place == home(ann)] == [
        AccessDecision(allowed=True),
        AccessDecision(allowed=False),
    ]


async def test_an_old_request_is_answered_by_whoever_is_first(world: World, ann: PersonId) -> None:
    people = world.store.people
    await people.ask_access(ann)
    await people.decide_access(ann, Access.ALLOWED, by=ADMIN)
    assert not await people.decide_access(ann, Access.REFUSED, by=ADMIN, only_undecided=True)
    assert (await people.get(ann)).access is Access.ALLOWED
    assert await people.decide_access(ann, Access.REFUSED, by=ADMIN), "on their page, on purpose"


async def test_whom_an_open_bot_lets_in_nobody_has_decided_about(open_world: Opener) -> None:
    before = await open_world()
    ann = await before.meet(1, "Ann")
    await before.store.people.ask_access(ann)
    await before.store.close()
    people = (await open_world(access=AccessPolicy.OPEN)).store.people
    assert await people.decide_access(ann, Access.REFUSED, by=ADMIN, only_undecided=True)
    assert (await people.get(ann)).access is Access.REFUSED


async def test_admins_are_let_in_by_the_settings_alone(world: World) -> None:
    assert (await world.store.people.meet(Profile(ADMIN, "Ada"))).access is Access.ALLOWED
    assert not await world.store.people.decide_access(ADMIN, Access.REFUSED, by=ADMIN)


async def test_an_open_bot_lets_in_everybody_whom_no_admin_refused(open_world: Opener) -> None:
    before = await open_world()
    for number in (1, 2):
        await before.meet(number)
    await before.store.people.decide_access(PersonId(2), Access.REFUSED, by=ADMIN)
    await before.store.close()
    world = await open_world(access=AccessPolicy.OPEN)
    await world.meet(3)
    access = [(await world.store.people.get(PersonId(number))).access for number in (1, 2, 3)]
    assert access == [Access.ALLOWED, Access.REFUSED, Access.ALLOWED]


async def test_defaults_are_kept(world: World, ann: PersonId) -> None:
    chosen = Options(model="v5", duration=7)
    assert (await world.store.people.set_defaults(ann, chosen)).defaults == chosen
    assert (await world.store.people.get(ann)).defaults == chosen


async def test_limits_of_ones_own_come_before_the_settings(world: World, ann: PersonId) -> None:
    people = world.store.people
    await people.set_limit(ann, Limit.DAILY, 7, by=ADMIN)
    await people.set_limit(ann, Limit.JOBS, 0, by=ADMIN)
    balance = await people.set_limit(ann, Limit.MONTHLY, 50, by=ADMIN)
    limits = balance.limits
    assert (limits.daily_credits, limits.monthly_credits, limits.running_jobs) == (7, 50, 0)
    assert (await people.set_limit(ann, Limit.DAILY, None, by=ADMIN)).limits.daily_credits == 100


async def test_credits_are_given_once_per_operation(world: World, ann: PersonId) -> None:
    async def grant(credits: int, operation: str) -> tuple[int, int]:
        granted = await world.store.people.grant(
            ann, credits, by=ADMIN, operation=operation, note="thanks"
        )
        return granted.credits, granted.balance.extra

    assert [await grant(50, "a"), await grant(50, "a")] == [(50, 50), (50, 50)]
    assert await grant(-20, "b") == (-20, 30)
    assert [await grant(-100, "c"), await grant(-100, "c")] == [(-30, 0), (-30, 0)]
    assert await grant(-1, "d") == (0, 0), "nothing was there to be taken"
    assert [one.message for one in await world.send_all()] == [
        CreditsGranted(credits=50),
        CreditsGranted(credits=-20),
        CreditsGranted(credits=-30),
    ]
    assert world.sql("SELECT by_person, note FROM entries WHERE operation = 'granted:a'") == [
        (ADMIN, "thanks")
    ]

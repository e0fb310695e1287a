"""Roles: who has one, who is told, and what a supporter may give away."""

from datetime import timedelta

import pytest

from jobs.admin.audit import Action
from jobs.admin.live_settings import SETTINGS
from jobs.errors import GrantTooLarge, NoSuchPerson, NotAnAdmin, NotYourRole, OwnersStay
from jobs.ids import PersonId
from jobs.outbox import RoleChanged
from jobs.people import Access
from jobs.roles import RIGHTS, Right, Role, may
from jobs.service.guard import Guard, ShellGuard
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, World, home


async def appoint(world: World, person: PersonId, role: Role | None) -> bool:
    return await world.store.roles.appoint(person, role, by=ADMIN)


def test_what_each_role_may_do() -> None:
    assert RIGHTS[Role.OWNER] == set(Right)
    assert set(Right) - RIGHTS[Role.ADMIN] == {Right.ROLES, Right.BACKUP}
    for right in (Right.ACCOUNTS, Right.SETTINGS, Right.ROLES, Right.BROADCAST, Right.PEOPLE):
        assert not may(Role.SUPPORT, right)
    assert not any(may(None, right) for right in Right)


async def test_somebody_who_gets_a_role_is_let_in_and_told(world: World, ann: PersonId) -> None:
    assert await appoint(world, ann, Role.ADMIN)
    assert not await appoint(world, ann, Role.ADMIN)
    person = await world.store.people.get(ann)
    assert (person.role, person.access) == (Role.ADMIN, Access.ALLOWED)
    assert await appoint(world, ann, Role.SUPPORT)
    assert await appoint(world, ann, None)
    assert (await world.store.people.get(ann)).role is None
    told = [one.message for one in await world.send_all() if one.place == home(ann)]
    assert told == [RoleChanged(role=role) for role in (Role.ADMIN, Role.SUPPORT, None)]
    lines = await world.store.audit.page(offset=0, limit=9)
    assert [(line.deed.action, line.deed.detail) for line in lines] == [
        (Action.ROLE_TAKEN, "support"),
        (Action.ROLE_GIVEN, "support"),
        (Action.ROLE_GIVEN, "admin"),
    ]


async def test_owners_are_those_of_the_settings(open_world: Opener) -> None:
    world = await open_world()
    assert await world.store.roles.of(ADMIN) is Role.OWNER, "also before they have said hello"
    await world.meet(ADMIN)
    ann = await world.meet(1)
    for person, role in ((ADMIN, None), (ADMIN, Role.SUPPORT), (ann, Role.OWNER)):
        with pytest.raises(OwnersStay):
            await appoint(world, person, role)
    with pytest.raises(NoSuchPerson):
        await appoint(world, PersonId(404), Role.ADMIN)
    await appoint(world, ann, Role.ADMIN)
    await world.store.close()
    later = await open_world(owners=frozenset({ann}))
    assert [await later.store.roles.of(one) for one in (ADMIN, ann)] == [None, Role.OWNER]


async def test_the_team(world: World, ann: PersonId, ben: PersonId) -> None:
    assert await world.store.roles.team() == []
    await world.meet(ADMIN)
    await appoint(world, ann, Role.SUPPORT)
    await appoint(world, ben, Role.ADMIN)
    team = [(person.id, person.role) for person in await world.store.roles.team()]
    assert team == [(ADMIN, Role.OWNER), (ben, Role.ADMIN), (ann, Role.SUPPORT)]


async def test_a_supporter_gives_so_much_a_day_and_takes_nothing(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    await appoint(world, ann, Role.SUPPORT)

    async def give(credits: int, operation: str) -> int:
        granted = await world.store.people.grant(ben, credits, by=ann, operation=operation, note="")
        return granted.balance.extra

    assert [await give(150, "a"), await give(150, "a"), await give(50, "b")] == [150, 150, 200]
    with pytest.raises(GrantTooLarge) as refused:
        await give(1, "c")
    assert refused.value.left == 0
    with pytest.raises(NotYourRole):
        await give(-10, "d")
    assert (await world.store.people.balance(ben)).extra == 200
    world.clock.advance(days=1)
    assert await give(200, "e") == 400
    with pytest.raises(GrantTooLarge):
        await give(1, "f")
    assert await world.store.audit.page(offset=4, limit=9) == []


async def test_a_supporters_day_is_the_bots(world: World, ann: PersonId, ben: PersonId) -> None:
    await world.store.settings.set(SETTINGS["time_zone"], "Asia/Tokyo", by=ADMIN)
    world.clock.advance(days=2)
    await appoint(world, ann, Role.SUPPORT)
    rules = await world.store.settings.rules()

    async def give(operation: str) -> None:
        await world.store.people.grant(ben, 200, by=ann, operation=operation, note="")

    midnight = rules.calendar.next_day(world.clock.now())
    world.clock.set(midnight - timedelta(minutes=1))
    await give("a")
    with pytest.raises(GrantTooLarge):
        await give("b")
    world.clock.set(midnight)
    await give("b")
    world.clock.set(midnight + timedelta(hours=23))
    with pytest.raises(GrantTooLarge):
        await give("c")


async def test_nobody_in_particular_may_do_everything_at_the_shell_alone(
    world: World, ann: PersonId
) -> None:
    chat, shell = Guard(world.store), ShellGuard(world.store)
    for right in Right:
        assert await shell.require(None, right) is Role.OWNER
        with pytest.raises(NotAnAdmin):
            await chat.require(None, right)
        with pytest.raises(NotAnAdmin):
            await shell.require(ann, right)

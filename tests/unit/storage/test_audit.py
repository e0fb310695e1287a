"""The audit log: every deed of an admin leaves one line, in the transaction that does it."""

from datetime import timedelta

import pytest

from jobs.admin.audit import Action
from jobs.errors import NoSuchPerson
from jobs.ids import PersonId
from jobs.people import Access, Limit
from tests.unit.storage.world import ADMIN, World

Told = tuple[Action, PersonId | None, str, str]


async def log(world: World, **chosen: PersonId) -> list[Told]:
    """The lines of the log, oldest first."""
    lines = await world.store.audit.page(offset=0, limit=100, **chosen)
    deeds = [line.deed for line in reversed(lines)]
    return [(deed.action, deed.person, deed.target, deed.detail) for deed in deeds]


async def test_what_admins_do_is_written_down_once(world: World, ann: PersonId) -> None:
    people = world.store.people
    for _ in range(2):
        await people.decide_access(ann, Access.ALLOWED, by=ADMIN)
        await people.grant(ann, 50, by=ADMIN, operation="a", note="for fun")
    await people.set_limit(ann, Limit.DAILY, 7, by=ADMIN)
    await people.set_limit(ann, Limit.DAILY, None, by=ADMIN)
    assert await log(world) == [
        (Action.ACCESS_ALLOWED, ann, "", ""),
        (Action.CREDITS_GRANTED, ann, "", "+50 for fun"),
        (Action.LIMIT_SET, ann, "", "daily 7"),
        (Action.LIMIT_SET, ann, "", "daily default"),
    ]


async def test_what_did_not_happen_is_not_written_down(world: World, ann: PersonId) -> None:
    with pytest.raises(NoSuchPerson):
        await world.store.people.set_limit(PersonId(404), Limit.JOBS, 1, by=ADMIN)
    job = await world.start(ann)
    assert await world.store.oversight.give_up(job.id, by=ADMIN) is None
    assert await log(world) == []


async def test_the_log_can_be_read_by_admin_and_by_person(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    for number, person in enumerate((ann, ben, ann)):
        by = ADMIN if number else None
        await world.store.audit.note(by, Action.CREDITS_GRANTED, person=person, target=str(number))
        world.clock.advance(timedelta(seconds=1))
    assert [line[2] for line in await log(world, person=ann)] == ["0", "2"]
    assert [line[2] for line in await log(world, by=ADMIN)] == ["1", "2"]
    await world.store.audit.note(ben, Action.CREDITS_GRANTED, person=ann, target="3")
    assert [line[2] for line in await log(world, by=ben, person=ben)] == ["1", "3"]
    [first] = await world.store.audit.page(offset=3, limit=1)
    assert (first.deed.by, first.by_name, first.person_name) == (None, "", "Ann")
    assert first.deed.at == world.clock.now() - timedelta(seconds=3)

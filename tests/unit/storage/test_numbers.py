"""The numbers of the last days, counted from the store."""

from jobs.errors import Reason
from jobs.ids import PersonId
from jobs.lifecycle import Failed
from tests.unit.storage.world import World


async def test_today_and_the_week(world: World, ann: PersonId, ben: PersonId) -> None:
    job = await world.start(ann)
    world.clock.advance(seconds=20)
    await world.claim()
    await world.render(job.id)
    world.clock.advance(seconds=40)
    await world.finish(job.id)
    world.clock.advance(days=2)
    bad = await world.start(ben)
    await world.claim()
    await world.render(bad.id)
    await world.apply(bad.id, Failed(Reason.RENDER_FAILED))
    today, week = await world.store.counts.of_days(1), await world.store.counts.of_days(7)
    assert (today.newcomers, today.active, today.jobs, today.success) == (0, 1, 1, 0)
    assert (week.newcomers, week.active, week.jobs, week.success) == (2, 2, 2, 50)
    assert week.modes == {"text": 2}
    assert (week.spent, week.stars, week.left) == (30, 0, None)
    assert week.waiting
    assert week.waiting.high == 20.0
    assert week.rendering
    assert week.rendering.middle == 40.0
    lately = week.per_day[-3:]
    assert [(day.made, day.failed, day.spent) for day in lately] == [
        (1, 0, 30),
        (0, 0, 0),
        (0, 1, 0),
    ]
    assert [day.waiting and day.waiting.high for day in lately] == [20.0, None, 0.0]

"""The numbers of the last days, counted from the store."""

from jobs.admin.live_settings import SETTINGS
from jobs.errors import Reason
from jobs.ids import PersonId, VideoId
from jobs.lifecycle import Cancelled, Failed, Submitted, Uploaded
from tests.unit.storage.world import ADMIN, PRICE, World


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


async def test_what_people_paid_is_not_what_pixverse_took(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    await world.store.settings.set(SETTINGS["price_markup"], "50", by=ADMIN)
    paid = PRICE * 3 // 2
    sold, returned = await world.start(ann), await world.start(ben)
    for job in (sold, returned):
        await world.claim()
        await world.render(job.id)
        await world.finish(job.id)
    await world.store.oversight.refund(returned.id, by=ADMIN, note="blurred")
    left, stopped, failed = [await world.start(each) for each in (ann, ben, ben)]
    await world.claim(3)
    for job, end in (
        (left, Cancelled()),
        (stopped, Failed(Reason.CALLED_OFF)),
        (failed, Failed(Reason.RENDER_FAILED)),
    ):
        await world.render(job.id)
        await world.apply(job.id, end)
    today = await world.store.counts.of_days(1)
    assert today.spent == 2 * paid, (
        "the video and the one that Ann left: what was given back is not"
    )
    assert today.taken == 4 * PRICE, "also what was given back, and what an admin called off"
    assert (today.per_day[0].spent, today.per_day[0].taken) == (today.spent, today.taken)


async def test_what_a_job_really_cost_goes_before_the_list(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    await world.claim()
    await world.apply(job.id, Uploaded(()), Submitted(VideoId("video:1"), cost=PRICE + 7))
    await world.finish(job.id)
    today = await world.store.counts.of_days(1)
    assert (today.spent, today.taken) == (PRICE, PRICE + 7)


async def test_today_is_told_by_the_hour_of_its_zone(world: World, ann: PersonId) -> None:
    await world.store.settings.set(SETTINGS["time_zone"], "Asia/Tokyo", by=ADMIN)
    job = await world.start(ann)
    await world.claim()
    await world.render(job.id)
    world.clock.advance(seconds=40)
    await world.finish(job.id)
    today = await world.store.counts.of_days(1)
    [busy] = [one for one in today.per_hour if one.made]
    assert (busy.hour, busy.rendering and busy.rendering.middle) == (21, 40.0)
    assert not (await world.store.counts.of_days(7)).per_hour

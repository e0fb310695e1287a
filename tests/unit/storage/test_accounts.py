"""PixVerse accounts as the store keeps them: who gets jobs, what admins are told, what is forgotten."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from jobs.accounts import Account, KnownAccount
from jobs.admin.audit import Action
from jobs.errors import AccountBusy, NoSuchAccount, Reason
from jobs.ids import AccountId, PersonId
from jobs.lifecycle import Failed
from jobs.outbox import Alert, Trouble
from jobs.ports import Lane
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, World

ONE, TWO = AccountId("one@example.com"), AccountId("two@example.com")


def account(account_id: AccountId, credits: int | None = 1000, **more: object) -> Account:
    return Account(account_id, f"{account_id[:1]}***", credits=credits, most=3, **more)  # type: ignore[arg-type]


async def alerts(world: World) -> list[Alert]:
    sent = [owed.message for owed in await world.send_all()]
    return [message for message in sent if isinstance(message, Alert)]


async def the(world: World, account_id: AccountId) -> KnownAccount:
    found = await world.store.accounts.all()
    return next(one for one in found if one.account.id == account_id)


async def claim(world: World, *lanes: tuple[AccountId, int]) -> Sequence[AccountId | None]:
    claimed = await world.store.work.claim([Lane(who, free) for who, free in lanes])
    return [job.account for job in claimed]


async def test_paused_accounts_get_nothing_and_keep_that_through_a_restart(
    open_world: Opener,
) -> None:
    world = await open_world()
    ann = await world.meet(1, "Ann")
    await world.store.accounts.seen([account(ONE), account(TWO)])
    await world.store.accounts.pause((await the(world, ONE)).number, by=ADMIN)
    await world.store.close()
    world = await open_world()
    await world.store.accounts.seen([account(ONE), account(TWO)])
    await world.start(ann)
    assert await claim(world, (ONE, 5)) == [], "the other one is only full"
    assert await claim(world, (ONE, 5), (TWO, 1)) == [TWO]
    await world.start(ann)
    await world.store.accounts.resume((await the(world, ONE)).number, by=ADMIN)
    assert await claim(world, (ONE, 5)) == [ONE]
    log = await world.store.audit.page(offset=0, limit=5)
    assert [line.deed.action for line in log] == [Action.ACCOUNT_RESUMED, Action.ACCOUNT_PAUSED]


async def test_a_job_goes_where_its_price_is_covered(world: World, ann: PersonId) -> None:
    await world.store.accounts.seen([account(ONE, 29), account(TWO, 130)])
    first, second = await world.start(ann), await world.start(ann)
    assert first.price == second.price == 30
    assert await claim(world, (ONE, 5), (TWO, 1)) == [TWO]
    # What was just taken counts: nobody has more than `low_credits` now, so all are tried.
    await world.store.accounts.seen([account(ONE, 29), account(TWO, 40)])
    assert await claim(world, (ONE, 5)) == [ONE]


async def test_an_account_that_fails_often_rests_until_somebody_says_otherwise(
    world: World, ann: PersonId
) -> None:
    await world.store.accounts.seen([account(ONE), account(TWO)])
    for _ in range(3):
        job = await world.start(ann)
        assert await claim(world, (ONE, 1)) == [ONE]
        await world.render(job.id)
        world.clock.advance(seconds=30)
        await world.apply(job.id, Failed(Reason.RENDER_FAILED))
    await world.start(ann)
    assert await claim(world, (ONE, 5)) == []
    resting = await the(world, ONE)
    assert (resting.success, len(resting.outcomes), resting.seconds) == (0, 3, None)
    await world.store.accounts.resume(resting.number, by=ADMIN)
    assert await claim(world, (ONE, 5)) == [ONE]


async def test_videos_are_remembered_with_how_long_they_took(world: World, ann: PersonId) -> None:
    await world.store.accounts.seen([account(ONE)])
    job = await world.start(ann)
    await claim(world, (ONE, 1))
    await world.render(job.id)
    assert (await the(world, ONE)).ours == 1
    world.clock.advance(seconds=42)
    await world.finish(job.id)
    seen = await the(world, ONE)
    assert (seen.ours, seen.success, seen.seconds) == (0, 100, 42.0)


async def test_trouble_is_told_once_a_day_and_anew_after_a_recovery(world: World) -> None:
    locked = account(ONE, trouble=Reason.ACCOUNT_LOCKED)
    await world.store.accounts.seen([locked])
    await world.store.accounts.seen([locked])
    await world.store.accounts.trouble(ONE, Reason.ACCOUNT_LOCKED)
    [alert] = await alerts(world)
    assert (alert.trouble, alert.reason) == (Trouble.ACCOUNT, Reason.ACCOUNT_LOCKED)
    assert alert.detail == "o***", "no address in an alert"
    world.clock.advance(days=1)
    await world.store.accounts.seen([locked])
    assert len(await alerts(world)) == 1
    await world.store.accounts.seen([account(ONE)])
    await world.store.accounts.seen([locked])
    assert len(await alerts(world)) == 1


async def test_few_credits_are_told(world: World) -> None:
    await world.store.accounts.seen([account(ONE, 100), account(TWO, None)])
    assert await alerts(world) == []
    await world.store.accounts.seen([account(ONE, 99), account(TWO, 0)])
    told = {(one.trouble, one.detail, one.credits) for one in await alerts(world)}
    assert told == {(Trouble.LOW_CREDITS, "o***", 99), (Trouble.LOW_CREDITS, "t***", 0)}


async def test_a_refused_job_is_told_with_a_masked_address_even_where_nobody_looked_yet(
    world: World,
) -> None:
    await world.store.accounts.trouble(ONE, Reason.NO_CREDITS)
    [alert] = await alerts(world)
    assert alert.detail == "o***@example.com"


async def test_an_account_with_jobs_of_ours_is_not_removed(world: World, ann: PersonId) -> None:
    await world.store.accounts.seen([account(ONE)])
    number = (await the(world, ONE)).number
    job = await world.start(ann)
    await claim(world, (ONE, 1))
    with pytest.raises(AccountBusy) as busy:
        await world.store.accounts.retire(number, by=ADMIN)
    assert busy.value.jobs == 1
    await world.render(job.id)
    await world.finish(job.id)
    await world.store.accounts.retire(number, by=ADMIN)
    assert (await the(world, ONE)).paused, "nothing new begins while the provider forgets it"
    await world.store.accounts.forget(number, by=ADMIN)
    with pytest.raises(NoSuchAccount):
        await world.store.accounts.get(number)


async def test_what_the_provider_does_not_list_is_not_shown_and_forgotten_after_a_month(
    world: World,
) -> None:
    await world.store.accounts.seen([account(ONE), account(TWO)])
    number = (await the(world, ONE)).number
    await world.store.accounts.seen([account(TWO)])
    assert [one.account.id for one in await world.store.accounts.all()] == [TWO]
    with pytest.raises(NoSuchAccount):
        await world.store.accounts.get(number)
    world.clock.advance(days=31)
    await world.store.accounts.seen([account(TWO)])
    assert world.sql("SELECT account FROM accounts") == [(TWO,)]


async def test_a_pause_outlives_lists_that_lack_the_account(world: World, ann: PersonId) -> None:
    await world.store.accounts.seen([account(ONE), account(TWO)])
    await world.store.accounts.pause((await the(world, ONE)).number, by=ADMIN)
    for listed in ([account(TWO)], []):
        await world.store.accounts.seen(listed)
        await world.start(ann)
        assert await claim(world, (ONE, 5)) == [], "whatever the list lacks, nobody resumed it"
    await world.store.accounts.seen([account(ONE), account(TWO)])
    assert (await the(world, ONE)).paused


async def test_a_removal_that_the_provider_does_not_confirm_is_in_the_log(world: World) -> None:
    await world.store.accounts.seen([account(ONE)])
    number = (await the(world, ONE)).number
    await world.store.accounts.retire(number, by=ADMIN)
    await world.store.accounts.not_removed(number, by=ADMIN)
    assert (await the(world, ONE)).paused
    log = await world.store.audit.page(offset=0, limit=5)
    assert [(line.deed.action, line.deed.target) for line in log] == [
        (Action.ACCOUNT_NOT_REMOVED, "o***"),
        (Action.ACCOUNT_PAUSED, "o***"),
    ]


async def test_the_log_tells_a_new_account_from_one_that_is_logged_in_again(world: World) -> None:
    accounts, plain = world.store.accounts, account(ONE)
    await accounts.put(plain, before=None, by=ADMIN)
    await accounts.put(plain, before=plain, by=ADMIN)
    await accounts.put(replace(plain, most=5), before=plain, by=ADMIN)
    log = await world.store.audit.page(offset=0, limit=5)
    assert [(one.deed.action, one.deed.target, one.deed.detail) for one in reversed(log)] == [
        (Action.ACCOUNT_ADDED, "o***", "3 jobs at once"),
        (Action.ACCOUNT_PUT, "o***", ""),
        (Action.ACCOUNT_CHANGED, "o***", "3 → 5"),
    ]

"""Who may come in: bans and what they take back, invitations and who may use them, friends, groups, consent."""

import asyncio
from datetime import timedelta

import pytest

from jobs.admin.audit import Action
from jobs.errors import (
    ConsentNeeded,
    HasARole,
    NoSuchGroup,
    NoSuchInvite,
    NoSuchPerson,
    PersonBanned,
)
from jobs.groups import GroupPolicy, GroupState
from jobs.ids import ChatId, InviteId, PersonId, Place, UpdateId
from jobs.invites import Arrival, Invite, InviteState, Terms
from jobs.lifecycle import State
from jobs.outbox import AccessRequest, Banned, FriendReward, GroupOpened, GroupRequest, Unbanned
from jobs.people import Access, AccessPolicy, Profile
from jobs.roles import Role
from jobs.service.admin.access import AdminAccess
from jobs.service.guard import Guard
from storage.rows import to_micros
from tests.unit.storage.conftest import Opener
from tests.unit.storage.world import ADMIN, PRICE, World, home

GROUP = ChatId(-1001234567890)
WEEK = timedelta(days=7)


async def deeds(world: World) -> list[tuple[Action, str, str]]:
    """The log, oldest first."""
    lines = await world.store.audit.page(offset=0, limit=99)
    return [(each.deed.action, each.deed.target, each.deed.detail) for each in reversed(lines)]


# bans


async def test_a_ban_takes_back_what_waits_and_leaves_what_runs(
    world: World, ann: PersonId
) -> None:
    running, waiting = await world.start(ann), await world.start(ann)
    await world.claim()
    cancelled = await world.store.bans.ban(ann, "spam", None, by=ADMIN)
    assert [(job.id, job.state) for job in cancelled] == [(waiting.id, State.CANCELLED)]
    assert (await world.store.jobs.view(running.id)).job.state is State.UPLOADING
    assert (await world.store.people.balance(ann)).used_today == PRICE
    owed = [one.message for one in await world.send_all() if one.message.kind == "banned"]
    assert owed == [Banned(reason="spam", until=None)]
    assert await deeds(world) == [(Action.BANNED, "", "spam")]


async def test_a_ban_ends_by_itself_or_is_lifted(world: World, ann: PersonId) -> None:
    now = world.clock.now()
    await world.store.bans.ban(ann, "", now + WEEK, by=ADMIN)
    person = await world.store.people.get(ann)
    assert person.is_banned(now)
    assert not person.is_banned(now + WEEK)
    assert await world.store.bans.unban(ann, by=ADMIN)
    assert not await world.store.bans.unban(ann, by=ADMIN)
    assert not (await world.store.people.get(ann)).is_banned(now)
    await world.store.bans.ban(ann, "", now + WEEK, by=ADMIN)
    world.clock.advance(WEEK)
    assert not await world.store.bans.unban(ann, by=ADMIN), "it had ended"
    told = [one.message.kind for one in await world.send_all()]
    assert told == ["banned", "unbanned", "banned"]
    assert Unbanned().kind == told[1]


async def test_a_banned_person_hears_of_it_once_a_day(world: World, ann: PersonId) -> None:
    assert not await world.store.bans.tell(ann), "they are not banned"
    await world.store.bans.ban(ann, "spam", None, by=ADMIN)
    assert not await world.store.bans.tell(ann), "they have just been told"
    world.clock.advance(days=1)
    assert [await world.store.bans.tell(ann) for _ in range(3)] == [True, False, False]


async def test_nothing_is_made_for_somebody_banned_a_moment_ago(
    world: World, ann: PersonId
) -> None:
    card = await world.draft(ann)
    await world.store.bans.ban(ann, "", world.clock.now() + WEEK, by=ADMIN)
    with pytest.raises(PersonBanned):
        await world.store.jobs.start(card.id, ann)
    world.clock.advance(WEEK)
    await world.store.jobs.start(card.id, ann)


async def test_who_cannot_be_banned(world: World, ann: PersonId) -> None:
    await world.meet(ADMIN)
    await world.store.roles.appoint(ann, Role.SUPPORT, by=ADMIN)
    for person in (ADMIN, ann):
        with pytest.raises(HasARole):
            await world.store.bans.ban(person, "", None, by=ADMIN)
    for call in (
        world.store.bans.ban(PersonId(404), "", None, by=ADMIN),
        world.store.bans.unban(PersonId(404), by=ADMIN),
    ):
        with pytest.raises(NoSuchPerson):
            await call


# invitations


async def invite(world: World, uses: int = 1, credits: int = 0, **lasts: float) -> Invite:
    ends_at = world.clock.now() + timedelta(**lasts) if lasts else None
    return await world.store.invites.make(Terms(uses, ends_at, credits), by=ADMIN)


async def come(world: World, number: int, token: str) -> Arrival:
    person = await world.meet(number)
    return (await world.store.invites.use(person, token))[0]


async def test_an_invitation_lets_somebody_in_once(world: World, ann: PersonId) -> None:
    made = await invite(world, uses=2, credits=50)
    await world.store.people.ask_access(ann)
    assert await world.store.invites.use(ann, made.token) == (Arrival.JOINED, 50)
    assert await world.store.invites.use(ann, made.token) == (Arrival.NOTHING_NEW, 0)
    assert (await world.store.people.get(ann)).access is Access.ALLOWED
    assert (await world.store.people.balance(ann)).extra == 50
    assert (await world.store.invites.get(made.id)).used == 1
    assert [guest.id for guest in await world.store.invites.guests(made.id, 9)] == [ann]


async def test_two_at_once_on_the_last_use_and_one_is_in(world: World) -> None:
    made = await invite(world)
    arrivals = await asyncio.gather(*(come(world, number, made.token) for number in range(1, 9)))
    assert sorted(arrivals) == [Arrival.JOINED, *[Arrival.USED_UP] * 7]


async def test_an_invitation_that_is_over_says_why(world: World) -> None:
    ended, revoked = await invite(world, hours=1), await invite(world, uses=5)
    assert await come(world, 1, revoked.token) is Arrival.JOINED
    for _ in range(2):
        assert (await world.store.invites.revoke(revoked.id, by=ADMIN)).revoked
    world.clock.advance(hours=1)
    assert await come(world, 2, ended.token) is Arrival.ENDED
    assert await come(world, 2, revoked.token) is Arrival.REVOKED
    assert await come(world, 2, "guessed") is Arrival.NO_SUCH
    assert (await world.store.people.get(PersonId(2))).access is Access.NEW
    states = [
        each.state(world.clock.now()) for each in await world.store.invites.page(offset=0, limit=9)
    ]
    assert states == [InviteState.REVOKED, InviteState.ENDED]
    with pytest.raises(NoSuchInvite):
        await world.store.invites.revoke(InviteId(404), by=ADMIN)
    assert [action for action, _, _ in await deeds(world)] == [
        Action.INVITE_MADE,
        Action.INVITE_MADE,
        Action.INVITE_REVOKED,
    ]


async def test_who_is_in_or_refused_gains_nothing_by_an_invitation(
    world: World, ann: PersonId, ben: PersonId
) -> None:
    made = await invite(world, uses=9, credits=50)
    await world.store.people.decide_access(ann, Access.ALLOWED, by=ADMIN)
    await world.store.people.decide_access(ben, Access.REFUSED, by=ADMIN)
    for person in (ann, ben):
        assert await world.store.invites.use(person, made.token) == (Arrival.NOTHING_NEW, 0)
        assert (await world.store.people.balance(person)).extra == 0
    assert (await world.store.people.get(ben)).access is Access.REFUSED


async def test_in_an_open_bot_an_invitation_is_for_those_who_first_came_by_it(
    open_world: Opener,
) -> None:
    world = await open_world(access=AccessPolicy.OPEN)
    made = await invite(world, uses=9, credits=50)
    await world.meet(1)
    await world.store.people.meet(Profile(PersonId(1), "Ann"), made.payload)
    await world.store.people.meet(Profile(PersonId(2), "Ben"), made.payload)
    arrivals = [await world.store.invites.use(PersonId(n), made.token) for n in (1, 2, 2)]
    assert [arrival for arrival, _ in arrivals] == [
        Arrival.NOTHING_NEW,
        Arrival.JOINED,
        Arrival.NOTHING_NEW,
    ]


async def test_a_closed_bot_takes_no_invitations(open_world: Opener) -> None:
    world = await open_world(access=AccessPolicy.CLOSED)
    assert await come(world, 1, (await invite(world)).token) is Arrival.NOTHING_NEW


async def test_an_invitation_brings_its_plan(world: World, ann: PersonId) -> None:
    plan = await world.store.plans.change("gold", lambda terms: terms, by=ADMIN)
    made = await world.store.invites.make(Terms(plan_id=plan.id), by=ADMIN)
    await world.store.invites.use(ann, made.token)
    mine = await world.store.plans.of(ann)
    assert mine
    assert mine.name == "gold"
    await world.store.plans.remove("gold", by=ADMIN)
    assert (await world.store.invites.get(made.id)).terms.plan_id is None


# friends


async def bring(world: World, friend: PersonId, number: int) -> PersonId:
    """A newcomer by a friend's link, who makes a video."""
    link = await world.store.friends.link(friend)
    assert link == await world.store.friends.link(friend)
    newcomer = (await world.store.people.meet(Profile(PersonId(number), "New"), link)).id
    await make_video(world, newcomer)
    return newcomer


async def make_video(world: World, person: PersonId) -> None:
    job = await world.start(person)
    await world.claim()
    await world.render(job.id)
    await world.finish(job.id)


async def test_both_are_rewarded_once_after_the_first_video(open_world: Opener) -> None:
    world = await open_world(referral_credits=25)
    ann = await world.meet(1, "Ann")
    newcomer = await bring(world, ann, 5)
    await make_video(world, newcomer)
    for person in (ann, newcomer):
        assert (await world.store.people.balance(person)).extra == 25
    assert await world.store.friends.brought(ann) == 1
    rewards = [one for one in await world.send_all() if isinstance(one.message, FriendReward)]
    assert {one.place: one.message for one in rewards} == {
        home(ann): FriendReward(credits=25, newcomer="New"),
        home(newcomer): FriendReward(credits=25, newcomer=None),
    }


async def test_nobody_is_rewarded_for_themselves_or_for_those_known_before(
    open_world: Opener,
) -> None:
    world = await open_world(referral_credits=25)
    ann, ben = await world.meet(1, "Ann"), await world.meet(2, "Ben")
    link = await world.store.friends.link(ann)
    for person, name in ((ann, "Ann"), (ben, "Ben")):
        await world.store.people.meet(Profile(person, name), link)
        await make_video(world, person)
        assert (await world.store.people.balance(person)).extra == 0
    stranger = (await world.store.people.meet(Profile(PersonId(3), "C"), "ref_guessed")).id
    await make_video(world, stranger)
    assert (await world.store.people.balance(stranger)).extra == 0


async def test_a_video_that_is_not_finished_rewards_nobody(open_world: Opener) -> None:
    world = await open_world(referral_credits=25)
    ann = await world.meet(1, "Ann")
    link = await world.store.friends.link(ann)
    newcomer = (await world.store.people.meet(Profile(PersonId(5), "New"), link)).id
    job = await world.start(newcomer)
    await world.claim()
    await world.render(job.id)
    await world.store.jobs.cancel(job.id, newcomer)
    assert (await world.store.people.balance(ann)).extra == 0


async def test_a_first_video_without_a_reward_stays_without(open_world: Opener) -> None:
    before = await open_world()
    ann = await before.meet(1, "Ann")
    newcomer = await bring(before, ann, 5)
    await before.store.close()
    world = await open_world(referral_credits=25)
    await make_video(world, newcomer)
    assert (await world.store.people.balance(ann)).extra == 0
    assert await world.store.friends.brought(ann) == 1


# groups


async def test_a_group_is_asked_about_once_and_told_once(world: World) -> None:
    groups = world.store.groups
    assert not await groups.may_answer(GROUP)
    assert [await groups.ask(GROUP, "Friends", "Ann") for _ in range(2)] == [True, False]
    request = GroupRequest(group_id=GROUP, title="Friends", by_name="Ann")
    assert [(one.place, one.message) for one in await world.send_all()] == [(home(ADMIN), request)]
    for _ in range(2):
        group = await groups.decide(GROUP, allow=True, by=ADMIN)
    assert (group.title, group.state) == ("Friends", GroupState.ALLOWED)
    assert await groups.may_answer(GROUP)
    owed = [(one.place, one.message) for one in await world.send_all()]
    assert owed == [(Place(GROUP), GroupOpened())]
    assert await deeds(world) == [(Action.GROUP_ALLOWED, "Friends", "")]


async def test_every_group_is_on_a_page_those_without_a_decision_first(world: World) -> None:
    groups = world.store.groups
    asked = [ChatId(-number) for number in range(1, 24)]
    for group_id in asked:
        await groups.ask(group_id, f"Group {group_id}", "Ann")
    decided = [ChatId(-number) for number in range(5, 8)]
    for group_id in decided:
        await groups.decide(group_id, allow=True, by=ADMIN)
    access = AdminAccess(world.store, Guard(world.store), world.clock, asyncio.Event())
    pages = [await access.groups(ADMIN, number) for number in range(3)]
    assert [(page.page, page.more) for page in pages] == [(0, True), (1, True), (2, False)]
    seen = [group.id for page in pages for group in page.groups]
    assert sorted(seen) == sorted(asked), "each once"
    assert sorted(seen[-3:]) == sorted(decided)


async def test_a_refusal_stays_and_a_yes_goes_along_with_the_group(world: World) -> None:
    groups, moved = world.store.groups, ChatId(-1007777)
    await groups.decide(GROUP, allow=True, by=ADMIN, title="Friends")
    await groups.moved(GROUP, moved)
    assert [await groups.may_answer(group) for group in (GROUP, moved)] == [False, True]
    await groups.left(moved)
    assert await groups.page(offset=0, limit=9) == []
    await groups.decide(GROUP, allow=False, by=ADMIN, title="Foes")
    await groups.left(GROUP)
    assert not await groups.ask(GROUP, "Foes", "Ann")
    with pytest.raises(NoSuchGroup):
        await groups.decide(ChatId(-5), allow=True, by=ADMIN)


@pytest.mark.parametrize(
    ("policy", "access", "answers"),
    [
        (GroupPolicy.AUTO, AccessPolicy.OPEN, True),
        (GroupPolicy.AUTO, AccessPolicy.INVITE, False),
        (GroupPolicy.ALL, AccessPolicy.CLOSED, True),
        (GroupPolicy.ALLOWED, AccessPolicy.OPEN, False),
        (GroupPolicy.NONE, AccessPolicy.OPEN, False),
    ],
)
async def test_where_the_bot_answers(
    open_world: Opener, policy: GroupPolicy, access: AccessPolicy, answers: bool
) -> None:
    world = await open_world(groups=policy, access=access)
    assert await world.store.groups.may_answer(GROUP) is answers
    await world.store.groups.decide(GROUP, allow=True, by=ADMIN, title="x")
    assert await world.store.groups.may_answer(GROUP) is (policy is not GroupPolicy.NONE)


async def test_nobody_is_asked_where_no_group_is_answered(open_world: Opener) -> None:
    world = await open_world(groups=GroupPolicy.NONE)
    assert await world.store.groups.ask(GROUP, "Friends", "Ann")
    assert not [one for one in await world.send_all() if not isinstance(one.message, AccessRequest)]


# consent


async def test_no_job_before_consent_to_the_terms_in_force(open_world: Opener) -> None:
    world = await open_world(terms="1")
    ann = await world.meet(1, "Ann")
    card = await world.draft(ann)
    with pytest.raises(ConsentNeeded):
        await world.store.jobs.start(card.id, ann)
    assert (await world.store.people.balance(ann)).used_today == 0
    for _ in range(2):
        await world.store.consents.accept(ann, "1")
        world.clock.advance(days=1)
    first = await world.store.jobs.start(card.id, ann)
    moment = to_micros(world.clock.now() - timedelta(days=2))
    assert world.sql("SELECT version, at FROM consents") == [("1", moment)]
    with pytest.raises(NoSuchPerson):
        await world.store.consents.accept(PersonId(404), "1")
    await world.store.close()
    later = await open_world(terms="2")
    with pytest.raises(ConsentNeeded):
        await later.store.jobs.start_again(first.job.id, ann, home(ann), UpdateId(5))
    await later.store.consents.accept(ann, "2")
    await later.store.jobs.start_again(first.job.id, ann, home(ann), UpdateId(5))

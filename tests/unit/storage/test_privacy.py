"""A person's data: all of it is handed out, and none of it is left when they are forgotten."""

import json
import re
import sqlite3
from datetime import timedelta

import pytest

from jobs.admin.audit import Action
from jobs.errors import NoSuchJob, NoSuchPerson, Reason, StillRunning
from jobs.ids import ChargeId, PersonId
from jobs.lifecycle import Failed
from jobs.people import Access, Profile
from jobs.roles import Role
from storage.privacy import EXPORT, FORGET
from tests.unit.storage.test_schema import SCHEMA
from tests.unit.storage.world import ADMIN, PRICE, World, home, topic

# Where a person's number stands and no word about them, or what the admins need to keep.
KEPT = {
    "audit",
    "entries",
    "payments",
    "subscriptions",
    "pockets",
    "usage",
    "invite_uses",
    "friend_rewards",
    "support_grants",
    "strikes",
    "pauses",
    "reports",
    "postings",
}
DEEDS_OF_ADMINS = {"settings", "invites", "groups", "stop_words", "effect_marks", "broadcasts"}
DELIVERY = {
    "outbox",
    "shown_results",
    "group_messages",
    "postings",
}  # what was brought to whom: it is in their chat
SAID_ELSEWHERE = {
    "name_keys",
    "errands",
    "password_questions",
    "album_parts",
}  # made from names; questions of ours; numbers of messages
MENTIONS = re.compile(r"^\s*(\w*person_id|by_person|chat_id|\w+_id) ", re.MULTILINE)
SOMEBODY = {"person_id", "by_person", "chat_id", "friend_id", "newcomer_id"}


def tables_about_people() -> set[str]:
    return {
        name
        for name, sql in SCHEMA.items()
        if "CREATE TABLE" in sql and SOMEBODY & set(MENTIONS.findall(sql))
    }


def test_every_table_about_people_is_handed_out_and_forgotten_or_kept_on_purpose() -> None:
    exported = set(re.findall(r"(?:FROM|JOIN) (\w+)", " ".join(EXPORT.values())))
    forgotten = set(re.findall(r"(?:DELETE FROM|UPDATE) (\w+)", " ".join(FORGET)))
    assert tables_about_people() - exported <= DELIVERY | DEEDS_OF_ADMINS | SAID_ELSEWHERE
    assert tables_about_people() - forgotten <= KEPT | DEEDS_OF_ADMINS


async def test_every_word_about_a_person_is_taken_back_or_kept_on_purpose(world: World) -> None:
    columns = {row[1] for row in world.sql("PRAGMA table_info(people)")}
    [erased] = [statement for statement in FORGET if "UPDATE people" in statement]
    kept = columns - set(re.findall(r"(\w+) =", erased.partition("WHERE")[0]))
    assert kept == {
        "id", "met_at", "seen_at", "served_at", "debt",
        "plan_id", "daily_limit", "monthly_limit", "jobs_limit", "modes", "qualities", "models",
        "banned_at", "banned_until", "ban_told_at",
    }  # fmt: skip


def everything(world: World) -> str:
    return "".join(
        repr(row) for name, sql in SCHEMA.items() if "CREATE TABLE" in sql
        for row in world.sql(f"SELECT * FROM {name}") if name != "sqlite_sequence"
    )  # fmt: skip


async def busy_life(world: World) -> PersonId:
    """Somebody with a bit of everything, all of whose jobs have ended."""
    profile = Profile(PersonId(7), "Annabel", "annabel_b", "de")
    ann = (await world.store.people.meet(profile)).id
    await world.store.credits.set_zone(ann, "Pacific/Kiritimati")
    await world.pay(ann, "charge A", 500, months=1)
    await world.store.people.grant(ann, 20, by=ADMIN, operation="x", note="hello")
    job = await world.start(ann, topic(-5, 3))
    await world.claim()
    await world.render(job.id)
    await world.finish(job.id)
    await world.send_all("file-of-annabel")
    await world.draft(ann)
    return ann


async def test_everything_is_in_the_document(world: World) -> None:
    ann = await busy_life(world)
    document = json.loads(await world.store.privacy.export(ann))
    assert document.keys() == {"made_at", *EXPORT}
    [person] = document["person"]
    assert (person["first_name"], person["time_zone"]) == ("Annabel", "Pacific/Kiritimati")
    [job] = document["jobs"]
    assert job["request"]["prompt"] == "a cat on the moon"
    assert job["sent"]["file_id"] == "file-of-annabel"
    assert job["queued_at"].startswith("2026-11-21T12:00:00")
    kinds = [entry["kind"] for entry in document["credits"]]
    assert kinds == ["bought", "granted", "held", "spent"]
    assert document["payments"][0]["charge_id"] == "charge A"
    assert {pocket["expires_at"] for pocket in document["extra_credits"]} == {None}
    assert document["drafts"][0]["draft"]["prompt"] == "a cat on the moon"
    with pytest.raises(NoSuchPerson):
        await world.store.privacy.export(PersonId(404))


async def test_nobodys_data_is_in_somebody_elses_document(world: World, ben: PersonId) -> None:
    await busy_life(world)
    document = await world.store.privacy.export(ben)
    assert not re.search("Annabel|moon|charge|hello", document)


async def test_nothing_is_left_but_numbers_and_sums(world: World) -> None:
    ann = await busy_life(world)
    before = await world.store.people.balance(ann)
    job_id = world.sql("SELECT id FROM jobs")[0][0]
    await world.store.privacy.forget(ann)
    words = "annabel|moon|file-of|Kiritimati|video.mp4|hello"
    assert not re.search(words, everything(world), re.IGNORECASE)
    after = await world.store.people.balance(ann)
    assert (after.left, after.used_today) == (before.left, before.used_today)
    [payment] = await world.store.payments.of(ann, offset=0, limit=9)
    assert payment.charge_id == ChargeId("charge A")
    assert await world.store.history.page(ann, offset=0, limit=9) == []
    with pytest.raises(NoSuchJob):
        await world.store.jobs.own(job_id, ann)
    assert await world.store.drafts.current(ann, home(ann)) is None
    lines = await world.store.credits.lines(ann, offset=0, limit=9)
    assert [line.kind for line in lines] == ["spent", "held", "granted", "bought"]


async def test_who_is_forgotten_is_as_new_but_has_used_what_they_used(world: World) -> None:
    ann = await busy_life(world)
    await world.store.people.decide_access(ann, Access.ALLOWED, by=ADMIN)
    for _ in range(2):
        await world.store.jobs.apply((await world.start(ann)).id, Failed(Reason.LOST))
        await world.start(ann)
    for job in await world.store.history.page(ann, offset=0, limit=9):
        await world.store.jobs.apply(job.id, Failed(Reason.LOST))
    used = await world.store.people.balance(ann)
    await world.store.privacy.forget(ann)
    gone = await world.store.people.get(ann)
    assert (gone.access, gone.reachable) == (Access.NEW, False), "no broadcast finds them"
    met = await world.store.people.meet(Profile(ann, "Ann"))
    assert (met.profile.first_name, met.access) == ("Ann", Access.NEW)
    balance = await world.store.people.balance(ann)
    assert (balance.used_today, balance.extra) == (used.used_today, used.extra)
    for _ in range(2):
        await world.store.privacy.forget(ann)
    assert (await world.store.people.balance(ann)).left == used.left


async def test_a_refusal_outlives_forgetting(world: World, ann: PersonId) -> None:
    await world.store.people.decide_access(ann, Access.REFUSED, by=ADMIN)
    await world.store.privacy.forget(ann)
    assert (await world.store.people.get(ann)).access is Access.REFUSED


async def test_what_admins_wrote_goes_and_the_sums_of_it_stay(world: World) -> None:
    ann, store = await busy_life(world), world.store
    await store.people.grant(ann, 5, by=ADMIN, operation="y", note="because Annabel Smith asked")
    await store.people.grant(ann, 6, by=ADMIN, operation="z", note="")
    [job] = await store.history.page(ann, offset=0, limit=9)
    await store.oversight.refund(job.id, by=ADMIN, note="Annabel was sad")
    await store.payments.ask_refund(ChargeId("charge A"), by=ADMIN, note="Annabel again")
    tomorrow = world.clock.now() + timedelta(days=1)
    await store.bans.ban(ann, "Annabel Smith was rude", tomorrow, by=ADMIN)
    world.clock.advance(days=2)
    await store.privacy.forget(ann)
    await world.send_all()
    assert "Annabel" not in everything(world)
    deeds = await store.audit.page(offset=0, limit=9, person=ann)
    assert [line.deed.detail for line in deeds] == [
        "", "10 XTR", f"+{PRICE}", "+6", "+5", "+20"
    ]  # fmt: skip
    lines = await store.credits.lines(ann, offset=0, limit=9)
    assert [(line.amount, line.note, line.by) for line in lines[:3]] == [
        (PRICE, "", ADMIN), (6, "", ADMIN), (5, "", ADMIN),
    ]  # fmt: skip


async def test_the_reason_of_a_ban_that_holds_stays(world: World, ann: PersonId) -> None:
    await world.store.bans.ban(ann, "rude", None, by=ADMIN)
    await world.store.privacy.forget(ann)
    ban = (await world.store.people.get(ann)).ban
    assert ban
    assert ban.reason == "rude"
    assert not re.search("rude", repr(world.sql("SELECT * FROM audit")))


async def test_who_is_forgotten_helps_no_more_and_the_log_says_so(
    world: World, ann: PersonId
) -> None:
    await world.store.roles.appoint(ann, Role.ADMIN, by=ADMIN)
    await world.store.privacy.forget(ann)
    gone = await world.store.people.get(ann)
    assert (gone.role, gone.access) == (None, Access.NEW)
    [deed] = [line.deed for line in await world.store.audit.page(offset=0, limit=1)]
    assert (deed.action, deed.by, deed.person, deed.detail) == (
        Action.ROLE_TAKEN,
        ann,
        ann,
        "admin",
    )
    await world.store.privacy.forget(ann)
    [again] = [line.deed for line in await world.store.audit.page(offset=0, limit=1)]
    assert again == deed, "a role is lost once"


async def test_an_owner_stays_one_as_the_settings_say(world: World) -> None:
    owner = await world.meet(ADMIN)
    await world.store.privacy.forget(owner)
    assert (await world.store.people.get(owner)).role is Role.OWNER
    assert not await world.store.audit.page(offset=0, limit=1)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET detail = '+9'",
        "UPDATE audit SET detail = '', target = 'x'",
        "UPDATE audit SET by_person = NULL",
        "UPDATE entries SET note = 'other words'",
        "UPDATE entries SET note = '', amount = amount + 1, extra = extra + 1",
        "UPDATE entries SET by_person = NULL",
    ],
)
async def test_only_words_can_go_from_the_books(world: World, ann: PersonId, change: str) -> None:
    await world.store.people.grant(ann, 5, by=ADMIN, operation="x", note="hello")
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        world.sql(change)


async def test_not_while_a_job_runs(world: World, ann: PersonId) -> None:
    job = await world.start(ann)
    with pytest.raises(StillRunning):
        await world.store.privacy.forget(ann)
    assert (await world.store.people.get(ann)).profile.first_name == "Ann"
    await world.store.jobs.cancel(job.id, ann)
    await world.store.privacy.forget(ann)
    with pytest.raises(NoSuchPerson):
        await world.store.privacy.forget(PersonId(404))

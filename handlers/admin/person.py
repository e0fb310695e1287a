"""What is done for or to one person, from their page or by command: credits, plans, bans, letters, roles."""

from datetime import timedelta

from telegram import Update

from handlers.admin.access import AccessDesk
from handlers.admin.people import People
from handlers.admin.replied import forget_draft
from handlers.admin.team import Team
from handlers.admin.words import arguments, person_meant, whole
from handlers.chat.admin_screens import granted_screen
from handlers.chat.buttons import (
    AskBan,
    AskGrant,
    AskLetter,
    BanNow,
    GivePlan,
    GiveRole,
    LetIn,
    LiftBan,
    OpenBan,
    OpenPlans,
    OpenRoles,
)
from handlers.chat.buttons.admin import NO_PLAN
from handlers.chat.person_screens import (
    ask_screen,
    ban_menu,
    ban_reason_screen,
    plans_menu,
    roles_menu,
    with_person,
)
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn, message_of
from jobs.admin.errands import Errand
from jobs.ids import ChatId, MessageId, PersonId, UpdateId
from jobs.people import Person
from jobs.roles import Role

LONGEST_BAN = 24 * 3650  # hours


class OnePerson:
    """The handlers of the keys on somebody's page."""

    def __init__(self, desk: Desk, people: People, access: AccessDesk, team: Team) -> None:
        self._desk = desk
        self._people = desk.service.admin.people
        self._errands = desk.service.admin.errands
        self._pages = people
        self._access = access
        self._team = team

    async def _of(self, press: Press, person_id: PersonId) -> Person:
        return (await self._people.view(press.person_id, person_id)).person

    async def _ask(
        self, press: Press, errand: Errand, person_id: PersonId, *detail: object
    ) -> None:
        """The next message answers a question about somebody."""
        person = await self._begin(press, errand, person_id, *detail)
        await press.show(ask_screen(f"errand-{errand}", person, press.texts))

    async def _begin(
        self, press: Press, errand: Errand, person_id: PersonId, *detail: object
    ) -> Person:
        person = await self._of(press, person_id)
        words = ":".join(map(str, (person_id, *detail)))
        await self._errands.begin(press.person_id, errand, words)
        return person

    # credits

    async def grant(self, update: Update, turn: Turn) -> None:
        """/grant @name 100 a reason"""
        words = [*arguments(update), "", ""]
        who, wish = words[0], words[1:]
        person = await person_meant(self._desk, turn, who) if whole(wish[0]) else None
        if person:
            await self._give(update, turn, person, wish)
        elif not whole(wish[0]):
            await self._desk.tell(turn, "admin-grant-usage")

    async def ask_grant(self, press: Press, button: AskGrant) -> None:
        """How many, and why?"""
        await self._ask(press, Errand.GRANT, button.person)

    async def granted(self, update: Update, turn: Turn, detail: str) -> bool:
        """100 for the patience"""
        wish = (message_of(update).text or "").split()
        if not wish or not whole(wish[0]):
            await self._desk.tell(turn, "errand-grant-again")
            return False
        person = (await self._people.view(turn.person.id, PersonId(int(detail)))).person
        await self._give(update, turn, person, wish)
        return True

    async def _give(self, update: Update, turn: Turn, person: Person, wish: list[str]) -> None:
        granted = await self._people.grant(
            turn.person.id,
            person.id,
            whole(wish[0]) or 0,
            operation=str(update.update_id),
            note=" ".join(wish[1:]).strip(),
        )
        screen = granted_screen(person, granted, turn.texts)
        await self._desk.say(turn, with_person(screen, person, turn.texts))

    # plans

    async def open_plans(self, press: Press, button: OpenPlans) -> None:
        """Which one?"""
        view = await self._people.view(press.person_id, button.person)
        plans = await self._people.plans(press.person_id)
        await press.show(plans_menu(view, plans, press.texts))

    async def give_plan(self, press: Press, button: GivePlan) -> None:
        """Put them into it, or into none."""
        plan_id = None if button.plan == NO_PLAN else button.plan
        await self._people.give_plan(press.person_id, button.person, plan_id)
        await self._back(press, button.person)

    # the door

    async def let_in(self, press: Press, button: LetIn) -> None:
        """Let them in, or refuse them."""
        access = self._desk.service.admin.access
        await access.decide(press.person_id, button.person, allow=button.allow)
        await self._back(press, button.person)

    async def open_ban(self, press: Press, button: OpenBan) -> None:
        """For how long?"""
        await press.show(ban_menu(await self._of(press, button.person), press.texts))

    async def ask_ban(self, press: Press, button: AskBan) -> None:
        """Why?"""
        person = await self._begin(press, Errand.BAN, button.person, button.hours)
        await press.show(ban_reason_screen(person, button.hours, press.texts))

    async def ban_now(self, press: Press, button: BanNow) -> None:
        """Without a reason."""
        person = await self._of(press, button.person)
        screen = await self._access.keep_out(press.turn, person, "", _lasts(button.hours))
        await press.show(with_person(screen, person, press.texts))

    async def banned(self, update: Update, turn: Turn, detail: str) -> bool:
        """The reason, in words."""
        number, _, hours = detail.partition(":")
        reason = (message_of(update).text or "").strip()
        if not reason:
            await self._desk.tell(turn, "errand-ban-again")
            return False
        person = (await self._people.view(turn.person.id, PersonId(int(number)))).person
        screen = await self._access.keep_out(turn, person, reason, _lasts(int(hours)))
        await self._desk.say(turn, with_person(screen, person, turn.texts))
        return True

    async def lift_ban(self, press: Press, button: LiftBan) -> None:
        """They may use the bot again."""
        await self._access.let_back(press.turn, button.person)
        await self._back(press, button.person)

    # letters

    async def write(self, update: Update, turn: Turn) -> None:
        """/write @name in answer to a message: that one goes to them; else the next one does."""
        match arguments(update):
            case [who]:
                person = await person_meant(self._desk, turn, who)
                if person:
                    await self._write(update, turn, person)
            case _:
                await self._desk.tell(turn, "admin-write-usage")

    async def _write(self, update: Update, turn: Turn, person: Person) -> None:
        source = message_of(update).reply_to_message
        if source is None:
            await self._errands.begin(turn.person.id, Errand.LETTER, str(person.id))
            await self._desk.say(turn, ask_screen("errand-letter", person, turn.texts))
            return
        message_id = MessageId(source.message_id)
        reader = await self._people.write_to(
            turn.person.id,
            person.id,
            ChatId(source.chat.id),
            message_id,
            update_id=UpdateId(update.update_id),
        )
        await forget_draft(self._desk, turn, message_id)
        await self._sent(turn, reader)

    async def _sent(self, turn: Turn, reader: Person) -> None:
        text_id = "letter-sent" if reader.reachable else "letter-kept"
        sent = Screen(turn.texts.html(text_id, name=reader.profile.first_name))
        await self._desk.say(turn, with_person(sent, reader, turn.texts))

    async def ask_letter(self, press: Press, button: AskLetter) -> None:
        """What should they read?"""
        await self._ask(press, Errand.LETTER, button.person)

    async def letter(self, update: Update, turn: Turn, detail: str) -> bool:
        """Any message; an album is several, and the rest of it goes along."""
        number, _, album = detail.partition(":")
        message = message_of(update)
        person = await self._people.write_to(
            turn.person.id,
            PersonId(int(number)),
            ChatId(message.chat.id),
            MessageId(message.message_id),
            update_id=UpdateId(update.update_id),
            goes_on=bool(album),
        )
        if not album:
            await self._sent(turn, person)
        if not message.media_group_id:
            return True
        rest = f"{number}:{message.media_group_id}"
        await self._errands.begin(turn.person.id, Errand.LETTER_GOES_ON, rest)
        return False

    # roles

    async def open_roles(self, press: Press, button: OpenRoles) -> None:
        """Which one?"""
        await press.show(roles_menu(await self._of(press, button.person), press.texts))

    async def give_role(self, press: Press, button: GiveRole) -> None:
        """Appoint or dismiss."""
        if button.role and button.role not in tuple(Role):
            await press.answer("error-stale", alert=True)
            return
        role = Role(button.role) if button.role else None
        screen = await self._team.appoint(press.turn, button.person, role)
        person = await self._of(press, button.person)
        await press.show(with_person(screen, person, press.texts))

    async def _back(self, press: Press, person_id: PersonId) -> None:
        await press.show(await self._pages.screen(press.turn, person_id))


def _lasts(hours: int) -> timedelta | None:
    """Also for buttons that nobody was shown: at least an hour, at most ten years."""
    return timedelta(hours=max(1, min(hours, LONGEST_BAN))) if hours else None

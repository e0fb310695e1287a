"""Looking people up in the panel and by command: lists, a search, one person's page."""

from telegram import Message, MessageOriginHiddenUser, MessageOriginUser, Update

from handlers.admin.errands import picker_away
from handlers.admin.words import arguments
from handlers.chat.buttons import FindPerson, ShowPeople, ShowPerson, ShowVideosOf
from handlers.chat.panel_screens import with_way_back
from handlers.chat.people_screens import find_screen, found_screen, people_screen
from handlers.chat.person_screens import person_screen, videos_of_screen
from handlers.chat.queue_screens import with_jobs
from handlers.chat.screens import Screen
from handlers.turn import Desk, Press, Turn, message_of, together
from jobs.admin.directory import Listing
from jobs.admin.errands import Errand
from jobs.ids import PersonId
from jobs.ports import Clock

PAGE = "people"


class People:
    """The handlers of lists, search and pages."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._people = desk.service.admin.people
        self._errands = desk.service.admin.errands
        self._clock = clock

    # lists

    async def page(self, turn: Turn) -> Screen:
        """The page in the panel: the newest people, or those who wait for a decision."""
        waiting = await self._people.page(turn.person.id, Listing.ASKED, 0)
        if waiting.people:
            return people_screen(waiting, turn.texts)
        return people_screen(await self._people.page(turn.person.id, Listing.NEWEST, 0), turn.texts)

    async def people(self, update: Update, turn: Turn) -> None:
        """/people: the newest; /people anna: whose name begins so."""
        words = " ".join(arguments(update))
        if words:
            await self._desk.say(turn, await self._found(turn, words))
        else:
            page = await self._people.page(turn.person.id, Listing.NEWEST, 0)
            await self._desk.say(turn, people_screen(page, turn.texts))

    async def list(self, press: Press, button: ShowPeople) -> None:
        """Another page, or another order."""
        page = await self._people.page(press.person_id, button.listing, button.page)
        await press.show(with_way_back(people_screen(page, press.texts), press.texts))

    # search

    async def ask(self, press: Press, _: FindPerson) -> None:
        """The next message says who is meant."""
        await self._errands.begin(press.person_id, Errand.FIND_PERSON)
        await together(press.answer(), self._say(press.turn, find_screen(press.texts)))

    async def _say(self, turn: Turn, screen: Screen) -> None:
        await self._desk.say(turn, screen)

    async def found(self, update: Update, turn: Turn, _: str) -> bool:
        """A name, a number, a forwarded message, a contact, or somebody chosen with the keyboard."""
        words = meant(message_of(update))
        if not words:
            await self._desk.tell(turn, "people-not-understood")
            return False
        await self._desk.say(turn, picker_away(turn.texts.html("people-looking")))
        await self._desk.say(turn, await self._found(turn, words))
        return True

    async def _found(self, turn: Turn, words: str) -> Screen:
        people = await self._people.search(turn.person.id, words)
        if len(people) == 1:
            return await self.screen(turn, people[0].id)
        return found_screen(words, people, turn.texts)

    # one person

    async def person(self, update: Update, turn: Turn) -> None:
        """/person @name"""
        words = " ".join(arguments(update))
        if words:
            await self._desk.say(turn, await self._found(turn, words))
        else:
            await self._desk.tell(turn, "admin-person-usage")

    async def show(self, press: Press, button: ShowPerson) -> None:
        """Somebody's page."""
        await press.show(await self.screen(press.turn, button.person))

    async def screen(self, turn: Turn, person_id: PersonId) -> Screen:
        """Somebody's page, as the role of whoever looks has it. Raises NoSuchPerson."""
        view = await self._people.view(turn.person.id, person_id)
        return person_screen(view, turn.person.role, self._clock.now(), turn.texts)

    async def videos(self, press: Press, button: ShowVideosOf) -> None:
        """A page of somebody's jobs."""
        view = await self._people.view(press.person_id, button.person)
        page = await self._people.jobs(press.person_id, button.person, button.page)
        screen = videos_of_screen(view.person, page, press.texts)
        await press.show(with_jobs(screen, view.person, press.texts))


def meant(message: Message) -> str:
    """Whom a message means, as words for the search: a number wherever Telegram tells one."""
    origin = message.forward_origin
    if message.users_shared:
        return str(message.users_shared.users[0].user_id)
    if message.contact:
        contact = message.contact
        return str(contact.user_id or contact.first_name)
    if isinstance(origin, MessageOriginUser):
        return str(origin.sender_user.id)
    if isinstance(origin, MessageOriginHiddenUser):
        return origin.sender_user_name
    return (message.text or "").strip()

"""Who runs the bot: owners appoint and dismiss with /role."""

from telegram import Update

from handlers.admin.words import arguments, person_meant
from handlers.chat.screens import Screen
from handlers.chat.team_screens import appointed_screen, team_screen
from handlers.commands import Commands
from handlers.turn import Desk, Turn
from jobs.ids import PersonId
from jobs.roles import Role

APPOINTABLE = {"admin": Role.ADMIN, "support": Role.SUPPORT, "none": None}


class Team:
    """The handlers around roles."""

    def __init__(self, desk: Desk, commands: Commands) -> None:
        self._desk = desk
        self._commands = commands
        self._roles = desk.service.admin.roles

    async def role(self, update: Update, turn: Turn) -> None:
        """/role @name admin; without words: who has which role."""
        who, word, *_ = (*arguments(update), "", "")
        if word.lower() not in APPOINTABLE:
            team = await self._roles.team(turn.person.id)
            await self._desk.say(turn, team_screen(team, turn.texts))
            return
        person = await person_meant(self._desk, turn, who)
        if person:
            role = APPOINTABLE[word.lower()]
            await self._desk.say(turn, await self.appoint(turn, person.id, role))

    async def appoint(self, turn: Turn, person_id: PersonId, role: Role | None) -> Screen:
        """Appoint or dismiss somebody; their menu of commands follows."""
        person = await self._roles.appoint(turn.person.id, person_id, role)
        await self._commands.publish_for(person.id, person.role)
        return appointed_screen(person, turn.texts)

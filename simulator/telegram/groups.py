"""What people do with their groups: they take the bot in, make it an admin, throw it out, open topics."""

from simulator.telegram.announce import announce, change_status, membership
from simulator.telegram.botview import bot_json, user_json
from simulator.telegram.errors import WorldError
from simulator.telegram.model import Bot, BotStatus, Group, Json
from simulator.telegram.world import TOPIC_COLOUR, World


class Circles:
    """The groups of the world, and who does what to them."""

    def __init__(self, world: World) -> None:
        self._world = world

    def group(self, chat: int) -> Group:
        group = self._world.groups.get(chat)
        if group is None:
            raise WorldError("there is no such group")
        return group

    def _bot(self) -> Bot:
        if self._world.bot is None:
            raise WorldError("there is no bot yet")
        return self._world.bot

    def _owner(self, group: Group) -> Json:
        return user_json(self._world.person(group.owner))

    def found(self, title: str, members: list[int], *, forum: bool, bot: BotStatus) -> Group:
        """A new group; where the bot is in it from the start, it learns so."""
        if not members:
            raise WorldError("a group needs a member")
        group = self._world.create_group(title, members, forum=forum)
        if bot is not BotStatus.LEFT and self._world.bot is not None:
            self.take_in(group, bot)
        return group

    def take_in(self, group: Group, status: BotStatus = BotStatus.MEMBER) -> None:
        """The owner adds the bot, or changes what it may do."""
        bot = self._bot()
        before = self._world.status(bot, group)
        if before is status:
            raise WorldError("the bot has this place already")
        change_status(self._world, bot, self._owner(group), group, status)
        if before in (BotStatus.LEFT, BotStatus.KICKED):
            self._serve(group, {"new_chat_members": [bot_json(bot)]})

    def expel(self, group: Group) -> None:
        """The owner removes the bot; of what is said from now on it hears nothing."""
        bot = self._bot()
        before = self._world.status(bot, group)
        if before not in (BotStatus.LEFT, BotStatus.KICKED):
            change_status(self._world, bot, self._owner(group), group, BotStatus.KICKED)
            self._serve(group, {"left_chat_member": bot_json(bot)})

    def _serve(self, group: Group, content: Json) -> None:
        message = self._world.messages.add(group.id, group.owner, content, by_bot=False)
        announce(self._world, message)

    def open_topic(self, group: Group, person: int, name: str) -> int:
        """A new topic of a forum; its number is that of the message which says so."""
        if not group.forum:
            raise WorldError("this group has no topics")
        topic = {"name": name, "icon_color": TOPIC_COLOUR}
        message = self._world.open_topic(group, person, topic, by_bot=False)
        announce(self._world, message)
        return message.id

    def close_topic(self, group: Group, topic: int, *, closed: bool) -> None:
        """In a closed topic only admins may write."""
        if topic not in group.topics:
            raise WorldError("there is no such topic")
        kept = [each for each in group.closed_topics if each != topic]
        group.closed_topics = [*kept, topic] if closed else kept
        self._world.save_group(group)

    def drop_topic(self, group: Group, topic: int) -> None:
        """The topic is gone with all that was said in it."""
        if group.topics.pop(topic, None) is None:
            raise WorldError("there is no such topic")
        self._world.save_group(group)
        self._world.messages.delete_thread(group.id, topic)


def block(world: World, person_id: int, *, blocked: bool) -> None:
    """A person stops the bot, or lets it write again."""
    person = world.person(person_id)
    if world.bot is None or person.blocked == blocked:
        return
    person.blocked = blocked
    world.save_person(person)
    world.events.add("people")
    old, new = BotStatus.MEMBER, BotStatus.KICKED
    if not blocked:
        old, new = new, old
    membership(world, world.bot, user_json(person), person.id, old, new)

"""Finding effects as a person does, and what the simulated catalogue is known to hold."""

from tests.stories.chat import Chat, Message

ONE_PICTURE = "Golden Hour Glow"  # 40 credits, 540p first
TWO_PICTURES = "Warm Hug"
MAKES_A_PICTURE = "Oil Portrait"


async def open_shelves(chat: Chat) -> Message:
    """Ask for the effects, and look again until the bot has fetched them."""
    shelves = await chat.hears("/effects", "Tap one|try again")  # a video may come in between
    while "Tap one" not in shelves.text:
        await chat.press("All", shelves)
        [shelves] = [message for message in await chat.told() if message.id == shelves.id]
    if shelves.data("Hot") is None:
        return shelves
    await chat.press("Hot", shelves)
    return await chat.sees("Hot effects.*Tap one")


async def search(chat: Chat, words: str) -> Message:
    """Look for an effect by words; returns what was found."""
    await chat.press("Search")
    await chat.sees("looking for")
    return await chat.hears(words, "Effects for|no effect for")


async def use_effect(chat: Chat, name: str) -> Message:
    """Put an effect into the draft; returns its card."""
    await open_shelves(chat)
    found = await search(chat, name)
    await chat.press(name, found)
    preview = await chat.sees_after(found.id, name)
    await chat.press("Use this effect", preview)
    return await chat.sees_after(preview.id, name)

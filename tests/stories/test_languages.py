"""The bot speaks as the person's Telegram does, or as they chose."""

from contextlib import AbstractContextManager

from tests.pictures import picture
from tests.processes import BotProcess, bot_process
from tests.stories.chat import Chat
from tests.stories.town import Town


def a_bot(town: Town) -> AbstractContextManager[BotProcess]:
    return bot_process(town.environment(POLL_SECONDS="0.2"), town.home)


async def menu(town: Town, chat: Chat) -> dict[str, str]:
    """The commands that Telegram shows somebody."""
    answer = await town.telegram.get("/world/commands", params={"person": chat.person})
    return {one["command"]: one["description"] for one in answer.json()["commands"]}


async def spanish(town: Town, olivia: Chat) -> bool:
    found = await menu(town, olivia)
    return (found["stats"], found["new"]) == ("Cómo va todo", "Empezar un video")


DESCRIBED = {
    "": ("make videos longer", "Turns words"),
    "ar": ("وأطيل الفيديوهات", "يحوّل الكلمات"),
    "es": ("alargo videos", "Convierte palabras"),
    "pt": ("deixo vídeos mais longos", "Transforma palavras"),
    "ru": ("продлеваю видео", "Превращает слова"),
    "zh": ("延长视频", "变成视频"),
}


async def described(town: Town) -> bool:
    """Whether the page before the first /start, and the bot's profile, say what it is in every language."""
    texts = [
        {one["params"].get("language_code", ""): one["params"][name] for one in made}
        for name, made in (
            ("description", await town.calls("setMyDescription")),
            ("short_description", await town.calls("setMyShortDescription")),
        )
    ]
    return all(
        set(said) == set(DESCRIBED)
        and all(words[number] in said[code] for code, words in DESCRIBED.items())
        for number, said in enumerate(texts)
    )


async def test_a_language_is_spoken_until_another_one_is_chosen(town: Town) -> None:
    ann = await town.person("Ann", language_code="ru")
    zoe = await town.person("Zoe", language_code="pt-br")
    ben = await town.person("Ben", language_code="nl")
    with a_bot(town) as bot:
        await ann.hears("/start", "Привет, Ann!.*300 кредитов")
        await zoe.hears("/start", "Oi, Zoe")
        await ben.hears("/start", "Hi Ben")
        assert (await menu(town, ann))["new"] == "Новое видео"
        assert (await menu(town, zoe))["effects"] == "Ver efeitos"
        assert (await menu(town, ben))["effects"] == "Browse effects"
        olivia = await town.admin()
        await olivia.hears("/start", "Hi Olivia")
        await olivia.hears(f"/role {zoe.person} support", "support now")
        await zoe.sees("suporte|apoio")
        assert (await menu(town, zoe))["stats"] == "Como vão as coisas"
        assert (await menu(town, olivia))["stats"] == "How it goes"
        await olivia.ask("/settings")
        await olivia.press("🌐")
        await olivia.press("🇪🇸")
        await olivia.sees_button("🌐 🇪🇸")
        await town.until(lambda: spanish(town, olivia), "her menu in Spanish")

        await town.until(lambda: described(town), "what the bot is, in every language")

        await ann.photo(picture("gold"), "она машет")
        card = await ann.sees("она машет.*1 фото.*30 кредитов · у вас .*300")
        assert card.data("Создать")
        assert card.data("Generate") is None
        await ann.hears("я" * 4000, "знаков 4.000.*короче")
        await ann.ask("/settings")
        await ann.press("🌐 🇷🇺")
        await ann.press("🇸🇦 العربية")
        await ann.sees_button("🌐 🇸🇦")
        bot.kill()
    with a_bot(town):
        await ann.hears("/start", "أهلًا \u2068?Ann")
        await ann.send("قطة على دراجة")
        await ann.press("إنشاء", await ann.sees("قطة على دراجة.*لديك"))
        await ann.sees("جاهز")
        await ann.gets("video")
        await ann.hears("/job 1", "لمشرفي البوت")
        await ann.ask("/settings")
        await ann.press("🌐 🇸🇦")
        await ann.press("📱")
        await ann.sees_button("🌐 🇷🇺")

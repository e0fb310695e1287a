"""Every language says everything that people read, with the same arguments, and within Telegram's limits."""

import re
from collections.abc import Iterator

import pytest
from babel.core import Locale
from babel.plural import to_python
from fluent.syntax import FluentParser, ast, visitor

from handlers.chat.texts import LOCALES, Languages, Texts
from handlers.commands import FOR_ROLES, OPEN_TO_ALL

ENGLISH = "en"
OTHERS = sorted(path.name for path in LOCALES.iterdir() if path.is_dir() and path.name != ENGLISH)
EVERY = [ENGLISH, *OTHERS]
LANGUAGES = Languages()
FOR_ADMINS = "for admins"  # how the first line of a file says that it need not be translated
OF_ADMINS = {f"command-{name}" for name in FOR_ROLES}
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}


TAG = re.compile(r"</?[\w-]+(?: [^<>]*)?>")
AN_ARGUMENT = "\ufffc"  # stands where a text has an argument or a selection
Ways = set[tuple[str, ...]]
FOREIGN_SIGNS = {
    "ar": re.compile(rf"[\u0621-\u064a{AN_ARGUMENT}][,;?]"),
    "zh": re.compile(
        rf"[\u4e00-\u9fff{AN_ARGUMENT}][,;:?!]|[,;:?!][\u4e00-\u9fff]|[\u4e00-\u9fff]\.(?!\w)"
    ),
}


class Seen(visitor.Visitor):
    """The arguments, the plural selections, the words and the markup of a text."""

    def __init__(self, message: ast.Message) -> None:
        self.variables: set[str] = set()
        self.plurals: list[set[str]] = []
        self.words: list[str] = []
        self.markup: Ways = ways_of(message.value) if message.value else {()}
        self.visit(message)

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802
        parts = (
            part.value if isinstance(part, ast.TextElement) else AN_ARGUMENT
            for part in node.elements
        )
        self.words.append("".join(parts))
        self.generic_visit(node)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        keys = {variant.key.name for variant in node.variants if hasattr(variant.key, "name")}
        if keys and keys <= CATEGORIES:  # not months, say, which have numbers
            self.plurals.append(keys)
        self.generic_visit(node)


def ways_of(pattern: ast.Pattern) -> Ways:
    """The tags of a text in their order, for each way in which its selections can go."""
    ways: Ways = {()}
    for part in pattern.elements:
        found = (
            {tuple(TAG.findall(part.value))} if isinstance(part, ast.TextElement) else chosen(part)
        )
        ways = {before + after for before in ways for after in found}
    return ways


def chosen(part: ast.Placeable) -> Ways:
    """What a placeable can come out as: each of its variants, or something without markup."""
    if isinstance(part.expression, ast.SelectExpression):
        return set().union(*(ways_of(variant.value) for variant in part.expression.variants))
    return {()}


def messages(language: str) -> dict[str, Seen]:
    found: dict[str, Seen] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        source = path.read_text("utf-8")
        if FOR_ADMINS in source.partition("\n")[0]:
            continue
        for entry in FluentParser().parse(source).body:
            assert not isinstance(entry, ast.Junk), f"{path}: {str(entry.content)[:80]}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{path}: {entry.id.name} twice"
                found[entry.id.name] = Seen(entry)
    return {name: seen for name, seen in found.items() if name not in OF_ADMINS}


BY_LANGUAGE = {language: messages(language) for language in EVERY}


@pytest.mark.parametrize("language", OTHERS)
def test_commands_of_those_with_a_role_are_described_in_their_language(language: str) -> None:
    english, texts = LANGUAGES.menu(ENGLISH), LANGUAGES.menu(language)
    for name in FOR_ROLES:
        described = texts.plain(f"command-{name}")
        assert described != english.plain(f"command-{name}"), name
        assert 1 <= len(described) <= 100


def plural_categories(language: str) -> set[str]:
    """The forms that whole numbers take in a language."""
    rule = to_python(Locale.parse(language).plural_form)
    return {rule(number) for number in range(200)}


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_exists_with_the_same_arguments(language: str) -> None:
    english, own = BY_LANGUAGE[ENGLISH], BY_LANGUAGE[language]
    assert english.keys() - own.keys() == set(), "not translated"
    assert own.keys() - english.keys() == set(), "not in English any more"
    different = {
        name: (seen.variables, own[name].variables)
        for name, seen in english.items()
        if seen.variables != own[name].variables
    }
    assert different == {}


@pytest.mark.parametrize("language", EVERY)
def test_every_plural_has_the_forms_of_its_language(language: str) -> None:
    wanted = plural_categories(language) | {"other"}
    lacking = {
        name: wanted - keys
        for name, seen in BY_LANGUAGE[language].items()
        for keys in seen.plurals
        if wanted - keys
    }
    assert lacking == {}


@pytest.mark.parametrize("language", EVERY)
def test_what_telegram_limits_is_short_enough(language: str) -> None:
    texts = LANGUAGES.pick(language)
    assert len(texts.plain("about")) <= 512
    assert len(texts.plain("about-short")) <= 120
    for name in OPEN_TO_ALL:
        assert 1 <= len(texts.plain(f"command-{name}")) <= 256
    for name, words in plain_texts(language, texts):
        if name.startswith("toast-"):
            assert len(words) <= 200, name
        if name.startswith("key-"):
            assert len(words) <= 64, f"{name}: too long for a phone"


def plain_texts(language: str, texts: Texts) -> Iterator[tuple[str, str]]:
    """Texts that need no arguments, as they are shown."""
    for name, seen in BY_LANGUAGE[language].items():
        if not seen.variables:
            yield name, texts.plain(name)


@pytest.mark.parametrize("language", OTHERS)
def test_markup_is_the_same_in_every_language(language: str) -> None:
    """Whatever is counted, the tags are those of the English text, each as many times."""
    different = {
        name: (counted(english.markup), counted(BY_LANGUAGE[language][name].markup))
        for name, english in BY_LANGUAGE[ENGLISH].items()
        if counted(english.markup) != counted(BY_LANGUAGE[language][name].markup)
    }
    assert different == {}


def counted(ways: Ways) -> Ways:
    """The same tags in any order: another language may put its words another way round."""
    return {tuple(sorted(way)) for way in ways}


@pytest.mark.parametrize("language", EVERY)
def test_every_tag_is_closed_where_it_should_be(language: str) -> None:
    """Else Telegram refuses the message."""
    torn = {
        name for name, seen in BY_LANGUAGE[language].items() if not all(map(whole, seen.markup))
    }
    assert torn == set()


def whole(tags: tuple[str, ...]) -> bool:
    open_ones: list[str] = []
    for tag in tags:
        name = tag.strip("</>").partition(" ")[0]
        if not tag.startswith("</"):
            open_ones.append(name)
        elif not open_ones or open_ones.pop() != name:
            return False
    return not open_ones


@pytest.mark.parametrize("language", FOREIGN_SIGNS)
def test_commas_and_question_marks_are_those_of_the_language(language: str) -> None:
    wrong = {
        name: words
        for name, seen in BY_LANGUAGE[language].items()
        for words in seen.words
        if FOREIGN_SIGNS[language].search(TAG.sub("", words))
    }
    assert wrong == {}


def test_spanish_questions_and_exclamations_are_opened() -> None:
    wrong = {
        name: words
        for name, seen in BY_LANGUAGE["es"].items()
        for words in seen.words
        if words.count("¿") != words.count("?") or words.count("¡") != words.count("!")
    }
    assert wrong == {}

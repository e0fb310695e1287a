"""Texts: every id that the program names exists, and nobody's words can become markup."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.chat.card.more import EXPLAINED
from handlers.chat.clip_sentences import MISSING, NOT_FOR_CLIP
from handlers.chat.durations import moment_label
from handlers.chat.html import Html, escape, shorten
from handlers.chat.option_keys import NAMED
from handlers.chat.part_names import KINDS as PARTS
from handlers.chat.person_screens import BAN_HOURS
from handlers.chat.queue_screens import EXPLAINED as EXPLAINED_LISTINGS
from handlers.chat.texts import LOCALES, Languages, TextMissing, Texts
from handlers.commands import ALL
from handlers.errors import SENTENCES
from handlers.strangers import KINDS
from jobs.accounts import Condition
from jobs.admin.audit import Action
from jobs.admin.broadcasts import Group
from jobs.admin.directory import Listing
from jobs.admin.errands import Errand
from jobs.admin.live_settings import SETTINGS, Topic
from jobs.admin.numbers import STRETCHES
from jobs.admin.oversight import CreditState, JobListing
from jobs.capabilities import CLIP_MODES, PICTURE_MODES, Feature, Field, Mode
from jobs.effects import Shelf
from jobs.errors import ACCOUNT_TROUBLE, Reason
from jobs.follow_ups import FollowUpKind
from jobs.groups import GroupState
from jobs.history import Outcome
from jobs.invites import Arrival, InviteState
from jobs.lifecycle import State
from jobs.moderation import Mark
from jobs.outbox import Trouble
from jobs.payments import PaymentState
from jobs.people import Access, AccessPolicy, Limit
from jobs.plans import Number
from jobs.ports import EntryKind
from jobs.roles import Role

TEXTS = Languages().pick("en")
SOURCE = "\n".join(path.read_text("utf-8") for path in sorted((LOCALES / "en").glob("*.ftl")))
IDS = set(re.findall(r"^([a-z][\w-]*) =", SOURCE, re.MULTILINE))
PAGES = re.findall(r"\bPage\(\s*\"(\w+)\"", Path("handlers/admin/table.py").read_text("utf-8"))

MADE_FROM_VALUES = {
    *(f"field-{field}" for field in Field),
    *(f"mode-{mode}" for mode in Mode),
    *(f"card-title-{mode}" for mode in Mode),
    *(f"card-choose-{field}" for field in list(Field)[:8]),
    *(f"way-{mode}" for mode in (*PICTURE_MODES, *CLIP_MODES)),
    *(f"key-work-{mode}" for mode in (*CLIP_MODES, Mode.IMAGE, Mode.STILL)),
    *(f"follow-up-{kind}" for kind in FollowUpKind),
    *(f"key-follow-up-{kind}" for kind in FollowUpKind),
    *(f"effects-{shelf}" for shelf in Shelf),
    *(f"state-{state}" for state in State),
    *(f"outcome-{outcome}" for outcome in Outcome),
    *(f"failure-{reason}" for reason in Reason),
    *(f"why-{reason}" for reason in ACCOUNT_TROUBLE),
    *(f"command-{name}" for name in ALL),
    *(
        f"card-{field}"
        for field in (Field.PREVIEW, Field.OFF_PEAK, Field.MULTI_SHOT, Field.KEEP_SOUND)
    ),
    *(f"more-{field}" for field in EXPLAINED),
    *(f"card-sound-{sound}" for sound in ("on", "off", "auto")),
    *(f"value-{value}" for value in ("on", "off", "auto")),
    *(f"setting-{name}" for name in SETTINGS),
    *(f"queue-{listing}" for listing in JobListing),
    *(f"queue-about-{listing}" for listing in EXPLAINED_LISTINGS),
    *(f"key-queue-{listing}" for listing in JobListing),
    *(f"job-of-{state}" for state in CreditState),
    *(f"settings-{topic}" for topic in Topic),
    *(f"key-mark-{mark}" for mark in Mark),
    *(f"hide-done-{mark}" for mark in (Mark.EFFECT, Mark.NAME, Mark.WORD)),
    *(f"error-wrong-{setting.kind.name}" for setting in SETTINGS.values()),
    *(f"audit-{action}" for action in Action),
    *(f"access-is-{policy}" for policy in AccessPolicy),
    *(f"group-is-{state}" for state in GroupState),
    *(f"group-note-{state}" for state in ("allowed", "refused")),
    *(f"invite-is-{state}" for state in InviteState),
    *(f"invite-{arrival}" for arrival in Arrival if arrival is not Arrival.NOTHING_NEW),
    *(f"invite-choose-{field}" for field in ("uses", "days", "credits")),
    *(f"people-{listing}" for listing in Listing),
    *(f"key-people-{listing}" for listing in Listing),
    *(f"errand-{errand}" for errand in Errand if errand is not Errand.LETTER_GOES_ON),
    *(f"person-{access}" for access in Access),
    *(f"came-by-{way}" for way in ("invite", "friend", "link")),
    *(f"key-ban-{hours}" for hours in BAN_HOURS),
    *(f"key-limit-{limit}" for limit in Limit),
    *(f"key-role-{role}" for role in ("admin", "support")),
    *(f"role-{role}" for role in Role),
    *(f"audience-{group}" for group in Group),
    *(f"broadcast-is-{state}" for state in ("running", "stopped", "done")),
    *(f"role-given-{role}" for role in Role if role is not Role.OWNER),
    *(f"panel-{name}" for name in PAGES),
    *(f"key-plan-{each}" for each in (*Number, *Feature)),
    *(f"plan-choose-{each}" for each in (*Number, *Feature)),
    *(f"person-choose-{feature}" for feature in Feature),
    *(f"payment-{state}" for state in PaymentState),
    *(f"error-not-in-plan-{feature}" for feature in Feature),
    *(f"ledger-{kind}" for kind in (*EntryKind, "taken", "given-back")),
    *(
        f"alert-{trouble}"
        for trouble in (Trouble.BUG, Trouble.PAYMENT, Trouble.EFFECT_OFF, Trouble.LOW_CREDITS)
    ),
    *(f"key-numbers-{days}" for days in STRETCHES),
    *(f"account-sign-{condition}" for condition in Condition),
    *(f"account-is-{condition}" for condition in Condition),
    *(one for one in IDS if one.partition("-")[0] in (*NAMED, Field.MODEL)),
    *(f"part-{kind}" for kind in (*PARTS, "other")),
    *SENTENCES.values(),
    *NOT_FOR_CLIP.values(),
    *MISSING.values(),
    *(text_id for _, text_id in KINDS),
}


def test_every_text_that_is_made_from_a_value_exists() -> None:
    assert MADE_FROM_VALUES <= IDS


def test_every_text_that_the_program_names_exists_and_is_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in Path("handlers").rglob("*.py"))
    named = set(re.findall(r"\"([a-z]+(?:-[a-z_]+)*)\"", code)) & IDS
    within = set(re.findall(r"\{ ([a-z][\w-]*) \}", SOURCE))
    assert IDS - named - within - MADE_FROM_VALUES == set()
    asked = set(re.findall(r"\.(?:html|plain|tell)\(\s*(?:turn, )?\"([\w-]+)\"", code))
    assert asked <= IDS


def test_somebodys_words_stay_words() -> None:
    shown = TEXTS.html("card-prompt", prompt='<b>&"</b></blockquote>')
    assert '&lt;b&gt;&amp;"&lt;/b&gt;&lt;/blockquote&gt;' in shown.markup
    assert shown.markup.count("</blockquote>") == 1


def test_markup_of_our_own_stays_markup() -> None:
    inner = Html("<i>x</i>")
    assert "<i>x</i>" in TEXTS.html("sentence", words=inner).markup
    assert (escape("<") + inner).markup == "&lt;<i>x</i>"


def test_plural_forms() -> None:
    assert TEXTS.plain("credits", n=1) == "1 credit"
    assert TEXTS.plain("credits", n=30) == "30 credits"


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en", 12345, "12,345 videos"),
        ("pt", 0, "0 vídeo"),
        ("pt", 12345, "12.345 vídeos"),
        ("ru", 21, "21 видео-один"),
        ("ru", 12345, "12\u00a0345 видео-много"),
        ("ar", 3, "\u20683\u2069 \u2068few\u2069"),
    ],
)
def test_each_language_counts_in_its_own_way(language: str, number: int, written: str) -> None:
    words = {
        "en": "[one] video *[other] videos",
        "pt": "[one] vídeo *[other] vídeos",
        "ru": "[one] видео-один [many] видео-много *[other] видео",
        "ar": "[few] few *[other] other",
    }[language]
    lines = "\n".join(f"  {part}" for part in re.findall(r"\S+ \S+", words))
    texts = Texts(language, [f"videos = {{ $n }} {{ $n ->\n{lines}\n }}\n"])
    assert texts.plain("videos", n=number) == written


def test_a_message_may_need_another_file() -> None:
    files = ["title = Made by { -bot }: { video }\n", "video = a video\n", "-bot = the bot\n"]
    texts = Texts("en", files)
    assert texts.plain("title") == "Made by the bot: a video"
    assert texts.plain("video") == "a video"


def test_unknown_languages_are_spoken_to_in_english() -> None:
    languages = Languages()
    assert languages.pick("tlh") is languages.pick(None)
    assert languages.pick("en-GB").language == "en"


def test_a_missing_text_or_argument_is_a_mistake_of_ours() -> None:
    with pytest.raises(TextMissing):
        TEXTS.plain("no-such-text")
    with pytest.raises(TextMissing):
        TEXTS.plain("credits")


@pytest.mark.parametrize("length", [1, 5, 50])
def test_shortening(length: int) -> None:
    assert len(shorten("word " * 20, length)) <= length
    assert shorten("short", 50) == "short"


def test_no_text_is_said_twice() -> None:
    """The later one would silently take the place of the other."""
    ids = re.findall(r"^([a-z][\w-]*) =", SOURCE, re.MULTILINE)
    assert sorted(ids) == sorted(set(ids))


def test_in_arabic_what_is_put_in_keeps_its_place_and_codes_are_copied_bare() -> None:
    source = "left = بقي { $n } من { $all }\npaid = <code>{ $code }</code> { $code }\n"
    texts = Texts("ar", [source])
    assert texts.plain("left", n="5", all="v5") == "بقي \u20685\u2069 من \u2068v5\u2069"
    assert texts.html("paid", code="abc").markup == "<code>abc</code> \u2068abc\u2069"


def test_in_arabic_a_line_and_its_commands_are_read_from_the_right() -> None:
    source = "more = /jobs، أو <b>/quota</b>\ntold = <code>/paysupport</code>\n"
    texts = Texts("ar", [source])
    assert texts.plain("more") == "\u200f\u200e/jobs، أو <b>\u200f\u200e/quota</b>"
    assert texts.html("told").markup == "<code>/paysupport</code>", "it is copied as it is"
    assert texts.listed(["v5", "5 ث"]) == "\u200f\u2068v5\u2069 · \u20685 ث\u2069"
    assert texts.listed([]) == ""
    assert Texts("en", [""]).listed(["v5", "5 s"]) == "v5 · 5 s"


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "9 Mar 00:30"), ("ru", "9 мар, 00:30"), ("pt", "9 mar 00:30"), ("zh", "3月9日 00:30")],
)
def test_a_moment_is_told_by_ones_own_clock_and_calendar(language: str, written: str) -> None:
    at = datetime(2026, 3, 8, 23, 30, tzinfo=UTC)
    assert moment_label(at, ZoneInfo("Europe/Berlin"), Languages().pick(language)) == written


def test_a_refusal_has_no_markup_since_it_answers_a_press_as_well() -> None:
    for path in LOCALES.rglob("*.ftl"):
        found = re.findall(r"^([\w-]+) =(.*(?:\n .*)*)", path.read_text("utf-8"), re.MULTILINE)
        marked = {name for name, text in found if "<" in text}
        assert not marked & set(SENTENCES.values()), path

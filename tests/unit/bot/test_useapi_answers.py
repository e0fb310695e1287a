"""Rows, rooms and templates in the core's words."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.providers.useapi.answers import effects, lanes, sighting
from bot.providers.useapi.translations import names_by_language
from jobs.effects import Effect, Shelf
from jobs.errors import Reason
from jobs.ids import EffectId
from jobs.lifecycle import Result
from jobs.ports import Broken, Lane, Pending, Ready, Sighting
from pixverse.useapi import Capacity, Video
from pixverse.useapi import Effect as Template
from tests.servers import LOOPBACK, PUBLIC
from tests.unit.bot.useapi_examples import EMAIL, a_job, effect_request, row


def seen(fields: dict[str, Any], *, server: str = PUBLIC) -> Sighting:
    return sighting(a_job(), row(**fields), server=server)


def test_a_finished_video_has_everything_that_telegram_wants_to_know() -> None:
    assert seen({}) == Ready(
        Result(
            url="https://media.pixverse.ai/v.mp4",
            cover_url="https://media.pixverse.ai/v.jpg",
            width=1024,
            height=576,
            seconds=5,
        )
    )


@pytest.mark.parametrize(
    "written",
    [
        '{"en": {"display_name": "Warm Hug"}, "zh-CN": {"display_name": "温暖拥抱"}, "zh_TW": {"name": "x"}}',
        '{"display_name": {"en": "Warm Hug", "zh": "温暖拥抱", "ru": " "}}',
        '{"EN": "Warm Hug", "zh-Hans": "温暖拥抱", "ru": null, "es": 5, "pt": {}, "id": 384106242108025}',
    ],
)
def test_an_effects_names_are_read_in_whatever_way_they_are_written(written: str) -> None:
    assert names_by_language(written) == {"en": "Warm Hug", "zh": "温暖拥抱"}
    ready = seen({"template_i18n_json": written})
    assert isinstance(ready, Ready)
    assert ready.result.effect_names["zh"] == "温暖拥抱"


@given(
    st.none()
    | st.text()
    | st.recursive(
        st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    ).map(json.dumps)
)
def test_whatever_is_written_there_names_are_short_words(written: str | None) -> None:
    for name in names_by_language(written).values():
        assert 1 <= len(name) <= 64


def test_a_finished_picture_has_neither_cover_nor_length() -> None:
    job = a_job(effect_request(), is_image=True)
    assert sighting(job, row(), server=PUBLIC) == Ready(
        Result(url="https://media.pixverse.ai/v.mp4", is_image=True, width=1024, height=576)
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"video_status": 5, "video_status_final": True}, Pending()),
        ({"video_status": 10}, Pending()),
        ({"output_width": 0}, Pending()),
        ({"url": ""}, Pending()),
        ({"video_status": 7, "video_status_name": "MODERATED"}, Broken(Reason.MODERATED)),
        ({"video_status": 8, "video_status_name": "FAILED"}, Broken(Reason.RENDER_FAILED)),
        ({"video_status": 6, "video_status_name": "DELETED"}, Broken(Reason.RENDER_FAILED)),
        ({"url": "http://media.pixverse.ai/v.mp4"}, Broken(Reason.RENDER_FAILED)),
        ({"url": "https://169.254.169.254/latest"}, Broken(Reason.RENDER_FAILED)),
        ({"url": "http://127.0.0.1:9/v.mp4"}, Broken(Reason.RENDER_FAILED)),
    ],
)
def test_what_is_not_finished_or_must_not_be_fetched(
    fields: dict[str, Any], expected: Sighting
) -> None:
    assert seen(fields) == expected


def test_results_on_this_machine_are_for_simulators_only() -> None:
    found = seen({"url": "http://127.0.0.1:9/v.mp4"}, server=LOOPBACK)
    assert isinstance(found, Ready)


def test_a_cover_at_a_private_address_is_left_out() -> None:
    found = seen({"first_frame": "https://10.0.0.7/v.jpg"})
    assert isinstance(found, Ready)
    assert found.result.cover_url is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(Video.model_fields)), json_values))
def test_no_row_is_too_odd_to_be_looked_at(fields: dict[str, Any]) -> None:
    sighting(a_job(), row(**fields), server=PUBLIC)


@given(st.dictionaries(st.sampled_from(sorted(Template.model_fields)), json_values))
def test_no_template_is_too_odd_to_be_left_out(fields: dict[str, Any]) -> None:
    effects([a_template(**fields)], server=PUBLIC)


def test_room_is_what_the_vendor_says_and_never_negative() -> None:
    rows = [
        {"email": EMAIL, "maxJobs": 8, "executing": 3, "available": 2},
        {"email": "b@example.org", "maxJobs": 3, "executing": 4, "available": -1},
        {"email": "c@example.org"},
        {"available": 5},
    ]
    told = lanes(Capacity.model_validate(fields) for fields in rows)
    assert [(lane.account, lane.free) for lane in told] == [
        (EMAIL, 2),
        ("b@example.org", 0),
        ("c@example.org", 0),
    ]
    assert told[0] == Lane(EMAIL, 2)


def a_template(**fields: Any) -> Template:
    shown = {
        "template_id": 384_000_000_000_001,
        "display_name": " Bear Hug ",
        "display_prompt": "two people hug",
        "effect_type": "2",
        "template_type": 1,
        "duration": 8,
        "qualities": ["720p", "540p", "8k", "720p"],
        "video_base_cost": 20,
        "fixed_cost": 20,
        "example_text": "A face, seen from the front",
        "marker": "hot",
        "thumbnail_path": "https://media.pixverse.ai/t.jpg",
        "thumbnail_video_path": "https://media.pixverse.ai/t.mp4",
        "thumbnail_gif_path": "https://media.pixverse.ai/t.gif",
    }
    return Template.model_validate(shown | fields)


def test_an_effect_as_people_see_it() -> None:
    assert effects([a_template()], server=PUBLIC) == (
        Effect(
            id=EffectId(384_000_000_000_001),
            name="Bear Hug",
            pictures=2,
            seconds=8,
            qualities=("720p", "540p"),
            credits=40,
            shelf=Shelf.HOT,
            hint="A face, seen from the front",
            preview_url="https://media.pixverse.ai/t.gif",
        ),
    )


@pytest.mark.parametrize(
    ("fields", "attribute", "value"),
    [
        ({"effect_type": "1"}, "pictures", 1),
        ({"effect_type": 1.0}, "pictures", 1),
        ({"effect_type": None}, "pictures", 1),
        ({"template_type": 2}, "makes_image", True),
        ({"marker": "new"}, "shelf", Shelf.NEW),
        ({"marker": ""}, "shelf", Shelf.ALL),
        ({"marker": "exclusive"}, "shelf", Shelf.ALL),
        ({"example_text": ""}, "hint", "two people hug"),
        ({"fixed_cost": None}, "credits", 20),
        ({"duration": None}, "seconds", 5),
        ({"thumbnail_gif_path": ""}, "preview_url", "https://media.pixverse.ai/t.mp4"),
        (
            {"thumbnail_gif_path": "http://x.org/t.gif", "thumbnail_video_path": None},
            "preview_url",
            "https://media.pixverse.ai/t.jpg",
        ),
    ],
)
def test_what_the_catalogue_leaves_open(
    fields: dict[str, Any], attribute: str, value: object
) -> None:
    (effect,) = effects([a_template(**fields)], server=PUBLIC)
    assert getattr(effect, attribute) == value


@pytest.mark.parametrize(
    "fields",
    [
        {"effect_type": "0"},
        {"effect_type": "6"},
        {"effect_type": "many"},
        {"qualities": []},
        {"qualities": None},
        {"qualities": ["8k"]},
        {"display_name": " "},
        {"template_id": None},
        {"video_base_cost": None},
    ],
)
def test_what_cannot_be_offered_is_left_out(fields: dict[str, Any]) -> None:
    assert effects([a_template(**fields)], server=PUBLIC) == ()


def test_an_effect_that_two_pages_show_is_there_once() -> None:
    assert len(effects([a_template(), a_template(marker="new")], server=PUBLIC)) == 1

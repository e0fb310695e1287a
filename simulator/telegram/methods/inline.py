"""answerInlineQuery: what a bot offers to somebody who types its name and some words."""

import re
from typing import Any

from simulator.telegram.call import Call
from simulator.telegram.errors import bad_request
from simulator.telegram.inline_fields import Fields, checked_address
from simulator.telegram.inline_model import InlineAnswer, InlineButton
from simulator.telegram.inline_results import checked_result
from simulator.telegram.model import QueryKind
from simulator.telegram.questions import STALE
from simulator.telegram.world import World

START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_MOST_RESULTS = 50
_OFFSET_BYTES = 64


async def answer_inline_query(world: World, call: Call) -> bool:
    answer = InlineAnswer(
        results=[checked_result(world, call.bot, raw) for raw in _results(call)],
        next_offset=_next_offset(call),
        button=_button(call.json("button")),
        cache_time=call.integer("cache_time", 300),
        is_personal=call.flag("is_personal"),
    )
    ids = [result.id for result in answer.results]
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    query = world.questions.fresh(call.bot.id, call.text("inline_query_id"), QueryKind.INLINE)
    if query is None or query.answer is not None:
        raise bad_request(STALE)
    world.questions.answer(query, answer.model_dump())
    return True


def _results(call: Call) -> list[Any]:
    results = call.json("results")
    if not isinstance(results, list):
        raise bad_request("expected an Array of inline query results")
    if len(results) > _MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    return results


def _next_offset(call: Call) -> str:
    offset = call.text("next_offset")
    if len(offset.encode()) > _OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    return offset


def _button(raw: object) -> InlineButton | None:
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise bad_request("can't parse InlineQueryResultsButton: expected an Object")
    fields = Fields("InlineQueryResultsButton", raw)
    if not fields.required("text"):
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    if ("start_parameter" in raw) == ("web_app" in raw):
        raise fields.wrong("exactly one optional field must be specified")
    if "web_app" in raw:
        address = raw["web_app"].get("url") if isinstance(raw["web_app"], dict) else None
        return InlineButton(text=raw["text"], web_app=checked_address(address or ""))
    parameter = fields.text("start_parameter")
    if not parameter:
        raise bad_request("START_PARAM_EMPTY")
    if not START_PARAMETER.fullmatch(parameter):
        raise bad_request("START_PARAM_INVALID")
    return InlineButton(text=raw["text"], start_parameter=parameter)

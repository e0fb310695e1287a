"""The page of the catalogue of effects: which of them an account may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.platform.access import PAGE_SIZES, Page, account_of, whole_number, world_of
from simulator.platform.envelope import Code, Refused, success, wrong
from simulator.platform.templates import IMAGE, VIDEO

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from simulator.platform.templates import Template


async def list_templates(request: Request) -> Response:
    world = world_of(request)
    account = account_of(request)
    kind = whole_number(request, "type", None)
    if kind not in (None, VIDEO, IMAGE):
        raise wrong("type must be 1 or 2")
    page, size = whole_number(request, "page", 1), whole_number(request, "pageSize", 50)
    assert page is not None
    if size not in PAGE_SIZES:
        raise Refused(Code.PAGE_SIZE, "pageSize must be 10, 20, 50 or 100")
    only_activated = world.switches.templates_listed == "activated"
    rows = [
        one
        for one in world.templates.values()
        if kind in (None, one.template_type)
        and (not only_activated or one.template_id in account.activated)
    ]
    cut = Page(page, size).cut(rows)
    return success({"effect_items": [template_json(one, world.base_url) for one in cut]})


def template_json(template: Template, base_url: str) -> dict[str, object]:
    media = f"{base_url}/media/templates/{template.template_id}"
    return {
        "template_id": template.template_id,
        "display_name": template.display_name,
        "display_prompt": template.hint,
        "template_type": template.template_type,
        "effect_type": str(template.images),
        "duration": template.duration,
        "qualities": list(template.qualities),
        "credits": template.cost,
        "thumbnail_path": f"{media}.jpg",
        "thumbnail_gif_path": f"{media}.gif",
        "thumbnail_video_path": f"{media}.mp4",
    }

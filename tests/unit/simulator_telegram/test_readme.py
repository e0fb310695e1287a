"""The simulator's own page names all that can be asked of it."""

import re
from pathlib import Path

from simulator.telegram.botapi import BotApi
from simulator.telegram.control import ControlApi
from simulator.telegram.world import World
from simulator.telegram.world_api import WorldApi

README = Path(__file__).parents[3] / "simulator" / "telegram" / "README.md"
NAMED = re.compile(r"`(GET|POST|DELETE) (/(?:world|control)/[\w/{}]+)")


def test_the_readme_names_every_request_and_no_other() -> None:
    world = World()
    routes = [*WorldApi(world).routes(), *ControlApi(world, BotApi(world)).routes()]
    known = {
        (method, route.path.replace(":int", ""))
        for route in routes
        for method in route.methods or ()
        if method != "HEAD"
    }
    world.close()
    assert set(NAMED.findall(README.read_text("utf-8"))) == known

"""Ready-made looks: a complete list takes the place of the one before."""

import pytest

from jobs.errors import LookGone
from jobs.materials import Look
from tests.unit.storage.world import World

INK, CLAY = Look(id="346928114203521", name="Ink"), Look(id="2", name="Clay", words="of clay")


async def test_looks_are_listed_in_the_providers_order(world: World) -> None:
    looks = world.store.looks
    assert await looks.page(offset=0, limit=5) == ([], 0)
    await looks.replace([INK, CLAY, INK])
    assert await looks.page(offset=0, limit=1) == ([INK], 2)
    assert await looks.page(offset=1, limit=5) == ([CLAY], 2)
    assert await looks.get(INK.id) == INK
    await looks.replace([CLAY])
    with pytest.raises(LookGone):
        await looks.get(INK.id)

"""Turning the pages of a list that may change meanwhile."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from jobs.paging import turn_to

SIZE = 3


@given(there=st.integers(0, 10), page=st.integers(0, 1_000_000))
async def test_a_page_has_what_belongs_there_and_beyond_the_end_is_the_first(
    there: int, page: int
) -> None:
    async def look(offset: int, limit: int) -> Sequence[int]:
        return range(there)[offset : offset + limit]

    leaf = await turn_to(page, SIZE, look)
    assert leaf.page == (page if page * SIZE < there else 0)
    assert list(leaf.rows) == list(range(there))[leaf.page * SIZE :][:SIZE]
    assert leaf.more == (there > (leaf.page + 1) * SIZE)

"""Which job a posted webhook body speaks of: a hint to look, never something to believe.

Nothing about these posts is documented or signed; presumably they hold the job. Whatever they say
is read again from the provider.
"""

from __future__ import annotations

from collections.abc import Mapping

from pixverse.decoding import read_json
from pixverse.useapi_v1.models import Job

_WRAPPERS = ("job", "response")


def read(body: bytes) -> Job:
    """Return the job that a posted body holds; an empty one where it holds none."""
    try:
        value = read_json(body)
    except ValueError:
        return Job()
    fields = value if isinstance(value, Mapping) else {}
    inner = (fields.get(name) for name in _WRAPPERS)
    found = [fields, *(one for one in inner if isinstance(one, Mapping))]
    return Job.model_validate(next((one for one in found if one.get("jobid")), fields))

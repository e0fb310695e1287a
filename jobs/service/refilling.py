"""An old job's request as a new draft: its person looks at it, and at what it costs now, before it starts."""

from jobs import drafts
from jobs.capabilities import Field
from jobs.ids import JobId, PersonId, Place
from jobs.ports import Card, Store


async def refill(
    store: Store,
    job_id: JobId,
    person_id: PersonId,
    place: Place,
    *,
    same_seed: bool = False,
    preview: bool | None = None,
) -> tuple[Card, Card | None]:
    """A draft filled in with the job's request; a draft that it replaces comes second.

    Raises NoSuchJob, NotYours, and with `same_seed` NotAChoice.
    """
    job = await store.jobs.own(job_id, person_id)
    offer = await store.offer(person_id)
    draft = drafts.refitted(drafts.draft_of(job.request, offer.start), offer)
    if preview is not None:
        draft = drafts.with_option(draft, Field.PREVIEW, preview, offer)
    draft = drafts.with_seed(draft, job.seed if same_seed else None, offer)
    return await store.drafts.open(person_id, place, draft)

"""Submissions whose answer was lost: found by our reference, in the list of jobs or in a callback."""

import logging
from collections.abc import Sequence

from bot.providers.useapi_v1.switches import Switches
from jobs.errors import OutcomeUnknown
from jobs.ids import VideoId
from jobs.lifecycle import Job
from jobs.ports import Accepted
from pixverse import useapi_v1 as api
from pixverse.errors import Invalid, NotFound, ProviderError

log = logging.getLogger(__name__)

MOST_MENTIONS = 1000


class Finder:
    """Finds a job, or proves that there is none; without a whole list, the latter cannot be."""

    def __init__(self, client: api.UseApiV1, switches: Switches) -> None:
        self._client = client
        self._switches = switches
        self._lists = switches.lists_jobs
        self._mentions: dict[str, str] = {}

    def mention(self, told: api.Job) -> None:
        """A callback names a job and a reference. Nothing of that is believed before the job says so."""
        if told.jobid and told.reply_ref:
            self._mentions[told.reply_ref] = told.jobid
            for oldest in list(self._mentions)[:-MOST_MENTIONS]:
                del self._mentions[oldest]

    async def find(self, job: Job) -> Accepted | None:
        """See `Provider.find`."""
        try:
            found = await self._mentioned(job) or await self._listed(job)
        except ProviderError as error:
            raise OutcomeUnknown(f"the provider could not be asked: {error}") from error
        if found is None:
            return None
        self._mentions.pop(job.reference, None)
        return Accepted(VideoId(found))

    async def _mentioned(self, job: Job) -> str | None:
        jobid = self._mentions.get(job.reference)
        if jobid is None:
            return None
        try:
            told = await self._client.job(jobid)
        except NotFound:
            told = api.Job()
        if told.reply_ref == job.reference:
            return told.jobid
        del self._mentions[job.reference]
        return None

    async def _listed(self, job: Job) -> str | None:
        listed = await self._list()
        for one in listed:
            if one.reply_ref == job.reference and one.jobid:
                return one.jobid
        # Where references are not told, ours may be there without its name.
        whole = self._switches.list_is_whole and all(one.reply_ref for one in listed)
        if not whole or not self._lists:
            raise OutcomeUnknown("nothing shows whether it was started")
        return None

    async def _list(self) -> Sequence[api.Job]:
        if not self._lists:
            return ()
        try:
            return await self._client.jobs()
        except (Invalid, NotFound) as refusal:
            log.info("useapi.net v1 has no list of jobs: %s", refusal)
            self._lists = False
            return ()

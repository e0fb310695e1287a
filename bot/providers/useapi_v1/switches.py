"""What nobody knows for sure of useapi.net v1, one switch each, set to what is safe."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Switches:
    """`names_server`: whether a request that names a channel must name its Discord server, too. The page
    calls each of them optional, so the channel is taken to be enough.

    `lists_jobs`: whether to ask for the list of jobs when a submission's answer was lost. Its page was
    never seen. Asking costs nothing: a refusal is remembered, and the search goes on without.

    `list_is_whole`: whether a job that is not in that list was never started. Were it not so, something
    would be paid twice; so it stays False, and such a job waits as unconfirmed until its callback comes or
    an admin ends it.
    """

    names_server: bool = False
    lists_jobs: bool = True
    list_is_whole: bool = False


SWITCHES = Switches()

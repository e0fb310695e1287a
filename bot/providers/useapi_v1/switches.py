"""What nobody knows for sure of useapi.net v1, one switch each, set to what is safe."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Switches:
    """useapi.net v1 as it is taken to be."""

    names_server: bool = False
    """Whether a request that names a channel must name its Discord server, too. The page calls each of
    them optional, so the channel is taken to be enough."""

    lists_jobs: bool = True
    """Whether the list of jobs is asked for when a submission's answer was lost. Its page was never
    seen. Asking costs nothing: a refusal is remembered, and the search goes on without."""

    list_is_whole: bool = False
    """Whether a job that is not in that list was never started. Were it not so, something would be paid
    twice; so such a job waits as *unconfirmed* until its callback comes or an admin ends it. Switched on,
    it is believed only of a list in which every job names its ``replyRef``."""

    makes_four: frozenset[str] = frozenset({"V1", "V2", "V3", "V4", "🔄"})
    """Which of the buttons make four videos, and cost as much; the others make one. The page names the
    buttons and not what they make: this is what Discord's bots with such buttons do."""


SWITCHES = Switches()

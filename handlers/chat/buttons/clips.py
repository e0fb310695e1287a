"""Buttons around videos and voices: under a result, on the card of a video, in the list of voices."""

from handlers.chat.buttons.codec import Button, PageNumber
from jobs.capabilities import Mode
from jobs.ids import DraftId, JobId


class WorkOn(Button, tag="vw"):
    """Do something with a job's video."""

    job: JobId
    mode: Mode


class ChooseClipMode(Button, tag="vm"):
    """What is done with the draft's video."""

    draft: DraftId
    mode: Mode


class FollowUpOn(Button, tag="cf"):
    """What the provider offers under a result: `name` is its word for it."""

    job: JobId
    name: str


class OpenClipModes(Button, tag="vo"):
    """Show what could be done with the draft's video."""

    draft: DraftId


class LetSpeak(Button, tag="vl"):
    """The draft's voice goes into this job's video."""

    draft: DraftId
    job: JobId


class DropVoice(Button, tag="vd"):
    """Go on without the voice, or the words that are said."""

    draft: DraftId


class OpenSpeakers(Button, tag="vs"):
    """A page of the voices that can read words out."""

    draft: DraftId
    page: PageNumber = 0


class ChooseSpeaker(Button, tag="vc"):
    """Who says the draft's words."""

    draft: DraftId
    speaker: str


class HearSpeaker(Button, tag="vh"):
    """How a voice sounds."""

    speaker: str


class OpenLooks(Button, tag="kl"):
    """A page of the ready-made looks."""

    draft: DraftId
    page: PageNumber = 0


class ChooseLook(Button, tag="kc"):
    """What the draft's video is to look like."""

    draft: DraftId
    look: str


class SwapPart(Button, tag="kp"):
    """Swap a part (counted from 0) of those that a job found in a video."""

    job: JobId
    number: int

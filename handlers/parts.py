"""The parts of the conversation, put together: one object for each thing that people can do."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.account import Account
from handlers.admin.frame import Panel
from handlers.admin.table import Admin, admin_handlers, answers, pages
from handlers.card import CardKeys
from handlers.chat.courier import TelegramCourier
from handlers.clips import Clips
from handlers.commands import Commands
from handlers.consent import Consent
from handlers.credit import Credit
from handlers.door import Doorkeeper
from handlers.effects import Effects
from handlers.errors import Errors
from handlers.history import History
from handlers.inline import InlineMode
from handlers.jobs import Jobs
from handlers.looks import Looks
from handlers.payments import Payments
from handlers.photos import Photos
from handlers.pictures import Pictures
from handlers.privacy import Privacy
from handlers.recently import Recently
from handlers.sounds import Sounds
from handlers.strangers import Strangers
from handlers.turn import Desk
from handlers.voices import Voices
from handlers.words import Answer, Words
from jobs.asking import Ask
from jobs.ports import Clock
from jobs.service.drafting import AT_ONCE


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that has handlers."""

    # at the door
    doorkeeper: Doorkeeper
    consent: Consent
    strangers: Strangers
    errors: Errors
    # a draft grows
    words: Words
    photos: Photos
    clips: Clips
    card: CardKeys
    pictures: Pictures
    sounds: Sounds
    voices: Voices
    looks: Looks
    effects: Effects
    # what became of it
    jobs: Jobs
    history: History
    inline: InlineMode
    # around a person
    account: Account
    credit: Credit
    payments: Payments
    privacy: Privacy
    # those who run the bot
    admin: Admin
    panel: Panel


@dataclass(frozen=True, slots=True)
class Sizes:
    """The largest files that may be sent, in bytes; None: what Telegram lets a bot download."""

    picture: int | None = None
    clip: int | None = None


def put_together(
    desk: Desk,
    commands: Commands,
    courier: TelegramCourier,
    clock: Clock,
    sizes: Sizes,
    *,
    checks_words: bool,
) -> Parts:
    """All of them. `checks_words`: a server looks at what people write."""
    effects, credit, consent = Effects(desk), Credit(desk, clock), Consent(desk)
    pictures, sounds, voices = Pictures(desk), Sounds(desk), Voices(desk)
    admin = admin_handlers(desk, commands, courier, clock)
    admin.errands.answered_by(answers(admin))
    cut = Recently(AT_ONCE)
    return Parts(
        doorkeeper=Doorkeeper(desk),
        consent=consent,
        strangers=Strangers(desk),
        errors=Errors(desk, clock, consent),
        words=Words(desk, _answers(credit, effects, pictures, sounds, voices), cut),
        photos=Photos(desk, largest_file=sizes.picture),
        clips=Clips(desk, largest_file=sizes.clip),
        card=CardKeys(desk, clock, cut),
        pictures=pictures,
        sounds=sounds,
        voices=voices,
        looks=Looks(desk),
        effects=effects,
        jobs=Jobs(desk, courier, clock),
        history=History(desk, courier),
        inline=InlineMode(desk),
        account=Account(desk, commands, checks_words=checks_words),
        credit=credit,
        payments=Payments(desk, clock),
        privacy=Privacy(desk),
        admin=admin,
        panel=Panel(desk, pages(admin)),
    )


def _answers(
    credit: Credit, effects: Effects, pictures: Pictures, sounds: Sounds, voices: Voices
) -> Mapping[Ask, Answer]:
    """Who takes the words that were asked for. Where a picture was, words are the prompt."""
    return {
        Ask.SEARCH: effects.found,
        Ask.ZONE: credit.zone_said,
        Ask.SEGMENT: pictures.segment_words,
        Ask.MORE_WORDS: pictures.go_on,
        Ask.SOUND: sounds.described,
        Ask.NEGATIVE: sounds.left_out,
        Ask.SEED: sounds.seed_said,
        Ask.SPEECH: voices.said,
    }

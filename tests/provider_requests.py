"""Requests as a provider's own card makes them, for the tests of adapters."""

from dataclasses import dataclass
from typing import Any

from jobs.capabilities import Mode, Options, Subject
from jobs.effects import Effect
from jobs.ids import FileId, MessageId
from jobs.materials import Clip, Picture, Segment, Speech, Target, Voice
from jobs.offer import Offer
from jobs.requests import ClipRequest, EffectRequest, PictureRequest, TextRequest


def pictures(count: int) -> tuple[Picture, ...]:
    return tuple(Picture(file_id=FileId(f"f{n}"), message_id=MessageId(n)) for n in range(count))


@dataclass(frozen=True)
class Requests:
    """What can be asked for where this is offered."""

    offer: Offer

    def options(self, subject: Subject, **wishes: Any) -> Options:
        """What the card shows after these wishes. ValueError where one of them is no choice there."""
        options = self.offer.only(subject, self.offer.start.model_copy(update=wishes))
        refused = [name for name, value in wishes.items() if getattr(options, name) != value]
        if refused:
            raise ValueError(f"{subject.mode} does not offer {refused}: {options}")
        return options

    def text(
        self, prompt: str = "a red fox", *, negative: str | None = None, **wishes: Any
    ) -> TextRequest:
        options = self.options(Subject(Mode.TEXT), **wishes)
        return TextRequest(options=options, prompt=prompt, negative=negative)

    def pictures(
        self, count: int, prompt: str | None = "it moves", *, way: Mode | None = None, **wishes: Any
    ) -> PictureRequest:
        way = way or self.offer.ways(count)[0]
        options = self.options(Subject(way, count), **wishes)
        stretch = Segment(seconds=options.duration or 5)
        return PictureRequest(
            options=options,
            way=way,
            pictures=pictures(count),
            segments=(stretch,) * (count - 1) if way is Mode.TRANSITION else (),
            prompt=prompt,
        )

    def effect(self, effect: Effect, **wishes: Any) -> EffectRequest:
        wishes = {"quality": effect.qualities[0], **wishes}
        return EffectRequest(
            options=self.options(effect.subject, **wishes),
            effect=effect,
            pictures=pictures(effect.pictures),
        )

    def clip(
        self,
        mode: Mode,
        clip: Clip,
        prompt: str | None = None,
        *,
        voice: Voice | None = None,
        speech: Speech | None = None,
        target: Target | None = None,
        **wishes: Any,
    ) -> ClipRequest:
        count = self.offer.rules(mode).pictures[0]
        return ClipRequest(
            options=self.options(Subject(mode, count, seconds=clip.seconds), **wishes),
            mode=mode,
            clip=clip,
            prompt=prompt,
            voice=voice,
            speech=speech,
            target=target,
            pictures=pictures(count),
        )

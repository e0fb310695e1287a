"""What the bot offers: a provider's capabilities and prices, and the choices that follow from them. Pure.

`choices` says which values a field may take, `fit` moves options to the nearest permitted ones, so a
combination that the provider refuses cannot be reached.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from jobs.capabilities import (
    CLIP_MODES,
    PICTURE_MODES,
    Feature,
    Field,
    Mode,
    ModelRules,
    ModeRules,
    Options,
    Sound,
    Subject,
    Value,
)
from jobs.quotas import Limits
from jobs.tariff import Price, Tariff

_SWITCH = (False, True)
_NO_RULES = ModelRules()


@dataclass(frozen=True, slots=True)
class Offer:
    """One provider's modes and prices; `start` is what a new draft starts from.

    `hidden` are ids of models and modes that whoever runs the bot does not offer. `deletes`: the provider
    takes a video away when its person deletes it here.
    """

    modes: Mapping[Mode, ModeRules]
    tariff: Tariff
    start: Options
    hidden: frozenset[str] = frozenset()
    qualities: frozenset[str] | None = None  # of those that there are; None: all
    deletes: bool = True

    # what there is

    def within(self, limits: Limits) -> "Offer":
        """The offer for somebody who may not use all of it."""
        gone = {name for name in self.known(Feature.MODE) if not limits.allows(Feature.MODE, name)}
        for name in self.known(Feature.MODEL):
            if not limits.allows(Feature.MODEL, name):
                gone.add(name)
        if not gone and limits.qualities is None:
            return self
        return replace(self, hidden=self.hidden | gone, qualities=limits.qualities)

    def known(self, feature: Feature) -> tuple[str, ...]:
        """Everything of a kind that the provider has, offered now or not."""
        models = [pair for rules in self.modes.values() for pair in rules.models.items()]
        match feature:
            case Feature.MODE:
                found = [mode.value for mode in self.modes]
            case Feature.MODEL:
                found = [name for name, _ in models if name]
            case Feature.QUALITY:
                found = [quality for _, rules in models for quality in rules.qualities]
        return tuple(dict.fromkeys(found))

    def has(self, mode: Mode) -> bool:
        """Whether the mode is offered, with at least one model."""
        rules = self.modes.get(mode)
        return rules is not None and mode not in self.hidden and bool(self._models(rules))

    @property
    def works_on_clips(self) -> bool:
        """Whether anything can be done with a video."""
        return any(self.has(mode) for mode in CLIP_MODES)

    def rules(self, mode: Mode) -> ModeRules:
        """The rules of an offered mode."""
        return self.modes[mode]

    def ways(self, pictures: int) -> tuple[Mode, ...]:
        """The modes that take so many pictures, most likely first."""
        return tuple(
            mode for mode in PICTURE_MODES if self.has(mode) and self._takes(mode, pictures)
        )

    @property
    def most_pictures(self) -> int:
        """The most pictures that any mode without an effect takes."""
        return max((self.most_of(mode) for mode in PICTURE_MODES if self.has(mode)), default=0)

    def most_of(self, mode: Mode) -> int:
        """The most pictures that an offered mode takes."""
        rules = self.modes[mode]
        return max((model.pictures or rules.pictures)[1] for model in self._models(rules).values())

    def tuned(self, *, hidden: Collection[str], shown: Collection[str] = ()) -> "Offer":
        """The offer without some models and modes, and with those unproven ones that are `shown`."""
        return replace(self, hidden=(self.unproven | frozenset(hidden)) - frozenset(shown))

    @property
    def unproven(self) -> frozenset[str]:
        """Ids of models and modes that are not offered unless they are switched on."""
        modes = {mode.value for mode, rules in self.modes.items() if rules.unproven}
        every = [pair for rules in self.modes.values() for pair in rules.models.items()]
        proven = {name for name, rules in every if not rules.unproven}
        return frozenset(modes | {name for name, _ in every if name not in proven})

    def model_rules(self, subject: Subject, options: Options) -> ModelRules:
        """What the chosen model takes; nothing where the mode is not offered."""
        rules = self.modes.get(subject.mode)
        if rules is None:
            return _NO_RULES
        models = self._models(rules, subject.pictures)
        return models.get(options.model or "") or next(iter(models.values()), _NO_RULES)

    def seeds(self, subject: Subject, options: Options) -> range:
        """The seeds that may be chosen; empty where no seed decides about chance."""
        rules = self.modes.get(subject.mode)
        if rules is None or not rules.takes_seed:
            return range(0)
        return rules.seeds if self.model_rules(subject, options).takes_seed else range(0)

    def switched_off(self, mode: Mode, model: str | None) -> str | None:
        """What of it is not offered at the moment, though the provider has it: the mode, or the model."""
        if not self.has(mode):
            return mode
        return model if model in self.modes[mode].models and model in self.hidden else None

    # what may be chosen

    def choices(self, subject: Subject, options: Options, field: Field) -> Sequence[Value]:
        """The values that `field` may take for this subject and these options; empty: no such field."""
        rules = self.model_rules(subject, options)
        apart = {
            only.value
            for only in rules.only
            if only.field is field and getattr(options, only.other) not in only.within
        }
        allowed = self._known(subject, rules, options, field)
        return [value for value in allowed if value not in apart] if apart else allowed

    def _known(
        self, subject: Subject, rules: ModelRules, options: Options, field: Field
    ) -> Sequence[Value]:
        match field:
            case Field.MODEL:
                return self._model_names(subject)
            case Field.QUALITY:
                return self._qualities(subject.effect_qualities or rules.qualities)
            case Field.DURATION:
                return rules.seconds_at.get(options.quality or "", rules.seconds)
            case Field.RATIO:
                return rules.ratios
            case Field.STYLE:
                return rules.styles
            case Field.CAMERA:
                return rules.cameras
            case Field.MOTION:
                return rules.motions
            case Field.SOUND:
                return rules.sounds
            case _:
                return _SWITCH if getattr(rules, field.value) else ()

    def fit(self, subject: Subject, options: Options) -> Options:
        """The nearest options that this subject permits; fields that it does not have stay as they are."""
        for field in Field:
            allowed = self.choices(subject, options, field)
            value = getattr(options, field)
            if allowed and value not in allowed:
                nearest = self._nearest(field, value, allowed)
                options = options.model_copy(update={field.value: nearest})
        return options

    def only(self, subject: Subject, options: Options) -> Options:
        """The fitted options without the fields that this subject does not have."""
        fitted = self.fit(subject, options)
        extra = {f.value: None for f in Field if not self.choices(subject, fitted, f)}
        return fitted.model_copy(update=extra)

    def set_option(
        self, subject: Subject, options: Options, field: Field, value: Value
    ) -> Options | None:
        """The options with one field changed and the rest fitted; None where it is not a choice."""
        for allowed in self.choices(subject, options, field):
            if str(allowed) == str(value):
                return self.fit(subject, options.model_copy(update={field.value: allowed}))
        return None

    def price(self, subject: Subject, options: Options) -> Price:
        """What the vendor's list says for it."""
        return self.tariff.price(subject, self.only(subject, options))

    def _qualities(self, every: tuple[str, ...]) -> tuple[str, ...]:
        allowed = self.qualities
        return every if allowed is None else tuple(one for one in every if one in allowed)

    def _nearest(self, field: Field, value: Value | None, allowed: Sequence[Value]) -> Value:
        if isinstance(value, int) and not isinstance(value, bool):
            return min(allowed, key=lambda other: abs(int(other) - value))
        usual = getattr(self.start, field)
        return usual if usual in allowed else allowed[0]

    def _model_names(self, subject: Subject) -> tuple[str, ...]:
        rules = self.modes.get(subject.mode)
        names = self._models(rules, subject.pictures) if rules else {}
        return tuple(name for name in names if name)

    def _models(self, rules: ModeRules, pictures: int | None = None) -> Mapping[str, ModelRules]:
        """The models that are offered, of those that take so many pictures."""
        return {
            name: model
            for name, model in rules.models.items()
            if name not in self.hidden
            and (pictures is None or _within(pictures, model.pictures or rules.pictures))
        }

    def _takes(self, mode: Mode, pictures: int) -> bool:
        rules = self.modes[mode]
        return _within(pictures, rules.pictures) and bool(self._models(rules, pictures))


def _within(number: int, limits: tuple[int, int]) -> bool:
    return limits[0] <= number <= limits[1]


def shape_of(subject: Subject, options: Options) -> str:
    """What decides how long a job takes and what it costs; jobs of one shape are compared.

    `options` are those of a request: fields that the subject does not have are None.
    """
    parts: list[str] = [subject.mode]
    parts += [str(value) for value in (options.model, options.quality) if value]
    if subject.mode is Mode.EFFECT:
        parts.append(f"{subject.effect_seconds}s/{subject.effect_credits}")
    elif subject.segments:
        parts.append("+".join(map(str, subject.segments)))
    else:
        parts.append(str(options.duration or subject.seconds or 0))
    if options.sound is Sound.ON:
        parts.append("sound")
    if subject.speaks:
        parts.append("speech")
    if subject.makes > 1:
        parts.append(f"x{subject.makes}")
    switches = (Field.MULTI_SHOT, Field.PREVIEW, Field.OFF_PEAK)
    parts += [switch.value for switch in switches if getattr(options, switch)]
    return "/".join(parts)

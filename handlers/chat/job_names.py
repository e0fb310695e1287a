"""What a job is called in a few words."""

from handlers.chat.html import shorten
from handlers.chat.texts import Texts
from jobs.lifecycle import Job
from jobs.requests import ClipRequest, EffectRequest


def effect_name(job: Job, request: EffectRequest, texts: Texts) -> str:
    """In the person's language, where the provider has told it with the result."""
    names = job.result.effect_names if job.result else {}
    return names.get(texts.language) or request.effect.called(texts.language)


def job_name(job: Job, texts: Texts, limit: int = 60) -> str:
    """Its effect, or its prompt, or what is said, or its way of being made and of what."""
    request = job.request
    if isinstance(request, EffectRequest):
        return shorten(effect_name(job, request, texts), limit)
    words = request.prompt or (request.speech.words if request.speech else "")
    if words:
        return shorten(" ".join(words.split()), limit)
    mode = texts.plain(f"mode-{request.subject.mode}")
    made = request.made if isinstance(request, ClipRequest) else None
    if made and made.title:
        return shorten(texts.plain("mode-of", mode=mode, title=made.title), limit)
    return mode

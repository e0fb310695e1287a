"""What is offered in inline mode: effects that move in the list, and a person's own finished videos."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResult,
    InlineQueryResultArticle,
    InlineQueryResultCachedDocument,
    InlineQueryResultCachedMpeg4Gif,
    InlineQueryResultCachedPhoto,
    InlineQueryResultCachedVideo,
    InlineQueryResultGif,
    InlineQueryResultMpeg4Gif,
    InputTextMessageContent,
)
from telegram.constants import ParseMode

from handlers.chat.card import options_line
from handlers.chat.effect_screens import facts_line
from handlers.chat.html import Html, lines, plain
from handlers.chat.job_names import job_name
from handlers.chat.screens import Key, Link, markup
from handlers.chat.texts import Texts
from jobs.effects import Effect, link_payload
from jobs.lifecycle import FileKind, Job
from jobs.requests import EffectRequest

LinkTo = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Offered:
    """Makes results; `link` makes the address that opens the bot with something in its hand."""

    texts: Texts
    link: LinkTo

    def effects(self, found: Sequence[Effect]) -> list[InlineQueryResult]:
        """Each with its moving preview where it has one; the message leads to the bot."""
        return [self._effect(effect) for effect in found]

    def videos(self, jobs: Sequence[Job]) -> list[InlineQueryResult]:
        """Sent by what Telegram has already, each as what it is there: Telegram refuses the whole answer for
        one that is said to be something else. Nobody's words go along."""
        return [self._video(job) for job in jobs]

    def _effect(self, effect: Effect) -> InlineQueryResult:
        url, ending = effect.preview_url, _ending(effect)
        name = effect.called(self.texts.language)
        text = lines([self.texts.html("effect", name=name), facts_line(effect, self.texts)])
        keys = self._key("key-try-effect", link_payload(effect.id))
        if url and ending == "gif":
            return InlineQueryResultGif(
                id=f"e{effect.id}",
                gif_url=url,
                thumbnail_url=url,
                thumbnail_mime_type="image/gif",
                title=name,
                caption=text.markup,
                parse_mode=ParseMode.HTML,
                reply_markup=keys,
            )
        if url and ending == "mp4":
            return InlineQueryResultMpeg4Gif(
                id=f"e{effect.id}",
                mpeg4_url=url,
                thumbnail_url=url,
                thumbnail_mime_type="video/mp4",
                title=name,
                caption=text.markup,
                parse_mode=ParseMode.HTML,
                reply_markup=keys,
            )
        return self._in_words(effect, name, text, keys)

    def _in_words(
        self, effect: Effect, name: str, text: Html, keys: InlineKeyboardMarkup | None
    ) -> InlineQueryResult:
        return InlineQueryResultArticle(
            id=f"e{effect.id}",
            title=name,
            description=plain(facts_line(effect, self.texts)),
            thumbnail_url=effect.preview_url,
            input_message_content=InputTextMessageContent(text.markup, ParseMode.HTML),
            reply_markup=keys,
        )

    def _video(self, job: Job) -> InlineQueryResult:
        assert job.sent
        name = job_name(job, self.texts)
        keys = self._key("key-make-own", _leads_to(job))
        result_id, file_id = f"v{job.id}", job.sent.file_id
        about = options_line(job.request.options, self.texts)
        match job.sent.kind:
            case FileKind.PHOTO:
                return InlineQueryResultCachedPhoto(
                    result_id, file_id, title=name, reply_markup=keys
                )
            case FileKind.ANIMATION:
                return InlineQueryResultCachedMpeg4Gif(
                    result_id, file_id, title=name, reply_markup=keys
                )
            case FileKind.DOCUMENT:
                return InlineQueryResultCachedDocument(
                    result_id, name, file_id, description=about, reply_markup=keys
                )
            case FileKind.VIDEO:
                return InlineQueryResultCachedVideo(
                    result_id, file_id, name, description=about, reply_markup=keys
                )

    def _key(self, text_id: str, payload: str) -> InlineKeyboardMarkup | None:
        return markup(((Key(self.texts.plain(text_id), Link(self.link(payload))),),))


def _leads_to(job: Job) -> str:
    """Whoever sees the video finds its effect, or the bot."""
    if isinstance(job.request, EffectRequest):
        return link_payload(job.request.effect.id)
    return "shared"


def _ending(effect: Effect) -> str:
    return urlsplit(effect.preview_url or "").path.rpartition(".")[2].lower()

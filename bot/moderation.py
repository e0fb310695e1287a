"""The optional check of prompts: any server that speaks OpenAI's moderation API. It gets the words alone."""

import logging

import httpx
from pydantic import BaseModel, SecretStr, ValidationError

from jobs.ports import ModerationAway
from pixverse.transport import AiohttpTransport

log = logging.getLogger(__name__)

PATIENCE = httpx.Timeout(15, connect=5)


def moderation_server(url: str, key: SecretStr | None) -> httpx.AsyncClient:
    """The way to the server at `url`; the one who opens it closes it."""
    headers = {"Authorization": f"Bearer {key.get_secret_value()}"} if key else {}
    return httpx.AsyncClient(
        base_url=url, headers=headers, timeout=PATIENCE, transport=AiohttpTransport()
    )


class _Result(BaseModel):
    flagged: bool


class _Answer(BaseModel):
    results: list[_Result]


class OpenAiModeration:
    """Implements `jobs.ports.Moderator`: `POST {url}/moderations`.

    https://platform.openai.com/docs/api-reference/moderations
    """

    def __init__(self, server: httpx.AsyncClient, model: str | None) -> None:
        self._server = server
        self._model = model

    async def allows(self, words: str) -> bool:
        """See `Moderator.allows`."""
        body = {"input": words} | ({"model": self._model} if self._model else {})
        try:
            response = await self._server.post("/moderations", json=body)
        except httpx.HTTPError as error:
            raise ModerationAway(type(error).__name__) from error
        if not response.is_success:
            raise ModerationAway(f"it answered {response.status_code}")
        try:
            answer = _Answer.model_validate_json(response.content)
        except ValidationError:
            # The answer may repeat the words, and the error the answer: neither is for the log.
            raise ModerationAway("its answer cannot be read") from None
        return not any(result.flagged for result in answer.results)

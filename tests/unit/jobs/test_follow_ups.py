"""What a provider offers under a result: a draft with its price, and a request for the account that made it."""

from dataclasses import replace

import pytest

from jobs.capabilities import Mode, ModelRules, ModeRules, Options, Subject, Words
from jobs.drafts import ClipDraft, TextDraft, draft_of, missing, request_of, subject_of
from jobs.drafts import with_follow_up as asking
from jobs.errors import NotForClip
from jobs.follow_ups import FollowUp, FollowUpKind
from jobs.lifecycle import Job, Result
from jobs.made import made_clip, result_ways
from jobs.requests import ClipRequest, owner_of_source
from tests.offers import OFFER, START
from tests.unit.bot.useapi_examples import text
from tests.unit.jobs.test_made import ACCOUNT, clip_of, finished

FOUR_MORE = FollowUp(name="V2", kind=FollowUpKind.VARY, number=2, makes=4)
RULES = ModeRules({"": ModelRules()}, words=Words.NONE, takes_seed=False)
WITH = replace(OFFER, modes={**OFFER.modes, Mode.FOLLOW_UP: RULES})


def a_result() -> Job:
    job = finished(text("a fox"))
    assert job.result
    return replace(job, result=job.result.model_copy(update={"follow_ups": (FOUR_MORE,)}))


def test_it_becomes_a_request_for_the_account_that_made_the_video() -> None:
    clip = clip_of(a_result())
    draft = asking(TextDraft(options=START, prompt="words from before"), clip, FOUR_MORE, WITH)
    assert subject_of(draft) == Subject(Mode.FOLLOW_UP, seconds=5, makes=4)
    assert missing(draft, WITH) is None
    request = request_of(draft, WITH)
    assert request == ClipRequest(
        options=Options(), mode=Mode.FOLLOW_UP, clip=clip, follow_up=FOUR_MORE
    )
    assert owner_of_source(request) == ACCOUNT
    again = draft_of(request, START)
    assert isinstance(again, ClipDraft)
    assert again.follow_up == FOUR_MORE


def test_it_is_offered_under_results_that_have_it_and_where_the_provider_does() -> None:
    assert result_ways(a_result(), WITH)[0] is Mode.FOLLOW_UP
    assert Mode.FOLLOW_UP not in result_ways(finished(text()), WITH)
    assert Mode.FOLLOW_UP not in result_ways(a_result(), OFFER)
    with pytest.raises(NotForClip):
        asking(TextDraft(options=START), clip_of(a_result()), FOUR_MORE, OFFER)


def test_results_from_before_have_none() -> None:
    assert Result.model_validate_json('{"url": "https://example.com/1.mp4"}').follow_ups == ()
    assert made_clip(finished(text())) is not None

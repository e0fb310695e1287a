"""The simulated platform's whole memory: one object that every handler reads and changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.platform.records import (
    REFUNDED,
    Account,
    Charge,
    Job,
    Selection,
    Status,
    Switches,
    Upload,
    Voice,
    Webhook,
)
from simulator.platform.templates import Template, catalogue, usual_activations
from simulator.serving.memory import Kind, Memory

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from simulator.serving.process import Site

# Odd and beyond 2^53: a client that reads ids as floating point numbers loses their last digits.
_FIRST_NUMBER = 361_204_882_190_000_001
_ACCOUNT_STEP = 104_730_022
_LARGEST_STEP = 23


@dataclass(frozen=True, slots=True)
class Options:
    """How the simulator was started; `POST /control/reset` goes back to these."""

    keys: tuple[str, ...]
    credits: int = 15_000
    concurrency: int = 5
    render_seconds: float = 8
    seed: int = 1


class World(Memory[Options, int, Job, Status]):
    FOLDERS = ("upload", "media/results", "media/masks")
    OWNERS = "account"
    ACCEPTED = Status.GENERATING

    def __init__(self, options: Options, site: Site) -> None:
        self.templates: dict[int, Template] = {one.template_id: one for one in catalogue()}
        super().__init__(options, site, _FIRST_NUMBER)

    def _begin(self, options: Options) -> None:
        super()._begin(options)
        self.accounts: dict[str, Account] = {}
        self.uploads: dict[int, Upload] = {}
        self.selections: dict[int, Selection] = {}
        self.charges: list[Charge] = []
        self.voices: dict[str, Voice] = {}
        self.webhooks: dict[str, Webhook] = {}
        self.traces: dict[tuple[int, str], Job | Selection] = {}
        self.switches = Switches()

    def _equip(self, options: Options, known: Mapping[str, object]) -> None:
        for key in options.keys:
            if key not in known:
                self.add_account(key, options.credits)

    def _kinds(self) -> dict[str, Kind]:
        return {
            "account": Kind(Account, self._index_account),
            "upload": Kind(Upload, self._index_upload),
            "job": Kind(Job, self._index_job),
            "selection": Kind(Selection, self._index_selection),
            "charge": Kind(Charge, self._index_charge),
            "voice": Kind(Voice, self._index_voice),
            "webhook": Kind(Webhook, self._index_webhook),
        }

    def next_number(self) -> int:
        self._last_number += 2 * self.random.randint(1, _LARGEST_STEP)
        return self._last_number

    def secret(self) -> str:
        return f"{self.random.getrandbits(64):016x}"

    # accounts and their credits

    def add_account(self, key: str, credit: int) -> Account:
        account = Account(
            key=key,
            account_id=_FIRST_NUMBER - _ACCOUNT_STEP * (len(self.accounts) + 1),
            credit_monthly=credit,
            credit_package=0,
            concurrency=self.options.concurrency,
            activated=usual_activations(),
        )
        self.keep_account(account)
        return account

    def keep_account(self, account: Account) -> None:
        self._keep("account", account.key, account)

    def account(self, account_id: int) -> Account:
        return next(one for one in self.accounts.values() if one.account_id == account_id)

    def charge(self, charge: Charge) -> None:
        """The monthly credits go first; what is given back is monthly again."""
        account = self.account(charge.account_id)
        taken = -charge.amount if charge.refund else min(charge.amount, account.credit_monthly)
        rest = 0 if charge.refund else charge.amount - taken
        changes = {
            "credit_monthly": account.credit_monthly - taken,
            "credit_package": account.credit_package - rest,
        }
        self.keep_account(account.model_copy(update=changes))
        self._keep("charge", charge.number, charge)

    def running_jobs(self, account: Account) -> int:
        jobs = (self.jobs[number] for number in self.running)
        return sum(job.account_id == account.account_id for job in jobs)

    # what accounts own

    def keep_upload(self, upload: Upload) -> None:
        self._keep("upload", upload.number, upload)

    def keep_voice(self, voice: Voice) -> None:
        self._keep("voice", voice.speaker_id, voice)

    def drop_voice(self, voice: Voice) -> None:
        del self.voices[voice.speaker_id]
        self._drop("voice", voice.speaker_id)

    def keep_webhook(self, webhook: Webhook) -> None:
        self._keep("webhook", webhook.webhook_id, webhook)

    def keep_selection(self, selection: Selection) -> None:
        self._keep("selection", selection.number, selection)

    def _settle(self, job: Job, at: datetime) -> Job:
        if job.final in REFUNDED and job.cost:
            self.charge(_refund(self.next_number(), job, at))
        return super()._settle(job, at)

    # indexes

    def _index_account(self, account: Account) -> None:
        self.accounts[account.key] = account

    def _index_upload(self, upload: Upload) -> None:
        self.uploads[upload.number] = upload
        self._seen(upload.number)

    def _index_job(self, job: Job) -> None:
        self.traces.setdefault((job.account_id, job.trace_id), job)
        super()._index_job(job)

    def _index_selection(self, selection: Selection) -> None:
        self.selections[selection.number] = selection
        self.traces.setdefault((selection.account_id, selection.trace_id), selection)
        self._seen(selection.number)

    def _index_charge(self, charge: Charge) -> None:
        self.charges.append(charge)
        self._seen(charge.number)

    def _index_voice(self, voice: Voice) -> None:
        self.voices[voice.speaker_id] = voice

    def _index_webhook(self, webhook: Webhook) -> None:
        self.webhooks[webhook.webhook_id] = webhook


def _refund(number: int, job: Job, at: datetime) -> Charge:
    return Charge(
        number=number,
        account_id=job.account_id,
        amount=job.cost,
        refund=True,
        creation_type=job.creation_type,
        job=job.number,
        trace_id=job.trace_id,
        at=at,
    )

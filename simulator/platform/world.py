"""The simulated platform's whole memory: one object that every handler reads and changes."""

from __future__ import annotations

import random
import shutil
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
from simulator.serving.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from pydantic import BaseModel

    Listener = Callable[[Job, Status], None]

# Odd and beyond 2^53: a client that reads ids as floating point numbers loses their last digits.
_FIRST_NUMBER = 361_204_882_190_000_001
_ACCOUNT_STEP = 104_730_022
_LARGEST_STEP = 23


@dataclass(frozen=True, slots=True)
class Options:
    """How the simulator was started; `POST /control/reset` goes back to these."""

    directory: Path  # uploads and rendered media
    keys: tuple[str, ...]
    credits: int = 15_000
    concurrency: int = 5
    render_seconds: float = 8
    seed: int = 1
    journal: Path | None = None


class World:
    """Changes go through the methods, so that the journal and the indexes stay true."""

    def __init__(self, options: Options, clock: Callable[[], datetime]) -> None:
        self.options = options
        self.now = clock
        self.base_url = ""
        self.templates: dict[int, Template] = {one.template_id: one for one in catalogue()}
        self.random = random.Random(options.seed)
        self.listeners: list[Listener] = []
        self._journal = Journal(options.journal)
        self._last_number = _FIRST_NUMBER
        self._forget()
        self._load()

    def _forget(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.uploads: dict[int, Upload] = {}
        self.jobs: dict[int, Job] = {}
        self.selections: dict[int, Selection] = {}
        self.charges: list[Charge] = []
        self.voices: dict[str, Voice] = {}
        self.webhooks: dict[str, Webhook] = {}
        self.running: dict[int, None] = {}
        self.traces: dict[tuple[int, str], Job | Selection] = {}
        self.switches = Switches()
        self.render_seconds = self.options.render_seconds

    def _load(self) -> None:
        kinds = self._journal.load()
        for kind, (model, keep) in self._kept_kinds().items():
            for row in kinds.get(kind, {}).values():
                if row is not None:
                    keep(model.model_validate(row))
        # The same seed again would give the names of new uploads to old ones.
        self.random.seed(f"{self.options.seed}-{self._last_number}")
        for key in self.options.keys:
            if key not in self.accounts:
                self.add_account(key, self.options.credits)

    def _kept_kinds(self) -> dict[str, tuple[type[BaseModel], Callable[..., None]]]:
        return {
            "account": (Account, self._index_account),
            "upload": (Upload, self._index_upload),
            "job": (Job, self._index_job),
            "selection": (Selection, self._index_selection),
            "charge": (Charge, self._index_charge),
            "voice": (Voice, self._index_voice),
            "webhook": (Webhook, self._index_webhook),
        }

    def reset(self, *, keys: tuple[str, ...], render_seconds: float, credit: int) -> None:
        """Everything as on a first start; numbers go on, so that no id is ever used twice."""
        self._journal.clear()
        for name in ("upload", "media/results", "media/masks"):
            shutil.rmtree(self.options.directory / name, ignore_errors=True)
        self._forget()
        self.render_seconds = render_seconds
        for key in keys:
            self.add_account(key, credit)

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
        self._index_account(account)
        self._journal.put("account", account.key, account)

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
        self._index_charge(charge)
        self._journal.put("charge", charge.number, charge)

    def running_jobs(self, account: Account) -> int:
        jobs = (self.jobs[number] for number in self.running)
        return sum(job.account_id == account.account_id for job in jobs)

    # what accounts own

    def keep_upload(self, upload: Upload) -> None:
        self._index_upload(upload)
        self._journal.put("upload", upload.number, upload)

    def keep_voice(self, voice: Voice) -> None:
        self._index_voice(voice)
        self._journal.put("voice", voice.speaker_id, voice)

    def drop_voice(self, voice: Voice) -> None:
        del self.voices[voice.speaker_id]
        self._journal.drop("voice", voice.speaker_id)

    def keep_webhook(self, webhook: Webhook) -> None:
        self._index_webhook(webhook)
        self._journal.put("webhook", webhook.webhook_id, webhook)

    def keep_selection(self, selection: Selection) -> None:
        self._index_selection(selection)
        self._journal.put("selection", selection.number, selection)

    # jobs

    def keep_job(self, job: Job) -> None:
        self._index_job(job)
        self._journal.put("job", job.number, job)

    def accept(self, job: Job) -> None:
        self.keep_job(job)
        self._tell(job, Status.GENERATING)

    def finish(self, number: int, status: Status, at: datetime) -> None:
        job = self.jobs[number].model_copy(update={"final": status, "final_at": at})
        if status in REFUNDED and job.cost:
            self.charge(_refund(self.next_number(), job, at))
        self.keep_job(job)
        self._tell(job, status)

    def close(self) -> None:
        self._journal.close()

    def _tell(self, job: Job, status: Status) -> None:
        for listener in self.listeners:
            listener(job, status)

    # indexes

    def _index_account(self, account: Account) -> None:
        self.accounts[account.key] = account

    def _index_upload(self, upload: Upload) -> None:
        self.uploads[upload.number] = upload
        self._last_number = max(self._last_number, upload.number)

    def _index_job(self, job: Job) -> None:
        self.jobs[job.number] = job
        self.traces.setdefault((job.account_id, job.trace_id), job)
        self._last_number = max(self._last_number, job.number)
        if job.final is None:
            self.running[job.number] = None
        else:
            self.running.pop(job.number, None)

    def _index_selection(self, selection: Selection) -> None:
        self.selections[selection.number] = selection
        self.traces.setdefault((selection.account_id, selection.trace_id), selection)
        self._last_number = max(self._last_number, selection.number)

    def _index_charge(self, charge: Charge) -> None:
        self.charges.append(charge)
        self._last_number = max(self._last_number, charge.number)

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

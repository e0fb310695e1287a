"""What the tests are shown: accounts, jobs and deliveries with their inner facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.platform.results import media_url, shown_status

if TYPE_CHECKING:
    from simulator.platform.records import Account, Job
    from simulator.platform.webhooks import Delivery
    from simulator.platform.world import World


def account_json(world: World, account: Account) -> dict[str, object]:
    return {
        "key": account.key,
        "account_id": account.account_id,
        "credits": account.credits,
        "credit_monthly": account.credit_monthly,
        "credit_package": account.credit_package,
        "concurrency": account.concurrency,
        "running": world.running_jobs(account),
        "permitted": account.permitted,
        "month_over": account.month_over,
        "activated": sorted(account.activated),
    }


def job_json(world: World, job: Job) -> dict[str, object]:
    return {
        "video_id": job.number,
        "kind": job.kind,
        "account_id": job.account_id,
        "trace_id": job.trace_id,
        "endpoint": job.endpoint,
        "status": shown_status(world, job),
        "cost": job.cost,
        "charged": job.cost,
        "refunded": job.refunded,
        "body": job.body,
        "webhook_id": job.webhook_id,
        "submitted_at": job.submitted_at.isoformat(),
        "final_at": job.final_at.isoformat() if job.final_at else None,
        "url": media_url(world, job),
        "width": job.width,
        "height": job.height,
        "duration": job.duration,
    }


def delivery_json(delivery: Delivery) -> dict[str, object]:
    return {
        "webhook_id": delivery.webhook_id,
        "url": delivery.url,
        "video_id": delivery.job,
        "attempt": delivery.attempt,
        "headers": delivery.headers,
        "body": delivery.body,
        "status": delivery.status,
        "answer": delivery.answer,
        "taken": delivery.taken,
    }

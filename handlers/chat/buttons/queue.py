"""Buttons around everybody's jobs, for those who run the bot."""

from handlers.chat.buttons.codec import Button
from jobs.ids import JobId
from jobs.ports import JobListing
from jobs.roles import Right


class ListJobs(Button, tag="Jl", right=Right.JOBS):
    """A page of everybody's jobs of one kind."""

    listing: JobListing
    page: int = 0


class ShowJobOf(Button, tag="Jo", right=Right.JOBS):
    """One job of somebody."""

    job: JobId


class CallOff(Button, tag="Jx", right=Right.JOBS):
    """The job is ended; its credits go back."""

    job: JobId

"""Roles: who runs the bot beside its owners, and what each of them may do."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to the bot. Most people have no role."""

    OWNER = "owner"  # in ADMIN_IDS
    ADMIN = "admin"
    SUPPORT = "support"


class Right(StrEnum):
    """What a role may do. A use case for those who run the bot asks for one of these."""

    SEE = "see"  # the panel, people and their jobs, the numbers
    GRANT = "grant"  # credits; support within a daily sum, and never taking any
    MESSAGE = "message"  # write to one person
    PEOPLE = "people"  # who may come in, bans, invitations, groups, limits, plans
    JOBS = "jobs"  # cancel, retry and refund jobs of others, pause the queue
    ACCOUNTS = "accounts"
    BROADCAST = "broadcast"
    MODERATION = "moderation"
    PAYMENTS = "payments"  # what is sold for Stars, and giving Stars back
    SETTINGS = "settings"
    AUDIT = "audit"  # read the log of what was done
    ROLES = "roles"  # appoint and dismiss
    BACKUP = "backup"  # a copy of everything that people wrote


RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.ADMIN: frozenset(Right) - {Right.ROLES, Right.BACKUP},
    Role.SUPPORT: frozenset({Right.SEE, Right.GRANT, Right.MESSAGE}),
}


def may(role: Role | None, right: Right) -> bool:
    """Whether somebody with this role may do this."""
    return role is not None and right in RIGHTS[role]

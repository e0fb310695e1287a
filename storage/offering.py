"""What is offered, and for how much: the provider's table, as the rules of the moment leave it."""

import sqlite3
from typing import NamedTuple

from jobs.ids import PersonId
from jobs.offer import Offer
from jobs.rules import LiveRules
from storage.desk import Desk, Rules
from storage.standing import standing


class _Known(NamedTuple):
    rules: LiveRules
    offer: Offer


class CurrentOffer:
    """The offer as a transaction sees it: without what is switched off, with what is switched on."""

    def __init__(self, offer: Offer, rules: Rules) -> None:
        self._offer = offer
        self._rules = rules
        self._known: _Known | None = None

    def __call__(self, connection: sqlite3.Connection) -> Offer:
        rules, known = self._rules(connection), self._known
        if known is None or known.rules is not rules:
            known = _Known(rules, self._offer.tuned(hidden=rules.off, shown=rules.on))
            self._known = known
        return known.offer


def offer_to(connection: sqlite3.Connection, desk: Desk, person_id: PersonId) -> Offer:
    """What of the offer this person's plan has. Raises NoSuchPerson."""
    rules = desk.rules(connection)
    return desk.offer(connection).within(standing(connection, person_id, rules).limits)

"""Who can act, in any cloud or cluster: what all identities have in common."""

from typing import Any

from bartizan.core.kind import Asset, Flag, Term, Text
from bartizan.core.source import Read, Unseen

_LATER = Unseen("routes are looked for once all is read", later=True)
"""Filled in where the permissions of all identities are asked together."""


class Actor(Asset):
    """Somebody or something that acts: a user, a role, a service account, a managed identity."""

    administrator = Flag("It was given every right there is in an account, subscription, project or cluster.")
    escalation = Text(
        "How it comes to every right, move by move, although it was not given them; none if there is no way."
    )
    escalation_fix = Text("The same, and what takes the first of these moves away.")


ROUTES: dict[Term[Any], Read] = {
    Actor.administrator: _LATER,
    Actor.escalation: _LATER,
    Actor.escalation_fix: _LATER,
}
"""How every source reads what only all identities together tell."""

"""Who somebody is: the groups a principal is in, directly or through other groups, and the identities it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bartizan.core.truth import Truth
from bartizan.identity.azure.estate import Principal


@dataclass(frozen=True, slots=True)
class Being:
    """One principal that an actor counts as."""

    held: Truth
    via: tuple[str, ...]
    """How: groups and identities, nearest to the actor first; empty for the actor itself."""


def beings(actor: str, principals: Mapping[str, Principal]) -> dict[str, Being]:
    """Return every principal that an actor counts as, itself included, by the most certain way; cycles end it."""
    found: dict[str, Being] = {actor: Being(Truth.YES, ())}
    pending = [actor]
    while pending:
        id = pending.pop(0)
        being = found[id]
        principal = principals.get(id)
        if principal is None:
            continue
        steps = {**dict.fromkeys(principal.stands_for, Truth.YES), **principal.groups}
        for other, sure in steps.items():
            held = min(being.held, sure)
            known = found.get(other)
            if known is None or known.held < held:
                found[other] = Being(held, (*being.via, other))
                pending.append(other)
    return found


def unseen(actor: str, principals: Mapping[str, Principal]) -> tuple[str, ...]:
    """Return why an actor may count as more than was seen."""
    reasons = (principals[id].more for id in beings(actor, principals) if id in principals)
    return tuple(dict.fromkeys(reason for reason in reasons if reason))

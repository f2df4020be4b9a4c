"""What was recorded of one principal: its calls, as the actions they need on the resources they were about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bartizan.collect.telemetry.cloudtrail import Call
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.events import of_event
from bartizan.identity.aws.least.used import Use, used
from bartizan.identity.hole import equal

REFUSED = (
    "AccessDenied",
    "AccessDeniedException",
    "Client.UnauthorizedOperation",
    "UnauthorizedOperation",
    "Forbidden",
)


@dataclass(slots=True, kw_only=True)
class Activity:
    """What a principal did."""

    uses: Counter[Use] = field(default_factory=Counter)
    calls: int = 0
    refused: int = 0
    first: str = ""
    last: str = ""
    unclear: Counter[str] = field(default_factory=Counter)
    """Calls of which it is not known what permission they need, and how often each was made."""


def activity(arn: str, recorded: Iterable[Call]) -> Activity:
    """Return what the principal of an ARN did; the account in it may be a hole."""
    found = Activity()
    for call in recorded:
        if not call.actor or equal(arn, call.actor) is Truth.NO:
            continue
        if call.error in REFUSED:
            found.refused += 1
            continue
        found.calls += 1
        found.first = min(found.first or call.time, call.time)
        found.last = max(found.last, call.time)
        _add(call, found)
    return found


def _add(call: Call, found: Activity) -> None:
    needed = of_event(call.source, call.name)
    if isinstance(needed, Unknown):
        found.unclear[f"{call.source} {call.name}"] += 1
        return
    for action in needed:
        found.uses.update(used(action, call.arns, call.parameters, call.account, call.region))

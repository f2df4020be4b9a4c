"""Which AWS actions somebody is allowed at all: what no policy speaks of need not be tried."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from bartizan.core.step import Act, Step
from bartizan.identity.aws.estate import Estate
from bartizan.identity.aws.statement import Document, Policy
from bartizan.identity.hole import OPEN

ASKED_OF = {"iam": "sts", "apigateway": "execute-api"}
"""Services whose resources are used by actions of another prefix than that of their ARNs."""


class Granted:
    """The action patterns of all statements that allow, but for policies of identities that are left out."""

    def __init__(self, estate: Estate, without: Collection[str]) -> None:
        self._patterns = set(_patterns(estate, without))
        self._fits = re.compile("|".join(f"(?:{_expression(each)})" for each in sorted(self._patterns)))

    def speaks_of(self, action: str) -> bool:
        """Tell whether a statement may allow an action."""
        return bool(self._patterns) and self._fits.fullmatch(action.lower()) is not None

    def allows(self, step: Step[Any, Any]) -> bool:
        """Tell whether somebody may have all that a step needs."""
        if not isinstance(step.move, Act):
            return True
        needed = (action for use in step.move.uses if not use.by for action in use.actions)
        return all(self.speaks_of(action) for action in needed)


def _patterns(estate: Estate, without: Collection[str]) -> Iterator[str]:
    for principal in estate.principals:
        if principal.id in without:
            continue
        if principal.more:
            yield "*"
        for policy in principal.policies:
            yield from _of(policy)
    for resource in estate.resources:
        for governing in (resource.policy, *resource.grants):
            if governing is not None:
                found = _of(governing) if isinstance(governing, Policy) else ("*",)
                yield from (_service(resource.arn) if each == "*" else each for each in found)


def _service(arn: str) -> str:
    """Return all that the policy of a resource can be about: the actions of its service, for a role to take it."""
    service = arn.split(":")[2] if arn.startswith("arn:") and arn.count(":") > 1 else "*"
    return f"{ASKED_OF.get(service, service)}:*"


def _of(policy: Policy) -> Iterator[str]:
    document = policy.document
    if not isinstance(document, Document) or document.unseen:
        yield "*"
        return
    for statement in document.statements:
        if statement.allows and not statement.all_actions_but and not statement.unseen:
            yield from ("*" if OPEN in each else each for each in statement.actions)
        elif statement.allows:
            yield "*"


def _expression(pattern: str) -> str:
    return re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")

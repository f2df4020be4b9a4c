"""What somebody can choose who makes something new: of all names that fit, those that policies tell apart."""

from __future__ import annotations

from functools import lru_cache

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.estate import Estate
from bartizan.identity.aws.statement import Statement
from bartizan.identity.hole import covers, matches

FIELDS = 6
"""Of an ARN."""


class Choices:
    """The resource patterns of an estate's identity policies, by action."""

    def __init__(self, estate: Estate) -> None:
        policies = {id(policy): policy for each in estate.principals for policy in each.policies}
        statements: dict[int, Statement] = {}
        for policy in policies.values():
            if not isinstance(policy.document, Unknown):
                statements.update((id(each), each) for each in policy.document.statements if each.allows)
        self._by_actions: dict[tuple[tuple[str, ...], bool], set[str]] = {}
        for statement in statements.values():
            if statement.resources and not statement.all_resources_but:
                key = (statement.actions, statement.all_actions_but)
                self._by_actions.setdefault(key, set()).update(statement.resources)
        self._of: dict[str, tuple[str, ...]] = {}

    def within(self, action: str, pattern: str) -> tuple[str, ...]:
        """Return a pattern and the narrower ones within it that allowing statements about the action name."""
        if action not in self._of:
            self._of[action] = self._about(action.lower())
        found = (narrowed(pattern, each) for each in self._of[action])
        return tuple(dict.fromkeys((pattern, *(each for each in found if each is not None))))

    def _about(self, action: str) -> tuple[str, ...]:
        named: set[str] = set()
        for (patterns, but), resources in self._by_actions.items():
            fits = any(matches(each, action) is not Truth.NO for each in patterns)
            if fits is not but:
                named |= resources
        return tuple(sorted(named))


@lru_cache(maxsize=65536)
def narrowed(pattern: str, other: str) -> str | None:
    """Return what fits both of two ARN patterns, as a pattern; None for nothing, or no one pattern."""
    if covers(other, pattern) is Truth.YES:
        return pattern
    one, two = pattern.split(":", FIELDS - 1), other.split(":", FIELDS - 1)
    if len(one) < FIELDS or len(two) < FIELDS:
        return None
    fields = [_narrower(a, b) for a, b in zip(one, two, strict=True)]
    return None if None in fields else ":".join(field for field in fields if field is not None)


def _narrower(one: str, other: str) -> str | None:
    if covers(one, other) is Truth.YES:
        return other
    return one if covers(other, one) is Truth.YES else None

"""The context of a request: condition keys with their values, of which the estate itself tells many.

Keys: IAM user guide, "AWS global condition context keys"; service authorization reference for S3, KMS and IAM.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from bartizan.core.truth import Unknown

Values = tuple[str, ...]


class Open(NamedTuple):
    """A key that the request leaves open; `shape` is what is known of its value, with holes."""

    shape: str = ""


Found = Values | Unknown | Open | None
"""The values of a key; None and no values at all: the request does not have it."""


NOT_SAID = frozenset({"aws:requestedregion"})
"""Keys that are told from what is asked, not from who asks: absent once all is said to be that is not given."""


class Context:
    """The keys of one request: those given, those that the estate tells, those that are absent; all others are open."""

    __slots__ = ("_absent", "_all_absent", "_given", "_kept", "_told")

    def __init__(
        self,
        given: Mapping[str, Values],
        absent: frozenset[str],
        told: Callable[[str], Found],
    ) -> None:
        self._given, self._absent, self._told = given, absent, told
        self._all_absent = "*" in absent
        self._kept: dict[str, Found] = {}

    def find(self, key: str) -> Found:
        """Return what is known of a key, which is in lower case."""
        try:
            return self._kept[key]
        except KeyError:
            found = self._kept[key] = self._look(key)
            return found

    def _look(self, key: str) -> Found:
        if key in self._given:
            return self._given[key]
        if key in self._absent or (self._all_absent and key in NOT_SAID):
            return None
        found = self._told(key)
        return None if self._all_absent and isinstance(found, Open) else found

    def variable(self, key: str) -> str | Unknown | None:
        """Return the value that stands for a policy variable; `Unknown("")` for one that is open."""
        found = self.find(key)
        if isinstance(found, Open):
            return Unknown("")
        if isinstance(found, Unknown) or found is None:
            return found
        return found[0] if len(found) == 1 else None

"""Scenes of secret steps: credentials, what they are written in, and what they open."""

from __future__ import annotations

from typing import Any

from bartizan.content.kinds.code.leak import Leak
from bartizan.core.condition import Across, Condition, Tested
from bartizan.core.kind import Asset

REACHED_FROM_OUTSIDE: Condition[Any] = Across("opens", Tested("exposed", "is", True), max)
"""Asked of a secret: the Internet can connect to something that it opens."""


def leak(
    credential: str = "secret-password-setting", *, of: Asset | None = None, opens: Asset | None = None, **said: Any
) -> Leak:
    """Return a secret: of an identity, or one that opens something."""
    values: dict[str, Any] = {
        "credential": credential,
        "present": True,
        "identities": frozenset({of.id} if of else ()),
        "opens": frozenset({opens.id} if opens else ()),
        "sure": True,
        "readable": True,
    }
    return Leak("web/settings.py#secret/1", **{**values, **said})


def having(kind: type[Asset], id: str, *leaks: Leak, **said: Any) -> Asset:
    """Return something in which secrets are written."""
    return kind(id, **{"leaks": frozenset(each.id for each in leaks), **said})

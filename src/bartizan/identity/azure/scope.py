"""Scopes: the tree of management groups, subscriptions, resource groups, resources and what is in them.

A scope is an ARM id, `/subscriptions/.../resourceGroups/...`; `/` is the root of the tenant. Case does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bartizan.core.truth import Truth
from bartizan.identity.hole import CLOSE, OPEN, covers, equal

ROOT = "/"
_GROUP = "/providers/microsoft.management/managementgroups/"
_SUBSCRIPTION = "/subscriptions/"

_SLASH = re.compile(f"/(?![^{OPEN}{CLOSE}]*{CLOSE})")

Above = Mapping[str, tuple[str, ...]]
"""By a subscription or management group (ARM id in lower case), the management groups above it, nearest first."""


def folded(text: str) -> str:
    """Return an ARM id as it is compared: in lower case, without a slash at its end."""
    return text.strip().lower().rstrip("/") or ROOT


def subscription(text: str) -> str:
    """Return the subscription an ARM id is in, `/subscriptions/ID`; empty where it is in none."""
    if not text.lower().startswith(_SUBSCRIPTION):
        return ""
    return "/".join(segments(text)[:3])


def segments(text: str) -> list[str]:
    """Return a text parted at its slashes, but for those within holes."""
    return _SLASH.split(text) if OPEN in text else text.split("/")


def reaches(scope: str, target: str, above: Above, *, children: Truth = Truth.YES) -> Truth:
    """Judge whether a scope takes in a target, both folded; a target with `*`: YES all that fit, UNKNOWN some.

    Without `children`, only the scope itself.
    """
    if scope == target:
        return Truth.YES
    if children is not Truth.YES:
        below = reaches(scope, target, above)
        return max(_same(scope, target), min(below, children))
    if scope == ROOT:
        return Truth.YES
    if scope.startswith(_GROUP):
        return _under(scope, target, above)
    return _below(scope, target)


@lru_cache(maxsize=262144)
def _below(scope: str, target: str) -> Truth:
    if OPEN not in scope and OPEN not in target and "*" not in target:
        return Truth.YES if target == scope or target.startswith(f"{scope}/") else Truth.NO
    if scope.startswith(OPEN) or not target.startswith("/"):
        return max(covers(scope, target), covers(f"{scope}/*", target))
    given, asked = segments(scope), segments(target)
    held = min(covers(one, other) for one, other in zip(given, asked, strict=False))
    if len(given) <= len(asked):
        return held
    return min(held, Truth.UNKNOWN) if asked[-1] == "*" else Truth.NO


@lru_cache(maxsize=65536)
def _same(scope: str, target: str) -> Truth:
    return covers(scope, target) if "*" in target else equal(scope, target)


def _under(group: str, target: str, above: Above) -> Truth:
    """Judge whether a management group is above a target; UNKNOWN where the tree was not seen."""
    if target == ROOT:
        return Truth.NO
    place = target if target.startswith(_GROUP) else subscription(target)
    if not place or "*" in place:
        return Truth.UNKNOWN if target.startswith(("*", _SUBSCRIPTION, _GROUP)) or OPEN in target else Truth.NO
    chain = above.get(place)
    if chain is None:
        return Truth.UNKNOWN
    return max((equal(group, each) for each in chain), default=Truth.NO)


def narrowed(pattern: str, scope: str) -> str:
    """Return the part of a pattern that is in a scope, `/subscriptions/S/resourceGroups/*/...` in one group; or empty.

    A scope that takes in all of the pattern narrows nothing.
    """
    wanted, given = segments(pattern.strip("/")), segments(scope.strip("/"))
    if len(given) > len(wanted) or scope == ROOT:
        return ""
    fits = all(want in ("*", have) or want.lower() == have for want, have in zip(wanted, given, strict=False))
    made = "/" + "/".join([*given, *wanted[len(given) :]])
    return made if fits and folded(made) != folded(pattern) else ""

"""Who and what is in an estate, found by id, by ARN, and by what an ARN is a part of."""

from __future__ import annotations

import re
from typing import NamedTuple

from bartizan.core.truth import Truth
from bartizan.identity.aws.arn import arn
from bartizan.identity.aws.estate import Estate, Principal, Resource
from bartizan.identity.hole import CLOSE, OPEN, equal

_LAST = re.compile(f"[/:](?:[^/:{OPEN}{CLOSE}]|{OPEN}[^{CLOSE}]*{CLOSE})*$")


class Found(NamedTuple):
    """The resource that an ARN is about."""

    resource: Resource | None = None
    exact: bool = False
    """It is the resource itself, not something in it: an object in a bucket."""
    maybe: tuple[str, ...] = ()
    """Ids of those it may be, where names are not known."""


class Roster:
    """Look-ups, made once per estate."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.principals = {principal.arn: principal for principal in estate.principals}
        self.principals_by_id = {principal.id: principal for principal in estate.principals}
        self.resources = {resource.arn: resource for resource in estate.resources}
        self.resources_by_id = {resource.id: resource for resource in estate.resources}
        self._roles: dict[tuple[str, str], Principal] | None = None
        self._vague: dict[str, list[Resource]] | None = None
        self._sure: dict[str, list[Resource]] = {}
        self._found: dict[str, Found] = {}

    def principal(self, name: str) -> Principal | None:
        """Return a principal by its id or its ARN."""
        return self.principals_by_id.get(name) or self.principals.get(name)

    def role(self, account: str, name: str) -> Principal | None:
        """Return a role by its account and its name: a session's ARN does not tell the path."""
        if self._roles is None:
            self._roles = {}
            for principal in self.estate.principals:
                parts = arn(principal.arn)
                if parts and parts.rest.startswith("role/"):
                    self._roles[principal.account, parts.rest.rpartition("/")[2]] = principal
        return self._roles.get((account, name))

    def resource(self, asked: str) -> Found:
        """Return the resource that an ARN names, or that what it names is in."""
        if asked not in self._found:
            if len(self._found) > 16384:
                self._found.clear()
            self._found[asked] = self._look(asked)
        return self._found[asked]

    def _look(self, asked: str) -> Found:
        if asked in self.resources:
            return Found(self.resources[asked], exact=True)
        if (parts := arn(asked)) is None:
            return Found()
        names = _parents(asked, len(asked) - len(parts.rest))
        for name in names:
            if name in self.resources:
                return Found(self.resources[name])
        return self._perhaps([asked, *names], parts.service)

    def _perhaps(self, names: list[str], service: str) -> Found:
        """Return those that it may be, where the names of either are not wholly known."""
        if self._vague is None:
            self._vague, self._sure = {}, {}
            for resource in self.estate.resources:
                kept = self._vague if OPEN in resource.arn else self._sure
                parts = arn(resource.arn)
                kept.setdefault(parts.service if parts else "", []).append(resource)
        candidates = [*self._vague.get(service, ()), *self._vague.get("", ())]
        if OPEN in names[0]:
            candidates += [*self._sure.get(service, ()), *self._sure.get("", ())]
        names = [name for name in names if "*" not in name and "?" not in name]
        return Found(
            maybe=tuple(
                resource.id
                for resource in candidates
                if any(equal(resource.arn, name) is Truth.UNKNOWN for name in names)
            )
        )


def _parents(asked: str, least: int) -> list[str]:
    """Return what an ARN is in, nearest first: an object's bucket, an alias's function."""
    names = []
    while (cut := _LAST.search(asked)) and cut.start() >= least:
        asked = asked[: cut.start()]
        names.append(asked)
    return names

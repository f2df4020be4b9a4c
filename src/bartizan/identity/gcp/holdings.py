"""All that somebody may do in a Google Cloud estate: the permissions of its roles, where they are granted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bartizan.core.access import Clause
from bartizan.core.answer import Cited, Right, Rights
from bartizan.core.truth import Truth
from bartizan.identity.gcp.estate import Binding, DenyRule, Estate, Node
from bartizan.identity.gcp.evaluation import Evaluation
from bartizan.identity.gcp.hierarchy import Hierarchy, Spot
from bartizan.identity.gcp.holding import Holdings
from bartizan.identity.gcp.permission import denied
from bartizan.identity.gcp.roles import every_permission, permissions
from bartizan.identity.hole import OPEN, shown

LEVELS = ("permissions", "write", "tagging", "read", "list")
"""Most dangerous first."""
OWNER = "roles/owner"
_PERMISSIONS = re.compile(
    r"\.(setIamPolicy|update\w*IamPolicy|actAs|getAccessToken|getOpenIdToken|signBlob|signJwt|implicitDelegation)$"
    r"|^iam\.(roles|serviceAccountKeys|denypolicies|principalaccessboundarypolicies|policybindings)\."
    r"(create|update|delete|undelete|upload|bind|unbind)$"
)
"""Permissions that give rights, or the means to act as another."""
_READ = re.compile(r"\.(get|read|view|search|query|export|lookup|check|test|access|download|fetch|report|watch)\w*$")


class Cell(NamedTuple):
    """What permissions are told together."""

    service: str
    level: str
    resource: str
    truth: Truth
    conditions: tuple[str, ...]
    unknowns: tuple[str, ...]


Cells = dict[Cell, dict[str, tuple[Clause, ...]]]


def held(estate: Estate, actor: str, caller: str) -> Rights:
    """Return all that an actor may do, whom grants call `caller`."""
    finding = _Finding(estate, caller)
    everything = False
    for node in sorted(estate.nodes, key=lambda each: len(list(finding.hierarchy.chain(each)))):
        everything |= finding.on(node)
    notes = tuple(f"It may have more: {why}." for why in dict.fromkeys(map(shown, finding.more)))
    rights = tuple(_told(finding.cells))
    return Rights(id=actor, name=actor, kind="", rights=rights, admin=() if everything else None, notes=notes)


class _Finding:
    """Gathers what a caller may do, from the top of the hierarchy down."""

    def __init__(self, estate: Estate, caller: str) -> None:
        self._caller = caller
        self.hierarchy = Hierarchy(estate.nodes)
        self._holdings = Holdings(estate, self.hierarchy)
        self._evaluation = Evaluation(self.hierarchy, self._holdings)
        self._custom = {name: role for role in estate.roles for name in role.names}
        self._sure: dict[str, set[str]] = {}
        self.cells: Cells = defaultdict(dict)
        self.more: list[str] = []

    def on(self, node: Node) -> bool:
        """Gather what is granted on a node itself; tell whether that is to be its owner."""
        self.more += node.more
        own = [each for each in node.bindings if self._meant(each)]
        if not own:
            return False
        chain = list(self.hierarchy.chain(node))
        above = [each for up in chain[1:] for each in up.bindings if self._meant(each)]
        rules = [rule for up in chain for rule in up.denies]
        given = [self._permits(each) for each in (*own, *above)]
        known = {each for up in chain[1:] for each in self._sure.get(up.id, ())}
        wanted = {each for found in given[: len(own)] for each in found if each not in known or rules}
        sure = self._sure.setdefault(node.id, set())
        spot = Spot(node=node, names=(node.name, *node.aliases), type=node.type)
        for names in _alike(wanted, given, rules):
            decision = self._evaluation.decide(self._caller, names[0], spot, {})
            if decision.truth is Truth.NO:
                continue
            sure.update(names if decision.truth is Truth.YES else ())
            said = (f"not ({each.says})" if each.unless else each.says for each in decision.residuals)
            conditions = tuple(dict.fromkeys(map(shown, said)))
            unknowns = tuple(map(shown, decision.unknowns))
            for name in names:
                service = name.partition(".")[0]
                cell = Cell(service, level(name), shown(node.name), decision.truth, conditions, unknowns)
                self.cells[cell][shown(name)] = decision.clauses
        return any(each.role == OWNER and each.condition is None for each in own) and bool(sure) and not rules

    def _meant(self, binding: Binding) -> bool:
        return self._holdings.meant(self._caller, binding).truth is not Truth.NO

    def _permits(self, binding: Binding) -> frozenset[str]:
        """Return the permissions of a role, and note why it may have more."""
        role = self._custom.get(binding.role)
        if role is not None:
            self.more += role.more
            if any(OPEN in each for each in role.permissions):
                self.more.append(f"a permission of {role.source} is known once it is given")
            return frozenset(each for each in role.permissions if OPEN not in each)
        found = permissions(binding.role)
        if found is None:
            self.more.append(f"what {binding.role} permits was not read ({binding.source})")
        return found or frozenset()


def _alike(wanted: set[str], given: list[frozenset[str]], rules: list[DenyRule]) -> Iterator[list[str]]:
    """Yield permissions in groups about which every grant and every deny rule says the same."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name in sorted(wanted):
        grants = tuple(name in found for found in given)
        refused = tuple(
            max((denied(each, name) for each in patterns), default=Truth.NO)
            for rule in rules
            for patterns in (rule.permissions, rule.excepted_permissions)
        )
        groups[name.partition(".")[0], grants, refused].append(name)
    yield from groups.values()


def level(permission: str) -> str:
    """Return the access level of a permission, by its last word: Google publishes none."""
    last = permission.rpartition(".")[2]
    if _PERMISSIONS.search(permission):
        return "permissions"
    if last.startswith(("list", "search")):
        return "list"
    if "tagBinding" in permission or "TagBinding" in permission:
        return "tagging" if last in ("create", "delete", "createTagBinding", "deleteTagBinding") else "read"
    return "read" if _READ.search(permission) else "write"


@cache
def _sizes() -> Counter[tuple[str, str]]:
    """Return how many permissions each service has at each level."""
    return Counter((name.partition(".")[0], level(name)) for name in every_permission())


def _told(cells: Cells) -> Iterator[Right]:
    """Yield rights, service by service, the most dangerous first; the same permissions on several resources once."""
    alike: dict[tuple[Cell, tuple[str, ...]], list[Cell]] = defaultdict(list)
    for cell, found in cells.items():
        alike[cell._replace(resource=""), tuple(sorted(found))].append(cell)
    rank = {level: number for number, level in enumerate(LEVELS)}
    for (cell, names), members in sorted(
        alike.items(), key=lambda each: (each[0][0].service, rank[each[0][0].level], -each[0][0].truth, each[0])
    ):
        clauses = dict.fromkeys(clause for each in members for told in cells[each].values() for clause in told)
        yield Right(
            service=cell.service,
            level=cell.level,
            actions=names,
            resources=tuple(sorted(each.resource for each in members)),
            truth=cell.truth,
            conditions=cell.conditions,
            unknowns=cell.unknowns,
            of=_sizes()[cell.service, cell.level],
            cited=tuple(Cited(clause=clause) for clause in clauses),
        )

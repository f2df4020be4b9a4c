"""Google Cloud: the assets of a graph as the estate that the engine answers for.

What is declared counts as all there is: a project in code is not doubted because somebody may have granted something
by hand. What is declared but could not be read is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bartizan.app.identity.gcp import grants
from bartizan.app.identity.gcp.names import Names
from bartizan.app.identity.spelling import meant
from bartizan.content.kinds.gcp.iam_deny import AccessBoundary, DenyRule
from bartizan.content.kinds.gcp.iam_grant import AnyGrant
from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.kinds.gcp.iam_role import CustomRole
from bartizan.content.kinds.gcp.organization import Folder, Group, Organization
from bartizan.content.kinds.gcp.project import Project
from bartizan.core.access import Decision, Question
from bartizan.core.answer import Rights
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph, led_to
from bartizan.graph.grid import Grid
from bartizan.identity.gcp import estate as model
from bartizan.identity.gcp.access import GoogleAccess
from bartizan.identity.gcp.bulk import grid
from bartizan.identity.gcp.roles import every_permission
from bartizan.identity.hole import covers
from bartizan.paths.asking import asked

Given = Mapping[str, str | tuple[str, ...]]
_NAMES = re.compile(r"resource\.name(?:\.(startsWith\()|\s*==)\s*['\"]([^'\"]+)['\"]")
_FILL = re.compile(r"\{(account|project|region|partition|target)\}")


class GoogleWorld:
    """Access in the Google Cloud part of a graph; implements `bartizan.paths.asking.Asking`."""

    def __init__(self, graph: Graph) -> None:
        self._names = Names(graph)
        self._estate = estate(graph, self._names)
        self._access = GoogleAccess(self._estate)
        self._actors = self._access.actors()
        bindings = [each for node in self._estate.nodes for each in node.bindings]
        tested = [match for each in bindings for match in _NAMES.findall(str(each.condition or ""))]
        self._tested: list[tuple[str, str]] = list(dict.fromkeys(tested))
        self._granted_on = [node.name for node in self._estate.nodes if node.bindings]

    def can(self, question: Question) -> Decision:
        """Answer one question."""
        return self._access.can(question)

    def actors(self) -> tuple[str, ...]:
        """Return the ids of all that can act: service accounts, and whom grants name."""
        return self._actors

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None = None) -> Grid:
        """Answer for many actors and many targets."""
        asking = self._actors if actors is None else actors
        if "caller.holds" in given:  # no two callers are alike in that
            return asked(self, action, targets, {key: str(value) for key, value in given.items()}, asking)
        return grid(self._access, action, targets, given, asking)

    def outsiders(self, action: str, resource: str) -> tuple[str, ...]:
        """Return those outside whom some grant lets in: everyone, and everyone with an account."""
        members = {member for node in self._estate.nodes for each in node.bindings for member in each.members}
        found = [each for each in ("anonymous", "allAuthenticatedUsers") if each in members]
        return (*(["anonymous"] if "allUsers" in members else []), *found)

    def notes(self, action: str) -> tuple[str, ...]:
        """Return what limits every answer about an action."""
        if self._access.is_permission(action):
            return ()
        near = meant(action, (each for each in every_permission() if each[:3] == action[:3].lower()))
        return (f"{action} is a permission that no known role has; check its spelling.{near}",)

    def held(self, id: str) -> Rights:
        """Return all that an actor may do."""
        return self._access.held(id)

    def name(self, id: str) -> str:
        """Return the full name of a resource, or the address of an account."""
        return self._names.address(id) or self._names.full(id) or id

    def home(self, id: str) -> str:
        """Return the project that an asset is in; for a folder or organisation, its own name."""
        return self._names.home(id)

    def fill(self, pattern: str, id: str) -> str:
        """Put the project of an asset into a pattern; a region may be any."""
        home = self._names.home(id)
        words = {"account": home, "project": home, "region": "*", "partition": "", "target": self._names.full(id) or id}
        return _FILL.sub(lambda match: words[match[1]], pattern)

    def candidates(self, action: str, pattern: str) -> tuple[str, ...]:
        """Return, of what fits a pattern, all that policies tell apart: names in conditions, nodes with own grants."""
        host, start = pattern.partition("/projects/")[0], pattern.partition("*")[0]
        full = [f"{host}/{name}{'*' if test == 'startsWith(' else ''}" for test, name in self._tested]
        full += self._granted_on
        return (pattern, *(each for each in full if each.startswith(start) and covers(pattern, each) is Truth.YES))


def access(graph: Graph, unread: Sequence[str] = ()) -> GoogleWorld:
    """Return who may do what in the Google Cloud part of a graph. What was not read is unknown to its assets."""
    return GoogleWorld(graph)


def estate(graph: Graph, names: Names) -> model.Estate:
    """Return the estate that the assets of a graph make."""
    bindings = grants.bindings(graph, names)
    denies = grants.denies(graph, names)
    nodes = [*_nodes(graph, names, bindings, denies)]
    return model.Estate(
        nodes=tuple(_astray(graph, nodes, bindings.get("", []), denies.get("", []))),
        roles=tuple(_roles(graph, names)),
        principals=tuple(_principals(graph, names)),
        groups={group.email.lower(): group for group in _groups(graph, names)},
        boundaries=tuple(
            model.Boundary(source=each.id, resources=tuple(map(str, sorted(led_to(each.resources)[0], key=str))))
            for each in graph.of(AccessBoundary)
        ),
    )


def _astray(
    graph: Graph, nodes: list[model.Node], bindings: list[model.Binding], denies: list[model.DenyRule]
) -> Iterator[model.Node]:
    """Yield nodes; those at the top have, in doubt, the policies of which it is not known what they are on."""
    ids = {node.id for node in nodes}
    nameless = [node for node in nodes if node.more and node.id not in graph.index]  # it may be another one
    bindings = [*bindings, *(each for node in nameless for each in node.bindings)]
    denies = [*denies, *(each for node in nameless for each in node.denies)]
    lost = tuple(replace(each, doubt=f"what {each.source} is on could not be seen") for each in bindings)
    refusing = tuple(replace(each, unseen=(f"what {each.source} is on could not be seen",)) for each in denies)
    for node in nodes:
        top = (lost or refusing) and node.parent not in ids
        yield replace(node, bindings=node.bindings + lost, denies=node.denies + refusing) if top else node


_NO_NODES = (AnyGrant, DenyRule, AccessBoundary, Group)


def _nodes(
    graph: Graph,
    names: Names,
    bindings: dict[str, list[model.Binding]],
    denies: dict[str, list[model.DenyRule]],
) -> Iterator[model.Node]:
    """Yield a node for every asset with a name, and for whatever else a policy or a parent is on."""
    made: set[str] = set()
    for asset in graph.assets:
        full = "" if isinstance(asset, _NO_NODES) else names.full(asset.id)
        if full:
            made.add(asset.id)
            yield _node(asset.id, names, bindings, denies, _unread(asset))
    pending = [*bindings, *denies, *names.parents()]
    while pending:
        id = pending.pop()
        if id and id not in made:
            made.add(id)
            yield _node(id, names, bindings, denies, ())
            pending.append(names.parent(id))


def _node(
    id: str,
    names: Names,
    bindings: dict[str, list[model.Binding]],
    denies: dict[str, list[model.DenyRule]],
    more: tuple[str, ...],
) -> model.Node:
    return model.Node(
        id=id,
        name=names.full(id) or id,
        type=names.type(id),
        parent=names.parent(id),
        aliases=names.aliases(id),
        bindings=tuple(bindings.get(id, ())),
        denies=tuple(denies.get(id, ())),
        more=(*more, *names.doubts(id)),
    )


def _unread(asset: Asset) -> tuple[str, ...]:
    """Return why more may be granted on something than is seen: its policy was not read."""
    if not isinstance(asset, Project | Folder | Organization):
        return ()
    if asset.policy_seen is False:
        return (f"the allow policy of {asset.id} was not read",)
    return ()


def _roles(graph: Graph, names: Names) -> Iterator[model.Role]:
    for role in graph.of(CustomRole):
        held, doubt = led_to(role.permissions)
        yield model.Role(
            source=role.id,
            names=names.role(role),
            permissions=frozenset(map(names.member, map(str, held))),
            more=() if doubt is None else (f"not all permissions of {role.id} could be seen: {doubt.why}",),
            disabled=role.disabled is True,
        )


def _principals(graph: Graph, names: Names) -> Iterator[model.Principal]:
    for identity in graph.of(Identity):
        address = names.address(identity.id)
        kind = "serviceAccount" if isinstance(identity, ServiceAccount) else "user"
        yield model.Principal(
            id=identity.id,
            member=f"{kind}:{address}",
            project=names.parent(identity.id) if isinstance(identity, ServiceAccount) else "",
            disabled=isinstance(identity, ServiceAccount) and identity.disabled is True,
        )


def _groups(graph: Graph, names: Names) -> Iterator[model.Group]:
    for group in graph.of(Group):
        email = group.email
        if not isinstance(email, str):
            continue
        held, doubt = led_to(group.members)
        also = {str(other.email) for other in graph.of(Group) if not isinstance(other.email, Unknown)}
        yield model.Group(
            email=email,
            members=tuple(names.grouped(str(member), also) for member in sorted(held, key=str)),
            more=() if doubt is None else (f"not all members of {email} could be seen: {doubt.why}",),
        )

"""The resource hierarchy: nodes by id and name, what is above each, and where a name that is not a node's belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bartizan.core.truth import Truth
from bartizan.identity.gcp.estate import Node
from bartizan.identity.gcp.permission import CONTAINERS, applies_at
from bartizan.identity.hole import CLOSE, OPEN, covers

_PROJECT = re.compile(r"(?:^|/)projects/([^/]+)")
_HOST = re.compile(r"//([a-z0-9.-]+)/(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """What is asked about: the node whose policies count, and the resource as conditions see it."""

    node: Node | None
    names: tuple[str, ...] = ()
    """Full names of the resource; may have `*`. None: something of the caller's choosing in the node."""
    type: str = ""
    why: str = ""
    """Why there is no node, or perhaps another one below it."""
    options: tuple[Node, ...] = field(default=())
    """For a name with `*` that fits several: all of them."""


class Hierarchy:
    """Finds nodes; the tree may be cut off anywhere, and a cycle in it does no harm."""

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        self.nodes = nodes
        self._by_id = {node.id: node for node in nodes}
        self._by_name: dict[str, Node] = {}
        for node in nodes:
            for name in (node.name, *node.aliases):
                self._by_name.setdefault(name, node)
        self._projects: Mapping[str, Node] = {
            name.rpartition("/")[2]: node
            for node in nodes
            if node.type.endswith("/Project")
            for name in (node.name, *node.aliases)
        }

    def get(self, id: str) -> Node | None:
        """Return a node by id."""
        return self._by_id.get(id)

    def project(self, id: str) -> Node | None:
        """Return a project by its id or number."""
        return self._projects.get(id.removeprefix("projects/"))

    def chain(self, node: Node) -> Iterator[Node]:
        """Yield a node and what is above it, up to the organisation."""
        seen: set[str] = set()
        here: Node | None = node
        while here is not None and here.id not in seen:
            seen.add(here.id)
            yield here
            here = self._by_id.get(here.parent)

    def named(self, target: str) -> Spot:
        """Return what an id or a name means; without a node where that was not read."""
        node = self._by_id.get(target) or self._by_name.get(target) or self._by_name.get(f"//{target}")
        if node is None:
            node = self._projects.get(target.removeprefix("projects/")) if "/" not in target[9:] else None
        node = node or self._by_name.get(f"//cloudresourcemanager.googleapis.com/{target}")
        if node is not None:
            return Spot(node=node, names=(node.name, *node.aliases), type=node.type)
        if "*" in target and not _settled(target):
            return self._several(target)
        return self._below(target)

    def _several(self, target: str) -> Spot:
        options = tuple(node for node in self.nodes if covers(target, node.name) is not Truth.NO)
        why = "" if options else f"nothing that was read is named {target}"
        return Spot(node=None, names=(target,), options=options, why=why)

    def _below(self, target: str) -> Spot:
        """Return the spot of a resource that is no node itself, under the nearest that is one."""
        host = _HOST.fullmatch(target)
        parts = target.split("/")
        for length in range(len(parts) - 1, 2, -1):
            node = self._by_name.get("/".join(parts[:length]))
            if node is not None:
                return Spot(node=node, names=(target,), type=_type(host, node))
        project = _PROJECT.search(target)
        node = self.project(project[1]) if project else None
        if node is None:
            what = f"project {project[1]}" if project else target
            return Spot(node=None, names=(target,), why=f"{_shown(what)} was not read, nor what is above it")
        return Spot(node=node, names=(target,), type=_type(host, None))

    def asked_at(self, spot: Spot, permission: str) -> Spot:
        """Return where a permission is asked: a resource of another service is asked of through its project.

        Whoever makes an instance that acts as a service account needs `compute.instances.create` in the project: asked
        of the account, it is asked of that project, and what is made has any name.
        """
        node = spot.node
        if node is None or node.name not in spot.names or applies_at(permission, node.type):
            return spot
        for above in self.chain(node):
            if above.type in CONTAINERS:
                return Spot(node=above, names=(), type="")
        return Spot(node=None, names=(), why=f"what {node.id} is in was not read")


def _settled(target: str) -> bool:
    """Tell whether what is before the first `*` names a project or a bucket."""
    before = target.partition("*")[0]
    return (bool(_PROJECT.search(before + "/")) and before.count("/") > 3) or (
        before.startswith("//storage.") and before.count("/") > 3
    )


def _type(host: re.Match[str] | None, node: Node | None) -> str:
    """Return the type of a resource by its name, where that is plain: an object in a bucket."""
    if host is None:
        return ""
    if host[1] == "storage.googleapis.com" and "/objects/" in host[2]:
        return "storage.googleapis.com/Object"
    return ""


def _shown(text: str) -> str:
    return text.replace(OPEN, "${").replace(CLOSE, "}")


def relative(name: str) -> str:
    """Return a full name as conditions have it: `projects/_/buckets/orders/objects/a`."""
    host = _HOST.fullmatch(name)
    if host is None:
        return name
    if host[1] == "storage.googleapis.com":
        return f"projects/_/buckets/{host[2]}"
    return host[2]

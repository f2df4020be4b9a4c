"""Principals of Azure: those declared, and those that are only named somewhere by their id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bartizan.app.identity.azure.names import Names
from bartizan.content.kinds.azure.entra_application import Application, ServicePrincipal
from bartizan.content.kinds.azure.principal import Group, GroupMember, Principal, User
from bartizan.content.kinds.azure.resource import AttachedIdentity, ManagedIdentity
from bartizan.core.kind import NOT_COLLECTED, Asset
from bartizan.core.truth import Composite, Partial, Ref, Truth, Unknown
from bartizan.graph.graph import Graph, led_to
from bartizan.identity.azure import estate as model

_TYPES: tuple[tuple[type[Asset], str], ...] = (
    (User, model.USER),
    (Group, model.GROUP),
    (ServicePrincipal, model.SERVICE),
    (ManagedIdentity, model.MANAGED),
    (AttachedIdentity, model.MANAGED),
)


class Principals:
    """The principals of a graph; whoever is only named is added as that happens."""

    def __init__(self, graph: Graph, names: Names) -> None:
        self._graph = graph
        self._names = names
        self._found: dict[str, model.Principal] = {}
        for asset in graph.of(Principal):
            self._found[asset.id] = self._made(asset)
        for application in graph.of(Application):
            self._found[application.id] = self._application(application)
        self._join()

    def all(self) -> Mapping[str, model.Principal]:
        """Return every principal by its id."""
        return self._found

    def _made(self, asset: Principal) -> model.Principal:
        stands: frozenset[str] = frozenset()
        more = ""
        if isinstance(asset, AttachedIdentity):
            stands, doubt = led_to(asset.assigned)
            more = f"identities are assigned to it that were not seen: {doubt.why}" if doubt is not None else ""
        return model.Principal(
            id=asset.id,
            type=next((type for kind, type in _TYPES if isinstance(asset, kind)), ""),
            name=asset.name if isinstance(asset.name, str) else "",
            object=self._names.object(asset),
            stands_for=tuple(sorted(stands)),
            more=more,
        )

    def _application(self, asset: Application) -> model.Principal:
        """Return an application as one who acts: whoever has its secret signs in as its service principals."""
        stands = led_to(asset.principals)[0] if asset.principals is not NOT_COLLECTED else frozenset()
        linked = {each.id for each in self._graph.of(ServicePrincipal) if asset.id in led_to(each.application)[0]}
        name = asset.name if isinstance(asset.name, str) else ""
        return model.Principal(
            id=asset.id, type=model.APPLICATION, name=name, stands_for=tuple(sorted(linked | stands))
        )

    def _join(self) -> None:
        """Give every principal the groups that it is in."""
        for group in list(self._graph.of(Group)):
            for member in self.those(group.members, group.member_ids, group.id):
                self._into(member, group.id, Truth.YES)
            if unseen(group.members, group.member_ids) is not None:
                for member in list(self._found):
                    self._into(member, group.id, Truth.UNKNOWN)
        for each in self._graph.of(GroupMember):
            whom = self.meant(each.member, each.member_id, each.id)
            for group_id in led_to(each.group)[0]:
                if isinstance(whom, str):
                    self._into(whom, group_id, Truth.YES)

    def _into(self, member: str, group: str, held: Truth) -> None:
        principal = self._found.get(member)
        if principal is not None and member != group:
            groups = {**principal.groups, group: max(held, principal.groups.get(group, Truth.NO))}
            self._found[member] = replace(principal, groups=groups)

    def meant(self, link: object, written: object, by: str) -> str | Unknown:
        """Return the id of the principal that is meant: by a link, or as its id is written in the asset `by`."""
        linked = sorted(led_to(link)[0]) if link is not NOT_COLLECTED else []
        if linked:
            return self._one(linked, written)
        if isinstance(written, Ref | Composite):
            return self.named(self._names.text(written, by))
        if isinstance(written, str) and written:
            return self.named(written)
        return written if isinstance(written, Unknown) else Unknown("nobody is named")

    def _one(self, linked: list[str], written: object) -> str:
        """Return which of several principals at one address is meant."""
        if isinstance(written, Ref):
            for id in linked:
                if written.attribute.partition("[")[0] in id.rpartition("/")[0]:
                    return id
        return linked[0]

    def named(self, object: str) -> str:
        """Return the id of the principal with an id in the directory; one that was not seen is added."""
        known = self._names.with_object(object)
        if known is not None:
            return known
        low = object.lower()
        if low not in self._found:
            self._found[low] = model.Principal(id=low, type="", object=low)
        return low

    def those(self, link: object, written: object, by: str) -> list[str]:
        """Return the principals that a list names: those linked, and those of which only the ids are written."""
        found = sorted(led_to(link)[0]) if link is not NOT_COLLECTED else []
        values: Iterable[object] = ()
        if isinstance(written, Partial):
            values = written.known
        elif isinstance(written, frozenset):
            values = written
        plain = sorted(each for each in values if isinstance(each, str) and "${" not in each)
        return list(dict.fromkeys([*found, *map(self.named, plain)]))


def unseen(link: object, written: object) -> Unknown | None:
    """Return why a list may name more than is read of it: as its ids are written, or else as they are linked."""
    value = link if written is NOT_COLLECTED else written
    return value if isinstance(value, Unknown) else None

"""Azure and Entra ID: the assets of a graph as the estate that the engine answers for.

What is declared counts as all there is: nobody is doubted because somebody may have assigned a role by hand. What is
declared but could not be read is unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bartizan.app.identity.azure.directory import directory_assignments, entries, granted
from bartizan.app.identity.azure.names import GROUP, Names
from bartizan.app.identity.azure.principals import Principals
from bartizan.content.kinds.azure.authorization_role import DenyAssignment, RoleAssignment, RoleDefinition
from bartizan.content.kinds.azure.management_group import GroupedSubscription, ManagementGroup
from bartizan.content.kinds.azure.resource import Scope
from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.kind import NOT_COLLECTED
from bartizan.core.truth import Ref, Truth, Unknown, truth
from bartizan.graph.graph import Graph, led_to
from bartizan.identity.azure import document
from bartizan.identity.azure.access import AzureAccess
from bartizan.identity.azure.builtin import roles as builtin_roles
from bartizan.identity.azure.estate import Assignment, Denial, Estate, Resource
from bartizan.identity.azure.permission import Role
from bartizan.identity.azure.scope import folded
from bartizan.identity.hole import OPEN, hole

ELIGIBLE = "the role is activated first"
RETIRED = "classic administrators still count; Microsoft retired them on 31 August 2024"


def access(graph: Graph, unread: Sequence[str] = ()) -> AzureAccess:
    """Return who may do what in the Azure part of a graph. What was not read is unknown to its assets."""
    return AzureAccess(estate(graph))


def estate(graph: Graph) -> Estate:
    """Return the estate that the assets of a graph make."""
    names = Names(graph)
    principals = Principals(graph, names)
    assignments = tuple(_assignments(graph, names, principals))
    denials = tuple(_denials(graph, names, principals))
    given = tuple(granted(graph, names, principals))
    assigned = tuple(directory_assignments(graph, names, principals))
    known = entries(graph, names, principals)
    return Estate(
        principals=principals.all(),
        resources={each.id: each for each in _resources(graph, names)},
        assignments=assignments,
        denials=denials,
        above=_above(graph, names),
        tenant=hole("tenant"),
        directory=assigned,
        granted=given,
        entries=known,
    )


def _resources(graph: Graph, names: Names) -> Iterator[Resource]:
    for scope in graph.of(Scope):
        name = names.arm(scope)
        scopes: tuple[str, ...] = ()
        if isinstance(scope, RoleDefinition):
            scopes = tuple(f"{each.rstrip('/')}{_tail(name)}" for each in _assignable(scope, names))
        yield Resource(id=scope.id, name=name, scopes=scopes)


def _tail(name: str) -> str:
    return name[name.lower().find("/providers/microsoft.authorization/") :]


def _assignable(role: RoleDefinition, names: Names) -> list[str]:
    listed = document.listed(role.scopes)
    if isinstance(listed, Unknown):
        return [hole(f"{role.id}|scope")]
    return [names.resolved(each, role.id) for each in listed if isinstance(each, str)] or [hole(f"{role.id}|scope")]


def _assignments(graph: Graph, names: Names, principals: Principals) -> Iterator[Assignment]:
    for each in graph.of(RoleAssignment):
        classic = each.id.lower().partition("/providers/")[2].startswith("microsoft.authorization/classicadmin")
        scope = _scope(each, graph, names)
        yield Assignment(
            source=each.id,
            role=builtin_roles()["owner"] if classic else _role(each, graph, names),
            principal=principals.meant(each.principal, each.principal_id, each.id),
            scope=scope,
            condition=_condition(each.condition, each.id, names),
            pending=RETIRED if classic else _pending(each),
            stage="classic administrator" if classic else "role assignment",
        )


def _pending(each: RoleAssignment) -> str | Unknown:
    if isinstance(each.eligible, Unknown):
        return each.eligible
    return ELIGIBLE if each.eligible else ""


def _condition(value: object, id: str, names: Names) -> str | Unknown:
    if value is None:
        return ""
    if isinstance(value, Unknown) and not value.present:
        return value
    return names.text(value, id)


def _scope(each: RoleAssignment | DenyAssignment, graph: Graph, names: Names) -> str | Unknown:
    """Return the ARM id that an assignment is for: as it is written, or of the asset it is on."""
    value = each.scope
    if value is NOT_COLLECTED or value is None:
        ids = led_to(each.read("on"))[0] if isinstance(each, RoleAssignment) else frozenset()
        found = [asset for asset in map(graph.get, sorted(ids)) if isinstance(asset, Scope)]
        return folded(names.arm(found[0])) if found else Unknown("its scope is not said")
    if isinstance(value, Unknown) and not value.present:
        return value
    text = names.text(value, each.id)
    if isinstance(value, Ref) and text.startswith(OPEN) and not value.address.startswith("data."):
        return f"/declared/{value.address.lower()}"
    return folded(text)


def _role(each: RoleAssignment, graph: Graph, names: Names) -> Role:
    """Return the role of an assignment: one that is declared, a built-in one by id or name, or one not known."""
    ids = led_to(each.definition)[0] if each.definition is not NOT_COLLECTED else frozenset()
    declared = [asset for asset in map(graph.get, sorted(ids)) if isinstance(asset, RoleDefinition)]
    if declared:
        return _declared(declared[0], names)
    written = names.text(each.role_id, each.id) if each.role_id is not NOT_COLLECTED else ""
    guid = written.rpartition("/")[2].lower()
    name = each.role if isinstance(each.role, str) else ""
    known = builtin_roles().get(guid) or builtin_roles().get(name.lower())
    if known is not None:
        return known
    why = each.role.why if isinstance(each.role, Unknown) and not name else "no such role was seen"
    return Role(id=guid or name or "?", name=name or guid or "?", permissions=Unknown(why))


def _declared(role: RoleDefinition, names: Names) -> Role:
    text = role.permissions
    name = role.name if isinstance(role.name, str) else role.id
    if text is NOT_COLLECTED:
        known = builtin_roles().get(name.lower())
        return known or Role(id=role.id, name=name, permissions=Unknown("its permissions were not read"))
    written = names.resolved(text, role.id) if isinstance(text, str) else text
    return Role(id=role.id, name=name, permissions=document.permissions(written), source=role.id)


def _denials(graph: Graph, names: Names, principals: Principals) -> Iterator[Denial]:
    for each in graph.of(DenyAssignment):
        about = document.ids(each.principals) if each.principals is not NOT_COLLECTED else ()
        excluded = document.ids(each.excluded) if each.excluded is not NOT_COLLECTED else ()
        about_unseen = isinstance(each.principals, Unknown) or isinstance(each.excluded, Unknown)
        yield Denial(
            source=each.id,
            name=each.name if isinstance(each.name, str) else each.id,
            permissions=document.permissions(each.permissions),
            principals=tuple(principals.named(id) for id in about if id != document.EVERYONE),
            excluded=tuple(principals.named(id) for id in excluded),
            everyone=document.EVERYONE in about,
            scope=_scope(each, graph, names),
            children=Truth.UNKNOWN if isinstance(each.children, Unknown) else truth(each.children),
            condition=_condition(each.condition, each.id, names),
            more="whom it is about was not read" if about_unseen else "",
        )


def _above(graph: Graph, names: Names) -> Mapping[str, tuple[str, ...]]:
    """Return the management groups above each subscription and group, as far as the tree was seen."""
    parents: dict[str, set[str]] = defaultdict(set)
    known: dict[str, tuple[str, ...]] = {}
    for group in graph.of(ManagementGroup):
        own = folded(names.arm(group))
        listed = group.above
        if isinstance(listed, frozenset):
            known[own] = tuple(sorted(folded(f"{GROUP}{name}") for name in listed))
        parents[own].update(folded(names.arm(each)) for each in _linked(graph, group.parent))
        for child in [names.arm(each) for each in _linked(graph, group.subscriptions)] + _ids(group):
            parents[folded(child)].add(own)
    for pair in graph.of(GroupedSubscription):
        children = [names.arm(each) for each in _linked(graph, pair.subscription)]
        written = [pair.subscription_id] if isinstance(pair.subscription_id, str) else []
        for child in children or written:
            parents[folded(child)].update(folded(names.arm(each)) for each in _linked(graph, pair.group))
    for subscription in graph.of(Subscription):
        if isinstance(subscription.groups, frozenset):
            groups = (folded(f"{GROUP}{name}") for name in subscription.groups)
            known[folded(names.arm(subscription))] = tuple(sorted(groups))
    return {**{place: _chain(place, parents) for place in list(parents)}, **known}


def _ids(group: ManagementGroup) -> list[str]:
    written = group.subscription_ids
    plain = written if isinstance(written, frozenset) else ()
    return [f"/subscriptions/{each}" for each in plain if isinstance(each, str) and "$" not in each]


def _linked(graph: Graph, value: object) -> list[Scope]:
    return [each for each in map(graph.get, sorted(led_to(value)[0])) if isinstance(each, Scope)]


def _chain(place: str, parents: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Return everything above a place, nearest first; a cycle ends it."""
    found: list[str] = []
    pending = sorted(parents.get(place, ()))
    while pending:
        each = pending.pop(0)
        if each not in found and each != place:
            found.append(each)
            pending += sorted(parents.get(each, ()))
    return tuple(found)

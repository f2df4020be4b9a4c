"""The directory of Entra ID: its roles, the permissions of Microsoft Graph, and who owns what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bartizan.app.identity.azure.names import Names
from bartizan.app.identity.azure.principals import Principals, unseen
from bartizan.content.kinds.azure.entra_application import Application, AppRoleGrant, ServicePrincipal
from bartizan.content.kinds.azure.entra_role import DirectoryRole, DirectoryRoleAssignment
from bartizan.content.kinds.azure.principal import Group, User
from bartizan.core.kind import NOT_COLLECTED
from bartizan.core.truth import Partial, Ref, Truth, Unknown, truth
from bartizan.graph.graph import Graph, led_to
from bartizan.identity.azure import estate as model
from bartizan.identity.azure.directory import role_actions
from bartizan.identity.azure.directory_roles import GRAPH, PERMISSIONS
from bartizan.identity.hole import OPEN

ELIGIBLE = "the directory role is activated first"
_NAMED = re.compile(r"app_roles?(?:_ids)?\[\"?([\w.-]+)\"?\]")
_BY_ID = {id: name for name, (id, _) in PERMISSIONS.items()}


def directory_assignments(graph: Graph, names: Names, principals: Principals) -> Iterator[model.DirectoryAssignment]:
    """Yield who has which role of the directory."""
    for each in graph.of(DirectoryRoleAssignment):
        name, actions = _role(each, graph, names)
        yield model.DirectoryAssignment(
            source=each.id,
            role=name,
            actions=actions,
            principal=principals.meant(each.principal, each.principal_id, each.id),
            scope=_scope(each, names),
            pending=each.eligible if isinstance(each.eligible, Unknown) else ELIGIBLE if each.eligible else "",
        )


def _role(each: DirectoryRoleAssignment, graph: Graph, names: Names) -> tuple[str, tuple[str, ...] | Unknown]:
    ids = led_to(each.definition)[0] if each.definition is not NOT_COLLECTED else frozenset()
    found = [asset for asset in map(graph.get, sorted(ids)) if isinstance(asset, DirectoryRole)]
    if found:
        return _declared(found[0])
    if each.role is NOT_COLLECTED or each.role is None:
        return "?", Unknown("it is not said which role it is")
    text = names.text(each.role, each.id)
    return role_actions(text) if OPEN not in text else ("?", Unknown("it is not known which role it is"))


def _declared(role: DirectoryRole) -> tuple[str, tuple[str, ...] | Unknown]:
    name = role.name if isinstance(role.name, str) else role.id
    if role.custom is True:
        return name, _actions(role.actions)
    for key in (role.template, role.name):
        if isinstance(key, str):
            known = role_actions(key)
            if not isinstance(known[1], Unknown):
                return known
    listed = _actions(role.actions)
    return name, listed if not isinstance(listed, Unknown) and listed else role_actions(name)[1]


def _actions(value: object) -> tuple[str, ...] | Unknown:
    if isinstance(value, Partial) or not isinstance(value, frozenset):
        return value if isinstance(value, Unknown) else Unknown("what it may do was not read")
    return tuple(sorted(str(each) for each in value))


def _scope(each: DirectoryRoleAssignment, names: Names) -> str | Unknown:
    value = each.scope
    if value is None:
        return "/"
    if isinstance(value, Unknown) and not value.present:
        return value
    text = names.text(value, each.id)
    known = names.with_object(text.lstrip("/"))
    return f"/{known}" if known is not None else text


def granted(graph: Graph, names: Names, principals: Principals) -> Iterator[model.Granted]:
    """Yield the permissions of Microsoft Graph that programs have."""
    for each in graph.of(AppRoleGrant):
        if not _of_another(each, graph):
            principal = principals.meant(each.principal, each.principal_id, each.id)
            yield model.Granted(source=each.id, permission=_permission(each.permission), principal=principal)


def _of_another(each: AppRoleGrant, graph: Graph) -> bool:
    """Tell whether the program whose permission it is is certainly another than Microsoft Graph."""
    ids = led_to(each.resource)[0] if each.resource is not NOT_COLLECTED else frozenset()
    found = [asset for asset in map(graph.get, ids) if isinstance(asset, ServicePrincipal)]
    return any(isinstance(asset.client_id, str) and asset.client_id.lower() != GRAPH for asset in found)


def _permission(value: object) -> str | Unknown:
    if isinstance(value, str):
        return _BY_ID.get(value.lower(), value)
    if isinstance(value, Ref):
        named = _NAMED.search(value.attribute)
        return named[1] if named else value
    return value if isinstance(value, Unknown) else Unknown("it is not said which permission it is")


def entries(graph: Graph, names: Names, principals: Principals) -> Mapping[str, model.Entry]:
    """Return the objects of the directory, with what decides who may change them."""
    found = {user.id: model.Entry(id=user.id, type=model.USER) for user in graph.of(User)}
    for group in graph.of(Group):
        assignable = group.assignable
        held = Truth.UNKNOWN if isinstance(assignable, Unknown) else truth(assignable)
        found[group.id] = _entry(group, model.GROUP, principals, held)
    for application in graph.of(Application):
        found[application.id] = _entry(application, model.APPLICATION, principals)
    for service in graph.of(ServicePrincipal):
        found[service.id] = _entry(service, model.SERVICE, principals)
    return found


def _entry(
    asset: Group | Application | ServicePrincipal, type: str, principals: Principals, assignable: Truth = Truth.NO
) -> model.Entry:
    doubt = unseen(asset.owners, asset.owner_ids)
    more = "" if doubt is None else f"its owners were not all seen: {doubt.why}"
    owners = principals.those(asset.owners, asset.owner_ids, asset.id)
    return model.Entry(id=asset.id, type=type, owners=tuple(owners), more=more, assignable=assignable)

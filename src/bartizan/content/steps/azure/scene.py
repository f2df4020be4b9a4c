"""Scenes of Azure steps: small worlds of principals, their roles and what they act on, each made in one line.

All that decides is known in them: no role has a condition or waits to be activated, nobody owns what nobody is said to.
"""

from __future__ import annotations

from typing import TypeVar

from bartizan.content.kinds.azure.authorization_role import RoleAssignment
from bartizan.content.kinds.azure.entra_application import Application, AppRoleGrant, ServicePrincipal
from bartizan.content.kinds.azure.entra_role import DirectoryRoleAssignment
from bartizan.content.kinds.azure.principal import Group, User
from bartizan.content.kinds.azure.resource import AttachedIdentity, ManagedIdentity, Resource, ResourceGroup
from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.kind import Asset

R = TypeVar("R", bound=Resource)
IN = "shop"
"""The resource group of everything in a scene."""


def ids(*names: str) -> frozenset[str]:
    """Return the value of a link."""
    return frozenset(names)


def subscription() -> Subscription:
    """Return the subscription that all is in."""
    return Subscription("subscription", guid=None, groups=frozenset())


def resource_group(name: str = IN) -> ResourceGroup:
    """Return a resource group."""
    return ResourceGroup(name, name=name)


def user(name: str = "ann") -> User:
    """Return a person."""
    return User(name, name=f"{name}@shop.example")


def group(*members: str, name: str = "operators", owners: frozenset[str] = frozenset(), assignable: bool = False,
          dynamic: bool = False) -> Group:  # fmt: skip
    """Return a group of these members."""
    return Group(name, name=name, members=ids(*members), owners=owners, assignable=assignable, dynamic=dynamic)


def identity(name: str = "deployer") -> ManagedIdentity:
    """Return an identity that can be assigned to resources."""
    return ManagedIdentity(name, name=name, resource_group=IN, identity=frozenset())


def attached(to: str, *assigned: str) -> AttachedIdentity:
    """Return the identity of a resource."""
    return AttachedIdentity(f"{to}/identity", name=to, holder=ids(to), system=True, assigned=ids(*assigned))


def holding(kind: type[R], name: str = "web", **values: object) -> tuple[R, AttachedIdentity]:
    """Return a resource and the identity it has."""
    held = ids(f"{name}/identity")
    return kind(name, **{"name": name, "resource_group": IN, "identity": held, **values}), attached(name)


def bare(kind: type[R], name: str = "web", **values: object) -> R:
    """Return a resource that has no identity."""
    return kind(name, **{"name": name, "resource_group": IN, "identity": frozenset(), **values})


def role(name: str, on: str = IN, to: str = "ann", condition: str | None = None) -> RoleAssignment:
    """Return the assignment of a built-in role."""
    return RoleAssignment(
        f"{name} of {to} on {on}", role=name, principal=ids(to), on=ids(on), condition=condition, eligible=False
    )


def directory_role(name: str, to: str = "ann", scope: str = "/") -> DirectoryRoleAssignment:
    """Return the assignment of a role of the directory."""
    return DirectoryRoleAssignment(
        f"{name} of {to}", role=name, principal=ids(to), scope=scope, eligible=False
    )  # fmt: skip


def application(name: str = "deployer", owners: frozenset[str] = frozenset()) -> tuple[Asset, ...]:
    """Return an application and its service principal."""
    return (
        Application(name, name=name, owners=owners, principals=ids(f"{name}/principal")),
        ServicePrincipal(f"{name}/principal", name=name, application=ids(name), owners=frozenset()),
    )


def program(name: str = "ci") -> ServicePrincipal:
    """Return a service principal that acts."""
    return ServicePrincipal(name, name=name, application=frozenset(), owners=frozenset())


def graph_permission(name: str, to: str = "ci") -> AppRoleGrant:
    """Return the grant of an application permission of Microsoft Graph."""
    return AppRoleGrant(f"{name} of {to}", principal=ids(to), permission=name)

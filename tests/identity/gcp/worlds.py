"""Small estates for tests of the Google Cloud engine."""

from __future__ import annotations

from bartizan.core.truth import Unknown
from bartizan.identity.gcp.estate import Binding, DenyRule, Node, Principal

MANAGER = "cloudresourcemanager.googleapis.com"
CI = "serviceAccount:ci@shop.iam.gserviceaccount.com"
ANN = "user:ann@shop.example"


def bound(
    role: str, *members: str, when: str | Unknown | None = None, source: str = "grant", doubt: str = ""
) -> Binding:
    return Binding(source=source, role=role, members=members, condition=when, doubt=doubt)


def organization(*bindings: Binding, denies: tuple[DenyRule, ...] = ()) -> Node:
    return _node("org", "organizations/1", "Organization", "", bindings, denies)


def folder(*bindings: Binding, denies: tuple[DenyRule, ...] = (), parent: str = "org") -> Node:
    return _node("folder", "folders/7", "Folder", parent, bindings, denies)


def project(*bindings: Binding, denies: tuple[DenyRule, ...] = (), more: tuple[str, ...] = ()) -> Node:
    return Node(
        id="shop",
        name=f"//{MANAGER}/projects/shop",
        type=f"{MANAGER}/Project",
        parent="folder",
        aliases=(f"//{MANAGER}/projects/12",),
        bindings=bindings,
        denies=denies,
        more=more,
    )


def _node(
    id: str, name: str, kind: str, parent: str, bindings: tuple[Binding, ...], denies: tuple[DenyRule, ...]
) -> Node:
    return Node(
        id=id, name=f"//{MANAGER}/{name}", type=f"{MANAGER}/{kind}", parent=parent, bindings=bindings, denies=denies
    )


def bucket(*bindings: Binding) -> Node:
    name = "//storage.googleapis.com/orders"
    return Node(id="orders", name=name, type="storage.googleapis.com/Bucket", parent="shop", bindings=bindings)


def account(name: str, *bindings: Binding) -> Node:
    full = f"//iam.googleapis.com/projects/shop/serviceAccounts/{name}@shop.iam.gserviceaccount.com"
    return Node(id=name, name=full, type="iam.googleapis.com/ServiceAccount", parent="shop", bindings=bindings)


def principal(name: str) -> Principal:
    return Principal(id=name, member=f"serviceAccount:{name}@shop.iam.gserviceaccount.com", project="shop")

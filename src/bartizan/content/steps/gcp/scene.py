"""Small worlds for the scenes of Google Cloud steps: a project, its service accounts, and what they are granted."""

from bartizan.content.kinds.gcp.iam_deny import DenyRule
from bartizan.content.kinds.gcp.iam_grant import Grant, ResourceGrant
from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.kinds.gcp.iam_role import CustomRole
from bartizan.content.kinds.gcp.project import Project
from bartizan.core.kind import Asset

SHOP = Project("shop", project_id="shop", number="12", parent=None)
"""The project that everything is in."""
OTHER = Project("other", project_id="other", number="13", parent=None)


def account(name: str, project: str = "shop") -> ServiceAccount:
    """Return a service account; its id is its name."""
    email = f"{name}@{project}.iam.gserviceaccount.com"
    return ServiceAccount(name, email=email, account_id=name, project=project, disabled=False, default=False)


def member(name: str, project: str = "shop") -> str:
    """Return a service account as grants name it."""
    return f"serviceAccount:{name}@{project}.iam.gserviceaccount.com"


def grant(role: str, to: str = "ci", on: str = "shop", when: str | None = None) -> Grant:
    """Return a grant to a service account, on a project or on another service account."""
    role = role if "/" in role else f"roles/{role}"
    wide, members = on in ("shop", "other"), frozenset({member(to)})
    id = f"{to}-{role}-{on}"
    resource = frozenset({on})
    return Grant(
        id, role=role, members=members, resource=resource, wide=wide, condition=when, conditional=when is not None
    )


def grant_on(resource: str, role: str, to: str = "ci") -> ResourceGrant:
    """Return a grant to a service account on a single resource."""
    members, on = frozenset({member(to)}), frozenset({resource})
    id = f"{to}-{role}-{resource}"
    return ResourceGrant(id, role=f"roles/{role}", members=members, resource=on, condition=None, conditional=False)


def custom(*permissions: str) -> CustomRole:
    """Return a custom role of the project, which grants name `projects/shop/roles/own`."""
    held = frozenset(permissions)
    return CustomRole("own", project="shop", role_id="own", organization=None, permissions=held, disabled=False)


OWN = "projects/shop/roles/own"


def deny(permission: str) -> DenyRule:
    """Return a rule that refuses a permission to everyone in the project."""
    return DenyRule(
        "refused",
        parent="cloudresourcemanager.googleapis.com%2Fprojects%2Fshop",
        principals=frozenset({"principalSet://goog/public:all"}),
        excepted_principals=frozenset(),
        permissions=frozenset({permission}),
        excepted_permissions=frozenset(),
        condition=None,
    )


def able(*permissions: str) -> tuple[Asset, ...]:
    """Return an actor, `ci`, that has just these permissions in the project."""
    return (account("ci"), SHOP, custom(*permissions), grant(OWN))

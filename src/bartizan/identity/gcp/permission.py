"""Names of permissions: the short form of roles, the long form of deny policies, and what each is asked of."""

from __future__ import annotations

from bartizan.core.truth import Truth
from bartizan.identity.hole import covers

_SERVICES = {
    "resourcemanager": "cloudresourcemanager",
    "appengine": "appengine",
    "cloudsql": "sqladmin",
    "cloudbuild": "cloudbuild",
    "dns": "dns",
    "clientauthconfig": "clientauthconfig",
    "orgpolicy": "orgpolicy",
}
"""Where the service's name is not `PREFIX.googleapis.com`; source: "Permissions supported in deny policies"."""
_COLLECTIONS = {
    "Repository": "repositories",
    "CloudFunction": "functions",
    "CryptoKey": "cryptoKeys",
    "Index": "indexes",
    "Policy": "policies",
}


def service(permission: str) -> str:
    """Return the service that a permission is of: `storage.googleapis.com`."""
    prefix = permission.partition(".")[0]
    return f"{_SERVICES.get(prefix, prefix)}.googleapis.com"


def long_form(permission: str) -> str:
    """Return a permission as deny policies name it: `iam.googleapis.com/serviceAccountKeys.create`."""
    return f"{service(permission)}/{permission.partition('.')[2]}"


def denied(pattern: str, permission: str) -> Truth:
    """Judge whether a permission of a deny rule, which may have `*`, covers one in the short form."""
    asked = permission if "/" not in pattern else long_form(permission)
    return covers(pattern, asked)


def collection(type: str) -> str:
    """Return the word that permissions use for resources of a type: `buckets`."""
    last = type.rpartition("/")[2]
    return _COLLECTIONS.get(last, f"{last[:1].lower()}{last[1:]}s")


_OF_IAM = {
    "ServiceAccount": ("serviceAccounts", "serviceAccountKeys"),
    "Role": ("roles",),
    "WorkloadIdentityPool": ("workloadIdentityPools", "workloadIdentityPoolProviders"),
}
CONTAINERS = frozenset(
    {
        "cloudresourcemanager.googleapis.com/Organization",
        "cloudresourcemanager.googleapis.com/Folder",
        "cloudresourcemanager.googleapis.com/Project",
    }
)
"""What other resources are in: any permission can be asked of them."""


def applies_at(permission: str, type: str) -> bool:
    """Tell whether a permission is asked of a resource of this type, and not of what that resource is in.

    `storage.objects.get` is asked of a bucket; `storage.buckets.create` and `compute.instances.create` of a project.
    """
    if type in CONTAINERS:
        return True
    of, parts = service(permission), permission.split(".")
    if type.partition("/")[0] != of:
        return False
    last = type.rpartition("/")[2]
    if of == "iam.googleapis.com" and parts[1] not in _OF_IAM.get(last, ()):
        return False
    return not (parts[1:-1] == [collection(type)] and parts[-1] in ("create", "list"))

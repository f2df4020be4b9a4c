"""How objects that `gcloud` prints are told apart."""

from __future__ import annotations

import re
from typing import Any

MARKS = (
    (b'"bindings"', b'"members"', b'"role"', b'"etag"'),
    (b'"iamPolicy"', b'"assetType"'),
    (b'"iam_policy"', b'"asset_type"'),
    (b'"policy"', b'"bindings"', b'"resource"', b'"assetType"'),
    (b'"includedPermissions"', b"roles/"),
    (b'"denyRule"',),
    (b'"uniqueId"', b"gserviceaccount.com"),
    (b'"keyAlgorithm"', b"/serviceAccounts/"),
    (b'"projectNumber"', b'"projectId"', b'"lifecycleState"'),
    (b'"folders/', b'"displayName"', b'"parent"'),
    (b'"organizations/', b'"displayName"'),
    (b'"groups/', b'"groupKey"'),
    (b'"groups/', b"emberKey"),
)
"""Words that a file of one of these shapes has near its beginning."""
LISTS = ("assets", "results", "policies", "roles", "accounts", "keys", "projects", "folders", "organizations")
"""Names under which the REST interface lists objects."""
_NAMES = (
    ("service-account-key", re.compile(r"projects/[^/]+/serviceAccounts/[^/]+/keys/.+")),
    ("service-account", re.compile(r"projects/[^/]+/serviceAccounts/[^/]+")),
    ("role", re.compile(r"(projects|organizations)/[^/]+/roles/.+")),
    ("folder", re.compile(r"folders/\d+")),
    ("organization", re.compile(r"organizations/\d+")),
    ("membership", re.compile(r"groups/[^/]+/memberships/.+")),
)


def shape(entry: dict[str, Any]) -> str:
    """Return what an object is, empty for what is none of these."""
    if any(isinstance(entry.get(key), dict) for key in ("iamPolicy", "iam_policy")) or (
        isinstance(entry.get("policy"), dict) and isinstance(entry.get("resource"), str)
    ):
        return "asset"
    if isinstance(entry.get("bindings"), list):
        return "policy"
    name = entry.get("name")
    if isinstance(entry.get("projectId"), str) and "projectNumber" in entry:
        return "project"
    if not isinstance(name, str):
        return ""
    if any(isinstance(rule, dict) and "denyRule" in rule for rule in entry.get("rules") or ()):
        return "deny-policy"
    if name.startswith("groups/") and "groupKey" in entry:
        return "group"
    return next((kind for kind, pattern in _NAMES if pattern.fullmatch(name)), "")


def dig(value: Any, *keys: str) -> Any:
    """Return what is under keys, None where something on the way is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def project_of(name: str) -> str:
    """Return the project that a full resource name says, empty where it says none."""
    found = re.search(r"/projects/([^/]+)", name)
    return found[1] if found and found[1] != "_" else ""

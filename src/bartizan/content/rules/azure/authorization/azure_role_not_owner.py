"""Roles of your own are not a second owner."""

from bartizan.content.kinds.azure.authorization_role import RoleDefinition
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-role-not-owner",
    title="Roles of your own are not a second owner",
    severity=Severity.HIGH,
    every=RoleDefinition,
    must=~RoleDefinition.actions.has_match(
        r"(?i)^(\*|microsoft\.authorization/(\*|\*/write|roleassignments/(\*|write)|roledefinitions/(\*|write)))$"
    ),
    because="Such a role may do everything, or give itself every right, and nobody looks for it by that name.",
    fix="Name the actions that are needed in permissions.actions.",
    serves=(
        "no-admin-by-default",
        "least-privilege",
    ),
    also=(
        "CKV_AZURE_39",
        "AZU-0030",
        "AVD-AZU-0030",
        "azure-authorization-limit-role-actions",
        "AZU-0052",
        "AVD-AZU-0052",
        "azure-authorization-prevent-custom-role-creation",
        "azure-role-definition-allows-custom-role-creation",
    ),
    passes=[
        RoleDefinition(actions=frozenset({"Microsoft.Compute/*/read"})),
        RoleDefinition(actions=frozenset({"*/read"})),
    ],
    fails=[
        RoleDefinition(actions=frozenset({"*"})),
        RoleDefinition(actions=frozenset({"Microsoft.Authorization/roleAssignments/write"})),
    ],
)

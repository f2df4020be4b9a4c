"""Programs are not owners of a whole subscription."""

from bartizan.content.kinds.azure.authorization_role import RoleAssignment
from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-role-assignment-not-owner",
    title="Programs are not owners of a whole subscription",
    severity=Severity.MEDIUM,
    every=RoleAssignment,
    where=RoleAssignment.machine & RoleAssignment.role.one_of("Owner", "Contributor", "User Access Administrator"),
    must=~RoleAssignment.subscription.any(),
    because="A workload that is broken into then owns the subscription.",
    fix="Give the role that is needed on the resource group or resource that is meant.",
    serves=(
        "least-privilege",
        "no-privilege-escalation",
    ),
    passes=[RoleAssignment(role="Owner", machine=True, subscription=frozenset())],
    fails=[(RoleAssignment(role="Owner", machine=True, subscription=frozenset({"s"})), Subscription("s"))],
)

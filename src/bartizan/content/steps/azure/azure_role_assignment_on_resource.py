"""Assign oneself a role for a resource."""

from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.resource import Resource
from bartizan.content.steps.azure.scene import bare, resource_group, role, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-role-assignment-on-resource",
    title="Assign oneself a role for a resource",
    technique="T1098.003",
    actor=Principal,
    move=Act(on=Resource, uses=(Use(actions=("Microsoft.Authorization/roleAssignments/write",)),), gains=Gain.TARGET),
    because=(
        "Whoever may write role assignments for a resource gives themselves any right on it and on the data in it."
    ),
    fix=("Put a condition on the assignment that names the roles that may be assigned, and to whom."),
    weight=0.3,
    reaches=[
        (user(), role("User Access Administrator", on="web"), bare(Vault)),
        (user(), role("Owner", on="web"), bare(Vault)),
    ],
    blocked=[
        (user(), role("Contributor", on="web"), bare(Vault)),
        (user(), role("Owner", on="other"), resource_group("other"), bare(Vault)),
    ],
)

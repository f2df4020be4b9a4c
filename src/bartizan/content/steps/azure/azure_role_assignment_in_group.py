"""Assign oneself a role for a resource group."""

from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.resource import ResourceGroup
from bartizan.content.steps.azure.scene import bare, resource_group, role, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-role-assignment-in-group",
    title="Assign oneself a role for a resource group",
    technique="T1098.003",
    actor=Principal,
    move=Act(
        on=ResourceGroup, uses=(Use(actions=("Microsoft.Authorization/roleAssignments/write",)),), gains=Gain.TARGET
    ),
    because=("Whoever may write role assignments for a resource group makes themselves owner of all that is in it."),
    fix=("Put a condition on the assignment that names the roles that may be assigned, and to whom."),
    weight=0.3,
    reaches=[
        (user(), role("User Access Administrator", on="shop"), resource_group()),
        (user(), role("Owner", on="shop"), resource_group()),
    ],
    blocked=[
        (user(), role("Contributor", on="shop"), resource_group()),
        (user(), role("Owner", on="vault"), bare(Vault, "vault"), resource_group()),
    ],
)

"""Assign oneself a role for a subscription."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.content.steps.azure.scene import resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-role-assignment-in-subscription",
    title="Assign oneself a role for a subscription",
    technique="T1098.003",
    references=("BloodHound AZUserAccessAdministrator",),
    actor=Principal,
    move=Act(
        on=Subscription, uses=(Use(actions=("Microsoft.Authorization/roleAssignments/write",)),), gains=Gain.ADMIN
    ),
    because=("Whoever may write role assignments for a subscription makes themselves its owner."),
    fix=(
        "Give Owner and User Access Administrator to few, for a while, and with a condition that names the "
        "roles they may assign."
    ),
    weight=0.3,
    reaches=[
        (user(), role("User Access Administrator", on="subscription"), subscription()),
        (user(), role("Owner", on="subscription"), subscription()),
    ],
    blocked=[
        (user(), role("Contributor", on="subscription"), subscription()),
        (user(), role("Owner", on="other"), resource_group("other"), subscription()),
    ],
)

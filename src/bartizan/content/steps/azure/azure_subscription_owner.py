"""Own the subscription already."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.content.steps.azure.scene import resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-subscription-owner",
    title="Own the subscription already",
    technique="T1078.004",
    actor=Principal,
    move=Act(
        on=Subscription,
        uses=(
            Use(
                actions=(
                    "Microsoft.Authorization/roleAssignments/write",
                    "Microsoft.Compute/virtualMachines/write",
                    "Microsoft.KeyVault/vaults/write",
                )
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because="An owner may do everything in the subscription and give it to others: nothing is left to gain in it.",
    fix="Let Owner be given to few, for a while, by Privileged Identity Management.",
    intended=True,
    weight=0.0,
    reaches=[(user(), role("Owner", on="subscription"), subscription())],
    blocked=[
        (user(), role("Contributor", on="subscription"), subscription()),
        (user(), role("User Access Administrator", on="subscription"), subscription()),
        (user(), role("Owner", on="other"), resource_group("other"), subscription()),
    ],
)

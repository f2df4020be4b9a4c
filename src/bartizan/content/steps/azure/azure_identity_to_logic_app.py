"""Make a workflow with an identity and act with it."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.resource import ManagedIdentity
from bartizan.content.steps.azure.scene import identity, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="azure-identity-to-logic-app",
    title="Make a workflow with an identity and act with it",
    technique="T1648",
    actor=Principal,
    move=Act(
        on=ManagedIdentity,
        uses=(
            Use(actions=("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",)),
            Use(
                actions=("Microsoft.Logic/workflows/write",),
                upon=Upon.NEW,
                resource="/subscriptions/{account}/resourceGroups/*/providers/Microsoft.Logic/workflows/*",
            ),
        ),
        gains=Gain.TARGET,
    ),
    because=("A new workflow calls any address with tokens of any identity that its maker may assign."),
    fix=(
        "Give assign/action, which Managed Identity Operator and Contributor have, for single identities "
        "only, and never with the right to make what they can be assigned to."
    ),
    weight=1.0,
    reaches=[
        (user(), role("Contributor", on="subscription"), subscription(), identity()),
        (
            user(),
            role("Contributor", on="other"),
            role("Managed Identity Operator", on="deployer"),
            resource_group("other"),
            identity(),
        ),
    ],
    blocked=[
        (user(), role("Managed Identity Operator"), resource_group(), identity()),
        (user(), role("Contributor", on="other"), resource_group("other"), identity()),
        (user(), role("Reader", on="subscription"), subscription(), identity()),
    ],
)
